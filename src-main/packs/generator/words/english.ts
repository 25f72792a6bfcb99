/** What a generated exercise says: titles, prompts, hints, solutions. Arguments are formulas for between dollar signs. English says which ids there are. */

export const english = {
  and: (parts: readonly string[]) => parts.join(' and '),
  titles: { shapes: 'Shapes', compute: 'Derivatives', abstract: 'Chain rule', indices: 'Entries' },
  title: (outcome: string, level: number) => `${outcome}, level ${level}`,

  with: (formula: string, inner: string) => `${formula} with ${inner}`,
  dependsOn: (name: string, on: string) => `$${name}$ depends on ${on}`,
  here: (depends: readonly string[]) => `Here ${depends.join(', and ')}.`,
  untold: (depends: readonly string[]) => `Here ${depends.join(', and ')}, in ways that are not told: write their derivatives as they are.`,
  is: (name: string, kinds: string) => `$${name}$ ${kinds}`,
  kinds: {
    symmetric: 'is symmetric', diagonal: 'is diagonal', posdef: 'is positive definite', orthogonal: 'is orthogonal', invertible: 'has an inverse', positive: 'has positive entries',
    nonzero: 'has no entry that is zero',
  },
  kindsTogether: (statements: readonly string[]) => `${statements.join(', and ')}.`,

  differentiate: (f: string, wrt: string) => `Differentiate ${f} by $${wrt}$.`,
  hessian: (origin: string, f: string, wrt: string) => `The gradient of $h = ${origin}$ by $${wrt}$, as a column, is ${f}. Differentiate it once more by $${wrt}$: the result is the Hessian of $h$.`,
  giveEntry: (entry: string) => `Give the entry $${entry}$.`,
  giveStacked: (derivative: string) => `Stack the columns on both sides: give $${derivative}$.`,
  useLayout: (layout: 'numerator' | 'denominator') => `Use the ${layout} layout.`,

  asProduct: (formula: string) => `Write $f = ${formula}$ without indices, as a product of arrays. An index that occurs twice is summed.`,
  hintFactors: 'In a matrix product $A B$ the last index of $A$ and the first of $B$ are the same: put factors side by side where they share an index.',
  hintTranspose: 'Where an index stands in the wrong place, $A_{ij} = (A^{\\mathsf T})_{ji}$ exchanges the two.',
  hintTrace: 'A first index that comes back as the last one closes a circle: that is a trace.',
  hintLetters: 'The letters before the arrow are the indices of the arrays, in their order.',
  hintArrow: 'A letter that does not come after the arrow is summed.',
  hintProduct: 'A matrix product $A B$ has the entries $(A B)_{ij} = \\sum_k A_{ik} B_{kj}$: the inner index is summed.',
  theNumber: (array: string) => `the number \`${array}\``,
  theEntry: (entry: string, array: string) => `the entry $${entry}$ of \`${array}\``,
  withEntries: (what: string) => `Write ${what} with entries: every sum either written or by Einstein’s convention.`,
  hintAllSummed: 'The result is a scalar, so that every index is summed over.',
  hintOthersSummed: (names: readonly string[]) => `Every index but $${names.join('$, $')}$ is summed over.`,

  showLines: (f: string, line: string, wrt: string, typed: string) =>
    `Let ${f}. Show line by line that $\\mathrm{d}f = ${line}$, where $\\mathrm{d}${wrt}$ is a small change of $${wrt}$, typed \`d${typed}\`.`,
  hintDifferential: (wrt: string) =>
    `Begin with $\\mathrm{d}f$, and take one rule in each line: $\\mathrm{d}(u v) = \\mathrm{d}u\\, v + u\\, \\mathrm{d}v$, and what does not depend on $${wrt}$ has no differential.`,
  hintLast: 'At the end, bring the differential to the right of everything else. A scalar equals its transpose, and a trace may be turned round.',
  changePutIn: (wrt: string) => `With the change of $${wrt}$ put in.`,

  shapeOf: (what: string, told: string) => `What is the shape of $${what}$${told === '' ? '' : ` for ${told}`}?`,
  solutionTarget: 'Target first, then input:',
  hintShapes: (target: string, input: string) => `Look at the shapes of $${target}$ and of $${input}$. How many axes has each?`,
  hintFirst: (input: string) => `First find the shape of $f$ itself; that of $${input}$ is given.`,
  hintBetween: 'What stands between or beyond the two plays no part in the shape.',
  hintEntries: 'There is one entry for each entry of the target and each entry of the input: the axes of the target, then those of the input.',
  hintDenominator: 'In the denominator layout a derivative by a vector stands upright, as the input does.',
  hintNumerator: 'In the numerator layout the input is transposed.',
  solutionInner: 'Inner axes meet and vanish, outer ones stay:',
  hintBeneath: 'Write the shape beneath each factor. A vector is a column, and its transpose a row.',
  hintMeet: 'In a product the inner axes meet and vanish; in a sum, and entry by entry, the shapes are the same.',
  secondShape: (f: string, what: string) => `$${f}$ is a number. What is the shape of $${what}$?`,
  inOrder: (first: string, then: string) => `It is differentiated by $${first}$ first, and then by $${then}$.`,
  hintFirstDerivative: (by: string) => `The first derivative has one entry for each entry of $${by}$.`,
  hintSecondDerivative: (by: string) => `Each of these is a target of the second derivative, and each entry of $${by}$ an input: target by input.`,
  solutionSecond: 'Those of the first derivative, by those of the second input:',
} as const
