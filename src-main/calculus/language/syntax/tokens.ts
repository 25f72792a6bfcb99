/** From glyphs to tokens: runs of letters, numbers, subscripts, primes, raised Unicode. */
import type { ProductOp } from '../ast.ts'
import { unitOf, wordly } from './glyph.ts'
import type { Glyph } from './glyph.ts'
import type { Report } from './report.ts'
import { readDot } from './dots.ts'
import { readNumber } from './numbers.ts'
import { loweredSub, readSub } from './subscripts.ts'
import { KIND } from './token.ts'
import type { Token } from './token.ts'

const PRODUCTS: ReadonlyMap<string, ProductOp> = new Map([['*', '*'], ['/', '/'], ['.*', '.*'], ['./', './'], ['kron', 'kron']])

const SIMPLE: ReadonlyMap<string, Token['kind']> = new Map<string, Token['kind']>([
  ['+', KIND.plus], ['-', KIND.minus], ['^', KIND.power], ['.^', KIND.dotPower], ['.T', KIND.dotT], [':', KIND.colon], [',', KIND.comma],
  [';', KIND.row], ['\\\\', KIND.row], ['&', KIND.comma], ['=', KIND.relation], ['≠', KIND.relation], ['<', KIND.less], ['>', KIND.greater],
])

/** Reads all glyphs. Subscripts and numbers that are malformed are reported; brackets and bars are not yet looked at. */
export function tokenise(glyphs: readonly Glyph[], report: Report): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < glyphs.length) at = readToken(glyphs, at, tokens, report)
  return tokens
}

/** Reads one token, or a few that belong together, from `at`; gives where to go on. */
function readToken(glyphs: readonly Glyph[], at: number, tokens: Token[], report: Report): number {
  const glyph = glyphs[at]!
  const { from, to, spaced } = glyph
  switch (glyph.kind) {
    case 'letter':
    case 'greek':
    case 'name': return readWord(glyphs, at, tokens)
    case 'digit': return readNumber(glyphs, at, tokens, report)
    case 'sup': return readRaised(glyphs, at, tokens, report)
    case 'sub': return loweredSub(glyphs, at, tokens)
    case 'string': tokens.push({ kind: KIND.string, from, to, spaced, text: glyph.text, ...(glyph.faulty === true ? { faulty: true } : {}) }); break
    case 'frac': tokens.push({ kind: KIND.frac, from, to, spaced }); break
    case 'root': tokens.push({ kind: KIND.root, from, to, spaced }); break
    case 'hole': tokens.push({ kind: KIND.missing, from, to, spaced }); break
    case 'compare': tokens.push({ kind: KIND.compare, from, to, spaced, text: glyph.text }); break
    case 'bar': {
      const group = glyph.text === '|' ? 'bar' : 'norm'
      const { facing } = glyph
      if (facing === undefined) tokens.push({ kind: KIND.bar, from, to, spaced, text: glyph.text })
      else if (facing === 'close') tokens.push({ kind: KIND.close, from, to, spaced, group, facing })
      else tokens.push({ kind: KIND.open, from, to, spaced, group, facing, closer: barCloser(report.text(glyph)) })
      break
    }
    case 'open': tokens.push({ kind: KIND.open, from, to, spaced, group: glyph.group!, closer: glyph.closer!, text: glyph.text }); break
    case 'close': tokens.push({ kind: KIND.close, from, to, spaced, group: glyph.group!, text: glyph.text }); break
    case 'vulgar': {
      const [num, den] = glyph.text.split('/') as [string, string]
      const part = { from, to, spaced: false }
      tokens.push({ kind: KIND.frac, ...part, spaced }, { kind: KIND.number, ...part, text: num }, { kind: KIND.number, ...part, text: den })
      break
    }
    case 'sign': return readSign(glyphs, at, tokens, report)
  }
  return at + 1
}

/** What closes a directed bar: `\rVert` for `\lVert`, `\right|` for `\left|`, `\bigr|` for `\bigl|`. */
function barCloser(typed: string): string {
  if (/^\\l[vV]ert/.test(typed)) return typed.replace('\\l', '\\r')
  return typed.replace('\\left', '\\right').replace(/^\\([bB]igg?)l/, '\\$1r').replace('\\l', '\\r')
}

function readSign(glyphs: readonly Glyph[], at: number, tokens: Token[], report: Report): number {
  const { text, from, to, spaced } = glyphs[at]!
  const op = PRODUCTS.get(text)
  if (op !== undefined) {
    tokens.push({ kind: KIND.times, from, to, spaced, op })
    return at + 1
  }
  if (text === '_') return readSub(glyphs, at, tokens, report)
  if (text[0] === "'") return readPrimes(glyphs, at, tokens)
  if (text === '.') return readDot(glyphs, at, tokens, report)
  const [brace, hollow] = [glyphs[at + 1], glyphs[at + 2]]
  if (text === '^' && brace?.kind === 'open' && brace.text === '{' && hollow?.kind === 'sign' && hollow.text === '.*') {
    // `x^{\circ 2}`, as books write an entrywise power.
    tokens.push({ kind: KIND.dotPower, from, to, spaced, text: '.^' })
    readToken(glyphs, at + 1, tokens, report)
    return at + 3
  }
  tokens.push({ kind: SIMPLE.get(text)!, from, to, spaced, text })
  return at + 1
}

function readPrimes(glyphs: readonly Glyph[], at: number, tokens: Token[]): number {
  const first = glyphs[at]!
  let count = 0
  let to = first.to
  let k = at
  for (; k < glyphs.length && glyphs[k]!.text[0] === "'" && glyphs[k]!.kind === 'sign' && (k === at || !glyphs[k]!.spaced); k++) {
    count += glyphs[k]!.text.length
    to = glyphs[k]!.to
  }
  tokens.push({ kind: KIND.prime, from: first.from, to, spaced: first.spaced, count })
  return k
}

/**
 * A run of letters without space. A styled letter (`\mathbf{A}`) and a named function are words of their own, but `∂` and an upright `d`
 * join what follows, and so does a plain `d` what follows at once: `\mathrm{d}\mathbf{A}` is the run `dA`.
 */
function readWord(glyphs: readonly Glyph[], at: number, tokens: Token[]): number {
  const first = glyphs[at]!
  let end = at + 1
  for (; wordly(glyphs[end]); end++) {
    const last = glyphs[end - 1]!
    const next = glyphs[end]!
    const differential = end === at + 1 && (last.text === 'd' || last.text === '∂')
    const runs = !next.spaced && (differential || (next.join === 'run' && last.join === 'run'))
    if (!runs && next.join !== 'stay' && !(differential && last.pulls === true)) break
  }
  const units = glyphs.slice(at, end).map(unitOf)
  const own = first.join === 'own'
  tokens.push({ kind: KIND.word, from: first.from, to: glyphs[end - 1]!.to, spaced: first.spaced, units, ...(own ? { own } : {}) })
  return end
}

/** A run of raised letters and digits: `⁻¹`, `ᵀ`, `²`, as if typed `^{-1}`. `Aᵀ⁻¹` has two of them. */
function readRaised(glyphs: readonly Glyph[], at: number, tokens: Token[], report: Report): number {
  const first = glyphs[at]!
  let end = at + 1
  for (; glyphs[end]?.kind === 'sup' && !glyphs[end]!.spaced; end++) {
    if (glyphs[end - 1]!.text === 'T' || glyphs[end]!.text === 'T' && glyphs[end - 1]!.text !== '-') break
  }
  const inside = glyphs.slice(at, end).map((g): Glyph => ({ ...g, ...plainKind(g.text) }))
  if (raisedAlready(tokens)) {
    tokens.push(...tokenise(inside, report))
    return end
  }
  const { to } = inside.at(-1)!
  const edge = (position: number) => ({ from: position, to: position, spaced: false, group: 'brace' as const, virtual: true })
  tokens.push({ kind: KIND.power, from: first.from, to, spaced: false, virtual: true })
  tokens.push({ kind: KIND.open, ...edge(first.from), closer: '' }, ...tokenise(inside, report), { kind: KIND.close, ...edge(to) })
  return end
}

/** What comes next stands in an exponent that was typed as one: `x^⊤`, `x^{-⊤}`. */
function raisedAlready(tokens: readonly Token[]): boolean {
  let k = tokens.length - 1
  if (tokens[k]?.kind === KIND.minus) k--
  if (tokens[k]?.kind === KIND.open && tokens[k]!.group === 'brace') k--
  return tokens[k]?.kind === KIND.power
}

function plainKind(text: string): Pick<Glyph, 'kind'> {
  if (/[0-9]/.test(text)) return { kind: 'digit' }
  return { kind: text === '+' || text === '-' ? 'sign' : text.length > 1 ? 'greek' : 'letter' }
}
