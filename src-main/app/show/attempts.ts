/** An event of the log as a row of the review screens, and the titles that go with it. */
import type { LoggedEvent } from '../../progress/index.ts'
import { practiceTitle } from '../../packs/generator/generate.ts'
import type { CallOutput } from '../contract.ts'
import { practiceKind, practicePack } from '../practice.ts'
import type { Shelf } from '../shelf.ts'

export type AttemptRow = CallOutput<'attempts'>['rows'][number]

/** How much of an answer a row shows, in UTF-16 units. */
const longest = 300

export const iso = (at: number): string => new Date(at).toISOString()

export interface Titles {
  readonly title: string
  readonly partTitle: string
  /** Whether it is there to be opened. */
  readonly here: boolean
}

/** The titles of an exercise and a part; their ids where they are not on the shelf. Generates nothing. */
export function titlesOf(shelf: Shelf, pack: string, exercise: string, part: string): Titles {
  const kind = pack === practicePack.id ? practiceKind(exercise) : null
  if (kind) return { title: practiceTitle(kind.outcome, kind.level), partTitle: '', here: true }
  const found = shelf.packs.find(each => each.id === pack)?.exercises.find(each => each.id === exercise)
  return { title: found?.title ?? exercise, partTitle: found?.parts.find(each => each.id === part)?.title ?? part, here: found !== undefined }
}

/** Without what a later check said of it. */
export function rowOf(shelf: Shelf, event: LoggedEvent): AttemptRow {
  const { uuid, kind, at, pack, exercise, part, seed, answer, verdict, counts, repeats } = event
  const { title, partTitle } = titlesOf(shelf, pack, exercise, part)
  return {
    id: uuid, kind: kind === 'recheck' ? 'attempt' : kind, at: iso(at), pack, exercise, part, ...(/^\d{1,10}$/.test(seed) ? { seed: Number(seed) } : {}),
    title, partTitle, answer: answer === null ? null : cut(answer), verdict: verdict?.verdict ?? null, mistake: verdict?.diagnosis[0]?.code ?? null, counts, repeated: repeats !== null,
  }
}

function cut(answer: string): string {
  return answer.length > longest ? `${answer.slice(0, longest - 1).toWellFormed()}…` : answer
}
