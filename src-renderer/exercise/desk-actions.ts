/** What can be done at the desk, each with its key: for the palette and for the keys themselves. */
import type { Action } from '../state/actions.svelte.ts'
import { place } from '../state/place.svelte.ts'
import { exerciseAddress, libraryAddress } from '../state/route.ts'
import type { Session } from '../state/session.svelte.ts'

/** What the desk's elements can do for an action. */
export interface DeskHands {
  focus(): void
  mend(): void
  complete(): void
  tab(name: 'proof' | 'numbers'): void
}

/** On to the next part, after the last to the next exercise, after the last of these to the library. */
export function goNext(session: Session): void {
  const { pack, id, next } = session.exercise
  const part = session.desks[session.at + 1]?.part
  if (part !== undefined) place.go(exerciseAddress(pack, id, part.id))
  else place.go(next === null ? libraryAddress : exerciseAddress(next.pack, next.id))
}

/** Back to the part before this one, if there is one. */
export function goPrevious(session: Session): void {
  const part = session.desks[session.at - 1]?.part
  if (part !== undefined) place.go(exerciseAddress(session.exercise.pack, session.exercise.id, part.id))
}

/** The actions of an open exercise. They ask the session afresh each time, so that one list serves for all its parts. */
export function deskActions(session: Session, hands: DeskHands): readonly Action[] {
  const evidence = () => session.desk?.judged?.verdict.evidence !== undefined
  return [
    { title: 'action.check', keys: 'Mod+Enter', run: () => void session.desk?.check() },
    { title: 'action.mend', keys: 'Alt+Enter', can: () => session.desk?.reading?.problems[0]?.mend !== undefined, run: hands.mend },
    { title: 'action.next', keys: 'Alt+N', run: () => goNext(session) },
    { title: 'action.previous', keys: 'Alt+P', can: () => session.at > 0, run: () => goPrevious(session) },
    { title: 'action.answer', keys: 'Alt+A', run: hands.focus },
    { title: 'action.hint', keys: 'Alt+H', can: () => (session.desk?.hintsLeft ?? 0) > 0, run: () => void session.desk?.hint() },
    { title: 'action.solution', keys: 'Alt+S', run: () => void session.desk?.showSolution() },
    { title: 'action.proof', keys: 'Alt+1', can: evidence, run: () => hands.tab('proof') },
    { title: 'action.numbers', keys: 'Alt+2', can: evidence, run: () => hands.tab('numbers') },
    { title: 'action.complete', keys: 'Mod+Space', local: true, run: hands.complete },
    { title: 'action.leave', keys: 'Tab', local: true, run: () => undefined },
  ]
}
