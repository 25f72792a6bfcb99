/** One YAML file: its value, and where in the file each part of the value stands. */
import { LineCounter, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
import type { Mend } from '../../calculus/problem.ts'
import { byPlace } from '../problem.ts'
import type { PackProblem, PackProblemCode } from '../problem.ts'
import { placeOf, valueAt } from './places.ts'
import type { Path, Place, PlaceAt } from './places.ts'
import { aliasLimit, trapsIn, unfit } from './traps.ts'
import { slipOf } from './words.ts'

/** A file that could be read as YAML. */
export interface SourceFile {
  readonly file: string
  readonly text: string
  readonly value: unknown
  /**
   * Where the value at `path` stands, or with `name` the name of its field. A path that leads to nothing (a field that is missing) is
   * placed at the innermost thing on the way that exists.
   */
  place(path: Path, which?: 'value' | 'name'): Place
  /**
   * Where a range (UTF-16 offsets) of the text at `path` stands; the whole text where its characters do not stand in the file as they are.
   */
  within(path: Path, from: number, to: number): Place
  /** A problem at a place of this file. */
  problem(
    code: PackProblemCode,
    message: string,
    place: Place,
    more?: { readonly severity?: 'error' | 'warning'; readonly mend?: Mend },
  ): PackProblem
}

/**
 * Reads YAML 1.2 (core schema, unique names, one document). Where the text cannot be read at all, `source` is null; where it can be read in
 * spite of a problem (a field that stands twice), both are given.
 */
export function readYaml(file: string, text: string): { readonly source: SourceFile | null; readonly problems: PackProblem[] } {
  const trap = unfit(text)
  if (trap) return { source: null, problems: [{ severity: 'error', file, ...trap }] }
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    version: '1.2',
    // Told by `trapsIn`.
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    strict: true,
    merge: false,
  })
  const placeAt = (from: number, to: number): Place => {
    const { line, col } = lines.linePos(from)
    return { line: Math.max(line, 1), column: Math.max(col, 1), from, to }
  }
  const problem = problemIn(file)
  const told = trapsIn(document, text, placeAt, problem)
  const problems = [...told, ...slips(document, text, placeAt, problem, told)].toSorted(byPlace)
  if (problems.some(p => p.code !== 'duplicate-field' && p.code !== 'escape')) return { source: null, problems }
  const unfolded = unfold(document)
  if (!unfolded)
    return { source: null, problems: [...problems, problem('alias', 'The aliases of this file unfold to far too much.', placeAt(0, 0))] }
  const place: SourceFile['place'] = (path, which) => placeOf(document, path, which ?? 'value', placeAt)
  const within: SourceFile['within'] = (path, from, to) => {
    const whole = place(path)
    const value = String(valueAt(unfolded.value, path))
    const start = [whole.from, whole.from + 1].find(at => text.startsWith(value, at))
    return start === undefined || to > value.length ? whole : placeAt(start + from, start + to)
  }
  return { source: { file, text, value: unfolded.value, place, within, problem }, problems }
}

/** How problems of a file are made. */
export function problemIn(file: string): SourceFile['problem'] {
  return (code, message, place, more = {}) => ({
    code,
    severity: more.severity ?? 'error',
    file,
    line: place.line,
    column: place.column,
    message,
    ...(more.mend ? { mend: more.mend } : {}),
  })
}

/**
 * The value of the file; null where aliases of aliases would unfold to more than any memory holds, which the parser tells by a
 * ReferenceError.
 */
function unfold(document: Document.Parsed): { readonly value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: aliasLimit }) as unknown }
  } catch (error) {
    if (error instanceof ReferenceError) return null
    throw error
  }
}

/** More than this are not told of one file. */
const maxSlips = 20

/**
 * The parser's errors and warnings, the first of each line: those after it on the same line, or on one that is told of already, only echo
 * it.
 */
function slips(
  document: Document.Parsed,
  text: string,
  placeAt: PlaceAt,
  problem: SourceFile['problem'],
  told: readonly PackProblem[],
): PackProblem[] {
  const seen = new Set(told.map(p => p.line))
  const found: PackProblem[] = []
  for (const error of document.errors) {
    if (found.length >= maxSlips) break
    const slip = slipOf(error, text, openQuote(document, text, error.message))
    const place = placeAt(slip.at ?? error.pos[0], error.pos[1])
    const noticed = placeAt(...error.pos).line
    if (seen.has(place.line) || seen.has(noticed) || (slip.echo && seen.size > 0)) continue
    seen.add(place.line).add(noticed)
    found.push(problem(slip.code, slip.message, place, slip.mend ? { mend: slip.mend } : {}))
    if (slip.code === 'too-deep') break
  }
  for (const warning of document.warnings) {
    if (warning.code === 'TAG_RESOLVE_FAILED')
      found.push(problem('tag', 'A value cannot begin with `!` unless it is in quotes.', placeAt(...warning.pos)))
  }
  return found
}

/** The last scalar that begins with a quotation mark: the one that a missing mark left open. */
function openQuote(document: Document.Parsed, text: string, message: string): number | null {
  if (!message.includes('quote')) return null
  let at: number | null = null
  visit(document, {
    Scalar: (_, node) => {
      if (node.range && /['"]/.test(text[node.range[0]] ?? '')) at = Math.max(at ?? 0, node.range[0])
    },
  })
  return at
}
