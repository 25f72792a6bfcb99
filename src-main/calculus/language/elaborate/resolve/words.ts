/** Splitting a run of letters by the names that it may hold: `Ax`, `lambdaI`, `sinx`. */
import type { Unit } from '../../ast.ts'
import type { Span } from '../../../problem.ts'
import { closest } from './closest.ts'
import type { NameKind, Vocabulary } from './vocabulary.ts'

/** One name of a run; `ending` is a name that stands only before its subscript (`e_i`, the `A` of `A_1`). */
export interface Piece extends Span { readonly text: string; readonly kind: NameKind | 'ending' | 'unknown' }
export type Split = { readonly pieces: readonly Piece[] } | { readonly ambiguous: readonly (readonly Piece[])[] }

/** Longer runs are split by the shortest way, without a look for a second one. */
const exhaustive = 24
const most = 64

/** `ending`: names that may stand at the end because of the subscript that follows. */
export function splitRun(units: readonly Unit[], vocabulary: Vocabulary, ending: ReadonlySet<string>): Split {
  const read = (alias: boolean): readonly (readonly Piece[])[] => {
    const at = (from: number): readonly Placed[] => piecesAt(units, from, vocabulary, ending, alias)
    return units.length <= exhaustive ? coarsest(allSplits(units.length, at)) : shortest(units.length, at)
  }
  let found = read(false)
  if (found.length === 0) found = read(true)
  if (found.length === 0) return { pieces: withUnknown(units, vocabulary, ending) }
  if (found.length > 1) {
    const foreign = found.map(s => s.filter(p => p.kind !== 'array' && !vocabulary.declares(p.text)).length)
    const least = Math.min(...foreign)
    found = found.filter((_, n) => foreign[n] === least)
  }
  return found.length === 1 ? { pieces: found[0]! } : { ambiguous: found }
}

/** A name with the place after it. */
type Placed = readonly [Piece, number]

/** The names that stand in the run at one place, longest first, each with the place after it. */
function piecesAt(units: readonly Unit[], from: number, vocabulary: Vocabulary, ending: ReadonlySet<string>, alias: boolean): readonly Placed[] {
  const found: Placed[] = []
  let text = ''
  for (let to = from; to < units.length; to++) {
    const unit = units[to]!
    if (unit.whole && to > from) break
    text += unit.text
    if (text.length > vocabulary.longest && !unit.whole) break
    const real = alias ? vocabulary.alias(text) ?? text : text
    const kind = vocabulary.kindOf(real) ?? (to === units.length - 1 && ending.has(text) ? 'ending' : null)
    if (kind) found.unshift([{ text: real, kind, from: units[from]!.from, to: unit.to }, to + 1])
    if (unit.whole) break
  }
  return found
}

function allSplits(length: number, at: (from: number) => readonly Placed[]): readonly (readonly Piece[])[] {
  const known = new Map<number, readonly (readonly Piece[])[]>([[length, [[]]]])
  for (let from = length - 1; from >= 0; from--) {
    const rows = at(from).flatMap(([piece, next]) => known.get(next)!.map(rest => [piece, ...rest]))
    known.set(from, coarsest(rows).slice(0, most))
  }
  return known.get(0)!
}

/** A longer name wins over its split: leaves out each way that only splits a name of another way. */
function coarsest(ways: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  if (ways.length < 2) return ways
  const cuts = ways.map(w => new Set(w.map(p => p.to)))
  return ways.filter((_, n) => !cuts.some((other, m) => m !== n && other.size < cuts[n]!.size && [...other].every(c => cuts[n]!.has(c))))
}

function shortest(length: number, at: (from: number) => readonly Placed[]): readonly (readonly Piece[])[] {
  const best: ({ cost: number; piece: Piece | null; next: number } | null)[] = Array.from({ length: length + 1 }, () => null)
  best[length] = { cost: 0, piece: null, next: length }
  for (let from = length - 1; from >= 0; from--) {
    for (const [piece, next] of at(from)) {
      const rest = best[next]
      const now = best[from]
      if (rest && (!now || rest.cost + 1 < now.cost)) best[from] = { cost: rest.cost + 1, piece, next }
    }
  }
  if (!best[0]) return []
  const pieces: Piece[] = []
  for (let at = 0; at < length; at = best[at]!.next) pieces.push(best[at]!.piece!)
  return [pieces]
}

/** No split fits: one unknown letter beside known names is told alone, else the whole run is unknown. */
function withUnknown(units: readonly Unit[], vocabulary: Vocabulary, ending: ReadonlySet<string>): readonly Piece[] {
  const whole: Piece = { text: units.map(u => u.text).join(''), kind: 'unknown', from: units[0]!.from, to: units.at(-1)!.to }
  if (units.length === 1 || units.length > exhaustive) return [whole]
  if (units.every(u => !u.whole) && closest(whole.text, vocabulary).length > 0) return [whole]
  for (let n = 0; n < units.length; n++) {
    const lone: Piece = { text: units[n]!.text, kind: 'unknown', from: units[n]!.from, to: units[n]!.to }
    const before = known(units.slice(0, n), vocabulary, new Set())
    const after = known(units.slice(n + 1), vocabulary, ending)
    if (before && after && (units[n]!.whole || units.length < 5)) return [...before, lone, ...after]
  }
  return [whole]
}

function known(units: readonly Unit[], vocabulary: Vocabulary, ending: ReadonlySet<string>): readonly Piece[] | null {
  if (units.length === 0) return []
  const ways = coarsest(allSplits(units.length, from => piecesAt(units, from, vocabulary, ending, false)))
  return ways[0] ?? null
}
