/** Slips with the free indices of one entry. */
import { read, slotsCount, type FreeIndex, type Reading } from '../../calculus/index.ts'
import type { Prepared } from '../prepare/prepare.ts'
import { toRead, wholeSpan } from '../kinds/expression.ts'
import type { Diagnosis, Verdict } from '../verdict.ts'
import { words } from '../words.ts'
import { reordered, Wrong } from './wrong.ts'

/** Right with two free indices exchanged, or with all in another order. */
export function indexSwap(w: Wrong): Diagnosis | null {
  const { free } = w.found.prepared.truth
  if (!w.found.fits) return null
  const m = w.matrixSlots
  for (const order of orders(free.length)) {
    if (order.some((k, n) => free[k]!.dim !== free[n]!.dim)) continue
    const whole = [...Array(m).keys(), ...order.map(k => m + k)]
    if (!w.is(reordered(w.found.expr, whole), w.truth)) continue
    return w.say('index-swap', swapWords(free, order))
  }
  return null
}

function swapWords(free: readonly FreeIndex[], order: readonly number[]): string {
  const moved = order.flatMap((k, n) => (k === n ? [] : [free[n]!.name]))
  return moved.length === 2 ? words.indexSwap(moved[0]!, moved[1]!) : words.indexSwapAll
}

/** All orders of 0..n-1 but the usual one; exchanges of two first. Only exchanges where there are more than four. */
function orders(n: number): number[][] {
  const found: number[][] = []
  const usual = [...Array(n).keys()]
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) found.push(usual.with(a, b).with(b, a))
  if (n === 3 || n === 4) {
    const all = (left: number[]): number[][] => (left.length === 0 ? [[]] : left.flatMap(k => all(left.filter(x => x !== k)).map(rest => [k, ...rest])))
    for (const o of all(usual)) if (o.filter((k, p) => k !== p).length > 2) found.push(o)
  }
  return found
}

/**
 * The verdict on an answer in which an index of the asked entry stands on an axis of another size: a wrong attempt, `index-swap` where an exchange
 * mends it, else `shape`. Null where the answer has other faults as well.
 */
export function sizeFault(prepared: Prepared, text: string, reading: Reading): Verdict | null {
  if (reading.problems.length === 0) return null
  const { free } = prepared.truth
  const notes = reading.notes.map(n => n.message)
  for (const order of orders(free.length)) {
    const components = free.map((_, n) => ({ name: free[n]!.name, dim: free[order[n]!]!.dim }))
    const other = read(text, { ...prepared.scope, components }, { expected: prepared.truth.axes })
    if (!other.value) continue
    const relabelled = { ...prepared, truth: { ...prepared.truth, free: components } }
    const found = toRead(relabelled, text, other)
    const m = slotsCount(prepared.truth.axes)
    const back = [...Array(m).keys(), ...free.map((_, n) => m + order.indexOf(n))]
    const w = new Wrong({ ...found, prepared })
    if (!found.fits || !w.is(reordered(found.expr, back), prepared.truth.expr)) continue
    const message = swapWords(free, order)
    return { verdict: 'incorrect', proof: 'counterexample', diagnosis: [{ code: 'index-swap', message, ...wholeSpan(text) }], sentence: `${words.incorrect} ${message}`, notes, shape: 'scalar' }
  }
  const diagnosis = reading.problems.map(({ message, from, to }): Diagnosis => ({ code: 'shape', message, from, to }))
  return { verdict: 'incorrect', proof: 'counterexample', diagnosis, sentence: `${words.incorrect} ${words.componentSize}`, notes, shape: 'scalar' }
}
