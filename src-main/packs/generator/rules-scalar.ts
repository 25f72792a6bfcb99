/** Rules that make a number. */
import { held, PRODUCT, SUM, ATOM, turned } from './node.ts'
import { rule, type Rule } from './rule.ts'

/** A number in front of what is multiplied anyway says nothing. */
const numb = ['scaled', 'scaledby', 'scaledmatrix'] as const
/** A matrix that is made of a vector stands in one place. */
const made = ['withrow', 'diagonal'] as const
/** The norm of a unit vector is one. */
const unital = ['unit', 'rotated'] as const

export const scalarRules: readonly Rule[] = [
  rule('dot', 1, 1, 'vector', (v, [a]) => `${turned(a!)} ${held(v, PRODUCT)}`, { holds: PRODUCT, needs: ({ n }) => [[n]], not: numb }),
  rule('dotback', 1, 1, 'vector', (v, [a]) => `${turned(v)} ${a!.text}`, { holds: PRODUCT, needs: ({ n }) => [[n]], not: [...numb, 'shifted', 'mapped', 'negated'] }),
  rule('total', 1, 1, 'vector', v => `sum(${v.text})`, { not: numb }),
  rule('trace', 1, 1, 'matrix', (x, [a]) => `tr(${a!.text} ${held(x, PRODUCT)})`, { needs: ({ m, n }) => [[n, m]], not: [...numb, 'left'] }),
  rule('owntrace', 1, 1, 'square', x => `tr(${x.text})`, { not: [...numb, 'turned', 'shiftedbyone', 'ridge', 'symmetrised'], inputs: [0, 2] }),
  rule('bilinear', 1, 1, 'matrix', (x, [a, b]) => `${turned(a!)} ${held(x, PRODUCT)} ${b!.text}`, { holds: PRODUCT, needs: ({ m, n }) => [[m], [n]], not: numb }),
  rule('paired', 1, 1, 'matrix', (x, [a]) => `sum(${a!.text} .* ${held(x, ATOM)})`, { needs: ({ m, n }) => [[m, n]], not: [...numb, 'hadamard'] }),
  rule('allentries', 1, 1, 'matrix', x => `sum(${x.text})`, { not: [...numb, 'turned', 'shiftedbyone', 'ridge', 'symmetrised', 'diagonal'] }),
  rule('plus', 1, 1, 'number', (s, [c]) => `${s.text} + ${c!.text}`, { holds: SUM, needs: () => [[]], not: ['plus', 'added', 'scaledby'] }),
  rule('scaledby', 1, 1, 'number', (s, [c]) => `${c!.text} ${held(s, /^[(\d]/.test(s.text) ? ATOM : PRODUCT)}`, { holds: PRODUCT, needs: () => [[]], not: ['scaledby', 'plus', 'power'] }),
  rule('added', 1, 1, 'number', (a, [b]) => `${a.text} + ${b!.text}`, { holds: SUM, twice: true }),
  rule('square', 2, 1, 'vector', v => `||${v.text}||^2`, { not: unital }),
  rule('selfdot', 2, 1, 'vector', v => `${turned(v)} ${held(v, PRODUCT)}`, { holds: PRODUCT, not: [...unital, 'shifted', 'negated', 'scaled'] }),
  rule('mean', 2, 1, 'vector', (v, _, _g, { n }) => `1/${n} ||${v.text}||^2`, { holds: PRODUCT, not: unital }),
  rule('frobenius', 2, 1, 'matrix', x => `||${x.text}||^2`, { not: ['turned', ...made] }),
  rule('tracegram', 2, 1, 'matrix', x => `tr(${turned(x)} ${held(x, PRODUCT)})`, { not: [...made, 'turned', ...numb, 'offset'] }),
  rule('quadratic', 2, 2, 'vector', (v, [a]) => `${turned(v)} ${a!.text} ${held(v, PRODUCT)}`, { holds: PRODUCT, needs: ({ n }) => [{ shape: [n, n], is: 'symmetric', chance: 30 }], not: [...numb, 'mapped'] }),
  rule('congruence', 2, 2, 'matrix', (x, [a]) => `tr(${held(x, PRODUCT)} ${a!.text} ${turned(x)})`, { needs: ({ n }) => [{ shape: [n, n], is: 'symmetric', chance: 30 }], not: [...made, 'turned', ...numb] }),
  rule('gramform', 2, 2, 'matrix', (x, [a]) => `${turned(a!)} ${turned(x)} ${held(x, PRODUCT)} ${a!.text}`, { holds: PRODUCT, needs: ({ n }) => [[n]], not: [...made, 'turned', ...numb] }),
  rule('gramtwo', 2, 2, 'matrix', (x, [a, b]) => `${turned(a!)} ${turned(x)} ${held(x, PRODUCT)} ${b!.text}`, { holds: PRODUCT, needs: ({ n }) => [[n], [n]], not: [...made, 'turned', ...numb] }),
  rule('crossed', 2, 2, 'vector', (v, [u]) => `${turned(v)} ${held(u!, PRODUCT)}`, { holds: PRODUCT, twice: true, not: numb }),
  rule('power', 2, 1, 'number', (s, _, g) => `${s.holds === ATOM && !s.text.includes('^') ? s.text : `(${s.text})`}^${g.pick(['2', '3'])}`, { not: ['power', 'square', 'norm', 'scaledby', 'frobenius'] }),
  rule('times', 2, 1, 'number', (a, [b]) => `${held(a, ATOM)} ${held(b!, ATOM)}`, { holds: PRODUCT, twice: true, not: ['scaledby', 'plus'] }),
  rule('weighted', 3, 2, 'vector', (v, [a], g) => `${turned(a!)} ${g.fn()}(${v.text})`, { holds: PRODUCT, needs: ({ n }) => [[n]] }),
  rule('summed', 3, 2, 'vector', (v, _, g) => `sum(${g.fn()}(${v.text}))`, {}),
  rule('summedmatrix', 3, 2, 'matrix', (x, _, g) => `sum(${g.fn()}(${x.text}))`, { not: ['turned'] }),
  rule('outside', 3, 1, 'number', (s, _, g) => `${g.pick(['exp', 'sin', 'cos', 'tanh'])}(${s.text})`, { not: ['outside', 'log', 'root', 'bell', 'logsumexp', 'logdet'] }),
  rule('bell', 3, 2, 'vector', v => `exp(-1/2 ||${v.text}||^2)`, { not: [...unital, 'bent', 'softmax'] }),
  rule('log', 3, 2, 'vector', v => `log(1 + ||${v.text}||^2)`, { not: unital }),
  rule('reciprocal', 3, 2, 'vector', v => `1 / (1 + ||${v.text}||^2)`, { holds: PRODUCT, not: unital }),
  rule('loglinear', 3, 2, 'vector', (v, [a]) => `${turned(a!)} log(${v.text})`, { holds: PRODUCT, needs: ({ n }) => [[n]], is: 'positive', plain: true }),
  rule('weightedsquares', 3, 2, 'vector', (v, [d]) => `${turned(v)} ${d!.text} ${held(v, PRODUCT)}`, { holds: PRODUCT, needs: ({ n }) => [{ shape: [n, n], is: 'diagonal' }], not: [...numb, 'diagonally'] }),
  rule('whitened', 3, 2, 'vector', (v, [s]) => `${turned(v)} ${s!.text}^-1 ${held(v, PRODUCT)}`, { holds: PRODUCT, needs: ({ n }) => [{ shape: [n, n], is: 'posdef' }], not: [...numb, 'mapped'] }),
  rule('tracetwice', 3, 2, 'matrix', (x, [a, b]) => `tr(${a!.text} ${held(x, PRODUCT)} ${b!.text} ${held(x, PRODUCT)})`, { needs: ({ m, n }) => [[n, m], [n, m]], not: numb }),
  rule('tracesandwich', 3, 2, 'matrix', (x, [a, b]) => `tr(${a!.text} ${held(x, PRODUCT)} ${b!.text} ${turned(x)})`, { needs: ({ m, n }) => [[m, m], [n, n]], not: [...made, ...numb, 'turned'] }),
  rule('tracesquare', 3, 2, 'square', x => `tr(${held(x, ATOM)}^2)`, { not: [...made, ...numb, 'turned', 'powered2'], inputs: [0, 2] }),
  rule('norm', 4, 2, 'vector', v => `||${v.text}||`, { not: unital }),
  rule('frobeniusnorm', 4, 2, 'matrix', x => `||${x.text}||`, { not: ['turned', ...made] }),
  rule('root', 4, 2, 'vector', v => `sqrt(1 + ||${v.text}||^2)`, { not: unital }),
  rule('logsumexp', 4, 3, 'vector', v => `log(sum(exp(${v.text})))`, { not: ['softmax'] }),
  rule('logweighted', 4, 3, 'vector', (v, [a]) => `log(${turned(a!)} exp(${v.text}))`, { needs: ({ n }) => [{ shape: [n], is: 'positive' }], not: ['softmax'] }),
  rule('crossentropy', 4, 3, 'vector', (v, [a]) => `-${turned(a!)} log(softmax(${v.text}))`, { holds: SUM, needs: ({ n }) => [[n]], not: ['softmax', 'bent'] }),
  rule('entropy', 4, 3, 'vector', v => `-${turned(v)} log(${v.text})`, { holds: SUM, is: 'positive', plain: true }),
  rule('quotient', 4, 3, 'vector', (v, [a]) => `${turned(a!)} ${held(v, PRODUCT)} / (1 + ||${v.text}||^2)`, { holds: PRODUCT, needs: ({ n }) => [[n]], not: [...unital, ...numb] }),
  rule('cosine', 4, 3, 'vector', (v, [a]) => `${turned(a!)} ${held(v, PRODUCT)} / ||${v.text}||`, { holds: PRODUCT, needs: ({ n }) => [[n]], not: [...unital, ...numb] }),
  rule('rayleigh', 4, 3, 'vector', (v, [s]) => `${turned(v)} ${s!.text} ${held(v, PRODUCT)} / ||${v.text}||^2`, { holds: PRODUCT, needs: ({ n }) => [{ shape: [n, n], is: 'symmetric', chance: 60 }], not: [...unital, ...numb, 'mapped'] }),
  rule('logdet', 4, 2, 'square', x => `logdet(${x.text})`, { is: 'posdef', not: [...numb, 'turned', 'inverse'] }),
  rule('det', 4, 2, 'square', x => `det(${x.text})`, { is: 'invertible', not: [...numb, 'turned', 'inverse'] }),
  rule('solved', 4, 3, 'square', (x, [a, b]) => `${turned(a!)} ${held(x, ATOM)}^-1 ${b!.text}`, { holds: PRODUCT, needs: ({ n }) => [[n], [n]], is: 'invertible', not: ['inverse', 'turned'] }),
  rule('solvedform', 4, 3, 'square', (x, [a]) => `${turned(a!)} ${held(x, ATOM)}^-1 ${a!.text}`, { holds: PRODUCT, needs: ({ n }) => [[n]], is: 'invertible', not: ['inverse', 'turned'] }),
  rule('inverted', 4, 3, 'square', (x, [a]) => `tr(${a!.text} ${held(x, ATOM)}^-1)`, { needs: ({ n }) => [[n, n]], is: 'invertible', not: ['inverse', 'turned'] }),
]
