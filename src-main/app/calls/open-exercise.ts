/** Opening an exercise: everything that its sheet and its desk show. */
import type { Exercise, Part } from '../../packs/index.ts'
import { stateOf } from '../../progress/index.ts'
import { combinationsOf } from '../../packs/variants/variant.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { hintsOf } from '../hints.ts'
import { practicePack } from '../practice.ts'
import type { PlacedExercise } from '../shelf.ts'
import { asksOf, severalRight } from '../show/asks.ts'
import { completionsOf } from '../show/completions.ts'
import { givensOf } from '../show/givens.ts'
import { placeOf } from '../show/place.ts'
import { taskOf } from '../show/task.ts'

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
    parts: exercise.parts.map(part => openPart(desk, placed, part)),
    next: following ? { pack: pack.id, id: following.id, title: following.title } : null,
    seed: exercise.seed,
    another: pack === practicePack || combinationsOf(exercise) > 1,
  }
}

function openPart(desk: Desk, placed: PlacedExercise, part: Part): Opened['parts'][number] {
  const { keeper } = desk
  const place = placeOf({ ...placed, part })
  const hints = hintsOf(keeper, place, part, keeper.lastAttempt(place)?.verdict?.diagnosis[0]?.code)
  return {
    ...sheetOf(placed.exercise, part),
    hintsLeft: hints.left.length,
    hintsShown: [...hints.shown],
    draft: keeper.draft(place)?.text ?? '',
    state: stateOf(keeper.standing(place)),
  }
}

type SheetPart = Omit<Opened['parts'][number], 'hintsLeft' | 'hintsShown' | 'draft' | 'state'>
const sheets = new WeakMap<Part, SheetPart>()

/** What a part shows to every learner, made once: reading and typesetting its texts takes some milliseconds. */
function sheetOf(exercise: Exercise, part: Part): SheetPart {
  const known = sheets.get(part)
  if (known) return known
  const { question } = part
  const own = givensOf(question.given, question.define).filter(
    ({ name }) => exercise.given[name] !== question.given[name] || exercise.define[name] !== question.define[name],
  )
  const sheet: SheetPart = {
    id: part.id,
    title: part.title,
    prompt: part.prompt,
    kind: question.kind,
    latex: taskOf(question),
    givens: own,
    asks: asksOf(question),
    options: (question.options ?? []).map(({ id, text }) => ({ id, text })),
    ...(question.kind === 'choice' ? { many: severalRight(question) } : {}),
    completions: completionsOf(question),
  }
  sheets.set(part, sheet)
  return sheet
}
