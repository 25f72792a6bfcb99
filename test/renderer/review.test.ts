import { describe, expect, it } from 'vitest'
import { dayLong, dayOfMonth, dayShort, percentText, weekdayOf, weekdays } from '../../src-renderer/review/dates.ts'
import { mistakeWords } from '../../src-renderer/review/kinds.ts'
import { fetchMade } from '../../src-renderer/review/made-file.ts'
import { changed, inputOf } from '../../src-renderer/review/narrowed.ts'
import { ProgressImport } from '../../src-renderer/review/progress-import.svelte.ts'
import { wrap } from '../../src-renderer/review/wrap.ts'
import { attemptAddress, reportAddress, reviewAddress, reviewTabs } from '../../src-renderer/state/review-route.ts'
import { parseRoute } from '../../src-renderer/state/route.ts'
import type { Api, CallInput, CallOutput } from '../../src-main/app/contract.ts'

describe('addresses of review', () => {
  it('are found again', () => {
    for (const tab of reviewTabs) expect(parseRoute(reviewAddress(tab))).toEqual({ at: 'review', tab, narrowed: {} })
    expect(parseRoute('#/review')).toEqual({ at: 'review', tab: 'outcomes', narrowed: {} })
    expect(parseRoute(reportAddress)).toEqual({ at: 'report' })
    for (const id of ['3f', 'a/b', '%', 'x?y']) expect(parseRoute(attemptAddress(id))).toEqual({ at: 'attempt', id })
  })
  it('bring what the history is narrowed to there and back', () => {
    for (const narrowed of [{ outcome: 'a&b' }, { pack: 'p', exercise: 'e 1', verdict: 'incorrect' }, { mistake: 'sign', from: '2026-01-02', to: '2026-11-23', all: true }] as const) {
      expect(parseRoute(reviewAddress('history', narrowed))).toEqual({ at: 'review', tab: 'history', narrowed })
    }
  })
  it('are not narrowed by what cannot be read', () => {
    expect(parseRoute('#/review/history?verdict=maybe&from=yesterday&exercise=e&mistake=&all=yes')).toEqual({ at: 'review', tab: 'history', narrowed: {} })
  })
})

describe('what is asked of the history', () => {
  it('takes hints and skips in only where no verdict and no mistake is asked for', () => {
    expect(inputOf({ all: true })).toEqual({ kind: 'all', limit: 50 })
    expect(inputOf({ all: true, verdict: 'correct' }, 'x')).toEqual({ verdict: 'correct', limit: 50, after: 'x' })
    expect(inputOf({ mistake: 'sign', all: true, pack: 'p' })).toEqual({ mistake: 'sign', pack: 'p', limit: 50 })
  })
  it('loses what is emptied', () => {
    expect(changed({ pack: 'p', mistake: 'sign' }, { mistake: '' })).toEqual({ pack: 'p' })
    expect(changed({ pack: 'p', exercise: 'e' }, { pack: undefined, exercise: undefined })).toEqual({})
    expect(changed({}, { all: true })).toEqual({ all: true })
  })
})

describe('texts of charts', () => {
  it('break between words, and end in an ellipsis where there is more', () => {
    expect(wrap('Compute derivatives of matrices', 34, 2)).toEqual(['Compute derivatives of matrices'])
    expect(wrap('Abstract complex derivatives into the well-defined chain rule', 34, 2)).toEqual(['Abstract complex derivatives into', 'the well-defined chain rule'])
    expect(wrap('one two three four', 7, 2)).toEqual(['one two', 'three…'])
    expect(wrap('Donaudampfschifffahrt', 8, 2)).toEqual(['Donauda…'])
    expect(wrap('a b c d', 1, 2)).toEqual(['a', '…'])
    for (const lines of [wrap('x'.repeat(400), 26, 2), wrap('many words '.repeat(90), 26, 2)]) expect(lines.every(line => line.length <= 26) && lines.length <= 2).toBe(true)
  })
  it('name days as they are for the learner, whatever the zone of the machine', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29'), dayOfMonth('2026-02-28')]).toEqual([0, 6, 28])
    expect(dayShort('2026-11-23')).toMatch(/23/)
    expect(dayLong('2026-11-23')).toMatch(/Monday.*23.*2026|Monday.*November 23, 2026/)
    expect(dayShort('never')).toBe('never')
    expect([weekdays().length, weekdays()[0]]).toEqual([7, 'Mon'])
    expect([percentText(0.804), percentText(1)]).toEqual(['80%', '100%'])
  })
  it('have words for each kind of mistake, and the code itself for one of a newer version', () => {
    expect([mistakeWords('layout'), mistakeWords('other'), mistakeWords('twisted')]).toEqual(['The other layout', 'Another mistake', 'Kind “twisted”'])
  })
})

const text = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

it('a made file is put together from its pieces', async () => {
  const all = Uint8Array.from({ length: 10 }, (_, at) => at * 20)
  const host = { filePiece: async ({ file, from }: CallInput<'filePiece'>): Promise<CallOutput<'filePiece'>> => ({ bytes: text(all.slice(from, from + 4)), next: file === 'f' && from + 4 < 10 ? from + 4 : null }) } as unknown as Api
  const blob = await fetchMade(host, 'f', 'text/csv')
  expect([blob.type, [...new Uint8Array(await blob.arrayBuffer())]]).toEqual(['text/csv', [...all]])
})

describe('taking progress in', () => {
  const preview: CallOutput<'previewProgress'> = { ready: 'r', learner: 'Ada', sameLearner: true, version: 1, sha256: 'f', events: 3, added: 2, from: null, to: null }
  function fixture(over: Partial<Api> = {}) {
    const sent: number[] = []
    let merged = 0
    const host = {
      uploadProgress: async ({ upload, bytes }: CallInput<'uploadProgress'>) => (sent.push(atob(bytes).length), { upload: upload ?? 'u', received: sent.reduce((sum, each) => sum + each, 0) }),
      previewProgress: async () => preview,
      mergeProgress: async () => ({ events: 3, added: 2 }),
      ...over,
    } as unknown as Api
    return { sent, merged: () => merged, taking: new ProgressImport(host, () => merged++) }
  }

  it('sends a file in pieces, shows what is in it, and takes it in when told', async () => {
    const { sent, merged, taking } = fixture()
    await taking.offer(new File([new Uint8Array(2_500_000)], 'ada.nabla-progress'))
    expect(sent).toEqual([1_000_000, 1_000_000, 500_000])
    expect(taking.stage).toEqual({ at: 'shown', name: 'ada.nabla-progress', preview })
    expect(merged()).toBe(0)
    await taking.merge(false)
    expect([taking.stage.at, taking.told, merged()]).toEqual(['idle', '2 new entries were taken in. A backup was made before.', 1])
  })
  it('sends an empty file too, so that it is told', async () => {
    const { sent, taking } = fixture()
    await taking.offer(new File([], 'empty'))
    expect([sent, taking.stage.at]).toEqual([[0], 'shown'])
  })
  it('keeps the preview where merging fails, and says why', async () => {
    const { merged, taking } = fixture({ mergeProgress: async () => { throw { message: 'The disk is full.' } } })
    await taking.offer(new File(['x'], 'x'))
    await taking.merge(false)
    expect([taking.stage.at, taking.trouble, taking.told, merged()]).toEqual(['shown', 'The disk is full.', null, 0])
  })
  it('does not merge what cannot be taken in', async () => {
    let asked = 0
    const { taking } = fixture({ previewProgress: async () => ({ ...preview, ready: null, refusal: 'No.' }), mergeProgress: async () => (asked++, { events: 0, added: 0 }) })
    await taking.offer(new File(['x'], 'x'))
    await taking.merge(true)
    expect([asked, taking.stage.at]).toEqual([0, 'shown'])
  })
  it('shows the file that was offered last, whichever comes first', async () => {
    const waiting: (() => void)[] = []
    const { taking } = fixture({ previewProgress: () => new Promise(resolve => waiting.push(() => resolve(preview))) })
    const first = taking.offer(new File(['a'], 'first'))
    const second = taking.offer(new File(['b'], 'second'))
    await expect.poll(() => waiting.length).toBe(2)
    waiting[1]!()
    await second
    waiting[0]!()
    await first
    expect(taking.stage).toMatchObject({ at: 'shown', name: 'second' })
  })
})
