import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calls } from '../../src-main/app/contract.ts'
import { Refusal } from '../../src-main/app/refusal.ts'
import { practiceExercise } from '../../src-main/app/practice.ts'
import { freshFolder, openApp } from './desk.ts'

const day = 86_400_000
const ms = 1000
const file = (id: string, outcome: string, more: string, f: string, right: string): string => `id: ${id}
title: The ${id}
outcomes: [${outcome}]
${more}
given: { A: N x N, x: N }
parts:
  - { id: form, title: Form, prompt: 'Differentiate by $x$.', kind: derivative, f: '${f}', wrt: x, hints: [Both count.], tests: { right: ['${right}'] } }
`

/** A pack of two exercises, of which one varies, and a clock to be set. */
function world() {
  const packsDir = freshFolder()
  mkdirSync(join(packsDir, 'mine'))
  writeFileSync(join(packsDir, 'mine', 'pack.yaml'), 'format: 1\nid: mine\ntitle: Mine\nversion: 1.0.0\noutcomes: [{ id: compute, title: Compute }, { id: indices, title: Indices }]\n')
  writeFileSync(join(packsDir, 'mine', 'scaled.yaml'), file('scaled', 'compute', 'vary: { c: [2, 3, 5] }', '{c} x^T A x', '{c} x^T (A + A^T)'))
  writeFileSync(join(packsDir, 'mine', 'square.yaml'), file('square', 'indices', '', 'x^T x', '2 x^T'))
  const clock = { now: Date.UTC(2026, 10, 2, 9) }
  const dataDir = freshFolder()
  const open = (more: Parameters<typeof openApp>[0] = {}) => openApp({ packsDir, dataDir, clock: () => (clock.now += 1000), zone: () => 60, ...more })
  return { packsDir, dataDir, clock, open }
}
const square = { pack: 'mine', exercise: 'square', part: 'form' }
const scaled = { pack: 'mine', exercise: 'scaled', part: 'form' }

async function text(api: ReturnType<typeof openApp>, made: { file: string; bytes: number }): Promise<string> {
  const pieces: Buffer[] = []
  for (let from: number | null = 0; from !== null; ) {
    const piece: { bytes: string; next: number | null } = calls.filePiece.output.parse(await api.filePiece({ file: made.file, from }))
    pieces.push(Buffer.from(piece.bytes, 'base64'))
    from = piece.next
  }
  const whole = Buffer.concat(pieces)
  expect(whole.length).toBe(made.bytes)
  return whole.toString('utf8')
}

describe('outcomes', () => {
  it('tell how secure they are, on which evidence, and which skills are within them', async () => {
    const { open } = world()
    const api = open()
    await api.submit({ ...square, answer: 'x^T', ms })
    const { attempt } = await api.submit({ ...square, answer: '2 x^T', ms })
    await api.submit({ ...scaled, answer: '2 x^T (A + A^T)', ms })
    const seen = calls.outcomes.output.parse(await api.outcomes({}))
    expect(seen).toMatchObject({ learner: 'Learner', model: { name: expect.stringContaining('Rasch'), source: expect.stringContaining('2013') } })
    const [compute, indices] = seen.outcomes
    expect(indices).toMatchObject({ id: 'indices', mastery: 'begun', parts: 1, right: 1, hows: { unaided: 0, mistakes: 1 }, evidence: [{ attempt, how: 'mistakes', mixed: false, title: 'The square', ...square }] })
    expect(compute).toMatchObject({ id: 'compute', hows: { unaided: 1 }, mixed: 1, mixedDays: 1, needs: [{ code: 'chance' }, { code: 'certainty' }, { code: 'mixed', have: 1, want: 3 }, { code: 'days', have: 1, want: 2 }] })
    expect(compute!.estimate.chance).toBeGreaterThan(indices!.estimate.chance)
    expect(compute!.skills).toContainEqual(expect.objectContaining({ id: 'quadratic-form', mastery: 'begun', hows: { unaided: 1, hint: 0, mistakes: 0, solution: 0, open: 0 } }))
  })

  it('become secure with success on mixed exercises on different days, and say so', async () => {
    const { open, clock } = world()
    const api = open()
    for (let n = 0; n < 8; n++) {
      clock.now += day
      const seed = n % 3
      const { latex } = (await api.openExercise({ pack: 'mine', exercise: 'scaled', seed })).parts[0]!
      const scale = [2, 3, 5].find(c => latex.includes(String(c)))!
      await api.submit({ ...scaled, seed, answer: `${scale} x^T (A + A^T)`, ms })
      await api.submit({ ...square, answer: '2 x^T', ms })
    }
    const { outcomes } = await api.outcomes({})
    expect(outcomes.map(({ id, mastery, needs }) => [id, mastery, needs.length])).toEqual([['compute', 'secure', 0], ['indices', 'secure', 0]])
    expect(outcomes[0]!.evidence[0]).toMatchObject({ how: 'unaided', mixed: true })
  })

  it('count generated practice too', async () => {
    const { open } = world()
    const api = open({ random: (() => { let n = 0; return () => `${(((n += 1) * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}` })() })
    const made = await api.practice({ outcome: 'compute', level: 2 })
    const answer = practiceExercise(made.exercise)!.parts[0]!.tests!.right[0]!
    await api.submit({ pack: made.pack, exercise: made.exercise, part: 'question', answer, ms })
    const { outcomes } = await api.outcomes({})
    expect(outcomes[0]).toMatchObject({ id: 'compute', hows: { unaided: 1 }, evidence: [{ title: 'Derivatives, level 2' }] })
    expect((await api.due({})).later).toMatchObject([{ pack: 'endless-practice', family: 'compute-2', title: 'Derivatives, level 2', outcomes: ['compute'] }])
  })
})

describe('the history of an outcome', () => {
  it('has what serves it, page by page, and goes on where there is more', async () => {
    const { open } = world()
    const api = open()
    for (let n = 0; n < 3; n++) {
      await api.submit({ ...scaled, answer: `${n} x^T A`, ms })
      await api.submit({ ...square, answer: `${n + 3} x^T`, ms })
    }
    const seen: (string | null)[] = []
    let after: string | undefined
    for (let pages = 0; pages < 5; pages++) {
      const page = calls.attempts.output.parse(await api.attempts({ outcome: 'compute', limit: 1, ...(after === undefined ? {} : { after }) }))
      expect(page.rows.length).toBeLessThanOrEqual(1)
      seen.push(...page.rows.map(row => row.answer))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual(['2 x^T A', '1 x^T A', '0 x^T A'])
    expect((await api.attempts({ outcome: 'indices' })).rows.map(row => row.answer)).toEqual(['5 x^T', '4 x^T', '3 x^T'])
    expect(await api.attempts({ outcome: 'nothing' })).toEqual({ rows: [], next: null })
  })
})

describe('review', () => {
  it('leaves what was skipped today for the end, the one skipped longest ago first', async () => {
    const { open, clock } = world()
    const api = open()
    await api.submit({ ...scaled, answer: '2 x^T A', ms })
    await api.submit({ ...square, answer: '2 x^T', ms })
    clock.now += 30 * day
    const next = async () => (await api.nextReview({})).next?.exercise
    expect(await next()).toBe('scaled')
    await api.skip(scaled)
    expect(await next()).toBe('square')
    await api.skip(square)
    expect([await next(), (await api.nextReview({})).left]).toEqual(['scaled', 2])
    await api.skip(scaled)
    expect(await next()).toBe('square')
    // Skipping puts nothing off: tomorrow all is as if it had not been.
    clock.now += day
    expect(await next()).toBe('scaled')
  })

  it('brings an exercise back when it is due, as another variant with a clean desk', async () => {
    const { open, clock } = world()
    const api = open()
    await api.submit({ ...scaled, answer: '2 x^T A', ms })
    await api.hint(scaled)
    await api.submit({ ...square, answer: '2 x^T', ms })
    expect(await api.nextReview({})).toEqual({ next: null, left: 0 })
    const first = calls.due.output.parse(await api.due({}))
    expect(first).toMatchObject({ dailyLoad: 12, done: 0, waiting: 0, today: [] })
    expect(first.later.map(({ family, reviews }) => [family, reviews])).toEqual([['scaled', 1], ['square', 1]])
    expect(first.days).toHaveLength(28)
    expect(first.days[0]).toEqual({ day: '2026-11-02', reviews: 0 })

    clock.now += 30 * day
    const due = await api.due({})
    expect(due.today.map(({ family }) => family)).toEqual(['scaled', 'square'])
    expect(due.today[0]!.overdueDays).toBeGreaterThan(20)
    // The last exercise was of the outcome of `square`: the other one comes first.
    const { next, left } = calls.nextReview.output.parse(await api.nextReview({}))
    expect([next?.exercise, next?.seed, left]).toEqual(['scaled', 1, 2])
    await api.submit({ ...scaled, seed: 1, answer: '0', ms })
    const again = await api.nextReview({})
    expect(again).toMatchObject({ next: { exercise: 'square', seed: 0 }, left: 1 })
    const opened = await api.openExercise({ pack: 'mine', exercise: 'square', seed: 0, since: again.next!.since })
    expect(opened.parts[0]).toMatchObject({ state: 'new', draft: '', hintsShown: [], hintsLeft: 1 })
    expect((await api.openExercise({ pack: 'mine', exercise: 'square' })).parts[0]).toMatchObject({ state: 'right', draft: '2 x^T' })
    // The same answer as a month ago is no repeat.
    expect(await api.submit({ ...square, answer: '2 x^T', ms })).toMatchObject({ repeated: false, verdict: { verdict: 'correct' } })
    expect((await api.openExercise({ pack: 'mine', exercise: 'square', since: again.next!.since })).parts[0]).toMatchObject({ state: 'right', draft: '2 x^T' })
    const after = await api.due({})
    expect(after).toMatchObject({ done: 2, today: [] })
    const row = after.later.find(({ family }) => family === 'square')!
    expect(row).toMatchObject({ reviews: 2, lapses: 0 })
    expect(row.intervalDays).toBeGreaterThan(7)
  })

  it('asks for no more a day than was set, also after days that were missed', async () => {
    const { open, clock, dataDir } = world()
    const api = open()
    await api.submit({ ...scaled, answer: '2 x^T (A + A^T)', ms })
    await api.submit({ ...square, answer: '2 x^T', ms })
    clock.now += 60 * day
    expect(await api.saveDailyLoad({ load: 1 })).toEqual({ dailyLoad: 1 })
    const due = await api.due({})
    expect([due.today.length, due.waiting, due.days.slice(0, 3).map(({ reviews }) => reviews)]).toEqual([1, 1, [1, 1, 0]])
    await api.close()
    expect((await open({ dataDir }).due({})).dailyLoad).toBe(1)
  })
})

describe('mistakes', () => {
  it('are told by kind and week, with the last examples', async () => {
    const { open, clock } = world()
    const api = open()
    await api.submit({ ...square, answer: '-2 x^T', ms })
    clock.now += 14 * day
    await api.submit({ ...square, answer: 'x^T', ms })
    const { attempt } = await api.submit({ ...square, answer: '3 x^T', ms })
    const seen = calls.mistakes.output.parse(await api.mistakes({ weeks: 3 }))
    expect(seen.weeks).toEqual(['2026-11-02', '2026-11-09', '2026-11-16'])
    expect(seen.attempts).toEqual([{ right: 0, wrong: 1 }, { right: 0, wrong: 0 }, { right: 0, wrong: 2 }])
    expect(seen.kinds.map(({ code, total, weeks }) => [code, total, weeks])).toEqual([['factor', 2, [0, 0, 2]], ['sign', 1, [1, 0, 0]]])
    expect(seen.kinds[0]!.examples[0]).toMatchObject({ id: attempt, answer: '3 x^T', mistake: 'factor', title: 'The square', partTitle: 'Form' })
  })
})

describe('the history', () => {
  it('is leafed through and filtered, and every verdict opens again as it was', async () => {
    const { open, clock } = world()
    const api = open()
    const given = await api.submit({ ...square, answer: '-2 x^T', ms: 77 })
    await api.hint(square)
    clock.now += 2 * day
    await api.submit({ ...square, answer: '2 x^T', ms })
    await api.submit({ ...square, answer: ' 2 x^T', ms })
    await api.submit({ ...scaled, seed: 2, answer: '0', ms })
    await api.skip({ ...scaled, ms: 5 })
    const all = calls.attempts.output.parse(await api.attempts({ limit: 2 }))
    expect(all.rows.map(({ answer, verdict, counts, repeated, seed }) => [answer, verdict, counts, repeated, seed])).toEqual([['0', 'incorrect', true, false, 2], [' 2 x^T', 'correct', false, true, undefined]])
    const more = await api.attempts({ limit: 2, after: all.next! })
    expect([more.rows.map(({ answer }) => answer), more.next]).toEqual([['2 x^T', '-2 x^T'], null])
    const answers = async (filter: Parameters<typeof api.attempts>[0]) => (await api.attempts(filter)).rows.map(({ answer }) => answer)
    expect(await answers({ verdict: 'incorrect' })).toEqual(['0', '-2 x^T'])
    expect(await answers({ mistake: 'sign' })).toEqual(['-2 x^T'])
    expect(await answers({ pack: 'mine', exercise: 'scaled' })).toEqual(['0'])
    expect(await answers({ from: '2026-11-04', to: '2026-11-04', pack: 'mine', exercise: 'square' })).toEqual([' 2 x^T', '2 x^T'])
    expect(await answers({ to: '2026-11-03' })).toEqual(['-2 x^T'])
    expect((await api.attempts({ kind: 'all' })).rows.map(({ kind }) => kind)).toEqual(['skip', 'attempt', 'attempt', 'attempt', 'hint', 'attempt'])

    const opened = calls.attempt.output.parse(await api.attempt({ id: given.attempt! }))
    expect(opened).toMatchObject({ answer: '-2 x^T', kind: 'derivative', ms: 77, here: true, rechecks: [], helped: { hints: 0, solutions: 0 }, prompt: 'Differentiate by $x$.', version: '1.2.3' })
    expect(opened.verdict).toEqual(given.verdict)
    expect(opened.latex).toContain('\\partial')
    expect(opened.givens.map(({ name }) => name)).toEqual(['A', 'x'])
    expect(opened.reading?.shape).toBe('1 x N')
    await expect(api.attempt({ id: 'nought' })).rejects.toThrow(new Refusal('There is no such attempt in this learner’s history.'))
    await expect(api.attempts({ after: 'nought' })).rejects.toThrow(Refusal)
  })
})

describe('exchange', () => {
  it('takes a progress file from one machine to another, after a look at it', async () => {
    const [here, there] = [world(), world()]
    const [a, b] = [here.open(), there.open()]
    await a.submit({ ...square, answer: '2 x^T', ms })
    await a.submit({ ...scaled, answer: '0', ms })
    const { made, events, version, sha256 } = calls.exportProgress.output.parse(await a.exportProgress({}))
    expect([made.name, events, version]).toEqual(['nabla-learner-2026-11-02.nabla-progress', 2, 2])
    const content = await text(a, made)
    const upload = async (body: string): Promise<string> => {
      const [first, second] = [body.slice(0, 100), body.slice(100)].map(piece => Buffer.from(piece).toString('base64')) as [string, string]
      const begun = await b.uploadProgress({ bytes: first })
      return (await b.uploadProgress({ upload: begun.upload, bytes: second })).upload
    }
    const seen = calls.previewProgress.output.parse(await b.previewProgress({ upload: await upload(content) }))
    expect(seen).toMatchObject({ learner: 'Learner', sameLearner: true, version: 2, sha256, events: 2, added: 2, from: expect.stringContaining('2026-11-02'), ready: expect.any(String) })
    expect((await b.attempts({})).rows).toEqual([])
    expect(await b.mergeProgress({ ready: seen.ready! })).toEqual({ events: 2, added: 2 })
    expect((await b.attempts({})).rows.map(({ answer }) => answer)).toEqual(['0', '2 x^T'])
    expect((await b.outcomes({})).outcomes).toEqual((await a.outcomes({})).outcomes.map(each => ({ ...each, estimate: expect.anything(), needs: expect.anything(), skills: expect.anything() })))
    expect((await b.previewProgress({ upload: await upload(content) })).added).toBe(0)
    expect(await b.previewProgress({ upload: await upload(content.replace('x^T', 'x^S')) })).toMatchObject({ ready: null, refusal: 'This file cannot be taken in: its checksum does not fit: the file was changed or damaged on the way. Nothing was changed.' })
    await expect(b.mergeProgress({ ready: 'nought' })).rejects.toThrow('This file must be looked over once more before it is taken in.')
  })

  it('of another learner’s file is refused unless it is asked for', async () => {
    const [here, there] = [world(), world()]
    const a = here.open({ learner: 'Ada' })
    await a.submit({ ...square, answer: '2 x^T', ms })
    const content = await text(a, (await a.exportProgress({})).made)
    const b = there.open()
    const { upload } = await b.uploadProgress({ bytes: Buffer.from(content).toString('base64') })
    const { ready, sameLearner, learner } = await b.previewProgress({ upload })
    expect([sameLearner, learner]).toEqual([false, 'Ada'])
    await expect(b.mergeProgress({ ready: ready! })).rejects.toThrow('holds the progress of Ada, and this is the progress of Learner')
    expect(await b.mergeProgress({ ready: ready!, anyLearner: true })).toEqual({ events: 1, added: 1 })
  })

  it('gives tables in which no answer is a formula', async () => {
    const { open } = world()
    const api = open()
    await api.submit({ ...square, answer: '-2 x^T', ms })
    await api.submit({ ...square, answer: '2 x^T', ms })
    for (const what of ['attempts', 'outcomes', 'due', 'mistakes'] as const) {
      const csv = await text(api, (await api.exportTable({ what, format: 'csv' })).made)
      const json = JSON.parse(await text(api, (await api.exportTable({ what, format: 'json' })).made)) as Record<string, unknown>[]
      const lines = csv.trimEnd().split('\r\n')
      expect(csv.startsWith('\uFEFF')).toBe(true)
      expect(lines.length, what).toBe(json.length + 1)
      expect(json.length, what).toBeGreaterThan(0)
      if (what !== 'attempts') continue
      expect(json.map(row => row['answer'])).toEqual(['2 x^T', '-2 x^T'])
      expect(lines[2]).toContain(",'-2 x^T,")
      expect(lines[1]).toContain(',2 x^T,')
    }
    await expect(api.filePiece({ file: 'nought', from: 0 })).rejects.toThrow('This file is no longer held. Export it once more.')
  })
})
