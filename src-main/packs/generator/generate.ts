/** Endless practice: an exercise from a seed, an outcome and a level. */
import { exerciseOf } from '../exercise.ts'
import type { Exercise } from '../pack.ts'
import { exerciseSchema, type ExerciseInput } from '../schema/exercise.ts'
import { questionSchema, type Question } from '../../checking/question.ts'
import { levels, outcomes, type Draft, type Level, type PracticeOutcome } from './draft.ts'
import { draft } from './drafts.ts'
import { unfiled } from './unfiled.ts'
import { wordsOf } from './prose.ts'
import { Choices, seedWith } from './random.ts'
import type { Tools } from './tools.ts'
import { turnedBy } from './turn.ts'
import { worthOf, type Refused } from './worth.ts'
import { Exhausted } from './world.ts'
import { words } from './words.ts'

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

/** Exercises have ids of the generator that made them: the same seed is another exercise once the generator has changed, and raises this. */
const version = 3

/** What students see as the title of an exercise that is generated. */
export function practiceTitle(outcome: PracticeOutcome, level: Level): string {
  return words.title(words.titles[outcome], level)
}

/** What a seed comes to, before it is put into words. */
interface Found {
  readonly made: Draft
  readonly question: Question
  readonly answer: string
  readonly origin: string | null
  readonly id: string
}

/**
 * The exercise of a seed: a whole number from 0 to 2^32 less 1. Where its structure is among those to be avoided, that of the next seed that is not:
 * the exercise's id holds the seed that was taken, so that `fromId` makes the same one.
 */
export function generate(tools: Tools, seed: number, options: GenerateOptions): Exercise {
  let at = seed >>> 0
  let found = find(tools, at, options)
  for (let n = 1; n < mostSeeds && options.avoid?.includes(found.made.structure); n++) found = find(tools, (at = (at + 0x9e3779b9) >>> 0), options)
  return exerciseFrom(found, tools, options)
}

/** The exercise with an id that `generate` gave; null for any other id, one of an earlier version of the generator included. */
export function fromId(tools: Tools, id: string): Exercise | null {
  const asked = askedBy(id)
  return asked && exerciseFrom(find(tools, asked.seed, asked), tools, asked)
}

/** The structure of the exercise with this id, in less time than the exercise takes; null for an id that is none. */
export function structureOfId(tools: Tools, id: string): string | null {
  const asked = askedBy(id)
  return asked && find(tools, asked.seed, asked).made.structure
}

/** The question of a seed and the answer that was derived, without words, in less time than the exercise takes. */
export function questionFor(tools: Tools, seed: number, options: GenerateOptions): { readonly question: Question; readonly answer: string; readonly structure: string } {
  const { question, answer, made: { structure } } = find(tools, seed >>> 0, options)
  return { question, answer, structure }
}

/** What a generated exercise has in common with others of the same build. */
export function structureOf(exercise: Exercise): string {
  const found = structures.get(exercise)
  if (found === undefined) throw new RangeError(`${exercise.id} was not generated`)
  return found
}

function askedBy(id: string): { readonly seed: number; readonly outcome: PracticeOutcome; readonly level: Level } | null {
  const parts = /^([a-z]+)-(\d)-(\d{1,10})-(\d+)$/.exec(id)
  const outcome = outcomes.find(o => o === parts?.[1])
  const level = levels.find(l => l === Number(parts?.[2]))
  const seed = Number(parts?.[3])
  return outcome && level && seed <= 0xffffffff && Number(parts?.[4]) === version ? { seed, outcome, level } : null
}

/** The first draft of a seed that is worth asking. */
function find(tools: Tools, seed: number, { outcome, level, refused }: GenerateOptions): Found {
  const choices = new Choices(seedWith(seed, `${outcome} ${level}`))
  for (let n = 0; n < mostDrafts; n++) {
    const made = drafted(outcome, level, choices)
    const question = made && questionOf(made)
    const worth = question ? worthOf(question, level, tools) : 'drafted'
    if (typeof worth === 'string') {
      refused?.(worth, question)
      continue
    }
    const id = `${outcome}-${level}-${seed}-${version}`
    if (made!.turn === undefined) return { made: made!, question: question!, answer: worth.answer, origin: null, id }
    const turned = turnedBy(made!.turn, question!, worth.answer, tools)
    const other = turned ? worthOf(turned.question, level, tools) : 'no-answer'
    if (typeof other !== 'string') return { made: made!, question: turned!.question, answer: other.answer, origin: turned!.origin, id }
    refused?.(other, turned?.question ?? null)
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
      if (used.has(name) || !new RegExp(`(?<![A-Za-z])[d∂]?${name}(?![A-Za-z])`).test(text)) continue
      used.add(name)
      reach(given[name]!.split(' of ')[1] ?? '')
    }
    for (const [name, body] of Object.entries(define)) if (new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`).test(text)) reach(body)
  }
  reach([question.f, question.wrt, question.of, question.value].filter(t => typeof t === 'string').join(' '))
  return questionSchema.parse({ ...question, given: Object.fromEntries(Object.entries(given).filter(([name]) => used.has(name))), define })
}

function exerciseFrom({ made, question, answer, origin, id }: Found, tools: Tools, { outcome, level }: GenerateOptions): Exercise {
  const { prompt, hints, solution } = wordsOf(question, answer, tools, origin)
  const { given, define, mistakes: _, ...fields } = question
  const file: ExerciseInput = {
    id, title: practiceTitle(outcome, level), outcomes: [outcome], given, define,
    parts: [{ ...fields, id: 'question', prompt, hints: [...hints], solution, tests: { right: [answer] } }],
  }
  const exercise = exerciseOf({ source: unfiled(`${id}.yaml`, file), file: exerciseSchema.parse(file) })
  structures.set(exercise, made.structure)
  return exercise
}
