/** What lint tells the author of a pack. English says which ids there are. */

export const english = {
  // Questions and their references.
  cannotBeAsked: (why: string) => `This question cannot be asked. ${why}`,
  notDerived: (why: string) => `The answer to this question could not be derived: ${why}`,
  notWritten: 'The answer to this question could not be written down in matrix or index notation.',
  contradicted: (derivative: string, why: string) => `The derivative, \`${derivative}\`, and the numeric Jacobian of \`f\` contradict each other. Do not hand out this question. ${why}`,
  unconfirmed: 'The numeric Jacobian of `f` has no value at any point that was tried, so that nothing confirms its derivative.',
  // Tests. A verdict stands with its diagnosis, where it has one.
  noTests: 'This part has no tests. Give some answers that must be right and some that must be wrong.',
  verdicts: { correct: 'right', incorrect: 'wrong', invalid: 'unreadable', undecided: 'undecided' },
  failedTest: (answer: string, wanted: string, got: string, why: string) => `The test \`${answer}\` fails: it should be ${wanted}, and is ${got}. ${why}`,
  // Hints, foreseen mistakes and solutions.
  hintTells: (answer: string) => `This hint gives the answer away: \`${answer}\` is accepted.`,
  idleRight: 'What you foresee here is never said, because this answer is right.',
  idleUnreadable: (why: string) => `What you foresee here is never said, because this answer cannot be read: ${why}`,
  idleRepeated: 'What you foresee here is never said, because a mistake before it is the same answer.',
  idleOtherwise: (said: string) => `What you foresee here is never said, because what is said to this answer is: ${said}`,
  solutionAstray: 'No formula in this solution is the answer, so that nothing holds the two together. Write the answer as a formula of its own, or as one side of an equation.',
  // The page.
  cannotBeSet: (tex: string, why: string) => `\`${tex}\` cannot be set: ${why}`,
  tooDeep: 'it is nested too deeply.',
  idlePicture: 'No text of this pack shows this picture.',
  noPicture: (name: string) => `There is no picture \`${name}\` beside this file. A picture is a PNG file of the pack.`,
  // The order of a course.
  notIntroduced: (id: string, title: string) => `This part uses \`${id}\` (${title}), which no exercise before it introduces. Explain it here or earlier, and add \`${id}\` to \`introduces\` there.`,
  notShown: (notation: string) => `The answer to this part is written with ${notation}, and no prose before it shows that. Show it first, here or in an earlier exercise.`,
  notations: {
    inverse: 'the inverse, `A^-1`', trace: 'the trace, `tr(A)`', determinant: 'the determinant, `det(A)`', kronecker: 'the Kronecker product, `kron(A, B)`',
    entrywise: 'the entrywise product, `.*`', stacking: 'stacking columns, `vec(A)`', commutation: 'the commutation matrix, `comm(M, N)`', diagonals: 'diagonals, `diag(x)`',
    delta: 'the Kronecker delta, `delta_{ij}`', sums: 'sums of entries, `sum_i`', einsum: '`einsum`',
  },
} as const
