/** Figures of the store, printed by `npm run bench`. `NABLA_BENCH_EVENTS=500000` measures a very long log. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src-main/progress/index.ts'
import type { Store } from '../../src-main/progress/index.ts'
import { append } from '../../src-main/progress/log.ts'
import { rowOf } from '../../src-main/progress/event.ts'
import { type Figure, quantile, spread, times } from './figures.ts'
import { attempt, options, place, uuids, valueOf, wrong } from '../progress/samples.ts'

const evidence = { normalForms: { yours: ['2 A x x^T', '-2 y x^T'], truth: ['2 A x x^T', '-2 y x^T'] }, example: { sizes: { M: 2, N: 3 }, shape: [2, 3], targetAxes: 0, truth: [1, 2, 3, 4, 5, 6].map(Math.sqrt), yours: [1, 2, 3, 4, 5, 6].map(Math.sqrt), differ: [] } }
const made = (i: number): ReturnType<typeof attempt> => attempt({
  exercise: `exercise ${i % 60}`, part: `p${i % 3}`, seed: String(i % 5), answer: `2 (A x - ${i} y) x^T`,
  verdict: i % 3 === 0 ? { ...wrong, evidence } : { verdict: 'correct', proof: 'symbolic', diagnosis: [], evidence },
})

const longest = (sorted: readonly number[]): string => `${quantile(sorted, 1).toFixed(0)} ms`

/** Measures in a folder of its own, which is removed. */
export function progressBench(events = Number(process.env['NABLA_BENCH_EVENTS'] ?? 20_000)): readonly Figure[] {
  const dir = mkdtempSync(join(tmpdir(), 'nabla-bench-'))
  try {
    const given = { ...options(join(dir, 'a')), clock: Date.now }
    let store = valueOf(openStore(given))
    const figures: Figure[] = []
    const note = (name: string, value: string, budget?: string): void => { figures.push({ name, value, ...(budget === undefined ? {} : { budget }) }) }
    note('attempt written, durable', spread(times(2000, (i) => valueOf(store.recordAttempt(made(i))))), 'p95 < 5 ms')
    note('draft saved, durable', spread(times(500, (i) => valueOf(store.saveDraft(place, `2 (A x - ${i}`)))))
    grow(store, events)
    valueOf(store.rebuild())
    note(`attempt written with ${events} events`, spread(times(500, (i) => valueOf(store.recordAttempt(made(i))))), 'p95 < 5 ms')
    note(`review screen with ${events} events: standings and a page of history`, spread(times(20, () => [store.standings(), store.history({ pack: place.pack })])), '< 300 ms')
    const path = join(dir, 'progress.nabla')
    note('export', longest(times(1, () => valueOf(store.exportTo(path)))))
    store.close()
    note('database', `${(statSync(join(store.folder, 'progress.db')).size / 2 ** 20).toFixed(0)} MB`)
    note(`opened with ${events} events`, longest(times(1, () => { store = valueOf(openStore(given)) })), '< 500 ms')
    store.close()
    const other = valueOf(openStore({ ...options(join(dir, 'b')), clock: Date.now }))
    note(`merge of ${events} events`, longest(times(1, () => valueOf(other.mergeFrom(path)))), '< 30 s at 500,000')
    other.close()
    return figures
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Fills the log without a commit for each event. */
function grow(store: Store, events: number): void {
  const random = uuids(77)
  const start = Date.now() - events * 1000
  store.connection.transaction(() => {
    for (let i = 0; i < events; i++) append(store.connection, rowOf('attempt', made(i), { uuid: random(), stamp: start + i * 1000, at: start + i * 1000, learner: store.learner, appVersion: '0.1.0' }))
  })()
}

if (import.meta.main) for (const { name, value, budget } of progressBench()) console.log(`${name}: ${value}${budget === undefined ? '' : ` (budget ${budget})`}`)
