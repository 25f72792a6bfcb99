/** What is wrong with a text that is no YAML: one slip, one problem. */
import { isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml'
import type { Document, YAMLParseError } from 'yaml'
import type { PackProblem } from '../problem.ts'
import type { SourceFile } from './document.ts'
import type { PlaceAt } from './places.ts'
import { blockBefore, triesFor } from './mends.ts'
import type { Try } from './mends.ts'
import { slipOf } from './parser-errors.ts'
import { oddIndents } from './tabs.ts'
import { words } from './words.ts'

/** A text as the parser has it. */
export interface Parsed {
  readonly text: string
  readonly document: Document.Parsed
  readonly placeAt: PlaceAt
}

/** YAML 1.2: core schema, one document. Fields that stand twice are told by `trapsIn`. */
export function parseYaml(text: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines, schema: 'core', version: '1.2', uniqueKeys: false, stringKeys: true, prettyErrors: false, strict: true, merge: false,
  })
  const placeAt: PlaceAt = (from, to) => {
    const { line, col } = lines.linePos(from)
    return { line: Math.max(line, 1), column: Math.max(col, 1), from, to }
  }
  return { text, document, placeAt }
}

/** More than this are not told of one file. */
const maxSlips = 20
/** So many slips are mended to see what is left without them, in texts up to this length and, after the first, with up to so many errors: one slip may make the parser lose its way for the whole file. */
const tried = { slips: 6, length: 64 * 1024, errors: 100 }

/**
 * The parser's errors and warnings. A slip makes the parser stumble over what comes after it, too: each is mended, and only what is wrong then is told
 * beside it. Lines in `told` have been told of.
 */
export function slipsIn(parsed: Parsed, problem: SourceFile['problem'], told: readonly number[] = [], left = tried.slips): PackProblem[] {
  const { document, text, placeAt } = parsed
  const errors = document.errors.length
  const found = plainSlips(parsed, problem, told)
  const mendable = errors > 0 && left > 0 && text.length <= tried.length && (errors <= tried.errors || left === tried.slips)
  if (!mendable) return found
  const odd = told.length === 0 ? indented(parsed, problem) : null
  const open = runaway(parsed, problem)
  for (const first of [odd?.problem, open && !told.includes(open.line) ? open : undefined, found[0]]) {
    if (!first || (first === found[0] && found.length < 2 && !mends(first, text))) continue
    const best = (first === odd?.problem ? odd.tries : triesFor(first, text)).map(({ mend, line }) => ({ mend, line, parsed: parseYaml(text.slice(0, mend.from) + mend.text + text.slice(mend.to)) }))
      .toSorted((a, b) => a.parsed.document.errors.length - b.parsed.document.errors.length)[0]
    if (!best || best.parsed.document.errors.length >= errors) continue
    // A line may stand too far out, so that the one after it seems to stand too far in.
    const here = best.line === undefined ? first : problem('indentation', words.lessIn, placeAt(best.mend.to, best.mend.to))
    const rest = slipsIn(best.parsed, problem, [...told, first.line, here.line], left - 1).filter(each => !told.includes(each.line) && each.line !== first.line && each.line !== here.line)
    // A mend belongs to the text as it is: those after this one were found in another.
    return [{ ...here, mend: best.mend }, ...rest.map(({ mend, ...each }) => (mend && mend.from < best.mend.from ? { ...each, mend } : each))]
  }
  return found
}

/** The first error of each line: those after it on the same line, or on one that is told of already, only echo it. */
function plainSlips({ document, text, placeAt }: Parsed, problem: SourceFile['problem'], told: readonly number[]): PackProblem[] {
  const seen = new Set(told)
  const found: PackProblem[] = []
  for (const error of document.errors) {
    if (found.length >= maxSlips) break
    const slip = slipOf(error, text, openQuote(document, text, error))
    const place = placeAt(slip.at ?? error.pos[0], error.pos[1])
    const noticed = placeAt(...error.pos).line
    if (seen.has(place.line) || seen.has(noticed) || (slip.echo && seen.size > 0)) continue
    seen.add(place.line).add(noticed)
    found.push(problem(slip.code, slip.message, place, slip.mend ? { mend: slip.mend } : {}))
    if (slip.code === 'too-deep') break
  }
  for (const warning of document.warnings) {
    if (warning.code === 'TAG_RESOLVE_FAILED')
      found.push(problem('tag', words.tag, placeAt(...warning.pos)))
  }
  return found
}

/** Whether a slip that stands alone is one whose mend is found by trying: elsewhere nobody could say what was meant. */
function mends({ code, line, mend }: PackProblem, text: string): boolean {
  return !mend && (code === 'yaml' || (code === 'indentation' && blockBefore(text.split('\n'), line - 1) !== null))
}

/** Lines that are indented with tabs, or with blanks that are no spaces, as one problem; null where they are not what is wrong, or there is a single tab, which the parser tells. */
function indented({ document, text, placeAt }: Parsed, problem: SourceFile['problem']): { readonly problem: PackProblem; readonly tries: readonly Try[] } | null {
  const found = oddIndents(text)
  // Between `[` and `]` the parser does not tell a tab as such: to it the bracket was left before it was closed.
  const left = document.errors.some(({ code, message }) => code === 'BAD_INDENT' && message.startsWith('Flow'))
  if (!found || (found.tab && !left && (found.lines.length === 1 || !document.errors.some(({ code }) => code === 'TAB_AS_INDENT')))) return null
  const more = found.lines.length - 1
  const message = found.tab ? (more > 0 ? words.tabs(more) : words.tab) : more > 0 ? words.blanks(more) : words.blank
  return { problem: problem('tab', message, placeAt(found.from, found.from)), tries: found.tries }
}

/** A quotation mark that takes in the fields of the lines after it: what ends it is another one, further down, that was meant to begin something. */
function runaway({ document, text, placeAt }: Parsed, problem: SourceFile['problem']): PackProblem | null {
  let found: PackProblem | null = null
  visit(document, {
    Scalar(_, node) {
      if (!node.range || (node.type !== Scalar.QUOTE_DOUBLE && node.type !== Scalar.QUOTE_SINGLE)) return undefined
      const [from, to] = node.range
      const end = text.slice(from, to).search(/\s*\r?\n/)
      if (end < 0 || !/^\s*(- |[\w.-]+:(\s|$))/.test(text.slice(from + end).replace(/^\s+/, ''))) return undefined
      found = problem('unclosed', words.openQuote, placeAt(from, to), { mend: { from: from + end, to: from + end, text: text[from]! } })
      return visit.BREAK
    },
  })
  return found
}

/** Where the quotation mark stands that was never closed: that of the scalar at whose end the parser missed it. */
function openQuote(document: Document.Parsed, text: string, { message, pos }: YAMLParseError): number | null {
  if (!message.includes('quote')) return null
  let here: number | null = null
  let last: number | null = null
  visit(document, {
    Scalar: (_, node) => {
      if (!isScalar(node) || !node.range || !/['"]/.test(text[node.range[0]] ?? '')) return
      const [from, to] = node.range
      last = Math.max(last ?? 0, from)
      if (from <= pos[0] && pos[0] <= to + 1) here = Math.max(here ?? 0, from)
    },
  })
  return here ?? last
}
