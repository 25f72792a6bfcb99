/** What stands after `_`: a flat list of letters, numbers and marks. */
import type { SubItem } from '../ast.ts'
import { unitOf, wordly } from './glyph.ts'
import type { Glyph } from './glyph.ts'
import type { Report } from './report.ts'
import { sumRange } from './sumrange.ts'
import { KIND } from './token.ts'
import type { Token } from './token.ts'

type Mark = Extract<SubItem, { k: 'mark' }>['text']
/** No subscript is longer, in glyphs: one whose bracket closes later counts as unclosed. */
const LONGEST = 300

const MARKS = new Set<string>([',', ':', '=', '≠', '+', '-', ';', '*'])

/** `_i`, `_{i,j}`, `_{k=1}`, `_12`, `_:`, `_(i,j)`. Gives the glyph to go on at. */
export function readSub(glyphs: readonly Glyph[], at: number, tokens: Token[], report: Report): number {
  const low = glyphs[at]!
  const first = glyphs[at + 1]
  // A subscript that cannot be read leaves a hole, so that nothing is said about its indices.
  const add: Add = (end, items, braced) => {
    const span = { from: low.from, to: glyphs[end - 1]!.to, spaced: low.spaced }
    tokens.push(items === null ? { kind: KIND.missing, ...span } : { kind: KIND.sub, ...span, items, braced })
    return end
  }
  if (first?.kind === 'open' && (first.group === 'brace' || (first.group === 'paren' && !first.spaced))) return readBraced(glyphs, at, report, add)
  if (first !== undefined && !first.spaced) {
    let end = at + 1
    if (wordly(first)) {
      for (end++; wordly(glyphs[end]) && goesOn(glyphs[end - 1]!, glyphs[end]!); end++);
      return add(end, glyphs.slice(at + 1, end).map(letter), false)
    }
    if (first.kind === 'digit') {
      for (end++; glyphs[end]?.kind === 'digit' && goesOn(glyphs[end - 1]!, glyphs[end]!); end++);
      return add(end, numbers(glyphs.slice(at + 1, end)), false)
    }
    // A star is no index, but it stands there for one: `x_*`, `\|A\|_*`.
    if (first.kind === 'sign' && (first.text === ':' || (first.text === '*' && glyphs[at + 2]?.spaced !== false))) return add(at + 2, [mark(first)], false)
  }
  if (first?.kind === 'hole' && !first.spaced) return add(at + 2, null, false)
  report.add('subscript-missing', low, [], report.removal(low))
  return add(at + 1, null, false)
}

/** A run of lowered Unicode: `ᵢⱼ`, `₁`. Its end is plain, so it counts as braced. */
export function loweredSub(glyphs: readonly Glyph[], at: number, tokens: Token[]): number {
  let end = at + 1
  for (; glyphs[end]?.kind === 'sub' && !glyphs[end]!.spaced; end++);
  const run = glyphs.slice(at, end)
  const items = collect(run.map((g): Glyph => ({ ...g, ...loweredKind(g.text) })), () => undefined)
  tokens.push({ kind: KIND.sub, from: run[0]!.from, to: run.at(-1)!.to, spaced: run[0]!.spaced, items, braced: true })
  return end
}

function loweredKind(text: string): Pick<Glyph, 'kind' | 'text'> {
  if (/[0-9]/.test(text)) return { kind: 'digit', text }
  if (/[a-z]/.test(text)) return { kind: text.length > 1 ? 'greek' : 'letter', text }
  return text === '(' ? { kind: 'open', text } : text === ')' ? { kind: 'close', text } : { kind: 'sign', text }
}

function goesOn(last: Glyph, next: Glyph): boolean {
  return !next.spaced && (next.join === 'stay' || (next.join === 'run' && last.join === 'run'))
}

/** Puts out a subscript that ends before a glyph, or a hole where `items` is `null`; gives the glyph to go on at. */
type Add = (end: number, items: readonly SubItem[] | null, braced: boolean) => number

/**
 * `_{…}` or `_(…)`. Where the bracket is never closed, the subscript ends where a subscript would: at white space or at the first sign
 * that it cannot hold.
 */
function readBraced(glyphs: readonly Glyph[], at: number, report: Report, add: Add): number {
  const open = glyphs[at + 1]!
  let depth = 1
  let end = at + 2
  for (; end < Math.min(glyphs.length, at + LONGEST); end++) {
    const glyph = glyphs[end]!
    if (glyph.kind === 'open') depth++
    if (glyph.kind === 'close' && --depth === 0) break
  }
  const closed = depth === 0 && glyphs[end]!.group === open.group
  if (!closed) {
    for (end = at + 2; end < glyphs.length && !glyphs[end]!.spaced && indexy(glyphs[end]!); end++);
    const to = glyphs[end - 1]!.to
    report.add('subscript-open', { from: glyphs[at]!.from, to: open.to }, [report.text(open)], { from: to, to, text: open.closer ?? '}' })
  }
  const range = closed ? sumRange(glyphs, at, end) : null
  if (range) {
    const whole = { from: glyphs[at]!.from, to: glyphs[range.end - 1]!.to }
    const mended = `_{${range.indices.map((g) => report.text(g)).join(',')}}`
    if (range.part) report.add('sum-part', whole, [])
    else if (!range.told) report.add('sum-range', whole, [mended], { ...whole, text: mended })
    return add(range.end, range.indices.map(letter), true)
  }
  const inside = glyphs.slice(at + 2, end)
  const span = { from: glyphs[at]!.from, to: closed ? glyphs[end]!.to : open.to }
  if (inside.length === 0 && closed) report.add('subscript-empty', span, [], report.removal(span))
  let faults = inside.length === 0 ? 1 : 0
  const items = collect(inside, (glyph) => {
    if (faults++ === 0) fault(glyph, report)
  })
  return add(closed ? end + 1 : end, faults === 0 ? items : null, true)
}

function fault(glyph: Glyph, report: Report): void {
  if (glyph.kind === 'hole') return
  if (glyph.kind === 'sub' || glyph.kind === 'sup' || glyph.text === '_' || glyph.text === '^') report.add('subscript-nested', glyph, [])
  else report.add('subscript-sign', glyph, [report.text(glyph)])
}

const indexy = (glyph: Glyph): boolean => wordly(glyph) || glyph.kind === 'digit' || isMark(glyph)
const isMark = (glyph: Glyph): boolean => glyph.kind === 'sign' && MARKS.has(glyph.text)
const letter = (glyph: Glyph): SubItem => ({ k: 'letter', unit: unitOf(glyph), from: glyph.from, to: glyph.to })
const mark = (glyph: Glyph): SubItem => ({ k: 'mark', text: glyph.text as Mark, from: glyph.from, to: glyph.to })

function numbers(digits: readonly Glyph[]): readonly SubItem[] {
  return [{ k: 'number', text: digits.map((d) => d.text).join(''), from: digits[0]!.from, to: digits.at(-1)!.to }]
}

/** The items of a subscript; what cannot stand in one is handed to `stray` and left out. */
function collect(glyphs: readonly Glyph[], stray: (glyph: Glyph) => void): readonly SubItem[] {
  const items: SubItem[] = []
  for (let k = 0; k < glyphs.length; k++) {
    const glyph = glyphs[k]!
    if (wordly(glyph)) items.push(letter(glyph))
    else if (glyph.kind === 'digit') {
      let end = k + 1
      for (; glyphs[end]?.kind === 'digit' && !glyphs[end]!.spaced; end++);
      items.push(...numbers(glyphs.slice(k, end)))
      k = end - 1
    } else if (isMark(glyph)) items.push(mark(glyph))
    else if ((glyph.kind === 'open' || glyph.kind === 'close') && glyph.group === undefined) items.push(mark(glyph))
    else if (glyph.kind === 'open' && glyph.group === 'paren') items.push({ k: 'mark', text: '(', from: glyph.from, to: glyph.to })
    else if (glyph.kind === 'close' && glyph.group === 'paren') items.push({ k: 'mark', text: ')', from: glyph.from, to: glyph.to })
    else if ((glyph.kind === 'open' || glyph.kind === 'close') && glyph.group === 'brace') continue
    else {
      stray(glyph)
      // What is hung on an index goes with its mark.
      if (glyph.text === '_' || glyph.text === '^') k = pastGroup(glyphs, k + 1)
    }
  }
  return items
}

/** The last glyph of the braced group, run of digits or single thing at `k`. */
function pastGroup(glyphs: readonly Glyph[], k: number): number {
  if (glyphs[k]?.kind === 'sign' && glyphs[k]!.text === '-') return pastGroup(glyphs, k + 1)
  if (glyphs[k]?.kind === 'digit') while (glyphs[k + 1]?.kind === 'digit') k++
  if (glyphs[k]?.kind !== 'open') return k
  for (let depth = 0; k < glyphs.length; k++) {
    if (glyphs[k]!.kind === 'open') depth++
    else if (glyphs[k]!.kind === 'close' && --depth === 0) break
  }
  return k
}
