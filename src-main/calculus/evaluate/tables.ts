/** Which entries meet in one contraction, for given sizes: offsets into flat arrays, so that the kernels are two plain loops. */
import type { Step } from './plan.ts'

/**
 * For o below `loops`, result entry number `to[o]` is the sum over s below `terms` of a[aAt[o] + aSum[s]] * b[bAt[o] + bSum[s]].
 * The arrays are longer than that, and are used again: tables hold until those of the next step are made.
 */
export interface Tables {
  /** Entries of the result; those that no `to` names are zero. */
  length: number
  loops: number
  terms: number
  /** `to` is not the identity. */
  scattered: boolean
  to: Int32Array
  aAt: Int32Array
  bAt: Int32Array
  aSum: Int32Array
  bSum: Int32Array
}

const none = new Int32Array(0)
const shared: Tables = { length: 0, loops: 0, terms: 0, scattered: false, to: none, aAt: none, bAt: none, aSum: none, bSum: none }
let stride = new Int32Array(64)

/** The tables of a step; `size[v]` is the size of vertex v. */
export function tablesOf(step: Step, size: readonly number[]): Tables {
  const { loop, out, sum } = step
  const t = shared
  t.length = volume(out, size)
  t.loops = volume(loop, size)
  t.terms = volume(sum, size)
  t.scattered = !(loop === out || (loop.length === out.length && loop.every((v, n) => v === out[n])))
  if (t.scattered) {
    strides(out, size)
    t.to = offsets(t.to, t.loops, loop, size)
  }
  strides(step.aWires, size)
  t.aAt = offsets(t.aAt, t.loops, loop, size)
  t.aSum = offsets(t.aSum, t.terms, sum, size)
  if (step.b >= 0) {
    strides(step.bWires, size)
    t.bAt = offsets(t.bAt, t.loops, loop, size)
    t.bSum = offsets(t.bSum, t.terms, sum, size)
  }
  return t
}

/** Work of a step in multiply-adds, before its tables are built. */
export function workOf(step: Step, size: readonly number[]): number {
  return volume(step.loop, size) * volume(step.sum, size) + volume(step.out, size)
}

/** The flat positions of an array over `out` at which all slots that lie on one vertex agree. */
export function diagonal(out: readonly number[], size: readonly number[]): Int32Array {
  const loop = [...new Set(out)]
  const count = volume(loop, size)
  strides(out, size)
  return offsets(none, count, loop, size).subarray(0, count)
}

function volume(vertices: readonly number[], size: readonly number[]): number {
  let n = 1
  for (let k = 0; k < vertices.length; k++) n *= size[vertices[k]!]!
  return n
}

/** Sets `stride`: how far one step along each vertex goes in a row-major array whose slots lie on `wires`; a diagonal goes the sum of its strides. */
function strides(wires: readonly number[], size: readonly number[]): void {
  if (stride.length < size.length) stride = new Int32Array(2 * size.length)
  else stride.fill(0, 0, size.length)
  let step = 1
  for (let s = wires.length - 1; s >= 0; s--) {
    const v = wires[s]!
    stride[v]! += step
    step *= size[v]!
  }
}

/** The offsets of all positions of the vertices `loop`, the first of them moving slowest; written into `at`, or a longer array. */
function offsets(at: Int32Array, total: number, loop: readonly number[], size: readonly number[]): Int32Array {
  if (at.length < total) at = new Int32Array(2 * total)
  at[0] = 0
  let filled = 1
  for (let n = loop.length - 1; n >= 0; n--) {
    const v = loop[n]!
    const step = stride[v]!
    const count = size[v]!
    for (let k = 1; k < count; k++) {
      const shift = k * step
      const base = k * filled
      for (let j = 0; j < filled; j++) at[base + j] = at[j]! + shift
    }
    filled *= count
  }
  return at
}
