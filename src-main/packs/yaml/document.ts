/** One YAML file: its value, and where in the file each part of the value stands. */
import { Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, Scalar, visit } from 'yaml'
import type { Node } from 'yaml'
import type { Mend } from '../../calculus/problem.ts'
import { byPlace } from '../problem.ts'
import type { PackProblem, PackProblemCode } from '../problem.ts'
import { quoted, slipOf } from './words.ts'

/** Names of fields and positions in lists, from the top of the file. */
export type Path = readonly (string | number)[]
export interface Place {
  readonly line: number
  readonly column: number
  readonly from: number
  readonly to: number
}

type PlaceAt = (from: number, to: number) => Place

/** Aliases a file may hold, and how often all of them together may be unfolded. */
const aliasLimit = 100

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
  /** Where a range (UTF-16 offsets) of the text at `path` stands; the whole text where its characters do not stand in the file as they are. */
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
  const deep = tooDeep(text)
  if (deep)
    return {
      source: null,
      problems: [
        { code: 'too-deep', severity: 'error', file, ...deep, message: 'The brackets or list marks of this line are nested too deeply.' },
      ],
    }
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    version: '1.2',
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    strict: true,
    merge: false,
  })
  const placeAt = (from: number, to: number): Place => {
    const { line, col } = lines.linePos(from)
    return { line: Math.max(line, 1), column: Math.max(col, 1), from, to }
  }
  const problem: SourceFile['problem'] = (code, message, place, more = {}) => ({
    code,
    severity: more.severity ?? 'error',
    file,
    line: place.line,
    column: place.column,
    message,
    ...(more.mend ? { mend: more.mend } : {}),
  })
  const told = nodeProblems(document, text, placeAt, problem)
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

/** Levels of brackets, or of list marks, that a line may open. */
const depthLimit = 64

/**
 * The first place where a line opens too many levels. The parser has a limit of its own, but it depends on the free stack, and the same file
 * must always get the same word.
 */
function tooDeep(text: string): { readonly line: number; readonly column: number } | null {
  for (const [i, line] of text.split('\n').entries()) {
    let depth = 0
    for (let at = 0; at < line.length; at++) {
      const c = line[at]
      if (c === '[' || c === '{' || (c === '-' && /^[\s-]*$/.test(line.slice(0, at)))) depth++
      else if (c === ']' || c === '}') depth--
      if (depth > depthLimit) return { line: i + 1, column: at + 1 }
    }
  }
  return null
}

/** The value of the file; null where aliases of aliases would unfold to more than any memory holds, which the parser tells by a ReferenceError. */
function unfold(document: Document.Parsed): { readonly value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: aliasLimit }) as unknown }
  } catch (error) {
    if (error instanceof ReferenceError) return null
    throw error
  }
}

/** The parser's errors and warnings, the first of each line: those after it on the same line, or on one that is told of already, only echo it. */
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
    const slip = slipOf(error, text, openQuote(document, text, error.message))
    const place = placeAt(slip.at ?? error.pos[0], error.pos[1])
    const noticed = placeAt(...error.pos).line
    if (seen.has(place.line) || seen.has(noticed) || (slip.echo && seen.size > 0) || found.length >= 20) continue
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

/** TeX commands that begin with a letter which is an escape in double quotes; the others are told by the control character they leave. */
const texAfterNewline = /\\(nabla|neq?|nu|not|notin|newline|norm)\b/
const controlCharacter = /[\0-\x08\x0b-\x1f\x7f\t]/

/** What the parser lets pass and we do not: broken aliases, and TeX whose backslash was eaten by double quotes. */
function nodeProblems(document: Document.Parsed, text: string, placeAt: PlaceAt, problem: SourceFile['problem']): PackProblem[] {
  const found: PackProblem[] = []
  let aliases = 0
  visit(document, {
    Alias(_, node, ancestors) {
      const place = placeAt(node.range?.[0] ?? 0, node.range?.[1] ?? 0)
      const target = node.resolve(document)
      if (++aliases === aliasLimit + 1) found.push(problem('alias', `A file may hold at most ${aliasLimit} aliases (\`*name\`).`, place))
      if (!target) {
        const line = text
          .slice(place.from)
          .split(/[\r\n]/, 1)[0]!
          .trimEnd()
        found.push(
          problem(
            'alias',
            `\`${line}\` is read as an alias, and nothing of that name stands before it. A value that begins with \`*\` must be in quotes.`,
            place,
            { mend: { from: place.from, to: place.from + line.length, text: quoted(line) } },
          ),
        )
      } else if (ancestors.includes(target)) found.push(problem('alias', 'This alias stands for something that holds it.', place))
    },
    Scalar(_, node) {
      if (node.type !== Scalar.QUOTE_DOUBLE || !node.range || typeof node.value !== 'string') return
      const raw = text.slice(node.range[0], node.range[1])
      if (!raw.includes('\\') || !(controlCharacter.test(node.value) || texAfterNewline.test(raw))) return
      const taken = /\\[a-zA-Z]+/.exec(raw)?.[0] ?? '\\'
      found.push(
        problem(
          'escape',
          `Inside double quotes the backslash of \`${taken}\` is an escape. Write TeX in single quotes, where a backslash is a backslash.`,
          placeAt(node.range[0], node.range[1]),
          { mend: { from: node.range[0], to: node.range[1], text: quoted(raw.slice(1, -1).replaceAll('\\\\', '\\')) } },
        ),
      )
    },
  })
  return found
}

function placeOf(document: Document.Parsed, path: Path, which: 'value' | 'name', placeAt: PlaceAt): Place {
  let node: unknown = document.contents
  let range = rangeOf(node) ?? [0, 0]
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair || !isPair(pair)) break
      const wantsName = which === 'name' && depth === path.length - 1
      range = (wantsName ? rangeOf(pair.key) : (rangeOf(pair.value) ?? rangeOf(pair.key))) ?? range
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step]
      if (item === undefined) break
      range = rangeOf(item) ?? range
      node = item
    } else break
  }
  return placeAt(range[0], range[1])
}

/** What stands at a path; undefined where the path leads to nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const step of path) at = at !== null && typeof at === 'object' ? (at as Record<string | number, unknown>)[step] : undefined
  return at
}

function rangeOf(node: unknown): readonly [number, number] | null {
  const range = isNode(node) ? (node as Node).range : null
  return range ? [range[0], range[1]] : null
}
