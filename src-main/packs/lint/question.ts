/** Questions that cannot be asked: a symbol that is not declared, an `f` that cannot be read or differentiated. */
import type { Exercise, Part } from '../pack.ts'
import { nearest } from '../nearest.ts'
import type { PackProblem } from '../problem.ts'
import { valueAt } from '../yaml/places.ts'
import { isQuestionFault, verdictOf, whyAtFault } from './ask.ts'
import type { Asking } from './ask.ts'
import { words } from './words.ts'

/** What keeps the question from being asked: it is asked once, with an answer that is never empty and never matters. */
export function* questionFaults(exercise: Exercise, part: Part): Asking<PackProblem[]> {
  const first = yield* questionFault(exercise, part, part.question)
  if (first?.field !== 'f' || part.question.wrt === undefined) return first ? [first.problem] : []
  // Without what is wrong in `f`, is the rest in order?
  const second = yield* questionFault(exercise, part, { ...part.question, f: '1' })
  // One name that nothing declares is told where it stands first.
  if (first.names === part.question.wrt.trim()) return [first.problem]
  return second?.field === 'wrt' ? [first.problem, second.problem] : [first.problem]
}

interface Fault {
  readonly field: string
  readonly problem: PackProblem
  /** The words that it is about, where the checker told their place. */
  readonly names: string | null
}

function* questionFault(exercise: Exercise, part: Part, question: Part['question']): Asking<Fault | null> {
  const { source } = exercise
  try {
    yield* verdictOf(question, '0')
    return null
  } catch (error) {
    if (!isQuestionFault(error)) throw error
    const [field, ...names] = error.field.split('.') as [string, ...string[]]
    const steps = [field, ...(names.length === 0 ? [] : [writtenName(exercise, part, field, names.join('.'))])]
    const path = [part.path, []].map(at => [...at, ...steps]).find(at => valueAt(source.value, at) !== undefined)
    const asked = textAt(part.question, field, names.join('.'))
    // The checker counts in the text that was asked, which in a variant is another than the one that is written.
    const place = !path
      ? source.place(part.path)
      : error.from === undefined || asked !== valueAt(source.value, path)
        ? source.place(path)
        : source.within(path, error.from, error.to ?? error.from)
    const why = words.cannotBeAsked(whyAtFault(error))
    const near = field === 'wrt' && path ? nearest(String(asked), Object.keys(question.given)) : null
    const problem = near === null || near === asked
      ? source.problem('question', why, place)
      : source.problem('question', `${why} ${words.near(near)}`, place, asked === valueAt(source.value, path!) ? { mend: { from: place.from, to: place.to, text: near } } : {})
    return { field, problem, names: error.from === undefined || typeof asked !== 'string' ? null : asked.slice(error.from, error.to ?? error.from) }
  }
}

function textAt(question: Part['question'], field: string, name: string): unknown {
  return valueAt(question, name === '' ? [field] : [field, name])
}

/** The name of a declaration as it is written, which in a variant may be made of values: `{A}`. Filling keeps the order of names. */
function writtenName({ source, ...exercise }: Exercise, part: Part, field: string, name: string): string {
  if (field !== 'given' && field !== 'define') return name
  const shared = Object.keys(exercise[field])
  const own = Object.keys((valueAt(source.value, [...part.path, field]) as object | undefined) ?? {})
  const written = [...own, ...Object.keys((valueAt(source.value, [field]) as object | undefined) ?? {})]
  if (written.includes(name)) return name
  const at = shared.indexOf(name)
  if (at >= 0) return written[own.length + at] ?? name
  const before = Object.keys(part.question[field]).filter(each => !shared.includes(each))
  return own[before.indexOf(name)] ?? name
}
