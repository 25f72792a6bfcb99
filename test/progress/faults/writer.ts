/**
 * The process that is killed: says `s`, opens the store of the folder named on its command line, says `o`, and writes attempts and drafts for ever. What
 * has been acknowledged by the store is said on standard output, a line each: `a <uuid> <answer>` or `d <number>`.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openStore } from '../../../src-main/progress/index.ts'

const dir = process.argv[2] ?? ''
let n = Number(process.argv[3])
writeSync(1, 's\n')
const store = openStore({ dir, clock: Date.now, random: randomUUID, appVersion: '0.1.0' })
if (!store.ok) {
  writeSync(1, `f ${store.failure.kind} ${store.failure.message}\n`)
  process.exit(3)
}
const place = { pack: 'p', exercise: 'e', part: 'a' }
writeSync(1, 'o\n')
for (;;) {
  n++
  const draft = store.value.saveDraft(place, `${n} ${'x'.repeat((n * 37) % 3000)}`)
  if (draft.ok) writeSync(1, `d ${n}\n`)
  const recorded = store.value.recordAttempt({
    ...place, packVersion: '1', ms: 5, question: { f: 'x', n: n % 7 }, answer: `${n} ${'y'.repeat((n * 101) % 5000)}`,
    tags: { family: 'e', outcomes: ['compute'], skills: ['trace'] },
    verdict: { verdict: n % 3 === 0 ? 'correct' : 'incorrect', diagnosis: [], evidence: { n } },
  })
  if (recorded.ok) writeSync(1, `a ${recorded.value.uuid} ${n}\n`)
  if (n % 40 === 0) store.value.backup()
}
