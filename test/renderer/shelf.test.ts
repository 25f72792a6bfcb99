import { describe, expect, it } from 'vitest'
import { currentChapter, recent, search, shelve, stateOf } from '../../src-renderer/library/shelf.ts'
import type { Due, Listed } from '../../src-renderer/state/api-types.ts'

const listed = (pack: string, id: string, chapter: string, state: Listed['state'] = 'new'): Listed => ({ pack, id, title: `${id} by ${pack}`, chapter, outcomes: [], parts: 2, right: state === 'done' ? 2 : 0, state })
const exercises = [
  listed('course', 'a', 'One', 'done'), listed('course', 'b', 'One', 'done'), listed('course', 'c', 'Two'), listed('course', 'd', 'Two', 'begun'),
  listed('mine', 'a', 'One'), listed('mine', 'x', ''),
]
const packs = [{ id: 'course', title: 'A course', version: '1', authors: [], licence: null, exercises: 4, builtIn: true }]

describe('the shelf', () => {
  it('is by pack and chapter, chapters of one name kept apart, in the order of the library', () => {
    const shelves = shelve(exercises, packs)
    expect(shelves.map(({ id, title }) => `${id}: ${title}`)).toEqual(['course: A course', 'mine: mine'])
    expect(shelves.flatMap(pack => pack.chapters.map(chapter => `${chapter.key} ${chapter.done}/${chapter.exercises.length}`))).toEqual(['course/One 2/2', 'course/Two 0/2', 'mine/One 0/1', 'mine/ 0/1'])
    expect(shelve([])).toEqual([])
  })
  it('is open at the chapter to go on with, else at the first that is not done', () => {
    const shelves = shelve(exercises, packs)
    expect(currentChapter(shelves, { pack: 'mine', id: 'a' })).toBe('mine/One')
    expect(currentChapter(shelves, null)).toBe('course/Two')
    expect(currentChapter(shelves, { pack: 'gone', id: 'a' })).toBe('course/Two')
    expect(currentChapter(shelve(exercises.slice(0, 2)), null)).toBeNull()
  })
  it('is searched by every word, in titles, chapters and packs', () => {
    const found = (query: string) => search(exercises, query, packs).map(each => `${each.pack}/${each.id}`)
    expect(found('  TWO d ')).toEqual(['course/d'])
    expect(found('a course one')).toEqual(['course/a', 'course/b'])
    expect(found('')).toHaveLength(6)
    expect(found('nothing')).toEqual([])
  })
})

describe('how an exercise stands', () => {
  const family = (id: string, intervalDays: number) => ({ pack: 'course', family: id, intervalDays }) as Due['today'][number]
  const due = { today: [family('a', 30)], later: [family('b', 7), family('c', 30)] } as unknown as Due
  const at = (at: number) => exercises[at]!
  it('is due, done or secure once it is done, by when it comes back; before that it is new or begun', () => {
    expect(stateOf(at(0), due)).toBe('due')
    expect(stateOf(at(1), due)).toBe('secure')
    expect(stateOf(at(1), { ...due, later: [family('b', 6)] })).toBe('done')
    expect(stateOf(at(1), null)).toBe('done')
    expect(stateOf(at(2), due)).toBe('new')
    expect(stateOf(at(3), due)).toBe('begun')
  })
})

describe('what was done lately', () => {
  it('is each exercise once, newest first, without those that are gone', () => {
    const rows = [['course', 'd'], ['endless-practice', 'x'], ['course', 'd'], ['mine', 'a'], ['course', 'a'], ['course', 'b']].map(([pack, exercise]) => ({ pack: pack!, exercise: exercise! }))
    expect(recent(rows, exercises, 3).map(each => `${each.pack}/${each.id}`)).toEqual(['course/d', 'mine/a', 'course/a'])
  })
})
