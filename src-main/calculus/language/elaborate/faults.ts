/** Where problems and notes are put while a text is read. */
import { notes, tell, type MeaningArguments, type MeaningId, type NoteId } from '../messages/meaning.ts'
import type { Mend, Note, Problem, Span } from '../../problem.ts'

/** A problem with the mends to try, the likeliest first. Which of them reads is found out at the end. */
export interface Fault extends Problem { readonly mends: readonly Mend[] }

type Noted<K extends NoteId> = Parameters<(typeof notes)[K]>

/** More problems than these in one text help nobody. */
const most = 40

export class Faults {
  readonly problems: Fault[] = []
  readonly notes: Note[] = []

  problem<K extends MeaningId>(id: K, at: Span, said: MeaningArguments<K>, mends: readonly Mend[] = []): void {
    if (this.problems.length >= most || this.problems.some(p => p.id === id && p.from === at.from && p.to === at.to)) return
    this.problems.push({ ...tell(id, said), id, from: at.from, to: at.to, mends })
  }

  note<K extends NoteId>(id: K, at: Span, said: Noted<K>, mend?: Mend): void {
    const message = (notes[id] as (...args: Noted<K>) => string)(...said)
    if (this.notes.some(n => n.id === id && n.message === message)) return
    this.notes.push({ id, from: at.from, to: at.to, message, ...(mend ? { mend } : {}) })
  }
}

/** Thrown inside reading where a text asks for more than the budget; `read` turns it into a problem. */
export class OverBudget extends Error {
  override name = 'OverBudget'
}
