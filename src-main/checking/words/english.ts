/** Every sentence that the checker says, by stable ids. English is the catalogue that says which ids there are. */

/** The Jacobian is named after Jacobi. */
const layoutName = (name: string): string => (name === 'jacobian' ? 'Jacobian' : name)
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

export const english = {
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
  missingOccurrence: (name: string, which: number) => `You differentiated only the ${ordinals[which - 1] ?? `${which}th`} ${name}: the product rule needs every place where ${name} stands.`,
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
  domain: 'This agrees where it has a value, but it has none at some points where what is asked for has one.',
  domainNowhere: 'This has no value anywhere, but what is asked for has one.',
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
  lineEquals: ' equals ',
  contradictionOf: (proof: 'symbolic' | 'exact') => `The ${proof} judge finds both equal, the numeric Jacobian finds them different.`,
  contradictionExact: 'The exact judge finds a difference, the numeric Jacobian finds none.',

  notAnOption: (given: string, ids: string) => `${given} is not one of the options: they are ${ids}.`,
  choiceMissing: 'What you chose is right, but something is missing.',
  choiceTooMuch: 'Something that you chose is too much.',

  noSingleValue: 'A number is asked for, and this has no single value.',
  entriesOff: (off: number, all: number) => `${off} of ${all} entries are not right.`,

  axesOrder: 'The axes are right, but they stand in another order.',
  axesOther: 'These are not the axes it has.',
  axisOfOne: 'An axis of size 1 stands in the wrong place.',
  groupedOtherwise: 'The axes are right, but they are grouped in another way.',
  groupingMissing: 'The axes are right, but the grouping (target) × (input) is missing or another.',
  shapeBracketExtra: 'This bracket closes nothing.',
  shapeSeparator: (found: string) => `Here a × or a comma between two axes was expected, not “${found}”.`,
  shapeAxisAfter: 'After this × an axis is missing.',
  shapeAxisBefore: 'Before this × an axis is missing.',
  shapeAxisAtEnd: 'An axis is missing at the end.',
  shapeBracketOpen: 'This bracket is not closed.',
  shapeNoEntries: 'An axis has at least one entry.',
  shapeStray: (what: string) => `“${what}” has no meaning in a shape: write axes joined by ×.`,
  shapeUnknownAxis: (what: string, names: string) => `${what} is not an axis of this question: the axes are ${names}.`,
  shapeBy: ' by ',

  ended: (work: 'check' | 'reading', why: 'deadline' | 'memory' | 'crash' | 'closed' | 'superseded', seconds: number) => {
    switch (why) {
      case 'deadline': return `The ${work} of this answer was ended after ${seconds} seconds without a result, so it does not count. A shorter form may work.`
      case 'memory': return `The ${work} of this answer needed more memory than it may take and was ended, so it does not count. A shorter form may work.`
      case 'crash': return `The ${work} of this answer stopped on an error of Nabla's own, so it does not count. The answer is kept as you typed it.`
      case 'closed': return `The ${work} of this answer was not finished, because Nabla is closing. It does not count.`
      case 'superseded': return 'A newer text took the place of this one before it was read.'
    }
  },
} as const
