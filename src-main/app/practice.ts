/** Generated exercises as a pack of their own: an exercise's id says all that it takes to make it again. */
import { spoken, sumsWritten } from '../calculus/index.ts'
import { check, deriveIn } from '../checking/check.ts'
import { workedSolution } from '../checking/solution/solution.ts'
import { fromId, generate, levels, outcomes, structureOf, structureOfId, type Level, type PracticeOutcome, type Tools } from '../packs/generator/generate.ts'
import { unfiled } from '../packs/generator/unfiled.ts'
import type { Exercise, Pack } from '../packs/index.ts'

const tools: Tools = {
  check: (question, answer) => check(question, answer, { evidence: false }),
  isZero: question => check(question, '0', { diagnose: false }).verdict === 'correct',
  derive: deriveIn,
  solve: workedSolution,
}

/** The pack that generated exercises belong to. It holds none: they are made when they are asked for. */
export const practicePack: Pack = {
  id: 'endless-practice', title: 'Practice', version: '1.0.0', about: '', authors: [], licence: null, prerequisites: [],
  assumes: [], outcomes: [], chapters: [], exercises: [], pictures: new Map(), source: unfiled('pack.yaml', {}),
}

/** Made lately, newest last: one exercise takes some tens of milliseconds. In each language and way of writing sums by itself, since it has words and formulas. */
const lately = new Map<string, Exercise>()
const mostKept = 50

const kept = (id: string): string => `${spoken()} ${sumsWritten()} ${id}`

function keep(exercise: Exercise): Exercise {
  lately.set(kept(exercise.id), exercise)
  if (lately.size > mostKept) lately.delete(lately.keys().next().value!)
  return exercise
}

/** The generated exercise with this id; null for an id that no generated exercise has. */
export function practiceExercise(id: string): Exercise | null {
  const known = lately.get(kept(id))
  if (known) return known
  const made = fromId(tools, id)
  return made && keep(made)
}

/** What an id says of its exercise; null for an id that is none. */
export function practiceKind(id: string): { readonly outcome: PracticeOutcome; readonly level: Level } | null {
  const [word, digit] = id.split('-')
  const outcome = outcomes.find(o => o === word)
  const level = levels.find(l => String(l) === digit)
  return outcome && level ? { outcome, level } : null
}

/** A new exercise, built otherwise than those with the ids in `last`. `seed`: 32 bits. */
export function newPractice(outcome: PracticeOutcome, level: Level, seed: number, last: readonly string[]): Exercise {
  const avoid = last.flatMap(id => {
    const known = lately.get(kept(id))
    const structure = known ? structureOf(known) : structureOfId(tools, id)
    return structure === null ? [] : [structure]
  })
  return keep(generate(tools, seed, { outcome, level, avoid }))
}
