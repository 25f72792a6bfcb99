/** One YAML file: its value, and where in the file each part of the value stands. */
import type { Document } from 'yaml'
import type { Mend } from '../../calculus/problem.ts'
import { byPlace } from '../problem.ts'
import type { PackProblem, PackProblemCode } from '../problem.ts'
import { placeOf, valueAt } from './places.ts'
import type { Path, Place } from './places.ts'
import { parseYaml, slipsIn } from './slips.ts'
import { aliasLimit, trapsIn, unfit } from './traps.ts'
import { words } from './words.ts'

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
  try {
    return readFit(file, text)
  } catch (error) {
    // What `unfit` cannot see coming, such as thousands of colons in one value: the parser calls itself for each.
    if (!(error instanceof RangeError)) throw error
    return { source: null, problems: [{ code: 'too-deep', severity: 'error', file, line: 1, column: 1, message: words.deep }] }
  }
}

function readFit(file: string, text: string): ReturnType<typeof readYaml> {
  const parsed = parseYaml(text)
  const { document, placeAt } = parsed
  const problem = problemIn(file)
  const told = trapsIn(document, text, placeAt, problem)
  const problems = [...told, ...slipsIn(parsed, problem, told.map(each => each.line))].toSorted(byPlace)
  if (problems.some(p => p.severity === 'error' && p.code !== 'duplicate-field' && p.code !== 'escape')) return { source: null, problems }
  const unfolded = unfold(document)
  if (!unfolded)
    return { source: null, problems: [...problems, problem('alias', words.unfolding, placeAt(0, 0))] }
  const place: SourceFile['place'] = (path, which) => placeOf(document, path, which ?? 'value', placeAt)
  const within: SourceFile['within'] = (path, from, to) => {
    const whole = place(path)
    const value = String(valueAt(unfolded.value, path))
    if (to > value.length) return whole
    const start = [whole.from, whole.from + 1].find(at => text.startsWith(value, at))
    if (start !== undefined) return placeAt(start + from, start + to)
    const at = inBlock(text, whole, value, from)
    return at === null ? whole : placeAt(at, inBlock(text, whole, value, to) ?? at)
  }
  return { source: { file, text, value: unfolded.value, place, within, problem }, problems }
}

/** Where a character of a text stands that is written in lines after `|`; null where the lines are not those of the text. */
function inBlock(text: string, { from }: Place, value: string, offset: number): number | null {
  if (text[from] !== '|') return null
  const before = value.slice(0, offset).split('\n')
  let line = text.indexOf('\n', from) + 1
  for (let n = 1; n < before.length && line > 0; n++) line = text.indexOf('\n', line) + 1
  if (line === 0) return null
  const own = value.split('\n')[before.length - 1]!
  const end = text.indexOf('\n', line)
  const indent = text.slice(line, end < 0 ? undefined : end).indexOf(own)
  return indent < 0 ? null : line + indent + before.at(-1)!.length
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
