/** What is said to a learner about a text that parses but has no meaning, by its stable id, in the language that is spoken. */
import type { ProblemCode } from '../../problem.ts'
import * as english from './english/meaning.ts'
import * as german from './german/meaning.ts'
import { inEveryTongue, type Catalogue } from './tongue.ts'

type Rows = typeof english.meaning
export type MeaningId = keyof Rows
export type NoteId = keyof typeof english.notes
/** What a message wants to be told. */
export type MeaningArguments<K extends MeaningId> = Parameters<Rows[K]['say']>

const said = Object.fromEntries(Object.entries(english.meaning).map(([id, row]) => [id, row.say])) as unknown as { readonly [K in MeaningId]: Rows[K]['say'] }
const sentences = inEveryTongue<typeof said>({ en: said as Catalogue<typeof said>, de: german.meaning })

/** The sentence of a message, and its code in the contract. */
export function tell<K extends MeaningId>(id: K, args: MeaningArguments<K>): { readonly code: ProblemCode; readonly message: string } {
  return { code: english.meaning[id].code, message: (sentences[id] as (...args: MeaningArguments<K>) => string)(...args) }
}

/** What is worth telling and no fault. */
export const notes = inEveryTongue<typeof english.notes>({ en: english.notes, de: german.notes })
/** Why the formula of an einsum does not fit. */
export const einsumReasons = inEveryTongue<typeof english.einsumReasons>({ en: english.einsumReasons, de: german.einsumReasons })
