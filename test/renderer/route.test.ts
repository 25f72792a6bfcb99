import { describe, expect, it } from 'vitest'
import { exerciseAddress, parseRoute, withFilesOf } from '../../src-renderer/state/route.ts'

describe('addresses', () => {
  it('knows the library, an exercise and a part', () => {
    for (const fragment of ['', '#', '#/']) expect(parseRoute(fragment)).toEqual({ at: 'library' })
    expect(parseRoute('#/exercise/course/norm')).toEqual({ at: 'exercise', pack: 'course', id: 'norm', part: null })
    expect(parseRoute('#/exercise/course/norm/matrix')).toEqual({ at: 'exercise', pack: 'course', id: 'norm', part: 'matrix' })
  })
  it('brings any id there and back', () => {
    for (const id of ['a b', 'a/b', '50%', 'Ableitung nach θ', '#', '..']) {
      expect(parseRoute(exerciseAddress('p', id, id))).toEqual({ at: 'exercise', pack: 'p', id, part: id })
    }
  })
  it('brings a variant, a review and a practice there and back', () => {
    for (const within of [{}, { seed: 3 }, { seed: 0xffff_ffff }, { since: 1_764_000_000_000, seed: 2 }, { run: { outcome: null, level: null, now: 1 } }, { seed: 7, run: { outcome: 'shapes', level: 4, now: 4, before: 4 } }]) {
      expect(parseRoute(exerciseAddress('p', 'e', 'a', within))).toEqual({ at: 'exercise', pack: 'p', id: 'e', part: 'a', ...within })
    }
    expect(exerciseAddress('p', 'e', 'a', { seed: 0 })).toBe('#/exercise/p/e/a')
  })
  it('loses no file that comes before those ahead of it were taken', () => {
    const [early, late, taken] = ['#/packs/a.nabla', '#/packs/b.nabla', '#/packs'].map(parseRoute)
    expect(withFilesOf(early!, late!)).toEqual({ at: 'packs', files: ['a.nabla', 'b.nabla'] })
    expect(withFilesOf(taken!, late!)).toEqual(late)
    expect(withFilesOf(early!, taken!)).toEqual(taken)
    expect(withFilesOf(parseRoute('#/'), late!)).toEqual(late)
  })

  it('knows the packs, and the files that are to be looked over', () => {
    expect(parseRoute('#/packs')).toEqual({ at: 'packs' })
    expect(parseRoute('#/packs/%2Fhome%2Fada%2Fmy%20pack.nabla/C%3A%5Cb.nabla')).toEqual({ at: 'packs', files: ['/home/ada/my pack.nabla', 'C:\\b.nabla'] })
    expect(parseRoute('#/practice')).toEqual({ at: 'practice' })
  })
  it('is nowhere where a variant or a practice is none', () => {
    for (const query of ['seed=-1', 'seed=4294967296', 'seed=1.5', 'seed=x', 'review=x', 'practice=any&level=fits', 'practice=any&level=x&at=1', 'practice=any&at=x']) {
      expect(parseRoute(`#/exercise/p/e?${query}`), query).toEqual({ at: 'nowhere' })
    }
  })
  it('is nowhere for what it does not know, and never throws', () => {
    for (const fragment of ['#/settings', '#/exercise', '#/exercise/one', '#/exercise/a/b/c/d', '#/history', '#/learners/x', '#/review/x', '#/review/due/x', '#/review/attempt', '#/review/attempt/a/b', '#/exercise/%/b', '#/%E0%A4%A']) expect(parseRoute(fragment)).toEqual({ at: 'nowhere' })
  })
})
