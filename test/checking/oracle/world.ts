/** Values of all symbols of a question at one point: drawn by a plain generator, with untold functions that are really functions. */
import type { Dim, Scope, SymbolInfo } from '../../../src-main/calculus/index.ts'
import { eliminate, eye, fill, length, map, matmul, scalar, tidy, transpose, Unsupported, zip, type Arr } from './array.ts'

export type Sizes = ReadonlyMap<string, number>

/** A linear congruential generator; good enough to draw points. */
export function generator(seed: number): () => number {
  let x = (seed * 2654435761 + 12345) % 4294967296
  const next = (): number => (x = (x * 1664525 + 1013904223) % 4294967296) / 4294967296
  for (let n = 0; n < 5; n++) next()
  return next
}

export function sizeOf(dim: Dim, sizes: Sizes): number {
  if (typeof dim === 'number') return dim
  return dim.split('+').map(p => p.split('*').map(f => (/^\d+$/.test(f) ? Number(f) : sizes.get(f) ?? fail(f))).reduce((a, b) => a * b, 1)).reduce((a, b) => a + b, 0)
}

function fail(name: string): never {
  throw new Unsupported(`the size ${name}`)
}

export function shapeOf(info: SymbolInfo, sizes: Sizes): number[] {
  return info.axes.map(a => a.map(d => sizeOf(d, sizes)).reduce((x, y) => x * y, 1))
}

function hash(text: string): number {
  let h = 5
  for (const c of text) h = (h * 131 + c.codePointAt(0)!) % 1000003
  return h
}

/** Draws the value of a symbol that depends on nothing, as its properties have it. `plus`: only positive entries. */
export function draw(info: SymbolInfo, sizes: Sizes, seed: number, plus: boolean): Arr {
  const next = generator(seed * 7919 + hash(info.name))
  const has = (p: string): boolean => (info.properties as ReadonlySet<string>).has(p)
  const positive = plus || has('positive')
  const a = fill(shapeOf(info, sizes), () => (0.3 + 1.2 * next()) * (positive || next() < 0.5 ? 1 : -1))
  if (a.s.length !== 2 || a.s[0] !== a.s[1]) return tidy(a)
  const n = a.s[0]!
  const entries = (f: (i: number, j: number) => number): Arr => fill(a.s, at => f(Math.floor(at / n), at % n))
  const get = (i: number, j: number): number => a.v[i * n + j]!
  if (has('diagonal')) return entries((i, j) => (i === j ? get(i, j) : 0))
  if (has('posdef')) return zip(matmul(a, transpose(a)), eye(n), (x, y) => x + y)
  if (has('symmetric')) return entries((i, j) => get(Math.min(i, j), Math.max(i, j)))
  if (has('skew')) return entries((i, j) => (i === j ? 0 : i < j ? get(i, j) : -get(j, i)))
  if (has('lower')) return entries((i, j) => (i >= j ? get(i, j) : 0))
  if (has('upper')) return entries((i, j) => (i <= j ? get(i, j) : 0))
  if (has('orthogonal')) {
    // Cayley's transform of a skew matrix has determinant 1; every second time a row is turned.
    const k = entries((i, j) => (i === j ? 0 : i < j ? get(i, j) : -get(j, i)))
    const turn = matmul(zip(eye(n), k, (x, y) => x - y), eliminate(zip(eye(n), k, (x, y) => x + y)).inverse)
    return seed % 2 ? turn : { s: turn.s, v: turn.v.map((x, at) => (at < n ? -x : x)) }
  }
  return zip(a, eye(n), (x, y) => x + 2 * y)
}

/** An untold function of some arrays: a quadratic one of all their entries, with coefficients of its own. */
export function untold(info: SymbolInfo, args: readonly Arr[], sizes: Sizes, seed: number): Arr {
  const u = args.flatMap(a => a.v)
  const next = generator(seed * 31 + hash(`${info.name} of`))
  const s = shapeOf(info, sizes)
  // A square matrix is kept away from singular ones.
  const lift = (at: number): number => (s.length === 2 && s[0] === s[1] && Math.floor(at / s[0]!) === at % s[0]! ? 4 : 0)
  return tidy(fill(s, at => {
    let sum = 0.4 + next() + lift(at)
    for (const x of u) sum += (next() - 0.5) * x
    for (let i = 0; i < u.length; i++) for (let j = 0; j <= i; j++) sum += 0.4 * (next() - 0.5) * u[i]! * u[j]!
    return sum
  }))
}

/** Sizes, different for each name, the first ones at least 3. */
export function drawSizes(scope: Scope, turn: number): Sizes {
  const names = new Set<string>()
  for (const info of scope.symbols.values()) for (const d of info.axes.flat()) if (typeof d === 'string') for (const f of d.split(/[+*]/)) if (!/^\d/.test(f)) names.add(f)
  const pool = turn % 2 === 0 ? [3, 4, 2, 5, 6, 7, 8, 9] : [4, 3, 5, 2, 6, 8, 7, 9]
  return new Map([...names].sort().map((n, k) => [n, pool[k]!]))
}

export { length, map, scalar }
