/** Clocks that are set back and forward by seconds and by decades, or read nonsense, between any two things that a learner does. */
import { rmSync } from 'node:fs'
import { openStore } from '../../../src-main/progress/index.ts'
import type { Store } from '../../../src-main/progress/index.ts'
import { attempt, clockAt, event, options, place, uuids, valueOf, wrong as wrongVerdict } from '../samples.ts'
import { generator } from './random.ts'

const day = 86_400_000
const jumps = [-3650 * day, -40 * day, -day, -3_600_000, -1, 0, 1, 60_000, day, 9 * day, 4000 * day]
const nonsense = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300, 0.5]

/** One store with a clock that jumps. Returns what is wrong, in words. */
export function clockRound(dir: string, seed: number): readonly string[] {
  rmSync(dir, { recursive: true, force: true })
  const random = generator(seed)
  const clock = clockAt('2026-11-03T10:00:00Z')
  const given = options(dir, { clock, random: uuids(seed) })
  const tags = { family: 'f', outcomes: ['compute'], skills: ['trace'], zone: 60 }
  const wrong: string[] = []
  const written: string[] = []
  let store: Store = valueOf(openStore(given))
  try {
    for (let n = 0; n < 40; n++) {
      clock.now = random(12) === 0 ? nonsense[random(nonsense.length)]! : (Number.isFinite(clock.now) && Math.abs(clock.now) < 8e15 ? clock.now : Date.UTC(2026, 10, 3)) + jumps[random(jumps.length)]!
      const what = random(8)
      if (what === 0) {
        store.close()
        store = valueOf(openStore(given))
      } else if (what === 1) valueOf(store.backup())
      else if (what === 2) valueOf(store.saveDraft(place, `${n}`))
      else if (what === 3) written.push(valueOf(store.recordHint(event({ tags }))).uuid)
      else written.push(valueOf(store.recordAttempt(attempt({ answer: `${n}`, tags, ...(random(2) === 0 ? { verdict: wrongVerdict } : {}) }))).uuid)
    }
    const told = store.history({ limit: 500 }).events
    if (told.map(({ uuid }) => uuid).join() !== written.toReversed().join()) wrong.push('the order of the history is not that in which things were done')
    if (told.some(({ stamp }, i) => i > 0 && stamp >= told[i - 1]!.stamp)) wrong.push('the order does not grow')
    valueOf(store.review.freshen())
    for (const { state } of store.review.families()) if (state.card && !(state.card.due > state.card.at && Number.isFinite(state.card.stability))) wrong.push(`a review date is no date: ${JSON.stringify(state.card)}`)
    for (const [, mastery] of store.review.masteries('outcome')) if (!(mastery.belief.variance > 0 && Number.isFinite(mastery.belief.mean))) wrong.push('a belief is no number')
    if (store.backups().length > 60) wrong.push(`${store.backups().length} backups`)
    for (const finding of valueOf(store.doctor())) wrong.push(`doctor: ${finding.message}`)
  } catch (error) {
    wrong.push(`an exception: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  store.close()
  return wrong.map((what) => `clock, seed ${seed}: ${what}`)
}
