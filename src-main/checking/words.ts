/** Every sentence that the checker says, in one place, by stable ids. */
import type { DiagnosisCode, Proof } from './verdict.ts'

export const words = {
  correct: 'Right.',
  correctNumeric: 'Right, as far as numbers can tell.',
  incorrect: 'Not right yet.',
  invalid: 'This cannot be read yet, so it does not count.',
  undecided: 'Nabla could not decide this answer, so it does not count.',
  contradiction: 'Two of the checks contradict each other, so this answer does not count. It is kept for the author of the exercise.',
  shape: (yours: string, asked: string) => `Your answer has the shape ${yours}, but ${asked} is asked for.`,
  shapeEntry: (yours: string, names: string) => `Your answer has the shape ${yours}, but one entry is asked for: write it with the indices ${names}.`,
  layout: (yours: string, asked: string) => (yours === asked ? 'This is the transpose of what is asked for.' : `Right in another layout: yours is ${yours}, and ${asked} is asked for.`),
  layoutNamed: (yours: string, asked: string, shape: string) => `Right in the ${layoutName(yours)} layout, but the ${layoutName(asked)} layout is asked for${shape === '' ? '' : `: its shape is ${shape}`}.`,
  transposedAgrees: (points: number) => `The numbers say the same: transposed, your answer is the Jacobian at ${points} random points.`,
  sign: 'Right up to its sign.',
  signOfTerm: 'The sign of this term is not right.',
  signOfTerms: 'The signs of some terms are not right.',
  factor: (yours: string) => `Right up to a constant factor: yours is ${yours} times what is asked for.`,
  factorOfTerm: 'The number in front of this term is not right.',
  factorOfTerms: 'The numbers in front of some terms are not right.',
  indexSwap: (a: string, b: string) => `Right with ${a} and ${b} exchanged.`,
  indexSwapAll: 'Right with the free indices in another order.',
  componentSize: 'An index of the entry that is asked for stands on an axis of another size.',
  symmetricOnly: (name: string) => `This is right only if ${name} is symmetric.`,
  specialOnly: (name: string, property: string) => `This is right only if ${name} is ${property}.`,
  squareOnly: (a: string, b: string) => `This is right only where ${a} = ${b}.`,
  missingTerm: 'Part of the sum is missing.',
  missingOccurrence: (name: string, which: string) => `You differentiated only the ${which} ${name}: the product rule needs every place where ${name} stands.`,
  missingTerms: 'Some terms of the sum are missing.',
  extraTerms: 'There are terms too many.',
  extraTerm: 'There is a term too many.',
  extraHere: 'This term is too much.',
  chain: 'The inner derivative is missing: the chain rule multiplies by it.',
  chainOuter: 'The outer derivative is missing: the function itself stands where its derivative belongs.',
  chainStage: 'The derivative of one of the functions is missing: the chain rule multiplies by each of them.',
  order: 'The factors stand in the wrong order: matrix products do not commute.',
  orderHere: 'These factors stand in the wrong order: matrix products do not commute.',
  placesHere: (a: string, b: string) => `${a} and ${b} stand in each other’s place.`,
  transposeHere: 'A transpose is missing or too much here.',
  inverseHere: 'An inverse is missing or too much here.',
  entrywiseHere: 'An entrywise product is not a matrix product.',
  wrongVariable: (name: string) => `This is the derivative by ${name}.`,
  rowStacked: 'vec stacks columns; yours stacks rows.',
  kronOrder: 'The factors of the Kronecker product stand in the wrong order.',
  sumMissing: (index: string) => `The sum over ${index} is missing.`,
  domain: 'This agrees where it has a value, but it has none at some points where the derivative has one.',
  domainNowhere: 'This has no value anywhere, but the derivative has one.',
  formIndex: 'Right, but this asks for index notation: name the entries.',
  formMatrix: 'Right, but this asks for matrix notation, without indices.',
  empty: 'There is no answer yet.',
  tooManyLines: (most: number) => `A derivation has at most ${most} lines.`,
  lineDiffers: 'This does not equal the line before.',
  lineWrong: 'One line does not follow from the one before.',
  linesWrong: (n: number) => `${n} lines do not follow from the ones before. Each is held against the line above it, so a slip does not spoil what follows.`,
  claimForm: 'After “since” an equation was expected, such as tr(A B) = tr(B A).',
  claimFalse: 'This claim does not hold.',
  circular: (name: string) => `${name} is introduced by itself.`,
  goalMissing: 'The lines are right, but the goal is not reached yet.',
  goalForm: 'The last line equals the goal, but it does not have its form yet.',
} as const

/** How a verdict was reached, for the sentence. */
export const proofWords: Readonly<Record<Proof, string>> = {
  symbolic: 'Proved: both sides have the same normal form.',
  exact: 'Equal at random points in exact arithmetic.',
  numeric: 'Equal at random points, by the numeric Jacobian.',
  counterexample: 'A point shows the difference.',
}

/** The codes that make an answer invalid. */
export const invalidCodes: ReadonlySet<DiagnosisCode> = new Set(['syntax', 'unknown-name', 'ill-shaped', 'unbound-index', 'form'])

/** The Jacobian is named after Jacobi. */
function layoutName(name: string): string {
  return name === 'jacobian' ? 'Jacobian' : name
}
