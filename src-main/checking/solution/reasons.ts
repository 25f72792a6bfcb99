/** The sentences of a worked solution, in one place. Mathematics stands between dollar signs. */
import { nodesOf, type Resolved } from '../../calculus/index.ts'
import { latexName } from '../../calculus/print/forms/latex.ts'
import type { Within } from './names.ts'
import type { Rule } from './rules.ts'

/** What the outer function does, for its derivative in words. */
const slopes: Readonly<Record<string, string>> = {
  exp: '$\\exp\' = \\exp$', log: "$\\log'(u) = 1/u$", sin: "$\\sin' = \\cos$", cos: "$\\cos' = -\\sin$", tan: "$\\tan' = 1 + \\tan^2$",
  sinh: "$\\sinh' = \\cosh$", cosh: "$\\cosh' = \\sinh$", tanh: "$\\tanh' = 1 - \\tanh^2$",
  sigmoid: "$\\operatorname{sigmoid}' = \\operatorname{sigmoid} \\cdot (1 - \\operatorname{sigmoid})$",
  softplus: "$\\operatorname{softplus}' = \\operatorname{sigmoid}$", abs: 'the derivative of $|u|$ is the sign of $u$',
  relu: 'the derivative of relu is a step: 1 where its argument is positive, and 0 where it is negative', sign: 'a sign is constant on either side of 0',
  step: 'a step is constant on either side of 0',
}

export const reasons = {
  given: 'The function as it is given.',
  untold: 'The function is not told, only what it depends on.',
  named: (name: string, within: Within): string => {
    switch (within.k) {
      case 'map': return `Give the argument of ${within.fn} a name, $${name}$, so that each rule can be taken by itself.`
      case 'inverse': return `Give the matrix that is inverted a name, $${name}$.`
      case 'det': return `Give the matrix in the determinant a name, $${name}$.`
      default: return `Give the inner function a name, $${name}$, so that each rule can be taken by itself.`
    }
  },
  withNames: (names: readonly string[]): string => `The function with ${names.map(n => `$${n}$`).join(' and ')} in it.`,
  /** How the pieces of a formula in matrix notation are written with entries. */
  entries: (tree: Resolved | null): string => {
    const nodes = nodesOf(tree)
    const has = (test: (n: Resolved) => boolean): boolean => nodes.some(test)
    const called = (...fns: string[]): boolean => has(n => n.k === 'call' && fns.includes(n.fn))
    const said = [
      ...(has(n => n.k === 'norm') ? ['a squared norm is the sum of the squares of all entries'] : []),
      ...(called('tr', 'trace') ? ['a trace is the sum along the diagonal'] : []),
      ...(called('softmax') ? ['softmax divides each exponential by the sum of them all'] : []),
      ...(has(n => n.k === 'factors' && n.items.some(i => i.op === '.*')) ? ['an entrywise product multiplies entries at the same place'] : []),
      ...(has(n => n.k === 'factors') ? ['a matrix product sums over the index between its factors'] : []),
    ].slice(0, 2)
    return said.length === 0 ? 'Written with entries.' : `Written with entries: ${said.join(', and ')}.`
  },
  rules: (rules: readonly Rule[], wrt: string): string => {
    // The rules of functions say themselves that the inner derivative follows.
    const told = rules.some(r => r.k === 'map' || r.k === 'power' || r.k === 'square')
    return rules.filter(r => !(told && r.k === 'inner')).slice(0, 3).map(r => ruleWords(r, wrt)).join(' ')
  },
  inner: (names: readonly string[]): string => `Now the derivative${names.length > 1 ? 's' : ''} of ${names.map(n => `$${n}$`).join(' and ')}.`,
  deltas: (wrt: string, axes: number): string =>
    `The derivative of one entry of $${wrt}$ by another is 1 where they are the same entry and 0 otherwise: ${axes === 1 ? 'a delta' : 'a delta for each axis'}.`,
  contracted: 'Each delta puts one index in the place of another, and its sum is gone.',
  written: (names: readonly string[]): string => `With ${names.map(n => `$${n}$`).join(' and ')} written out.`,
  simplified: 'Carried out and collected.',
  answer: {
    scalar: 'This is the derivative.',
    matrix: (shape: string): string => `In matrix notation: these are the entries of an array of shape ${shape.replaceAll(' x ', ' × ')}.`,
    layout: (shape: string, layout: string): string => `In matrix notation and in the ${layout} layout, the shape is ${shape.replaceAll(' x ', ' × ')}.`,
    vec: 'With the columns of both sides stacked.',
    einsum: 'As one array, in the words of NumPy.',
    entry: 'This is the entry that is asked for.',
    short: 'The derivative, by the rules of differentiation.',
  },
} as const

function ruleWords(rule: Rule, wrt: string): string {
  switch (rule.k) {
    case 'constant': return `Nothing here depends on $${wrt}$, so that the derivative is zero.`
    case 'linear': return `This is linear in $${wrt}$: all the rest is constant and stays as it is.`
    case 'sum': return 'Differentiate term by term.'
    case 'product': return `Product rule: $${wrt}$ enters in more than one factor; differentiate one factor at a time, and add.`
    case 'square': return 'Product rule for a square: both factors give the same, hence the 2, times the derivative of what is squared.'
    case 'power': return 'Power rule, times the derivative of what is raised to the power.'
    case 'exponent': return 'The exponent moves too: $\\mathrm{d}(b^u) = b^u \\log(b)\\, \\mathrm{d}u$.'
    case 'inverse': return 'Rule for an inverse: $\\mathrm{d}(Y^{-1}) = -Y^{-1}\\, \\mathrm{d}Y\\, Y^{-1}$.'
    case 'det': return 'Jacobi’s rule: $\\mathrm{d} \\det Y = \\det(Y) \\operatorname{tr}(Y^{-1} \\mathrm{d}Y)$.'
    case 'logdet': return 'Rule for a log-determinant: $\\mathrm{d} \\log \\det Y = \\operatorname{tr}(Y^{-1} \\mathrm{d}Y)$.'
    case 'inner': return 'Chain rule: the outer derivative times the inner one, summed over every index between them.'
    case 'told': return `Chain rule through each argument that depends on $${wrt}$.`
    case 'map': {
      const slope = slopes[rule.fn]
      return rule.declared || !slope ? `Chain rule: $${latexName(rule.fn)}'$, times the derivative of its argument.` : `Chain rule: ${slope}, times the derivative of its argument.`
    }
    default: return rule satisfies never
  }
}
