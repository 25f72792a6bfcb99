/** Rules that make a matrix. */
import { ATOM, held, PRODUCT, SUM, turned } from './node.ts'
import { rule, type Rule } from './rule.ts'

const numb = ['scaledmatrix'] as const
const symmetric = ['gram', 'outer', 'ridge', 'symmetrised'] as const

export const matrixRules: readonly Rule[] = [
  rule('left', 1, 1, 'matrix', (x, [a]) => `${a!.text} ${held(x, PRODUCT)}`, { holds: PRODUCT, needs: ({ M, m }) => [[M, m]], sides: ([, N]) => [null, N!], not: ['left', ...numb] }),
  rule('right', 1, 1, 'matrix', (x, [b]) => `${held(x, PRODUCT)} ${b!.text}`, { holds: PRODUCT, needs: ({ n, N }) => [[n, N]], sides: ([M]) => [M!, null], not: ['right', ...numb] }),
  rule('turned', 1, 1, 'matrix', x => turned(x), { sides: ([M, N]) => [N!, M!], not: ['turned', 'left', 'right', 'offset', 'pencil', 'withrow', 'diagonal', ...symmetric, ...numb] }),
  rule('offset', 1, 1, 'matrix', (x, [b], g) => `${x.text} ${g.pick(['+', '-'])} ${b!.text}`, { holds: SUM, needs: ({ M, N }) => [[M, N]], sides: whole => whole, not: ['offset'] }),
  rule('pencil', 1, 1, 'number', (s, [a]) => `${held(s, ATOM)} ${a!.text}`, { holds: SUM, needs: ({ M, N }) => [[M, N]], inputs: [0], not: ['plus', 'scaledby', 'dot', 'dotback', 'total', 'trace', 'owntrace', 'bilinear', 'paired', 'allentries', 'times', 'added'] }),
  rule('scaledmatrix', 1, 1, 'matrix', (x, _, g) => `${g.pick(['2', '3', '1/2'])} ${held(x, /^[(\d]/.test(x.text) ? ATOM : PRODUCT)}`, { holds: PRODUCT, sides: whole => whole, not: ['scaledmatrix', 'left', 'right', 'pencil', 'hadamard'] }),
  rule('hadamard', 2, 1, 'matrix', (x, [b]) => `${b!.text} .* ${held(x, ATOM)}`, { holds: SUM, needs: ({ M, N }) => [[M, N]], sides: whole => whole, not: ['hadamard', ...numb] }),
  rule('rowscaled', 2, 1, 'matrix', (x, [d]) => `${d!.text} ${held(x, PRODUCT)}`, { holds: PRODUCT, needs: ({ M }) => [{ shape: [M, M], is: 'diagonal' }], sides: whole => whole, not: ['left', 'rowscaled', ...numb] }),
  rule('shiftedbyone', 2, 1, 'square', x => `${x.text} + I`, { holds: SUM, same: true, square: true, not: ['offset', 'shiftedbyone', 'ridge'] }),
  rule('symmetrised', 2, 1, 'square', x => `${x.text} + ${turned(x)}`, { holds: SUM, same: true, square: true, not: ['offset', 'turned', 'shiftedbyone', ...symmetric, ...numb] }),
  rule('withrow', 2, 1, 'vector', (v, [a]) => `${held(v, PRODUCT)} ${turned(a!)}`, { holds: PRODUCT, needs: ({ N }) => [[N]], same: true, inputs: [0, 1], not: ['scaled', 'along', 'projected'] }),
  rule('gram', 3, 2, 'matrix', x => `${turned(x)} ${held(x, PRODUCT)}`, { holds: PRODUCT, sides: ([, N]) => [null, N!], square: true, not: ['turned', ...symmetric, ...numb] }),
  rule('outer', 3, 2, 'vector', v => `${held(v, PRODUCT)} ${turned(v)}`, { holds: PRODUCT, same: true, square: true, not: ['scaled', 'along', 'projected'] }),
  rule('powered2', 3, 2, 'square', x => `${held(x, ATOM)}^2`, { holds: PRODUCT, same: true, square: true, not: ['powered2', 'turned', ...numb] }),
  rule('bentmatrix', 3, 2, 'matrix', (x, _, g) => `${g.fn()}(${x.text})`, { sides: whole => whole, not: ['bentmatrix'] }),
  rule('entrypower', 3, 1, 'matrix', x => `${held(x, ATOM)} .^ 2`, { holds: SUM, sides: whole => whole, not: ['entrypower', ...numb] }),
  rule('diagonal', 3, 2, 'vector', v => `diag(${v.text})`, { same: true, square: true, inputs: [0, 1] }),
  rule('inverse', 4, 2, 'square', x => `${held(x, ATOM)}^-1`, { same: true, square: true, is: 'invertible', not: ['inverse', 'turned'] }),
  rule('ridge', 5, 3, 'matrix', x => `${turned(x)} ${held(x, PRODUCT)} + I`, { holds: SUM, sides: ([, N]) => [null, N!], square: true, not: ['turned', ...symmetric, ...numb] }),
]
