/** What is wrong with a text that is no YAML: one slip, one problem. */
import { isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml'
import type { Document, YAMLParseError } from 'yaml'
import type { Mend } from '../../calculus/problem.ts'
import type { PackProblem } from '../problem.ts'
import type { SourceFile } from './document.ts'
import type { PlaceAt } from './places.ts'
import { slipOf } from './parser-errors.ts'
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
/** So many slips are mended to see what is left without them, in texts up to this length and with up to so many errors. */
const tried = { slips: 6, length: 64 * 1024, errors: 100 }

/**
 * The parser's errors and warnings. A slip makes the parser stumble over what comes after it, too: each is mended, and only what is wrong then is told
 * beside it. Lines in `told` have been told of.
 */
export function slipsIn(parsed: Parsed, problem: SourceFile['problem'], told: readonly number[] = [], left = tried.slips): PackProblem[] {
  const { document, text } = parsed
  const errors = document.errors.length
  const found = plainSlips(parsed, problem, told)
  const mendable = errors > 0 && left > 0 && text.length <= tried.length && errors <= tried.errors
  if (!mendable) return found
  const open = runaway(parsed, problem)
  for (const first of open && !told.includes(open.line) ? [open, found[0]] : [found[0]]) {
    if (!first || (first !== open && found.length < 2)) continue
    const best = mendsOf(first, text).map(mend => ({ mend, parsed: parseYaml(text.slice(0, mend.from) + mend.text + text.slice(mend.to)) }))
      .toSorted((a, b) => a.parsed.document.errors.length - b.parsed.document.errors.length)[0]
    if (!best || best.parsed.document.errors.length >= errors) continue
    const rest = slipsIn(best.parsed, problem, [...told, first.line], left - 1).filter(each => !told.includes(each.line) && each.line !== first.line)
    // A mend belongs to the text as it is: those after this one were found in another.
    return [{ ...first, mend: best.mend }, ...rest.map(({ mend, ...each }) => (mend && mend.from < best.mend.from ? { ...each, mend } : each))]
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

/** What might mend a slip: what was offered, and the indentation of a line nearby in the place of its own. */
function mendsOf({ code, line, mend }: PackProblem, text: string): Mend[] {
  const offered = mend ? [mend] : []
  if (code !== 'tab' && code !== 'indentation' && code !== 'yaml') return offered
  const lines = text.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  const own = /^[ \t]*/.exec(lines[line - 1] ?? '')![0]
  const indents = [lines.slice(0, line - 1).findLast(filled), lines.slice(line).find(filled)].flatMap(each => (each === undefined ? [] : [/^ */.exec(each)![0]]))
  const before = indents[0]
  const nearby = new Set([...indents, ...(before === undefined ? [] : [`${before}  `, before.slice(2)])])
  // What was offered for a tab is the width that most people use; the line before says it better.
  return [...[...nearby].filter(indent => indent !== own).map(indent => ({ from, to: from + own.length, text: indent })), ...offered]
}

const filled = (line: string): boolean => /[^\s#]/.test(line.trimStart().slice(0, 1))

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
