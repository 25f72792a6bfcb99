/** The sentences of a worked solution. Mathematics stands between dollar signs. English is the catalogue that says which ids there are. */

/** `a and b` */
const all = (names: readonly string[]): string => names.map(n => `$${n}$`).join(' and ')
const times = (shape: string): string => shape.replaceAll(' x ', ' × ')

export const english = {
  given: 'The function as it is given.',
  untold: 'The function is not told, only what it depends on.',
  namedArgument: (fn: string, name: string) => `Give the argument of ${fn} a name, $${name}$, so that each rule can be taken by itself.`,
  namedInverted: (name: string) => `Give the matrix that is inverted a name, $${name}$.`,
  namedInDeterminant: (name: string) => `Give the matrix in the determinant a name, $${name}$.`,
  namedInner: (name: string) => `Give the inner function a name, $${name}$, so that each rule can be taken by itself.`,
  withNames: (names: readonly string[]) => `The function with ${all(names)} in it.`,
  /** How the pieces of a formula in matrix notation are written with entries: none, one or two of `entryRules`. */
  entries: (rules: readonly string[]) => (rules.length === 0 ? 'Written with entries.' : `Written with entries: ${rules.join(', and ')}.`),
  entryRules: {
    norm: 'a squared norm is the sum of the squares of all entries',
    trace: 'a trace is the sum along the diagonal',
    softmax: 'softmax divides each exponential by the sum of them all',
    entrywise: 'an entrywise product multiplies entries at the same place',
    product: 'a matrix product sums over the index between its factors',
  },
  inner: (names: readonly string[]) => `Now the derivative${names.length > 1 ? 's' : ''} of ${all(names)}.`,
  deltas: (wrt: string, axes: number) =>
    `The derivative of one entry of $${wrt}$ by another is 1 where they are the same entry and 0 otherwise: ${axes === 1 ? 'a delta' : 'a delta for each axis'}.`,
  contracted: 'Each delta puts one index in the place of another, and its sum is gone.',
  written: (names: readonly string[]) => `With ${all(names)} written out.`,
  simplified: 'Carried out and collected.',
  answerScalar: 'This is the derivative.',
  answerMatrix: (shape: string) => `In matrix notation: these are the entries of an array of shape ${times(shape)}.`,
  answerLayout: (shape: string, layout: string) => `In matrix notation and in the ${layout} layout, the shape is ${times(shape)}.`,
  answerVec: 'With the columns of both sides stacked.',
  answerEinsum: 'As one array, in the words of NumPy.',
  answerEntry: 'This is the entry that is asked for.',
  answerShort: 'The derivative, by the rules of differentiation.',

  constant: (wrt: string) => `Nothing here depends on $${wrt}$, so that the derivative is zero.`,
  linear: (wrt: string) => `This is linear in $${wrt}$: all the rest is constant and stays as it is.`,
  sum: 'Differentiate term by term.',
  product: (wrt: string) => `Product rule: $${wrt}$ enters in more than one factor; differentiate one factor at a time, and add.`,
  square: 'Product rule for a square: both factors give the same, hence the 2, times the derivative of what is squared.',
  power: 'Power rule, times the derivative of what is raised to the power.',
  exponent: 'The exponent moves too: $\\mathrm{d}(b^u) = b^u \\log(b)\\, \\mathrm{d}u$.',
  inverse: 'Rule for an inverse: $\\mathrm{d}(Y^{-1}) = -Y^{-1}\\, \\mathrm{d}Y\\, Y^{-1}$.',
  det: 'Jacobi’s rule: $\\mathrm{d} \\det Y = \\det(Y) \\operatorname{tr}(Y^{-1} \\mathrm{d}Y)$.',
  logdet: 'Rule for a log-determinant: $\\mathrm{d} \\log \\det Y = \\operatorname{tr}(Y^{-1} \\mathrm{d}Y)$.',
  chain: 'Chain rule: the outer derivative times the inner one, summed over every index between them.',
  told: (wrt: string) => `Chain rule through each argument that depends on $${wrt}$.`,
  map: (slope: string) => `Chain rule: ${slope}, times the derivative of its argument.`,
  /** Outer derivatives that are said in words. */
  slopes: {
    abs: 'the derivative of $|u|$ is the sign of $u$',
    relu: 'the derivative of relu is a step: 1 where its argument is positive, and 0 where it is negative',
    sign: 'a sign is constant on either side of 0',
    step: 'a step is constant on either side of 0',
  },
} as const
