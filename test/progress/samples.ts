/** What tests and torture of the store share: clocks and UUIDs that repeat, and attempts to record. */
import type { NewAttempt, NewEvent, Result, StoreOptions, VerdictRecord } from '../../src-main/progress/index.ts'

/** UUIDs `00000000-0000-4000-8000-…` with a start of one's own, so that two machines' do not meet. */
export function uuids(machine = 0): () => string {
  let n = 0
  return () => `${machine.toString(16).padStart(8, '0')}-0000-4000-8000-${(++n).toString(16).padStart(12, '0')}`
}

export interface TestClock {
  now: number
  (): number
}

/** A clock that stands still until it is set. */
export function clockAt(iso: string): TestClock {
  const clock = (() => clock.now) as TestClock
  clock.now = Date.parse(iso)
  return clock
}

export function options(dir: string, more: Partial<StoreOptions> = {}): StoreOptions {
  return { dir, clock: clockAt('2026-11-03T10:00:00.000Z'), random: uuids(), appVersion: '0.1.0', ...more }
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.message} (${result.failure.detail ?? ''})`)
  return result.value
}

export const place = { pack: 'matrix', exercise: 'least-squares', part: 'a' }
export const right: VerdictRecord & { sentence: string } = { verdict: 'correct', proof: 'symbolic', diagnosis: [], sentence: 'Right.', evidence: { normalForms: { yours: ['a'], truth: ['a'] } } }
export const wrong: VerdictRecord = { verdict: 'incorrect', proof: 'counterexample', diagnosis: [{ code: 'factor' }] }

export function attempt(more: Partial<NewAttempt> = {}): NewAttempt {
  return { ...place, packVersion: '1.0.0', question: { kind: 'derivative', f: '||A x - y||^2', wrt: 'A' }, ms: 1500, answer: '2(Ax-y)x^T', verdict: right, ...more }
}

export function event(more: Partial<NewEvent> = {}): NewEvent {
  return { ...place, packVersion: '1.0.0', ms: 100, ...more }
}
