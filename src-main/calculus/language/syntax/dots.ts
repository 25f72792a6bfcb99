/** Dots that are no decimal point: `.T`, a full stop, a method. */
import { wordly } from './glyph.ts'
import type { Glyph } from './glyph.ts'
import { readNumber } from './numbers.ts'
import type { Report } from './report.ts'
import { KIND, endsOperand } from './token.ts'
import type { Token } from './token.ts'

/** NumPy's methods that the language has as functions, by their names there. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['sum', 'sum'], ['trace', 'tr'], ['inverse', 'inv'], ['inv', 'inv'], ['det', 'det'], ['norm', 'norm'], ['diagonal', 'diag'], ['diag', 'diag'],
  ['exp', 'exp'], ['log', 'log'], ['sqrt', 'sqrt'], ['abs', 'abs'],
])

/** Methods that are a product, and those that are a transpose. */
const PRODUCTS: ReadonlySet<string> = new Set(['dot', 'matmul', 'mm', 'mv'])
const TRANSPOSES: ReadonlySet<string> = new Set(['transpose', 't', 'mT', 'H', 'mH'])

/** Reads what starts with the dot at `at`; gives the glyph to go on at. */
export function readDot(glyphs: readonly Glyph[], at: number, tokens: Token[], report: Report): number {
  const dot = glyphs[at]!
  const next = glyphs[at + 1]
  const hangs = endsOperand(tokens.at(-1))
  if (next?.kind === 'digit' && !next.spaced && !(hangs && !dot.spaced)) return readNumber(glyphs, at, tokens, report)
  if (next?.kind === 'letter' && next.text === 'T' && !next.spaced) {
    tokens.push({ kind: KIND.dotT, from: dot.from, to: next.to, spaced: dot.spaced })
    return at + 2
  }
  if (wordly(next) && !next!.spaced && hangs) return readMethod(glyphs, at, tokens, report)
  let end = at + 1
  while (glyphs[end]?.kind === 'sign' && glyphs[end]!.text === '.') end++
  const span = { from: dot.from, to: glyphs[end - 1]!.to }
  if (end === glyphs.length && end === at + 1 && at > 0) report.add('full-stop', span, [], report.removal(span))
  else report.add('stray', span, [report.text(span)], report.removal(span))
  return end
}

/** NumPy's methods, which are not in the language. The product stays a product, the transpose a transpose; of others nothing is known. */
function readMethod(glyphs: readonly Glyph[], at: number, tokens: Token[], report: Report): number {
  const dot = glyphs[at]!
  let end = at + 1
  while (wordly(glyphs[end]) && !glyphs[end]!.spaced) end++
  const name = glyphs.slice(at + 1, end).map((glyph) => glyph.text).join('')
  const [open, close] = [glyphs[end], glyphs[end + 1]]
  const called = open?.kind === 'open' && open.group === 'paren'
  if (called && close?.kind === 'close' && close.group === 'paren') end += 2
  const span = { from: dot.from, to: glyphs[end - 1]!.to }
  if (PRODUCTS.has(name) && called) {
    report.add('method-dot', span, [name], { ...span, text: ' @ ' })
    tokens.push({ kind: KIND.times, ...span, spaced: dot.spaced, op: '*' })
  } else if (TRANSPOSES.has(name)) {
    report.add('method-transpose', span, [name], { ...span, text: '.T' })
    tokens.push({ kind: KIND.dotT, ...span, spaced: dot.spaced })
  } else {
    const known = FUNCTIONS.get(name)
    if (known !== undefined && called) report.add('method-function', span, [name, known])
    else report.add('method', span, [name])
    tokens.push({ kind: KIND.missing, ...span, spaced: dot.spaced })
  }
  return end
}
