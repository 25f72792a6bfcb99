/** Rules that make a vector. */
import { ATOM, held, PRODUCT, SUM, turned } from './node.ts'
import { rule, type Rule } from './rule.ts'

const numbers = ['2', '3', '5', '1/2', '4'] as const
const numb = ['scaled', 'scaledby'] as const

export const vectorRules: readonly Rule[] = [
  rule('mapped', 1, 1, 'vector', (v, [a]) => `${a!.text} ${held(v, PRODUCT)}`, { holds: PRODUCT, needs: ({ M, n }) => [[M, n]], not: ['mapped', 'turnedmap', 'projected', 'along', ...numb] }),
  rule('turnedmap', 1, 1, 'vector', (v, [a]) => `${turned(a!)} ${held(v, PRODUCT)}`, { holds: PRODUCT, needs: ({ M, n }) => [[n, M]], not: ['mapped', 'turnedmap', 'projected', 'along', ...numb] }),
  rule('shifted', 1, 1, 'vector', (v, [b], g) => `${v.text} ${g.pick(['+', '-'])} ${b!.text}`, { holds: SUM, needs: ({ M }) => [[M]], same: true, not: ['shifted', 'negated'] }),
  rule('negated', 1, 1, 'vector', (v, [b]) => `${b!.text} - ${held(v, PRODUCT)}`, { holds: SUM, needs: ({ M }) => [[M]], same: true, not: ['shifted', 'negated'] }),
  rule('scaled', 1, 1, 'vector', (v, _, g) => `${g.pick(numbers)} ${held(v, /^[(\d]/.test(v.text) ? ATOM : PRODUCT)}`, { holds: PRODUCT, same: true, not: ['scaled', 'mapped', 'turnedmap', 'scaledby', 'masked', 'along'] }),
  rule('scaledby', 1, 1, 'vector', (v, [s]) => `${s!.text} ${held(v, PRODUCT)}`, { holds: PRODUCT, needs: () => [[]], same: true, not: ['scaled', 'scaledby', 'masked', 'along'] }),
  rule('both', 1, 1, 'vector', (v, [u], g) => `${v.text} ${g.pick(['+', '+', '-'])} ${held(u!, PRODUCT)}`, { holds: SUM, same: true, twice: true, not: ['shifted', 'negated', 'both'] }),
  rule('applied', 1, 1, 'matrix', (x, [b]) => `${held(x, PRODUCT)} ${b!.text}`, { holds: PRODUCT, needs: ({ n }) => [[n]], sides: ([M]) => [M!, null], inputs: [0, 2] }),
  rule('along', 1, 1, 'number', (s, [a]) => `${held(s, ATOM)} ${a!.text}`, { holds: SUM, needs: ({ M }) => [[M]], inputs: [0], not: ['plus', 'scaledby', 'dot', 'dotback', 'total', 'trace', 'owntrace', 'bilinear', 'paired', 'allentries', 'times', 'added'] }),
  rule('masked', 2, 1, 'vector', (v, [b]) => `${b!.text} .* ${held(v, ATOM)}`, { holds: SUM, needs: ({ M }) => [[M]], same: true, not: ['masked', ...numb] }),
  rule('divided', 2, 1, 'vector', (v, [b]) => `${held(v, ATOM)} ./ ${b!.text}`, { holds: SUM, needs: ({ M }) => [{ shape: [M], is: 'nonzero' }], same: true, not: ['masked', 'divided', ...numb] }),
  rule('diagonally', 2, 1, 'vector', (v, [d]) => `${d!.text} ${held(v, PRODUCT)}`, { holds: PRODUCT, needs: ({ M }) => [{ shape: [M, M], is: 'diagonal' }], same: true, not: ['mapped', 'diagonally', ...numb] }),
  rule('projected', 2, 1, 'vector', (v, [a, b]) => `${a!.text} ${turned(b!)} ${held(v, PRODUCT)}`, { holds: PRODUCT, needs: ({ M, n }) => [[M], [n]], not: ['mapped', 'projected', ...numb] }),
  rule('carried', 2, 2, 'number', (s, [a]) => `${held(s, ATOM)} ${a!.text}`, { holds: PRODUCT, needs: ({ M }) => [[M]], inputs: [1], not: ['plus', 'scaledby'] }),
  rule('squares', 2, 1, 'vector', v => `${held(v, ATOM)} .^ 2`, { holds: SUM, same: true, not: ['squares', 'masked', ...numb] }),
  rule('overlaid', 3, 2, 'vector', (v, [u]) => `${held(v, ATOM)} .* ${held(u!, ATOM)}`, { holds: SUM, same: true, twice: true, not: ['overlaid', 'masked', ...numb] }),
  rule('bent', 3, 2, 'vector', (v, _, g) => `${g.fn()}(${v.text})`, { same: true, not: ['bent'] }),
  rule('logged', 3, 2, 'vector', v => `log(${v.text})`, { same: true, is: 'positive', plain: true }),
  rule('inverted', 3, 2, 'vector', v => `1 ./ ${v.text}`, { holds: SUM, same: true, is: 'positive', plain: true }),
  rule('mirrored', 3, 2, 'vector', (v, [a]) => `${v.text} - 2 ${a!.text} ${turned(a!)} ${held(v, PRODUCT)}`, { holds: SUM, needs: ({ M }) => [[M]], same: true, plain: true }),
  rule('stretched', 3, 2, 'number', (s, _, g) => `${held(s, ATOM)} ${g.input.name}`, { holds: PRODUCT, own: true, inputs: [1], not: ['plus', 'scaledby', 'added'] }),
  rule('unit', 4, 3, 'vector', v => `${held(v, PRODUCT)} / ||${v.text}||`, { holds: PRODUCT, same: true, not: ['unit', 'scaled', 'scaledby'] }),
  rule('softmax', 4, 3, 'vector', v => `softmax(${v.text})`, { same: true, not: ['bent', 'softmax'] }),
  rule('resolved', 4, 3, 'square', (x, [b]) => `${held(x, ATOM)}^-1 ${b!.text}`, { holds: PRODUCT, needs: ({ n }) => [[n]], is: 'invertible', same: true, inputs: [0, 2], not: ['inverse', 'turned'] }),
]
