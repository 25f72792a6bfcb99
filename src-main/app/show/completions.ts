/** What the answer line completes: the question's own names, and the words of the answer language. */
import type { Question } from '../../checking/question.ts'
import { completionWords, givenWords } from '../words/index.ts'
import { entryByEntry, givensOf } from './givens.ts'

export interface Completion {
  readonly label: string
  readonly insert: string
  readonly detail: string
}

/** The language's own names; `insert` ends where the first argument begins. Each has its line in the catalogue. */
const known: readonly (readonly [label: string, insert: string, line: keyof typeof completionWords])[] = [
  ...(['transpose', 'inv', 'tr', 'det', 'logdet', 'norm', 'dot', 'outer', 'kron', 'diag', 'vec', 'comm'] as const).map(name => [name, `${name}(`, name] as const),
  ['sum', 'sum', 'sum'],
  ['delta', 'delta_{', 'delta'],
  ['einsum', 'einsum("', 'einsum'],
  ...(['eye', 'ones', 'zeros', 'unit'] as const).map(name => [name, `${name}(`, name] as const),
  ['pi', 'pi', 'pi'],
  ...['exp', 'log', 'sqrt', 'abs', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'relu', 'sigmoid', 'softplus', 'sign', 'step'].map(
    name => [name, `${name}(`, 'entryByEntry'] as const,
  ),
  ['softmax', 'softmax(', 'softmax'],
]

/** Declared and defined names first, then the words that no declared name hides. */
export function completionsOf(question: Question): Completion[] {
  if (question.kind === 'choice') return []
  const own = givensOf(question.given, question.define).map(({ name, shape, properties }) => {
    const elementwise = shape === entryByEntry
    const told = elementwise ? givenWords.entryByEntry : shape === 'scalar' ? givenWords.scalar : shape
    return { label: name, insert: elementwise ? `${name}(` : name, detail: [told, properties].filter(text => text !== '').join(', ') }
  })
  const taken = new Set(own.map(each => each.label))
  return [...own, ...known.filter(([label]) => !taken.has(label)).map(([label, insert, line]) => ({ label, insert, detail: completionWords[line] }))]
}
