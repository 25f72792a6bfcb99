/** Where the entries of a derivative stand, by the contract's table of layouts. */
import { length, permute, tidy, type Arr } from './array.ts'

export type Layout = 'jacobian' | 'numerator' | 'denominator'

/** `j` has `t` axes of the target and then `i` of the input, all longer than 1. */
export function laidOut(j: Arr, t: number, i: number, layout: Layout, stacked: boolean): Arr {
  const turn = [...Array(i).keys()].map(k => t + k)
  const target = [...Array(t).keys()]
  if (stacked) {
    const sides = layout === 'denominator' ? [[...turn].reverse(), [...target].reverse()] : [[...target].reverse(), [...turn].reverse()]
    const p = permute(j, sides.flat())
    const rows = length(sides[0]!.map(k => j.s[k]!))
    return tidy({ s: [rows, p.v.length / rows], v: p.v })
  }
  const row = (a: Arr): Arr => ({ s: [1, a.v.length], v: a.v })
  if (t === 0 && i === 1) return layout === 'denominator' ? j : row(j)
  if (t === 1 && i === 0) return layout === 'denominator' ? row(j) : j
  if (t === 1 && i === 1) return layout === 'denominator' ? permute(j, [1, 0]) : j
  if (t === 0 && i === 2) return layout === 'numerator' ? permute(j, [1, 0]) : j
  return j
}
