/** Judging an answer, and writing the attempt down before its verdict is shown. */
import type { Verdict } from '../../checking/verdict.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { sameText } from '../same-text.ts'
import type { PlacedPart } from '../shelf.ts'
import { placeOf } from '../show/place.ts'
import { tagsFor } from '../tags.ts'
import { isAnew } from '../../progress/index.ts'
import type { LoggedEvent } from '../../progress/index.ts'

/**
 * An invalid answer is not written down, nor a mistake that its author does not grade. An undecided one is, for the author to look at, and does not count; nor does one that repeats the last.
 * The verdict is shown even where it cannot be written.
 */
export async function submit(desk: Desk, input: CallInput<'submit'>): Promise<CallOutput<'submit'>> {
  const placed = desk.shelf.part(input)
  const place = placeOf(placed)
  // Whatever becomes of the check, or of this process, the text is safe. A failure to write shows again below.
  desk.keeper.saveDraft(place, input.answer)
  const judged = await desk.checker.check(placed.part.question, input.answer)
  const verdict = judged as CallOutput<'submit'>['verdict']
  if (judged.verdict === 'invalid' || judged.diagnosis[0]?.ungraded) return { verdict, attempt: null, repeated: false }
  const earlier = await repeatedBy(desk, desk.keeper.lastAttempt(place), placed, input.answer, judged)
  const written = desk.keeper.attempt({
    ...place,
    packVersion: placed.pack.version,
    question: placed.part.question,
    ms: input.ms,
    answer: input.answer,
    tags: tagsFor(placed, desk.zone(desk.clock())),
    verdict: judged,
    ...(earlier ? { repeats: earlier.uuid } : {}),
  })
  const repeated = earlier !== null
  return 'recorded' in written
    ? { verdict, attempt: written.recorded.uuid, repeated }
    : { verdict, attempt: null, repeated, notSaved: written.notSaved }
}

/** The last attempt, where this one only says it again: to the same question, with the same verdict, the same text or one that is proved equal to it. */
async function repeatedBy(desk: Desk, last: LoggedEvent | null, { part }: PlacedPart, answer: string, verdict: Verdict): Promise<LoggedEvent | null> {
  if (last?.answer == null || last.verdict?.verdict !== verdict.verdict) return null
  // On another day it is a review: to know it still is worth as much as to find it.
  const now = desk.clock()
  if (isAnew(last.at, now, desk.zone(now))) return null
  if (JSON.stringify(last.question) !== JSON.stringify(part.question)) return null
  return sameText(last.answer, answer) || (await desk.checker.same(part.question, last.answer, answer)) ? last : null
}
