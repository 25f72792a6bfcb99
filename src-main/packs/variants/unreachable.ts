/** Values of `vary` that no student will meet, or that no test will run with. */
import type { Exercise } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import type { ExerciseFile } from '../schema/exercise.ts'
import { drawsOf, written } from './draw.ts'
import { words } from './words.ts'

type Vary = NonNullable<ExerciseFile['vary']>

/** Warnings, in the order of the file; none for an exercise that does not vary. */
export function unreachable({ id, source }: Exercise): PackProblem[] {
  const { vary, variants } = source.value as Pick<ExerciseFile, 'vary' | 'variants'>
  if (!vary) return []
  const draws = drawsOf(id, vary, variants)
  const warn = (message: string, ...path: (string | number)[]): PackProblem => source.problem('vary', message, source.place(path), { severity: 'warning' })
  const keys = Object.fromEntries(Object.entries(vary).map(([name, list]) => [name, list.map(keyOf)]))
  const drawn = (name: string, most: number): Set<string> => new Set(draws.all.slice(0, most).map(draw => JSON.stringify(draw[name])))
  const found = Object.keys(vary).flatMap(name => {
    const [ever, listed] = [drawn(name, draws.all.length), drawn(name, draws.listed)]
    return keys[name]!.flatMap((key, n) => {
      const value = shown(vary[name]![n]!)
      if (keys[name]!.indexOf(key) < n) return [warn(words.twice(value), 'vary', name, n)]
      if (!ever.has(key)) return [warn(words.never(name, value), 'vary', name, n)]
      return listed.has(key) ? [] : [warn(words.unlisted(value, name, draws.needed), 'vary', name, n)]
    })
  })
  if (variants !== undefined && variants > draws.all.length)
    found.push(warn(draws.all.length === 1 ? words.onlyOne : words.onlySo(draws.all.length), 'variants'))
  return found
}

function keyOf(value: Vary[string][number]): string {
  return JSON.stringify(written(value))
}

/** `2`, `sin/cos` */
function shown(value: Vary[string][number]): string {
  return typeof value === 'object' ? Object.values(value).join('/') : String(value)
}
