import { describe, expect, it } from 'vitest'
import { exerciseAddress, parseRoute } from '../../src-renderer/state/route.ts'

describe('addresses', () => {
  it('knows the library, the attempts, an exercise and a part', () => {
    for (const fragment of ['', '#', '#/']) expect(parseRoute(fragment)).toEqual({ at: 'library' })
    expect(parseRoute('#/history')).toEqual({ at: 'history' })
    expect(parseRoute('#/exercise/course/norm')).toEqual({ at: 'exercise', pack: 'course', id: 'norm', part: null })
    expect(parseRoute('#/exercise/course/norm/matrix')).toEqual({ at: 'exercise', pack: 'course', id: 'norm', part: 'matrix' })
  })
  it('brings any id there and back', () => {
    for (const id of ['a b', 'a/b', '50%', 'Ableitung nach θ', '#', '..']) {
      expect(parseRoute(exerciseAddress('p', id, id))).toEqual({ at: 'exercise', pack: 'p', id, part: id })
    }
  })
  it('is nowhere for what it does not know, and never throws', () => {
    for (const fragment of ['#/settings', '#/exercise', '#/exercise/one', '#/exercise/a/b/c/d', '#/history/x', '#/exercise/%/b', '#/%E0%A4%A']) expect(parseRoute(fragment)).toEqual({ at: 'nowhere' })
  })
})
