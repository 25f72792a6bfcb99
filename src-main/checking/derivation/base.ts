/** What the lines of a derivation are held against, and what is already known of them: made once for each question. */
import { expand, spoken, type Scope, type Typed } from '../../calculus/index.ts'
import { QuestionError } from '../prepare/fault.ts'
import { readAuthor, scopeOf } from '../prepare/prepare.ts'
import type { Question } from '../question.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import { withDifferentials } from './differentials.ts'

/** What became of a step, wherever it stands: places count from its own beginning. */
export interface Judged {
  readonly state: 'equal' | 'start' | 'claim' | 'wrong' | 'unreadable' | 'undecided'
  readonly diagnosis: readonly Diagnosis[]
  /** The value of the step; null where it could not be read, and for a claim. */
  readonly value: Typed | null
}

export interface Base {
  readonly scope: Scope
  readonly goal: Typed
  /** Defined names written out. */
  readonly start: Typed | null
  /** Judgements by what they depend on: the names introduced so far, the step before, the step itself. */
  readonly known: Remembered<Judged>
}

/** The latest few hundred results by their key: a line is judged again only when it, or the one before it, was changed. */
export class Remembered<T> {
  readonly #kept = new Map<string, T>()

  /** What is known for this key in the language that is spoken, or is made now: judgements hold words. */
  get(name: string, make: () => T): T {
    const key = `${spoken()} ${name}`
    let found = this.#kept.get(key)
    if (found === undefined) {
      if (this.#kept.size >= MOST) this.#kept.delete(this.#kept.keys().next().value!)
      this.#kept.set(key, found = make())
    }
    return found
  }
}
const MOST = 1_000

const bases = new WeakMap<Question, Base>()

/** Throws `QuestionError` where the question itself is at fault. */
export function baseOf(question: Question): Base {
  let base = bases.get(question)
  if (!base) bases.set(question, base = make(question))
  return base
}

function make(question: Question): Base {
  const scope = withDifferentials(scopeOf(question), question)
  if (question.goal === undefined) throw new QuestionError('goal', words.faults.noGoal)
  const goal = readAuthor('goal', question.goal, scope, [])
  const start = question.start === undefined ? null : readAuthor('start', question.start, scope, [])
  return { scope, goal, start: start && { ...start, expr: expand(start.expr, scope) }, known: new Remembered() }
}
