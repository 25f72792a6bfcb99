/**
 * Is an answer right? Found by finite differences of the author's function with an evaluator of plain loops. It shares with the checker only
 * how a text is parted into names, nothing of shapes, derivatives, normal forms or evaluation.
 */
import { declare, read, type Resolved, type Scope } from '../../../src-main/calculus/index.ts'
import { componentNames } from '../../../src-main/checking/prepare/layout.ts'
import type { Question } from '../../../src-main/checking/question.ts'
import { fill, sameShape, tidy, Unsupported, type Arr } from './array.ts'
import { laidOut } from './layout.ts'
import { lettersBelow, letterSize } from './letters.ts'
import { Machine, OutOfRange, type Setting } from './machine.ts'
import { drawSizes, shapeOf } from './world.ts'

export interface Finding { readonly outcome: 'equal' | 'different' | 'domain' | 'shape' | 'unknown'; readonly why?: string; readonly error?: number }

/** Five-point differences of a function of one array. Slots of the value, then those of the input. */
function differences(f: (x: Arr) => Arr, x: Arr): Arr {
  const h = 1e-3
  const value = f(x)
  const columns = x.v.map((_, k) => {
    const at = (d: number): Arr => f({ s: x.s, v: x.v.with(k, x.v[k]! + d) })
    const [a, b, c, d] = [at(-2 * h), at(-h), at(h), at(2 * h)]
    return value.v.map((_, n) => (a.v[n]! - 8 * b.v[n]! + 8 * c.v[n]! - d.v[n]!) / (12 * h))
  })
  return { s: [...value.s, ...x.s], v: value.v.flatMap((_, n) => columns.map(c => c[n]!)) }
}

function atomDerivative(m: Machine, target: string, by: string, mode: 'partial' | 'total'): Arr {
  const { scope } = m.setting
  const held = mode === 'total' ? [] : scope.symbols.get(target)!.of.map(a => [a, m.name(a)] as const)
  if (mode === 'partial' && target !== by && !held.some(([a]) => a === by)) throw new Unsupported('a partial by a non-argument')
  return differences(x => new Machine(m.setting, new Map([...m.overrides, ...held, [by, x]])).name(target), m.name(by))
}

interface Ready { readonly scope: Scope; readonly f: Resolved; readonly bodies: ReadonlyMap<string, Resolved>; readonly names: readonly string[] }
const ready = new WeakMap<Question, Ready>()

function prepare(q: Question): Ready {
  let known = ready.get(q)
  if (known) return known
  const names = componentNames(q.component) ?? []
  const { scope: bare } = declare({ given: q.given, define: q.define, ...(q.f === undefined ? {} : { f: q.f }), component: names })
  const scope: Scope = { ...bare, summation: q.summation, layout: q.layout }
  const text = (s: string): Resolved => {
    const { resolved } = read(s, { ...scope, components: names.map(name => ({ name, dim: `?${name}` })) })
    if (!resolved) throw new Unsupported('the question')
    return resolved
  }
  const bodies = new Map(Object.entries(q.define).map(([n, s]) => [n.trim().replace(/^\\/, ''), text(s)]))
  const f = text(String(q.kind === 'derivative' ? q.f : q.value))
  if (q.f !== undefined && !scope.symbols.has('f') && !bodies.has('f')) bodies.set('f', f)
  if (q.f !== undefined && scope.bodies.has('f') && !bodies.has('f')) bodies.set('f', f)
  ready.set(q, known = { scope, f, bodies, names })
  return known
}

const plain = (a: Arr): Arr => (a.s.length === 2 && a.s[0] === 1 ? { s: [a.s[1]!], v: a.v } : a)

/** The value of f over those component indices that stand free in it. */
function valueOf(m: Machine, r: Ready, own: readonly string[]): Arr {
  if (own.length === 0) return plain(m.value(r.f, new Map()))
  const s = own.map(n => m.setting.components.get(n)!)
  return fill(s, n => {
    const p = positionsOf(s, n)
    return m.value(r.f, new Map(own.map((name, k) => [name, p[k]!]))).v[0]!
  })
}

/** The reference at one point: one array, or all entries by component names. */
function reference(setting: Setting, r: Ready, q: Question): Arr {
  const m = new Machine(setting)
  const own = ownOf(r)
  if (q.kind !== 'derivative') return own.length > 0 ? valueOf(m, r, own) : m.value(r.f, new Map())
  const wrt = q.wrt!.trim().replace(/^\\/, '')
  const x = m.name(wrt)
  const j = differences(v => valueOf(new Machine(setting, new Map([[wrt, v.s.length === x.s.length ? v : { s: x.s, v: v.v }]])), r, own), plain(x))
  if (r.names.length > 0) return j
  return laidOut(j, valueOf(m, r, own).s.length, plain(x).s.length, q.layout, q.form === 'vec')
}

function ownOf(r: Ready): string[] {
  const letters = lettersBelow(r.f)
  return r.names.filter(n => letters.has(n))
}

function compare(a: Arr, b: Arr): { gap: number } {
  const scale = Math.max(1e-3, ...a.v.map(Math.abs), ...b.v.map(Math.abs))
  return { gap: Math.max(0, ...a.v.map((x, n) => Math.abs(x - b.v[n]!))) / scale }
}

/** Holds an answer against the question at a few points. */
export function examine(q: Question, answer: string): Finding {
  try {
    return tryAll(q, answer)
  } catch (error) {
    if (error instanceof OutOfRange) return { outcome: 'shape', why: error.message }
    if (error instanceof Unsupported) return { outcome: 'unknown', why: error.message }
    throw error
  }
}

function tryAll(q: Question, answer: string): Finding {
  const r = prepare(q)
  let points = 0
  let worst = 0
  let without = false
  for (let turn = 0; turn < 40 && points < 3; turn++) {
    const sizes = drawSizes(r.scope, turn)
    const base: Setting = { scope: r.scope, bodies: r.bodies, sizes, seed: turn + 1, plus: turn % 3 === 2, components: new Map(), derivative: atomDerivative }
    const componentSizes = new Map(componentDims(base, r, q))
    const setting = { ...base, components: componentSizes }
    const truth = reference(setting, r, q)
    if (!truth.v.every(Number.isFinite)) continue
    const { resolved } = read(answer, { ...r.scope, components: r.names.map(name => ({ name, dim: `?${name}` })) })
    if (!resolved) return { outcome: 'unknown', why: 'unreadable' }
    const m = new Machine(setting)
    const yours = r.names.length > 0
      ? fill(truth.s, n => {
          const p = positionsOf(truth.s, n)
          return m.value(resolved, new Map(r.names.map((name, k) => [name, p[k]!]))).v[0]!
        })
      : m.value(resolved, new Map(), truth.s)
    if (!sameShape(tidy(yours).s, tidy(truth).s)) return { outcome: 'shape', why: `${yours.s} for ${truth.s}` }
    if (!yours.v.every(Number.isFinite)) { without = true; continue }
    const { gap } = compare(yours, truth)
    worst = Math.max(worst, gap)
    if (gap > 1e-5) return { outcome: 'different', error: gap }
    points++
  }
  if (points < 2) return { outcome: 'unknown', why: without ? 'no value' : 'too few points' }
  return { outcome: without ? 'domain' : 'equal', error: worst }
}

function componentDims(setting: Setting, r: Ready, q: Question): [string, number][] {
  if (r.names.length === 0) return []
  const own = ownOf(r)
  const machine = new Machine(setting)
  const dims = new Map<string, number>()
  const zeros = new Map(own.map(n => [n, 0]))
  for (const n of own) dims.set(n, letterSize(n, r.f, machine, zeros))
  if (q.kind !== 'derivative') return [...dims]
  const input = shapeOf(r.scope.symbols.get(q.wrt!.trim().replace(/^\\/, ''))!, setting.sizes).filter(n => n > 1)
  const target = own.length > 0 ? [] : plain(machine.value(r.f, new Map())).s
  const rest = r.names.filter(n => !dims.has(n))
  return [...dims, ...rest.map((n, k): [string, number] => [n, [...target, ...input][k]!])]
}

function positionsOf(s: readonly number[], n: number): number[] {
  const at: number[] = []
  let left = n
  for (let k = s.length - 1; k >= 0; k--) {
    at[k] = left % s[k]!
    left = Math.floor(left / s[k]!)
  }
  return at
}
