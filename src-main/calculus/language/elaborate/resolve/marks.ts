/** The marks of a differential: `d` and `∂`. */
import type { Unit } from '../../ast.ts'
import { splitRun } from './words.ts'
import type { Resolving } from './context.ts'

export type DifferentialMark = 'd' | '∂'

/** The mark that a run begins with. `d` is one where the run that it begins is not made of known names. */
export function marksDifferential(r: Resolving, units: readonly Unit[]): DifferentialMark | null {
  const first = units[0]!.text
  if (first === '∂') return '∂'
  const run = units.map(u => u.text).join('')
  if (first !== 'd' || run === 'delta') return null
  if (r.symbols.get(run)?.differential) return 'd'
  const split = splitRun(units, r.vocabulary, new Set())
  // Where `d(…)` is a function, `dvec` is still a mark before a name.
  if ('pieces' in split && split.pieces[0]!.text === 'd' && split.pieces[0]!.kind === 'function') return 'd'
  return 'ambiguous' in split || split.pieces.every(p => p.kind !== 'unknown') ? null : 'd'
}
