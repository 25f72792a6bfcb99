/** Numbers out of digits and dots. */
import type { Glyph } from './glyph.ts'
import type { Report } from './report.ts'
import { KIND } from './token.ts'
import type { Token } from './token.ts'

const isDigit = (glyph: Glyph | undefined): boolean => glyph?.kind === 'digit' && !glyph.spaced && glyph.join !== 'own'
const isSign = (glyph: Glyph | undefined, texts: string): boolean => glyph?.kind === 'sign' && !glyph.spaced && texts.includes(glyph.text)

/** `12`, `0.5`, `.5`, `2.`, `1e-3`. Gives the glyph to go on at. */
export function readNumber(glyphs: readonly Glyph[], at: number, tokens: Token[], report: Report): number {
  const first = glyphs[at]!
  let end = at + 1
  let dots = first.text === '.' ? 1 : 0
  const point = (): boolean => {
    if (!isSign(glyphs[end], '.')) return false
    const next = glyphs[end + 1]
    // A second point is malformed, and 2.T a transpose.
    return isDigit(next) || (dots === 0 && !(next?.kind === 'letter' && next.text === 'T'))
  }
  const mayGoOn = (): boolean => isDigit(glyphs[end]) || point()
  for (; mayGoOn(); end++) if (glyphs[end]!.kind === 'sign') dots++
  if (glyphs[end]?.text === 'e' && !glyphs[end]!.spaced) {
    const digits = isSign(glyphs[end + 1], '+-') ? end + 2 : end + 1
    if (isDigit(glyphs[digits])) for (end = digits; isDigit(glyphs[end]); end++);
  }
  const run = glyphs.slice(at, end)
  const span = { from: first.from, to: run.at(-1)!.to }
  let text = run.map((g) => g.text).join('')
  if (dots > 1) {
    const [whole, ...rest] = text.split('.')
    const mend = `${whole}.${rest.join('')}`
    report.add('number', span, [report.text(span)], { ...span, text: mend })
    text = mend
  }
  tokens.push({ kind: KIND.number, ...span, spaced: first.spaced, text: text.replace(/^\./, '0.').replace(/\.(?=e|$)/, '') })
  return end
}
