/** Opening an exercise: everything that its sheet and its desk show. */
import type { Exercise, Part } from '../../packs/index.ts'
import { KeptInTongue } from '../../calculus/index.ts'
import { stateOf } from '../../progress/index.ts'
import type { PartState } from '../../progress/index.ts'
import { combinationsOf } from '../../packs/variants/variant.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { hintsOf } from '../hints.ts'
import type { Keeper } from '../keeper.ts'
import { practicePack } from '../practice.ts'
import type { PlacedExercise } from '../shelf.ts'
import { asksOf, severalRight } from '../show/asks.ts'
import { completionsOf } from '../show/completions.ts'
import { figureOf } from '../show/figure.ts'
import { givensOf } from '../show/givens.ts'
import { placeOf } from '../show/place.ts'
import type { VariantPlace } from '../show/place.ts'
import { routeOf, taskOf } from '../show/task.ts'

type Opened = CallOutput<'openExercise'>

export function openExercise(desk: Desk, input: CallInput<'openExercise'>): Opened {
  const placed = desk.shelf.exercise(input.pack, input.exercise, input.seed)
  const { pack, exercise } = placed
  const following = pack.exercises[pack.exercises.findIndex(each => each.id === exercise.id) + 1]
  return {
    pack: pack.id,
    id: exercise.id,
    title: exercise.title,
    intro: exercise.intro,
    outcomes: [...exercise.outcomes],
    givens: givensOf(exercise.given, exercise.define),
    parts: exercise.parts.map(part => openPart(desk, placed, part, input.since)),
    next: following ? { pack: pack.id, id: following.id, title: following.title } : null,
    seed: exercise.seed,
    another: pack === practicePack || combinationsOf(exercise) > 1,
  }
}

/** `since`: what was done before is left out, as if the part were met anew. */
function openPart(desk: Desk, placed: PlacedExercise, part: Part, since = -Infinity): Opened['parts'][number] {
  const { keeper } = desk
  const place = placeOf({ ...placed, part })
  const last = keeper.lastAttempt(place)
  const hints = hintsOf(keeper, place, part, last && last.at >= since ? last.verdict?.diagnosis[0]?.code : undefined, since)
  const draft = keeper.draft(place)
  return {
    ...sheetOf(placed.exercise, part),
    hintsLeft: hints.left.length,
    hintsShown: [...hints.shown],
    draft: draft && draft.at >= since ? draft.text : '',
    state: since === -Infinity ? stateOf(keeper.standing(place)) : stateSince(keeper, place, since),
  }
}

function stateSince(keeper: Keeper, { seed = '', ...place }: VariantPlace, since: number): PartState {
  const tries = keeper.history({ ...place, kind: 'attempt', limit: 100 }).filter(event => event.counts && event.at >= since && event.seed === seed)
  return tries.length === 0 ? 'new' : tries.some(event => event.verdict?.verdict === 'correct') ? 'right' : 'tried'
}

type SheetPart = Omit<Opened['parts'][number], 'hintsLeft' | 'hintsShown' | 'draft' | 'state'>
const sheets = new KeptInTongue<Part, SheetPart>()

/** What a part shows to every learner, made once: reading and typesetting its texts takes some milliseconds. */
function sheetOf(exercise: Exercise, part: Part): SheetPart {
  return sheets.get(part, () => sheetAnew(exercise, part))
}

function sheetAnew(exercise: Exercise, part: Part): SheetPart {
  const { question } = part
  const own = givensOf(question.given, question.define).filter(
    ({ name }) => exercise.given[name] !== question.given[name] || exercise.define[name] !== question.define[name],
  )
  const figure = figureOf(question)
  const route = routeOf(question)
  return {
    id: part.id,
    title: part.title,
    prompt: part.prompt,
    kind: question.kind,
    latex: taskOf(question),
    givens: own,
    ...(figure ? { figure: { ...figure, factors: [...figure.factors] } } : {}),
    ...(route ? { route } : {}),
    asks: asksOf(question),
    options: (question.options ?? []).map(({ id, text }) => ({ id, text })),
    ...(question.kind === 'choice' ? { many: severalRight(question) } : {}),
    completions: completionsOf(question),
  }
}
