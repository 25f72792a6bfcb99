/** Figures of the store, printed by `npm run bench`. `NABLA_BENCH_EVENTS=500000` measures a very long log. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '../../src-main/app/api.ts'
import type { Api, CallName } from '../../src-main/app/contract.ts'
import { openStore } from '../../src-main/progress/index.ts'
import type { Store } from '../../src-main/progress/index.ts'
import { rowOf } from '../../src-main/progress/event.ts'
import { append } from '../../src-main/progress/log.ts'
import { checker } from '../app/checker.ts'
import { attempt, options, place, uuids, valueOf, wrong } from '../progress/samples.ts'
import { type Figure, quantile, spread, times } from './figures.ts'

const evidence = { normalForms: { yours: ['2 A x x^T', '-2 y x^T'], truth: ['2 A x x^T', '-2 y x^T'] }, example: { sizes: { M: 2, N: 3 }, shape: [2, 3], targetAxes: 0, truth: [1, 2, 3, 4, 5, 6].map(Math.sqrt), yours: [1, 2, 3, 4, 5, 6].map(Math.sqrt), differ: [] } }
const outcomes = ['shapes', 'compute', 'abstract', 'indices'] as const
const mistakes = ['factor', 'sign', 'layout', 'missing-term', 'index-swap']

/** Every other attempt is at a generated exercise of its own, as years of practice leave them. */
function made(i: number): ReturnType<typeof attempt> {
  const outcome = outcomes[i % 4]!
  const level = 1 + (i % 5)
  const generated = i % 2 === 0 ? { pack: 'endless-practice', exercise: `${outcome}-${level}-${i >> 2}`, part: 'question' } : { pack: 'matrix-derivatives', exercise: `exercise ${i % 60}`, part: `p${i % 3}`, seed: String(i % 5) }
  return attempt({
    ...generated, answer: `2 (A x - ${i} y) x^T`,
    tags: { family: i % 2 === 0 ? `${outcome}-${level}` : `exercise ${i % 60}`, outcomes: [outcome], skills: ['trace', 'norm', 'chain-rule'].slice(i % 3), zone: 60, ...(i % 2 === 0 ? { level } : {}) },
    verdict: i % 3 === 0 ? { ...wrong, diagnosis: [{ code: mistakes[(i / 3) % 5]! }], evidence } : { verdict: 'correct', proof: 'symbolic', diagnosis: [], evidence },
  })
}

const longest = (sorted: readonly number[]): string => `${quantile(sorted, 1).toFixed(0)} ms`

/** Measures in a folder of its own, which is removed. */
export async function progressBench(events = Number(process.env['NABLA_BENCH_EVENTS'] ?? 20_000)): Promise<readonly Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'nabla-bench-'))
  try {
    const given = { ...options(join(dir, 'a')), clock: Date.now }
    let store = valueOf(openStore(given))
    const figures: Figure[] = []
    const note = (name: string, value: string, budget?: string): void => { figures.push({ name, value, ...(budget === undefined ? {} : { budget }) }) }
    note('attempt written, durable', spread(times(2000, (i) => valueOf(store.recordAttempt(made(i))))), 'p95 < 5 ms')
    note('draft saved, durable', spread(times(500, (i) => valueOf(store.saveDraft(place, `2 (A x - ${i}`)))))
    grow(store, events)
    note(`everything derived from ${events} events worked out`, longest(times(1, () => valueOf(store.rebuild()))))
    note(`attempt written with ${events} events`, spread(times(500, (i) => valueOf(store.recordAttempt(made(events + i))))), 'p95 < 5 ms')
    const path = join(dir, 'progress.nabla')
    note('export', longest(times(1, () => valueOf(store.exportTo(path)))))
    store.close()
    note('database', `${(statSync(join(store.folder, 'progress.db')).size / 2 ** 20).toFixed(0)} MB`)
    const opening = Array.from({ length: 3 }, () => {
      const took = times(1, () => { store = valueOf(openStore(given)) })[0]!
      store.close()
      return took
    })
    note(`opened with ${events} events`, longest(opening.toSorted((a, b) => a - b)), '< 500 ms')
    for (const figure of await reviewBench(given.dir, events)) figures.push(figure)
    const other = valueOf(openStore({ ...options(join(dir, 'b')), clock: Date.now }))
    note(`merge of ${events} events into an empty store`, longest(times(1, () => valueOf(other.mergeFrom(path)))), '< 30 s at 500,000')
    note(`merge of ${events} events that are all there`, longest(times(1, () => valueOf(other.mergeFrom(path)))), '< 30 s at 500,000')
    other.close()
    return figures
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The calls of the review screens, and of the library, through the app. */
async function reviewBench(dataDir: string, events: number): Promise<readonly Figure[]> {
  const api = createApi({ dataDir, packsDir: join(import.meta.dirname, '..', '..', 'exercises'), clock: Date.now, checker, version: '0.1.0' })
  try {
    await api.settings({})
    const inputs: readonly (readonly [CallName, object])[] = [
      ['outcomes', {}], ['due', {}], ['mistakes', { weeks: 52 }], ['attempts', {}], ['attempts', { pack: 'matrix-derivatives', exercise: 'exercise 7', verdict: 'incorrect' }], ['attempts', { mistake: 'sign' }],
      ['attempts', { verdict: 'undecided' }], ['attempts', { to: '2025-01-01' }], ['rechecks', {}], ['library', {}],
    ]
    const figures: Figure[] = []
    for (const [call, input] of inputs) {
      const took: number[] = []
      for (let n = 0; n < 5; n++) {
        const start = performance.now()
        await (api[call as keyof Api] as (input: object) => Promise<unknown>)(input)
        took.push(performance.now() - start)
      }
      figures.push({ name: `${call} ${JSON.stringify(input)} with ${events} events`, value: `first ${took[0]!.toFixed(0)}, ${longest(took.toSorted((a, b) => a - b))} at the most`, budget: '< 300 ms' })
    }
    return figures
  } finally {
    await api.close()
  }
}

/** Fills the log without a commit for each event. */
function grow(store: Store, events: number): void {
  const random = uuids(77)
  // Three hours a day, an attempt every two minutes.
  const days = Math.ceil(events / 90)
  const now = Date.now()
  const timeOf = (i: number): number => now - (days - Math.floor(i / 90)) * 86_400_000 + (i % 90) * 120_000
  store.connection.transaction(() => {
    for (let i = 0; i < events; i++) {
      const at = timeOf(i)
      append(store.connection, rowOf('attempt', made(i), { uuid: random(), stamp: at, at, learner: store.learner, appVersion: '0.1.0' }))
    }
  })()
}

if (import.meta.main) for (const { name, value, budget } of await progressBench()) console.log(`${name}: ${value}${budget === undefined ? '' : ` (budget ${budget})`}`)
