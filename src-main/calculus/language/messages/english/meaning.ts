/**
 * What is said to a learner about a text that parses but has no meaning: one entry an id, with its code in the contract. The ids are stable:
 * tests, statistics and translations use them. `notes` are worth telling and no fault. English is the catalogue that says which ids there are.
 */
import type { ProblemCode } from '../../../problem.ts'

const row = <A extends readonly unknown[]>(code: ProblemCode, say: (...args: A) => string): { readonly code: ProblemCode; readonly say: (...args: A) => string } => ({ code, say })

/** `a, b or c` */
const either = (words: readonly string[], between = 'or'): string =>
  (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${between} ${words.at(-1)}`)
const quoted = (words: readonly string[]): readonly string[] => words.map(w => `“${w}”`)
const plural = (n: number, word: string, many = `${word}s`): string => `${n} ${n === 1 ? word : many}`
/** `3 columns`, `N rows`, `1 row`. */
const long = (size: string, word: string): string => `${size} ${word}${size === '1' ? '' : 's'}`
const write = (ways: readonly string[]): string => (ways.length === 0 ? '' : ` Write ${either(quoted(ways))}.`)
/** What a shape is called in a sentence. */
const a = (shape: string): string => (shape === 'scalar' ? 'a scalar' : shape)

export const meaning = {
  // Names
  'unknown-name': row('unknown-name', (name: string, like: string | null) => `“${name}” is not the name of anything here.${like ? ` Did you mean “${like}”?` : ''}`),
  'e-power': row('unknown-name', (exponent: string) => `“e” is not the name of anything here. The exponential function is written exp(${exponent}).`),
  'unknown-axis': row('unknown-name', (text: string, axes: readonly string[]) =>
    `“${text}” is not the length of an axis.${axes.length > 0 ? ` Use ${either(axes)}, or a number.` : ' Use a number.'}`),
  'two-splits': row('syntax', (word: string, ways: readonly string[]) => `“${word}” can be read in two ways: as ${either(quoted(ways))}. Put a space between the names.`),

  // Calls, sums, brackets
  'function-alone': row('syntax', (fn: string, text: string) => `“${text}” needs something to act on, such as ${fn}(…).`),
  'argument-count': row('syntax', (fn: string, least: number, most: number, given: number) =>
    `${fn} takes ${least === most ? plural(least, 'argument') : `at least ${plural(least, 'argument')}`}; here ${given === 1 ? 'is' : 'are'} ${given}.`),
  'unit-arguments': row('syntax', () => 'A unit vector is written unit(i, N), a matrix with a single 1 unit(i, j; M, N).'),
  'inverse-function': row('syntax', (fn: string) => `A negative power on a function name can be read in two ways: write 1/${fn}(…) for one over its value.`),
  'no-derivative-of': row('syntax', (fn: string) => `A prime cannot stand on “${fn}”: it is not applied entry by entry.`),
  'sum-without-index': row('syntax', (sign: string) => `“${sign}” needs to be told what it runs over, such as ${sign}_i.`),
  'sum-without-body': row('syntax', (sum: string) => `Nothing stands after “${sum}”: what is to be summed?`),
  'sum-from-one': row('syntax', (start: string) => `A sum runs over a whole axis, from 1. This one begins at ${start}.`),
  'bad-binder': row('syntax', (text: string) => `“${text}” does not tell what the sum runs over. Write index letters, such as _{i,j} or _{k=1}.`),
  'bad-index': row('syntax', (text: string) => `“${text}” is not an index. An index is a letter, a number from 1 up, or “:” for a whole axis.`),
  'too-many-cells': row('syntax', (text: string) => `Only one expression can stand in “${text}”.`),
  'tuple': row('syntax', (text: string) => `“${text}” is a list, not an expression. An array is written in square brackets.`),
  'empty-brackets': row('syntax', () => 'There is nothing between these brackets.'),
  'misplaced': row('syntax', (text: string) => `“${text}” cannot stand here.`),
  'too-long': row('syntax', () => 'This is too long to be read.'),
  'too-many-digits': row('syntax', (most: number) => `A number may have ${most} digits at most.`),
  'einsum-formula': row('ill-shaped', () => 'einsum begins with its formula in quotation marks, such as einsum("ij,j->i", A, x).'),
  'einsum-formula-wrong': row('ill-shaped', (formula: string, reason: string) => `The formula “${formula}” does not fit: ${reason}.`),

  // Shapes
  'sum-shapes': row('ill-shaped', (x: string, sx: string, y: string, sy: string) => `Only arrays of one shape can be added: “${x}” is ${a(sx)}, but “${y}” is ${a(sy)}.`),
  'array-plus-number': row('ill-shaped', (x: string, sx: string, y: string, _: string, ways: readonly string[]) =>
    `A scalar cannot be added to an array: “${x}” is ${a(sx)}, but “${y}” is a scalar.${write(ways)}`),
  'product-shapes': row('ill-shaped', (x: string, sx: string, y: string, sy: string, inner: string, outer: string) =>
    `These do not fit in a matrix product: “${x}” is ${a(sx)} and “${y}” is ${a(sy)}, so ${long(inner, 'column')} would meet ${long(outer, 'row')}.`),
  'columns': row('ill-shaped', (x: string, sx: string, y: string, sy: string, ways: readonly string[]) =>
    `Two columns cannot be multiplied: “${x}” is ${a(sx)} and “${y}” is ${a(sy)}.${write(ways)}`),
  'left-to-right': row('ill-shaped', (x: string, sx: string, y: string, sy: string, bracket: string) =>
    `Products are read from left to right, and “${x}” (${a(sx)}) does not fit to “${y}” (${a(sy)}). Brackets mend it: “${bracket}”.`),
  'many-axes': row('ill-shaped', (x: string, sx: string) =>
    `“${x}” is ${a(sx)}: an array of three or more axes cannot stand in a matrix product. Write it with indices, or with einsum.`),
  'transpose-axes': row('ill-shaped', (x: string, sx: string) => `“${x}” is ${a(sx)}: only a vector or a matrix has a transpose.`),
  'entrywise-shapes': row('ill-shaped', (x: string, sx: string, y: string, sy: string) =>
    `Entry by entry, both must be of one shape: “${x}” is ${a(sx)}, but “${y}” is ${a(sy)}.`),
  'divide-by-array': row('ill-shaped', (y: string, sy: string) => `“/” divides by a scalar, but “${y}” is ${a(sy)}. Entry by entry, write “./”; for a matrix, multiply by its inverse.`),
  'power-of-array': row('ill-shaped', (x: string, sx: string, ways: readonly string[]) =>
    `Only scalars and square matrices have powers: “${x}” is ${a(sx)}.${write(ways)}`),
  'matrix-exponent': row('ill-shaped', (x: string, sx: string) => `“${x}” is ${a(sx)}: a matrix has whole powers only. Entry by entry, write “.^”.`),
  'power-too-high': row('ill-shaped', (most: number) => `A power of a matrix may be ${most} at most.`),
  'exponent-shape': row('ill-shaped', (x: string, sx: string) => `An exponent must be a scalar: “${x}” is ${a(sx)}. Entry by entry, write “.^”.`),
  'not-square': row('ill-shaped', (what: string, x: string, sx: string) => `“${what}” needs a square matrix: “${x}” is ${a(sx)}.`),
  'bars-of-array': row('ill-shaped', (x: string, sx: string) => `Bars are the determinant of a square matrix: “${x}” is ${a(sx)}. A norm is written with two bars.`),
  'softmax-of': row('ill-shaped', (x: string, sx: string) => `softmax takes a vector: “${x}” is ${a(sx)}.`),
  'ragged': row('ill-shaped', (width: number, which: number, has: number) => `All rows of an array must be equally long: row 1 has ${plural(width, 'entry', 'entries')}, row ${which} has ${has}.`),
  'blocks': row('ill-shaped', (which: string, x: string, sx: string, y: string, sy: string) =>
    `Blocks in one ${which} must have the same number of ${which}s: “${x}” is ${a(sx)}, but “${y}” is ${a(sy)}.`),
  'block-axes': row('ill-shaped', (x: string, sx: string) => `“${x}” is ${a(sx)}: only scalars, vectors and matrices can be put together to an array.`),
  'nested-blocks': row('ill-shaped', (x: string) => `“${x}” is made of blocks itself: write all blocks in one array.`),
  'open-size': row('ill-shaped', (x: string, sizes: readonly string[]) =>
    `Nothing tells the size of “${x}”.${sizes.length > 0 ? ` Give it, such as “${sizes[0]}”.` : ''}`),
  'free-inside': row('ill-shaped', (index: string, x: string) => `“${x}” depends on the index ${index}: an inverse or a determinant for each value of an index is not in the language.`),

  // Indices
  'index-count': row('ill-shaped', (x: string, sx: string, wanted: number, given: number) => `“${x}” is ${a(sx)}: it takes ${plural(wanted, 'index', 'indices')}, and here ${given === 1 ? 'is' : 'are'} ${given}.`),
  'entry-of-scalar': row('ill-shaped', (x: string) => `“${x}” is a scalar: it has no entries.`),
  'index-zero': row('ill-shaped', (x: string) => `Entries are counted from 1: “${x}” has no entry 0.`),
  'index-range': row('ill-shaped', (x: string, at: string, size: string) => `“${x}” has no entry ${at}: this axis is ${size} long.`),
  'delta-indices': row('ill-shaped', (x: string, _: number) => `“${x}”: a delta compares two indices, such as delta_{ij}.`),
  'two-sizes': row('ill-shaped', (index: string, one: string, where: string | null, other: string, here: string | null) =>
    where !== null && where === here ? `The index ${index} runs over two sizes in “${here}”: ${one} and ${other}.` : `The index ${index} runs over two sizes: ${one}${where ? ` in “${where}”` : ''}, but ${other}${here ? ` in “${here}”` : ''}.`),
  'component-size': row('component-size', (index: string, one: string, here: string, other: string) =>
    `In this question ${index} runs over ${one}, but in “${here}” it stands on an axis of ${other}.`),
  'apart-sizes': row('ill-shaped', (a: string, one: string, b: string, other: string) => `${a} ≠ ${b} compares nothing: ${a} runs over ${one} and ${b} over ${other}.`),
  'unbound-index': row('unbound-index', (index: string) =>
    `The index ${index} is bound by nothing: it occurs once, under no sum, and the question does not name it.`),
  'index-thrice': row('unbound-index', (index: string, times: number, x: string) => `The index ${index} occurs ${times} times in “${x}”: without a sum, it is not clear what is summed. Write sum_${index}.`),
  'explicit-sum': row('unbound-index', (index: string, x: string) => `The index ${index} occurs twice in “${x}” under no sum. This question asks that sums are written: sum_${index}.`),
  'sum-index-unused': row('unbound-index', (index: string, x: string) => `The sum runs over ${index}, but ${index} does not occur in “${x}”.`),

  // Forms that are refused
  'spectral-norm': row('form', (x: string) => `“${x}” is the spectral norm, which is not in the language. The Frobenius norm is written ||A||_F.`),
  'other-norm': row('form', (x: string, sub: string) => `“${x}”: norms with “${sub}” are not in the language, only the 2-norm of a vector and the Frobenius norm of a matrix.`),
  'asked-derivative': row('form', (x: string) => `“${x}” is the very derivative that is asked: write out what it is.`),
  'not-an-argument': row('form', (f: string, x: string, of: readonly string[]) =>
    `${f} does not depend directly on ${x}, so it has no partial derivative by it.${of.length > 0 ? ` Its arguments are ${either(of, 'and')}.` : ''}`),
  'derivative-of-expression': row('form', (x: string) => `“${x}”: only the derivative of a name by a name can be written like this. Write the derivative out.`),
  'half-vec': row('form', (x: string) => `“${x}”: either both sides stand in vec, or neither.`),

  // Declarations
  'bad-name': row('syntax', (text: string) => `“${text}” cannot be a name. A name is a Latin or Greek letter or word, perhaps with a subscript: A, theta, A_1.`),
  'given-twice': row('syntax', (name: string) => `“${name}” is declared twice.`),
  'bad-shape': row('syntax', (text: string) => `“${text}” is not a shape. A shape is “scalar”, or axes such as “M x N”; an axis is a name, a positive whole number, or a product such as M*N.`),
  'bad-property': row('syntax', (text: string, all: readonly string[]) => `“${text}” is not a property. There are: ${all.join(', ')}.`),
  'property-needs-square': row('ill-shaped', (name: string, property: string, shape: string) => `Only a square matrix can be ${property}: “${name}” is ${a(shape)}.`),
  'bad-dependence': row('syntax', (text: string) => `After “of” stand the names that this depends on, such as “of x, t”; “${text}” is none.`),
  'circle': row('ill-shaped', (names: readonly string[]) => `These are defined by each other in a circle: ${names.join(' → ')}.`),
  'define-equation': row('syntax', () => 'A definition is an expression, without “=”.'),
} as const satisfies Readonly<Record<string, { readonly code: ProblemCode; readonly say: (...args: never[]) => string }>>

export const notes = {
  'summed-index': (index: string, x: string) => `${index} occurs twice in “${x}”, so it is read as summed.`,
  'sum-reaches': (index: string, x: string, bracketed: string) => `The sum over ${index} reaches over “${x}” too. Brackets would end it: “${bracketed}”.`,
  'call-reaches': (fn: string, x: string, bracketed: string) => `${fn} reaches over all of “${x}”. Brackets would end it: “${bracketed}”.`,
  'power-of-entry': (x: string, entry: string) => `“${x}” is read as one over the entry “${entry}”.`,
} as const satisfies Record<string, (...args: never[]) => string>

/** Why the formula of an einsum does not fit: the end of the sentence `einsum-formula-wrong`. */
export const einsumReasons = {
  'arrays': (wanted: number, given: number) => `it is for ${plural(wanted, 'array')}, and here ${given === 1 ? 'is' : 'are'} ${given}`,
  'letters': (input: string, letters: number, x: string, sx: string) => `"${input}" has ${plural(letters, 'letter')}, and ${x} is ${a(sx)}`,
  'sizes': (letter: string, one: string, where: string, other: string, here: string) => `${letter} is ${one} in ${where}, but ${other} in ${here}`,
  'dots': () => 'dots are not in the language: give each axis a letter',
  'signs': () => 'it is letters and commas, then ->, then letters',
  'unknown-output': (letter: string) => `${letter} stands after the arrow, but not before it`,
  'output-twice': (letter: string) => `${letter} stands twice after the arrow`,
} as const satisfies Readonly<Record<string, (...args: never[]) => string>>
