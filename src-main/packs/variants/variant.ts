/** The variants of an exercise: each an exercise of its own, made once. */
import { exerciseOf } from '../exercise.ts'
import type { Exercise } from '../pack.ts'
import { exerciseSchema } from '../schema/exercise.ts'
import type { ExerciseFile, ExerciseInput } from '../schema/exercise.ts'
import type { SourceFile } from '../yaml/document.ts'
import { drawsOf } from './draw.ts'
import type { Draw, Draws } from './draw.ts'
import { fillExercise } from './fill.ts'

const made = new WeakMap<SourceFile, Map<number, Exercise | null>>()
const draws = new WeakMap<SourceFile, Draws>()

/** How many variants are listed: seeds 0 to this less 1. An exercise without `vary` has one. */
export function variantCount(exercise: Exercise): number {
  return drawsIn(exercise)?.listed ?? 1
}

/** How many variants there are in all: seeds are taken modulo this. */
export function combinationsOf(exercise: Exercise): number {
  return drawsIn(exercise)?.all.length ?? 1
}

/** What was drawn for a seed; null for an exercise without `vary`. */
export function drawOf(exercise: Exercise, seed: number): Draw | null {
  const all = drawsIn(exercise)?.all
  return all ? all[seed % all.length]! : null
}

/**
 * The variant of a seed (a whole number, not negative; the same modulo the number of combinations). `null` where the texts of this variant break a limit
 * of the format, which reading tells of the first variant and lint of the others.
 */
export function variantOf(exercise: Exercise, seed: number): Exercise | null {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`no seed: ${seed}`)
  const all = drawsIn(exercise)?.all
  if (!all) return exercise
  const at = seed % all.length
  const known = made.get(exercise.source) ?? new Map<number, Exercise | null>()
  made.set(exercise.source, known)
  if (!known.has(at)) known.set(at, at === exercise.seed ? exercise : fresh(exercise, all[at]!, at))
  return known.get(at)!
}

/** All listed variants, in the order of their seeds. */
export function listedVariants(exercise: Exercise): { readonly seed: number; readonly exercise: Exercise | null }[] {
  return Array.from({ length: variantCount(exercise) }, (_, seed) => ({ seed, exercise: variantOf(exercise, seed) }))
}

function drawsIn({ id, source }: Exercise): Draws | null {
  const known = draws.get(source)
  if (known) return known
  const { vary, variants } = source.value as Pick<ExerciseFile, 'vary' | 'variants'>
  if (!vary) return null
  const found = drawsOf(id, vary, variants)
  draws.set(source, found)
  return found
}

function fresh(exercise: Exercise, draw: Draw, seed: number): Exercise | null {
  const { source, chapter, outcomes } = exercise
  const filled = exerciseSchema.safeParse(fillExercise(source.value as ExerciseInput, draw))
  if (!filled.success) return null
  const own = exerciseOf({ source, file: filled.data, seed })
  // What the pack made of the ids (an unknown outcome is dropped) holds for every variant.
  return { ...own, chapter, outcomes, parts: own.parts.map((part, n) => ({ ...part, outcomes: exercise.parts[n]!.outcomes })) }
}
