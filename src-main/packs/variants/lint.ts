/** Problems of an exercise, gathered from its variants. */
import type { Exercise } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { settled } from './fill.ts'
import { drawOf } from './variant.ts'
import { words } from './words.ts'

/**
 * The problems that were found in each listed variant, in the order of seeds, as one list: what holds for all stands once as it is, anything else
 * once, with the values that bring it about.
 */
export function mergeVariants(exercise: Exercise, found: readonly (readonly PackProblem[])[]): PackProblem[] {
  if (found.length === 1) return [...found[0]!]
  const same = (a: PackProblem) => (b: PackProblem): boolean => a.code === b.code && a.message === b.message && a.line === b.line && a.column === b.column
  const told = new Set<string>()
  return found.flatMap((problems, seed) =>
    problems.flatMap(problem => {
      const everywhere = found.every(other => other.some(same(problem)))
      const key = `${problem.code} ${problem.line}:${problem.column}${everywhere ? ` ${problem.message}` : ''}`
      if (told.has(key)) return []
      told.add(key)
      return [everywhere ? problem : { ...problem, message: words.withValues(valuesOf(exercise, seed), problem.message) }]
    }),
  )
}

/** A variant whose texts break a limit of the format. */
export function brokenVariant(exercise: Exercise, seed: number): PackProblem {
  const { source } = exercise
  return source.problem('vary', words.broken(valuesOf(exercise, seed)), source.place(['vary'], 'name'))
}

/** `c = 2, A = W` */
export function valuesOf(exercise: Exercise, seed: number): string {
  return Object.entries(settled(drawOf(exercise, seed) ?? {}))
    .map(([name, value]) => `${name} = ${typeof value === 'string' ? value : Object.values(value).join('/')}`)
    .join(', ')
}
