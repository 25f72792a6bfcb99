/** Evaluates what was written, node by node, at one point, entry by entry: indices are numbers in an environment, sums are loops. */
import type { Resolved, Scope } from '../../../src-main/calculus/index.ts'
import type { IndexItem } from '../../../src-main/calculus/language/resolved.ts'
import { eliminate, eye, fill, flat, kron, map, matmul, positions, rc, scalar, tidy, transpose, Unsupported, zip, type Arr } from './array.ts'
import { blocks, einsum } from './assemble.ts'
import { call, declared, entrywise } from './functions.ts'
import { laidOut } from './layout.ts'
import { indicesIn, letterSize } from './letters.ts'
import { draw, sizeOf, untold, type Sizes } from './world.ts'

/** `I` and `0` without a size stand for any size until they meet one. */
interface Value extends Arr { readonly open?: 'I' | '0' }
export type Indices = ReadonlyMap<string, number>

/** A component index stands on an axis of another size. */
export class OutOfRange extends Error {}

export interface Setting {
  readonly scope: Scope
  /** Defined names, as they were read. */
  readonly bodies: ReadonlyMap<string, Resolved>
  readonly sizes: Sizes
  readonly seed: number
  readonly plus: boolean
  /** The sizes of the component indices. */
  readonly components: ReadonlyMap<string, number>
  /** The derivative of one name by another, slots of the one and then of the other. */
  readonly derivative: (m: Machine, target: string, by: string, mode: 'partial' | 'total') => Arr
}

export class Machine {
  readonly setting: Setting
  readonly overrides: ReadonlyMap<string, Arr>
  readonly #memo = new Map<string, Arr>()

  constructor(setting: Setting, overrides: ReadonlyMap<string, Arr> = new Map()) {
    this.setting = setting
    this.overrides = overrides
  }

  /** The value of a declared or defined name. */
  name(name: string): Arr {
    const known = this.overrides.get(name) ?? this.#memo.get(name)
    if (known) return known
    const { scope, sizes, seed, plus, bodies } = this.setting
    const info = scope.symbols.get(name)
    const body = bodies.get(name)
    if (!info && !body) throw new Unsupported(`the name ${name}`)
    const made = body ? this.value(body, new Map()) : info!.of.length > 0 ? untold(info!, info!.of.map(a => this.name(a)), sizes, seed) : draw(info!, sizes, seed, plus)
    this.#memo.set(name, made)
    return made
  }

  /** The value of a whole text; `want` is the shape that is asked, for an open `I` or `0`. */
  value(e: Resolved, at: Indices, want: readonly number[] | null = null): Arr {
    const found = this.einstein(e, at)
    if (!found.open || !want) return found.open === 'I' ? closed() : found
    return resized(found, want)
  }

  /** Sums over the indices that stand twice in this node and are bound by nothing. */
  private einstein(e: Resolved, at: Indices): Value {
    const own = indicesIn(e).summed.filter(i => !at.has(i))
    if (own.length === 0) return this.plain(e, at)
    return this.loop(own, e, at, inner => this.plain(e, inner))
  }

  private loop(indices: readonly string[], e: Resolved, at: Indices, body: (at: Indices) => Value, keep: (at: Indices) => boolean = () => true): Value {
    const sizes = indices.map(i => letterSize(i, e, this, at))
    let total: Value | null = null
    for (const p of positions(sizes)) {
      const inner = new Map([...at, ...indices.map((i, n) => [i, p[n]!] as const)])
      if (!keep(inner)) continue
      const v = body(inner)
      total = total ? add(total, v) : v
    }
    return total ?? scalar(0)
  }

  private fixed(i: IndexItem, at: Indices): number | null {
    if (i.k === 'fixed') return Number(i.text) - 1
    if (i.k === 'all') return null
    if (i.k !== 'letter') throw new Unsupported('a broken index')
    const n = at.get(i.name)
    if (n === undefined) throw new Unsupported(`the index ${i.name}`)
    return n
  }

  private plain(e: Resolved, at: Indices): Value {
    const of = (x: Resolved): Value => this.einstein(x, at)
    const shut = (x: Resolved): Arr => { const v = of(x); return v.open === 'I' ? closed() : v }
    switch (e.k) {
      case 'number': return e.text === '0' ? { ...scalar(0), open: '0' } : scalar(Number(e.text))
      case 'pi': return scalar(Math.PI)
      case 'name': return this.name(e.name)
      case 'size': return scalar(sizeOf(e.name, this.setting.sizes))
      case 'terms': return e.terms.map(t => (t.sign === '-' ? negated(of(t.node)) : of(t.node))).reduce(add)
      case 'factors': return this.factors(e, at)
      case 'fraction': return map(of(e.num), x => x / number(shut(e.den)))
      case 'minus': return negated(of(e.node))
      case 'bracketed': return of(e.node)
      case 'bars': {
        const a = shut(e.node)
        if (a.s.length === 0) return map(a, Math.abs)
        return rc(a)[0] === rc(a)[1] ? scalar(eliminate(a).det) : call('norm', [a])
      }
      case 'norm': return call('norm', [shut(e.node)])
      case 'entry': return this.entry(shut(e.base), e.indices.map(i => this.fixed(i, at)))
      case 'transposed': { const a = of(e.base); return a.open ? a : transpose(a) }
      case 'inverse-transposed': return transpose(eliminate(shut(e.base)).inverse)
      case 'powered': return this.powered(of(e.base), number(shut(e.exponent)))
      case 'entry-powered': { const [a, b] = [shut(e.base), shut(e.exponent)]; return b.s.length === 0 ? map(a, x => x ** b.v[0]!) : zip(a, b, (x, y) => x ** y) }
      case 'call': return this.called(e.fn, e.order, e.args.map(shut))
      case 'sum-over': return this.loop(e.indices.map(i => i.name), e.body, at, inner => this.einstein(e.body, inner), inner => e.unequal.every(([a, b]) => inner.get(a) !== inner.get(b)))
      case 'identity': return e.size?.axis ? eye(this.length(e.size.axis)) : { ...scalar(1), open: 'I' }
      case 'filled': return tidy(fill(e.sizes.map(s => this.length(s.axis)), () => e.value))
      case 'unit': {
        const ns = e.sizes.map((s, n) => { const i = e.indices[n]!; return s?.axis ? this.length(s.axis) : i.k === 'letter' ? letterSize(i.name, e, this, at) : fail('an open unit vector') })
        const pos = flat(e.indices.map(i => this.fixed(i, at)!), ns)
        return fill(ns, n => (n === pos ? 1 : 0))
      }
      case 'delta': { const p = e.indices.map(i => this.fixed(i, at)); return scalar(p.every(x => x === p[0]) ? 1 : 0) }
      case 'indicator': return scalar((this.fixed(e.left, at) === this.fixed(e.right, at)) === (e.op === '=') ? 1 : 0)
      case 'comm': {
        const [m, n] = e.sizes.map(s => this.length(s.axis)) as [number, number]
        return fill([m * n, m * n], k => { const [row, col] = [Math.floor(k / (m * n)), k % (m * n)]; return Math.floor(row / n) === col % m && row % n === Math.floor(col / m) ? 1 : 0 })
      }
      case 'literal': return blocks(e.rows.map(r => r.map(shut)))
      case 'einsum': return einsum(e.formula, e.args.map(shut))
      case 'derivative': return this.atom(e, at)
      default: throw new Unsupported(e.k)
    }
  }

  private length(axis: readonly (string | number)[] | null): number {
    if (!axis) throw new Unsupported('an axis')
    return axis.reduce<number>((n, d) => n * sizeOf(d, this.setting.sizes), 1)
  }

  private factors(e: Extract<Resolved, { k: 'factors' }>, at: Indices): Value {
    let left: Value = this.einstein(e.items[0]!.node, at)
    for (const { op, node } of e.items.slice(1)) {
      const right = this.einstein(node, at)
      if (op === '*') left = times(left, right)
      else if (op === '/') left = times(left, scalar(1 / number(right)))
      else if (left.open === 'I' || right.open === 'I') throw new Unsupported('an open I')
      else left = op === 'kron' ? kron(left, right) : broadcast(left, right, op === '.*' ? (x, y) => x * y : (x, y) => x / y)
    }
    return left
  }

  private entry(a: Arr, at: readonly (number | null)[]): Arr {
    // A row or a column takes one index, or two as the matrix that it is.
    const s = a.s.length === 2 && a.s[0] === 1 && at.length === 1 ? [a.s[1]!] : a.s.length === 1 && at.length === 2 ? [a.s[0]!, 1] : a.s
    if (s.length !== at.length) throw new Unsupported(`entry of ${a.s}`)
    if (at.some((i, k) => i !== null && i >= s[k]!)) throw new OutOfRange(`${at} in ${s}`)
    const open = at.flatMap((i, k) => (i === null ? [k] : []))
    const picked = fill(open.map(k => s[k]!), n => a.v[flat(at.map((i, k) => i ?? unflat(n, open.map(o => s[o]!))[open.indexOf(k)]!), s)]!)
    return s.length === 2 && at[1] === null && at[0] !== null ? { s: [1, picked.s[0]!], v: picked.v } : picked
  }

  private powered(a: Value, n: number): Value {
    if (a.s.length === 0) return a.open === '0' ? scalar(0 ** n) : { ...a, v: [a.v[0]! ** n] }
    if (!Number.isInteger(n) || rc(a)[0] !== rc(a)[1]) throw new Unsupported('a power')
    const base = n < 0 ? eliminate(a).inverse : a
    let made = eye(a.s[0]!)
    for (let k = 0; k < Math.abs(n); k++) made = matmul(made, base)
    return made
  }

  private called(fn: string, order: number, args: readonly Arr[]): Arr {
    const known = this.setting.scope.symbols.get(fn)?.kind === 'elementwise' ? declared(fn, order) : entrywise(fn, order)
    return known ? map(args[0]!, known) : call(fn, args)
  }

  private atom(e: Extract<Resolved, { k: 'derivative' }>, at: Indices): Arr {
    const [by] = e.by
    if (e.by.length !== 1 || !by || e.target.name === null || by.name === null) throw new Unsupported('a derivative of higher order')
    const key = `${e.mode} ${e.target.name}/${by.name}`
    let d = this.#memo.get(key)
    if (!d) this.#memo.set(key, d = this.setting.derivative(this, e.target.name, by.name, e.mode))
    const given = [...e.target.indices ?? [], ...by.indices ?? []]
    if (given.length === 0) {
      const t = this.name(e.target.name).s.filter(n => n > 1).length
      return laidOut(d, t, d.s.length - t, this.setting.scope.layout ?? 'jacobian', e.vec)
    }
    if (given.length !== d.s.length) throw new Unsupported('a derivative with some of its indices')
    return this.entry(d, given.map(i => this.fixed(i, at)))
  }
}

const fail = (what: string): never => { throw new Unsupported(what) }
const closed = (): never => fail('an open I')
const unflat = (n: number, s: readonly number[]): number[] => [...positions(s)][n]!

function number(a: Arr): number {
  if (a.s.length > 0) throw new Unsupported('an array as a number')
  return a.v[0]!
}

function negated(a: Value): Value {
  return { ...a, v: a.v.map(x => -x) }
}

function resized(a: Value, like: readonly number[]): Arr {
  if (a.open === '0') return fill(like, () => 0)
  if (a.open === 'I' && like.length === 2 && like[0] === like[1]) return map(eye(like[0]!), x => x * a.v[0]!)
  return fail('an open I')
}

function add(a: Value, b: Value): Value {
  if (a.open && !b.open) return a.open === '0' ? b : zip(resized(a, b.s), b, (x, y) => x + y)
  if (b.open && !a.open) return b.open === '0' ? a : zip(a, resized(b, a.s), (x, y) => x + y)
  if (a.open && b.open) return a.open === '0' ? b : b.open === '0' ? a : { ...a, v: [a.v[0]! + b.v[0]!] }
  return zip(a, b, (x, y) => x + y)
}

function times(a: Value, b: Value): Value {
  if (a.open === 'I' || b.open === 'I') {
    const other = a.open === 'I' ? b : a
    const v = (a.open === 'I' ? a : b).v[0]!
    return other.s.length === 0 ? { s: [], v: [v * other.v[0]!], open: other.open === '0' ? '0' : 'I' } : map(other, x => x * v)
  }
  if (a.open === '0' && b.s.length === 0 || b.open === '0' && a.s.length === 0) return { ...scalar(0), open: '0' }
  return matmul(a, b)
}

function broadcast(a: Arr, b: Arr, f: (x: number, y: number) => number): Arr {
  return a.s.length === 0 ? map(b, y => f(a.v[0]!, y)) : b.s.length === 0 ? map(a, x => f(x, b.v[0]!)) : zip(a, b, f)
}
