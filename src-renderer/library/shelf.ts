/** The exercises as they are shown: pack by pack, chapter by chapter, with how far the learner is in each. */
import type { Due, Library, Listed } from '../state/api-types.ts'

export interface ChapterShelf {
  /** Unlike that of any other chapter, of other packs too. */
  readonly key: string
  /** Empty for exercises that stand in no chapter. */
  readonly title: string
  readonly exercises: readonly Listed[]
  readonly done: number
}
export interface PackShelf {
  readonly id: string
  readonly title: string
  readonly chapters: readonly ChapterShelf[]
}

/** In the order of the library. A pack that it does not name stands under its id. */
export function shelve(exercises: readonly Listed[], packs: Library['packs'] = []): PackShelf[] {
  return [...Map.groupBy(exercises, each => each.pack)].map(([id, own]) => ({
    id,
    title: packs.find(pack => pack.id === id)?.title ?? id,
    chapters: [...Map.groupBy(own, each => each.chapter)].map(([title, listed]) => ({
      key: `${id}/${title}`, title, exercises: listed, done: listed.filter(each => each.state === 'done').length,
    })),
  }))
}

/** The chapter that the learner is in: that of the exercise to go on with, else the first one that is not done. */
export function currentChapter(shelves: readonly PackShelf[], next: { readonly pack: string; readonly id: string } | null): string | null {
  const chapters = shelves.flatMap(pack => pack.chapters)
  const holding = chapters.find(chapter => chapter.exercises.some(each => each.pack === next?.pack && each.id === next.id))
  return (holding ?? chapters.find(chapter => chapter.done < chapter.exercises.length))?.key ?? null
}

/** Exercises in which every word of the query occurs, in their title, chapter or pack. */
export function search(exercises: readonly Listed[], query: string, packs: Library['packs'] = []): readonly Listed[] {
  const words = query.toLowerCase().split(/\s+/).filter(word => word !== '')
  const titles = new Map(packs.map(pack => [pack.id, pack.title]))
  return exercises.filter(each => {
    const text = `${each.title} ${each.chapter} ${titles.get(each.pack) ?? ''}`.toLowerCase()
    return words.every(word => text.includes(word))
  })
}

/** An interval from which on what was learnt counts as secure, in days. */
const secureDays = 7

export type State = 'new' | 'begun' | 'done' | 'due' | 'secure'

/** How an exercise stands: begun or done; and once it is done, whether it is due again, or comes back in a week at the earliest. */
export function stateOf(each: Listed, due: Due | null): State {
  if (each.state !== 'done') return each.state
  const own = (family: Due['today'][number]) => family.pack === each.pack && family.family === each.id
  if (due?.today.some(own)) return 'due'
  return due?.later.some(family => own(family) && family.intervalDays >= secureDays) ? 'secure' : 'done'
}

/** The exercises worked on last, newest first, each once; of those that are still there. */
export function recent(rows: readonly { readonly pack: string; readonly exercise: string }[], exercises: readonly Listed[], most: number): Listed[] {
  const ids = new Set(rows.map(row => JSON.stringify([row.pack, row.exercise])))
  return [...ids].flatMap(id => exercises.find(each => JSON.stringify([each.pack, each.id]) === id) ?? []).slice(0, most)
}
