/** The learner's attempts, newest first, each with its verdict as it was. */
import { verdict as verdictSchema } from '../contract.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { problemWords } from '../words/index.ts'
import type { LoggedEvent } from '../../progress/index.ts'

type Attempt = CallOutput<'history'>['attempts'][number]

export function history(desk: Desk, input: CallInput<'history'>): CallOutput<'history'> {
  const { pack, exercise, limit = 50 } = input
  const events = desk.keeper.history({
    kind: 'attempt',
    limit,
    ...(pack === undefined ? {} : { pack, ...(exercise === undefined ? {} : { exercise }) }),
  })
  return { attempts: events.map(attemptOf) }
}

function attemptOf(event: LoggedEvent): Attempt {
  const { uuid, at, pack, exercise, part, answer } = event
  return { id: uuid, at: new Date(at).toISOString(), pack, exercise, part, answer: answer ?? '', verdict: verdictOf(event) }
}

/** A verdict that damage, or a version of another format, has made unreadable is said to be so; the answer is still there. */
export function verdictOf(event: LoggedEvent): Attempt['verdict'] {
  const parsed = verdictSchema.safeParse(event.verdict)
  return parsed.success
    ? parsed.data
    : { verdict: 'undecided', diagnosis: [], sentence: problemWords.verdictUnreadable, notes: [] }
}
