/** What the app itself says to a learner: why something cannot be done, and what a question asks for. English says which ids there are. */

/** Why something cannot be done. */
export const refusals = {
  closing: 'Nabla is closing.',
  unknownCall: 'The window asked for something that Nabla does not know.',
  badInput: (call: string, where: string) => `The window sent "${call}" something that does not fit: ${where}.`,
  badOutput: (call: string, where: string) => `Nabla answered "${call}" with something that does not fit: ${where}. This is an error of Nabla's own.`,
  ownError: (call: string) => `Nabla met an error of its own in "${call}". What you typed is still here; try once more.`,
  tooSlow: 'This file took too long to arrive. Choose it once more.',

  packTooLarge: 'This file is larger than a pack can be.',
  packUnreadable: 'This file cannot be opened as a pack.',
  packErrors: (errors: number) => `This pack has ${errors === 1 ? 'an error' : `${errors} errors`}, and is not installed. Its author can mend ${errors === 1 ? 'it' : 'them'}.`,
  packIdTaken: (id: string, title: string) => `The id “${id}” belongs to “${title}”, which comes with Nabla. Its author must give this pack an id of its own.`,
  packLookAgain: 'This pack must be looked over once more before it is installed.',
  packBuiltIn: 'This pack comes with Nabla and cannot be removed.',
  packNotThere: (id: string) => `There is no pack “${id}” to remove.`,
  packNotKept: (id: string) => `The pack “${id}” is no longer there to be brought back.`,
  packNoLonger: 'This pack can no longer be opened.',
  packUnknown: (id: string) => `There is no pack “${id}”. It may have been removed.`,
  packFileGone: (id: string) => `The file of the pack “${id}” is gone.`,
  packName: 'A pack is a file whose name ends in .nabla.',
  pictureUnknown: (name: string) => `There is no picture “${name}” in this pack.`,
  fileUnreadable: (name: string, code: string) => `The file ${name} cannot be read: ${code}.`,
  fileNotTaken: (name: string, reason: string) => `The file ${name} cannot be taken: ${reason}`,
  diskFull: 'The disk is full. Nothing was changed.',
  packsFolder: (code: string) => `The folder of packs cannot be written: ${code}. Nothing was changed.`,

  exerciseUnknown: (id: string, pack: string) => `There is no exercise “${id}” in the pack “${pack}”. It may have been removed or renamed.`,
  variantUnshown: (title: string) => `This variant of “${title}” cannot be shown: its texts break a limit of the format.`,
  partUnknown: (exercise: string, part: string) => `The exercise “${exercise}” has no part “${part}”. It may have been removed or renamed.`,
  practiceUnknown: (id: string) => `There is no exercise “${id}” to practise.`,
  onlyOne: 'There is only one of this exercise.',
  noSolution: 'This part has no worked solution.',

  noDay: (name: string) => `There is no day ${name}.`,
  noPage: 'This page of the history is not there. Begin with the newest.',
  noAttempt: 'There is no such attempt in this learner’s history.',

  learnerThere: (name: string) => `There is a learner “${name}” already.`,
  learnerUnknown: (name: string) => `There is no learner “${name}”.`,
  unsavedFirst: 'Something that you did is not saved yet. Nabla stays with this learner until it is.',

  exportGone: 'This file is no longer held. Export it once more.',
  progressTooLarge: 'This file is larger than a progress file can be.',
  progressLookAgain: 'This file must be looked over once more before it is taken in.',
  progressPath: 'A progress file is named by its full path.',
  thisFile: 'This file',
  thisFileUnreadable: 'This file cannot be read.',
  exportDiskFull: 'The disk is full, so the file could not be made. Your progress is safe.',
  exportFailed: (code: string) => `The file could not be made: ${code}. Your progress is safe.`,
} as const

/** What the library should tell of packs and of the store. */
export const problems = {
  unsaved: (count: number) => `${count === 1 ? 'One thing that you did is' : `${count} things that you did are`} not saved yet. Nabla keeps trying as long as it is open.`,
  packsUnreadable: (code: string) => `The installed packs cannot be read: ${code}.`,
  packsFolderUnreadable: (folder: string, code: string) => `The folder of exercise packs, ${folder}, cannot be read: ${code}.`,
  idOfBuiltIn: (title: string, id: string) => `The installed pack “${title}” has the id “${id}”, which belongs to a pack that comes with Nabla. It is left out.`,
  idTwice: (file: string, id: string) => `${file}: another pack has the id “${id}” already. This one is left out.`,
  at: (file: string, line: number, column: number, message: string) => `${file}, line ${line}, column ${column}: ${message}`,
  verdictUnreadable: 'The verdict of this attempt can no longer be read.',
} as const

/** What form an answer should have. */
export const asks = {
  shapeGrouped: 'A shape, such as K x L, (K, L) or K x (L x K), with its groups.',
  shape: 'A shape, such as K x L or (K, L). Groups do not matter.',
  derivation: 'Line by line, each equal to the one before. The first line may be left out.',
  number: 'A number, or an expression that gives it.',
  chooseAll: 'Choose all that are right.',
  chooseOne: 'Choose one.',
  stacked: 'Columns stacked, target by input.',
  stackedDenominator: 'Columns stacked, input by target (denominator layout).',
  jacobian: 'Layout: target by input (Jacobian).',
  numerator: 'Layout: numerator.',
  denominator: 'Layout: denominator.',
  entry: (names: readonly string[]) => `One entry, with ${names.length === 1 ? 'the index' : 'the indices'} ${names.join(', ')}.`,
  sums: 'Write every sum out.',
  withoutIndices: 'Without indices.',
  withIndices: 'With indices.',
} as const

/** What is known of a symbol. */
export const givens = {
  entryByEntry: 'entry by entry',
  dependsOn: (names: string) => `depends on ${names}`,
  scalar: 'scalar',
  properties: {
    symmetric: 'symmetric', skew: 'skew', diagonal: 'diagonal', orthogonal: 'orthogonal', invertible: 'invertible', posdef: 'posdef', lower: 'lower', upper: 'upper',
    positive: 'positive', nonzero: 'nonzero',
  },
} as const

/** The words of the answer language, a line on each. */
export const completions = {
  transpose: 'transpose, also ^T or a prime',
  inv: 'inverse of a square matrix, also ^-1',
  tr: 'trace: sum of the diagonal',
  det: 'determinant',
  logdet: 'logarithm of the determinant',
  norm: '2-norm of a vector, Frobenius norm of a matrix; also ||x||',
  dot: 'inner product: sum of the products of entries',
  outer: 'outer product of two columns, x y^T',
  kron: 'Kronecker product, also ⊗',
  diag: 'vector to diagonal matrix, matrix to its diagonal',
  vec: 'columns stacked on top of each other',
  comm: 'comm(M,N) vec(A) = vec(A^T) for A of M x N',
  sum: 'sum over indices, sum_{i,j} …, or of all entries, sum(A)',
  delta: 'Kronecker delta: one where the indices agree, else zero; also [i = j]',
  einsum: 'index formula as in NumPy: einsum("ij,j->i", A, x)',
  eye: 'identity matrix, eye(N); also I or I_N',
  ones: 'all entries one, ones(N) or ones(M,N); also 1_N',
  zeros: 'all entries zero, zeros(M,N); also 0',
  unit: 'unit vector, unit(i,N); also e_i',
  pi: 'the number π',
  entryByEntry: 'entry by entry',
  softmax: 'exp of each entry, divided by their sum',
} as const
