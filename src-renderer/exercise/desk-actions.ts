/** What can be done at the desk, each with its key: for the palette and for the keys themselves. */
import type { Action } from '../state/actions.svelte.ts'
import type { Onward } from '../practice/onward.svelte.ts'
import { place } from '../state/place.svelte.ts'
import type { Session } from '../state/session.svelte.ts'

/** What the desk's elements can do for an action. */
export interface DeskHands {
  focus(): void
  mend(): void
  complete(): void
  symbols(): void
  walk(): void
  tab(name: 'proof' | 'numbers'): void
}

/** Back to the part before this one, if there is one. */
export function goPrevious(session: Session): void {
  const part = session.desks[session.at - 1]?.part
  if (part !== undefined) place.go(session.addressOf(part.id))
}

/** The actions of an open exercise. They ask the session afresh each time, so that one list serves for all its parts. */
export function deskActions(session: Session, onward: Onward, hands: DeskHands): readonly Action[] {
  const evidence = () => session.desk?.judged?.verdict.evidence !== undefined
  return [
    { title: 'action.check', run: () => void session.desk?.check() },
    { title: 'action.mend', can: () => session.desk?.reading?.problems[0]?.mend !== undefined, run: hands.mend },
    { title: 'action.next', run: () => void onward.next() },
    { title: 'action.another', can: () => onward.another, run: () => void onward.anotherOne() },
    { title: 'action.previous', can: () => session.at > 0, run: () => goPrevious(session) },
    { title: 'action.answer', run: hands.focus },
    { title: 'action.symbols', can: () => session.desk?.part.kind !== 'choice', run: hands.symbols },
    { title: 'action.walk', can: () => (session.desk?.reading?.parts.length ?? 0) > 0, run: hands.walk },
    { title: 'action.hint', can: () => (session.desk?.hintsLeft ?? 0) > 0, run: () => void session.desk?.hint() },
    { title: 'action.solution', run: () => void session.desk?.showSolution() },
    { title: 'action.proof', can: evidence, run: () => hands.tab('proof') },
    { title: 'action.numbers', can: evidence, run: () => hands.tab('numbers') },
    { title: 'action.complete', run: hands.complete },
    { title: 'action.leave', run: () => undefined },
  ]
}
