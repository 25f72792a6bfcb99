/** Ways of telling what a sum runs over that the language lacks: `\sum_{1 \le i \le M}`, `\sum_{i \in I}`, `sum_{i=1..M}`, `\sum_{i=1,j=1}^{M,N}`. */
import type { Glyph } from './glyph.ts'
import { wordly } from './glyph.ts'

/**
 * The indices of such a sum, and the glyph after all that tells its range. `part`: it may well be less than a whole axis, as in `sum_{i<j}`. `told`: what
 * is wrong with it has been reported.
 */
export interface SumRange { readonly indices: readonly Glyph[]; readonly end: number; readonly part: boolean; readonly told: boolean }

/** The range that the braced subscript at `at` (its `_`) tells, closed at `close`; null where it is none of these, or not that of a sum. */
export function sumRange(glyphs: readonly Glyph[], at: number, close: number): SumRange | null {
  if (!followsSum(glyphs, at)) return null
  const all = glyphs.slice(at + 2, close)
  const word = wordIn(all)
  const inside = word < 0 ? all : all.toSpliced(word, 2, { ...all[word]!, kind: 'compare', text: 'in' })
  const sign = inside.findIndex(g => g.kind === 'compare' || g.kind === 'hole' || (g.kind === 'sign' && '.<>'.includes(g.text)))
  if (sign >= 0) {
    const before = inside.slice(0, sign).filter((g, n) => wordly(g) && (n === 0 || inside[n - 1]!.text === ','))
    const indices = before.length > 0 ? before : inside.slice(sign).filter(wordly).slice(0, 1)
    // An axis is named by a capital; beside another index, as in `i < j`, it is no whole axis.
    const part = inside.some(g => wordly(g) && !indices.some(i => i.text === g.text) && !/^[A-Z]$/.test(g.text))
    return indices.length === 0 ? null : { indices, end: close + 1, part, told: inside[sign]!.kind === 'hole' }
  }
  const starts = inside.flatMap((g, n) => (g.text === '=' && wordly(inside[n - 1]) ? [inside[n - 1]!] : []))
  const end = starts.length > 1 ? afterList(glyphs, close + 1) : null
  return end === null ? null : { indices: starts, end, part: false, told: false }
}

/** Does the sign of a sum stand just before? */
function followsSum(glyphs: readonly Glyph[], at: number): boolean {
  if (glyphs[at - 1]?.sumSign) return true
  const word = glyphs.slice(Math.max(0, at - 3), at)
  return word.length === 3 && word.every(g => g.kind === 'letter') && word.map(g => g.text).join('') === 'sum' && !wordly(glyphs[at - 4])
}

/** Where the word `in` stands between others; -1 where it does not. */
function wordIn(glyphs: readonly Glyph[]): number {
  return glyphs.findIndex((g, n) => n > 0 && g.spaced && g.kind === 'letter' && g.text === 'i' && glyphs[n + 1]?.text === 'n' && !glyphs[n + 1]!.spaced && glyphs[n + 2]?.spaced === true)
}

/** The glyph after `^{M,N}`; null where no such list stands there. */
function afterList(glyphs: readonly Glyph[], at: number): number | null {
  if (glyphs[at]?.text !== '^' || glyphs[at + 1]?.group !== 'brace') return null
  const close = glyphs.findIndex((g, n) => n > at + 1 && g.kind === 'close')
  return close > 0 && glyphs.slice(at + 2, close).some(g => g.text === ',') ? close + 1 : null
}
