/** Endless practice: an exercise from a seed, an outcome and a level. */
import { exerciseOf } from '../assemble.ts'
import type { Exercise } from '../pack.ts'
import { exerciseSchema, type ExerciseInput } from '../schema/exercise.ts'
import { questionSchema, type Question } from '../../checking/question.ts'
import { levels, outcomes, type Draft, type Level, type PracticeOutcome } from './draft.ts'
import { draft } from './drafts.ts'
import { unfiled } from './unfiled.ts'
import { wordsOf } from './prose.ts'
import { Choices, seedWith } from './random.ts'
import type { Tools } from './tools.ts'
import { worthOf, type Refused } from './worth.ts'
import { Exhausted } from './world.ts'

export { levels, outcomes, type Level, type PracticeOutcome } from './draft.ts'
export type { Tools } from './tools.ts'

export interface GenerateOptions {
  readonly outcome: PracticeOutcome
  readonly level: Level
  /** Structures (see `structureOf`) that should not come again. */
  readonly avoid?: readonly string[]
  /** Called with each draft that was thrown away, for statistics. */
  readonly refused?: (why: Refused, question: Question | null) => void
}

/** Drafts that are tried for one seed. */
const mostDrafts = 400
/** Seeds that are tried where the structure is to be avoided. */
const mostSeeds = 40
const structures = new WeakMap<Exercise, string>()
const titles: Readonly<Record<PracticeOutcome, string>> = { shapes: 'Shapes', compute: 'Derivatives', abstract: 'Chain rule', indices: 'Entries' }

/**
 * The exercise of a seed: a whole number from 0 to 2^32 less 1. Where its structure is among those to be avoided, that of the next seed that is not:
 * the exercise's id holds the seed that was taken, so that `fromId` makes the same one.
 */
export function generate(tools: Tools, seed: number, options: GenerateOptions): Exercise {
  let at = seed >>> 0
  let last: Exercise | null = null
  for (let n = 0; n < mostSeeds; n++, at = (at + 0x9e3779b9) >>> 0) {
    last = single(tools, at, options)
    if (!options.avoid?.includes(structureOf(last))) return last
  }
  return last!
}

/** The exercise with an id that `generate` gave; null for any other id. */
export function fromId(tools: Tools, id: string): Exercise | null {
  const parts = /^([a-z]+)-(\d)-(\d{1,10})$/.exec(id)
  const outcome = outcomes.find(o => o === parts?.[1])
  const level = levels.find(l => l === Number(parts?.[2]))
  const seed = Number(parts?.[3])
  return outcome && level && seed <= 0xffffffff ? single(tools, seed, { outcome, level }) : null
}

/** What a generated exercise has in common with others of the same build. */
export function structureOf(exercise: Exercise): string {
  const found = structures.get(exercise)
  if (found === undefined) throw new RangeError(`${exercise.id} was not generated`)
  return found
}

function single(tools: Tools, seed: number, { outcome, level, refused }: GenerateOptions): Exercise {
  const choices = new Choices(seedWith(seed, `${outcome} ${level}`))
  for (let n = 0; n < mostDrafts; n++) {
    const made = drafted(outcome, level, choices)
    if (!made) {
      refused?.('drafted', null)
      continue
    }
    const question = questionOf(made)
    const worth = worthOf(question, level, tools)
    if (typeof worth === 'string') {
      refused?.(worth, question)
      continue
    }
    const exercise = exerciseFrom(made, question, worth.answer, tools, `${outcome}-${level}-${seed}`, outcome, level)
    structures.set(exercise, made.structure)
    return exercise
  }
  throw new RangeError(`no exercise for seed ${seed}, ${outcome}, level ${level}`)
}

function drafted(outcome: PracticeOutcome, level: Level, choices: Choices): Draft | null {
  try {
    return draft(outcome, level, choices)
  } catch (error) {
    if (error instanceof Exhausted) return null
    throw error
  }
}

/** The question, with the declarations that it needs and no others. */
function questionOf({ question, given, define = {} }: Draft): Question {
  const used = new Set<string>()
  const reach = (text: string): void => {
    for (const name of Object.keys(given)) {
      if (used.has(name) || !new RegExp(`(?<![A-Za-z])d?${name}(?![A-Za-z])`).test(text)) continue
      used.add(name)
      reach(given[name]!.split(' of ')[1] ?? '')
    }
    for (const [name, body] of Object.entries(define)) if (new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`).test(text)) reach(body)
  }
  reach([question.f, question.wrt, question.of, question.value].filter(t => typeof t === 'string').join(' '))
  return questionSchema.parse({ ...question, given: Object.fromEntries(Object.entries(given).filter(([name]) => used.has(name))), define })
}

function exerciseFrom(made: Draft, question: Question, answer: string, tools: Tools, id: string, outcome: PracticeOutcome, level: Level): Exercise {
  const { prompt, hints, solution } = wordsOf(question, answer, tools)
  const { given, define, mistakes: _, ...fields } = question
  const input: ExerciseInput = {
    id, title: `${titles[outcome]}, level ${level}`, outcomes: [outcome], given, define,
    parts: [{ ...fields, id: 'question', prompt, hints: [...hints], solution, tests: { right: [answer] } }],
  }
  return exerciseOf({ source: unfiled(`${id}.yaml`, input), file: exerciseSchema.parse(input) })
}
