/** What is there, and how far the learner is. */
import { outcomeProgress, placeKey, stateOf } from '../../progress/index.ts'
import type { PlacedStanding } from '../../progress/index.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import type { PlacedExercise, Shelf } from '../shelf.ts'

type Library = CallOutput<'library'>
type Listed = Library['exercises'][number]
/** An exercise as it is listed, and when it was last worked on (ms since 1970; null where never). */
interface Standing {
  readonly listed: Listed
  readonly lastAt: number | null
}

export function library(desk: Desk, _: CallInput<'library'>): Library {
  const { shelf, keeper } = desk
  // Pack by pack: what was generated for practice has no place in a list, and may be very much.
  const standings = shelf.packs.flatMap(({ id }) => keeper.standings({ pack: id }))
  const drafts = new Map(
    keeper
      .drafts()
      .filter(draft => draft.text.trim() !== '')
      .map(draft => [placeKey(draft), draft.at]),
  )
  const known = new Map(standings.map(placed => [placeKey(placed), placed]))
  const all = shelf.exercises.map(placed => standingOf(placed, known, drafts))
  return {
    exercises: all.map(each => each.listed),
    outcomes: outcomes(shelf, standings),
    problems: [...keeper.problems, ...shelf.problems],
    continueWith: continueWith(all),
    dataFolder: desk.dataDir,
    version: desk.version,
    packs: shelf.placed.map(({ pack: { id, title, version, authors, licence, exercises }, builtIn }) => ({ id, title, version, authors: [...authors], licence, exercises: exercises.length, builtIn })),
  }
}

function standingOf(
  { pack, exercise }: PlacedExercise,
  known: ReadonlyMap<string, PlacedStanding>,
  drafts: ReadonlyMap<string, number>,
): Standing {
  const keys = exercise.parts.map(part => placeKey({ pack: pack.id, exercise: exercise.id, part: part.id }))
  const times = keys.flatMap(key => [known.get(key)?.standing.lastAt, drafts.get(key)]).filter(at => at !== undefined)
  const right = keys.filter(key => stateOf(known.get(key)?.standing ?? null) === 'right').length
  return {
    lastAt: times.length > 0 ? Math.max(...times) : null,
    listed: {
      pack: pack.id,
      id: exercise.id,
      title: exercise.title,
      chapter: pack.chapters.find(c => c.id === exercise.chapter)?.title ?? '',
      outcomes: [...exercise.outcomes],
      parts: keys.length,
      right,
      state: right === keys.length ? 'done' : times.length > 0 ? 'begun' : 'new',
    },
  }
}

/** The exercise that was begun and worked on last, else the first new one; null when all are done. */
function continueWith(all: readonly Standing[]): Library['continueWith'] {
  const begun = all.filter(each => each.listed.state === 'begun').toSorted((a, b) => b.lastAt! - a.lastAt!)
  const next = (begun[0] ?? all.find(each => each.listed.state === 'new'))?.listed
  return next ? { pack: next.pack, id: next.id, title: next.title } : null
}

/** In the order in which the packs name them, also those that no part serves yet. */
function outcomes(shelf: Shelf, standings: readonly PlacedStanding[]): Library['outcomes'] {
  const parts = shelf.exercises.flatMap(({ pack, exercise }) =>
    exercise.parts.map(part => ({ pack: pack.id, exercise: exercise.id, part: part.id, outcomes: part.outcomes })),
  )
  const rows = new Map(outcomeProgress(parts, standings).map(row => [row.outcome, row]))
  const titles = new Map(
    shelf.packs
      .flatMap(pack => pack.outcomes)
      .toReversed()
      .map(outcome => [outcome.id, outcome.title]),
  )
  const ids = [...new Set(shelf.packs.flatMap(pack => pack.outcomes.map(outcome => outcome.id)))]
  return ids.map(id => {
    const row = rows.get(id)
    return { id, title: titles.get(id)!, parts: row?.parts ?? 0, right: row?.right ?? 0, tried: row?.tried ?? 0 }
  })
}
