/** What a schema refuses, in plain words, at its line and column, with the likely mend. */
import type { z } from 'zod'
import { nearest } from '../nearest.ts'
import type { PackProblem } from '../problem.ts'
import { quoted } from '../yaml/parser-errors.ts'
import { words as yamlWords } from '../yaml/words.ts'
import { valueAt } from '../yaml/places.ts'
import type { SourceFile } from '../yaml/document.ts'
import type { Path } from '../yaml/places.ts'
import { choicesAt, fieldsAt } from './fields.ts'
import { quick } from './quick.ts'
import { misplaced } from './salvage.ts'
import { kindWord, mustBe, shown, tooBig, tooSmall, wrongFormat, wrongType, wrongValue } from './values.ts'
import { words } from './words.ts'

type Issue = z.core.$ZodIssue
/** What a file as a whole is. */
type Whole = 'exercise' | 'pack'

/** Checks the value of a file. All problems at once; the result is null where there is one. */
export function explainSchema<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
  whole: Whole,
): { readonly value: T | null; readonly problems: PackProblem[] } {
  const result = quick(schema).safeParse(source.value)
  if (result.success) return { value: result.data, problems: [] }
  const problems: PackProblem[] = []
  const { issues } = result.error
  for (const issue of issues) {
    if (isMistyped(issue, issues, source, schema, [])) continue
    problems.push(...explain(issue, source, schema, whole, []))
    if (problems.length >= maxProblems) break
  }
  return { value: null, problems: problems.slice(0, maxProblems) }
}

/** A field that is missing because its name is mistyped: the name that is unknown is told, with the likely one. */
function isMistyped(issue: Issue, issues: readonly Issue[], source: SourceFile, schema: z.ZodType, above: Path): boolean {
  const path = [...above, ...issue.path] as Path
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_union' && issue.code !== 'invalid_value') return false
  if (path.length === 0 || valueAt(source.value, path) !== undefined) return false
  const owner = path.slice(0, -1)
  return issues.some(other => other.code === 'unrecognized_keys' && JSON.stringify([...above, ...other.path]) === JSON.stringify(owner) && other.keys.some(key => nearest(key, fieldsAt(schema, owner)) === path.at(-1)))
}

/** More than this are not told of one file. */
const maxProblems = 50
/** `above`: where the issue's own path begins; issues inside a union count from the union. */
function explain(issue: Issue, source: SourceFile, schema: z.ZodType, whole: Whole, above: Path): PackProblem[] {
  const path = [...above, ...issue.path] as Path
  const value = valueAt(source.value, path)
  const thing = capital(nameOf(path, whole))
  const here = source.place(path)
  if (path.at(-1) === '<<') return [merging(source, path.slice(0, -1))]
  const nothing = value === null ? unwritten(path, source) : null
  if (nothing) return [nothing]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, maxProblems).map(key => unknownField(key, path, source, schema, whole))
    case 'invalid_type':
      if (path.at(-1) === 'version' && typeof value === 'number') return [wrongFormat(path, source.text.slice(here.from, here.to), thing, source, here)]
      return [value === undefined ? missingField(path, source, whole) : wrongType(issue.expected, value, thing, source, here)]
    case 'invalid_value':
      return [value === undefined ? missingField(path, source, whole) : wrongValue(value, issue.values.map(String), thing, source, here)]
    case 'invalid_union':
      return unionProblems(issue, source, schema, whole, path, value)
    case 'too_small':
      return [source.problem('empty', tooSmall(thing, issue), here)]
    case 'too_big':
      return [source.problem('too-long', tooBig(thing, issue.origin, String(issue.maximum)), here)]
    case 'invalid_format':
      return [wrongFormat(path, value, thing, source, here)]
    case 'invalid_key':
      return [wrongName(issue, path, source)]
    default:
      return [source.problem('wrong-value', words.other(thing, issue.message), here)]
  }
}

/** A name that an author gives: too long, or of other characters than names under `vary` have. */
function wrongName(issue: Extract<Issue, { code: 'invalid_key' }>, path: Path, source: SourceFile): PackProblem {
  const place = source.place(path, 'name')
  const long = issue.issues.find(each => each.code === 'too_big')
  return long ? source.problem('too-long', words.longName(String(long.maximum)), place) : source.problem('wrong-value', words.varyName(shown(String(path.at(-1)))), place)
}

/** `<<: *other`: a merge key of YAML 1.1. */
function merging(source: SourceFile, owner: Path): PackProblem {
  return source.problem('unknown-field', words.merging, source.place([...owner, '<<'], 'name'))
}

function unknownField(key: string, path: Path, source: SourceFile, schema: z.ZodType, whole: Whole): PackProblem {
  const known = fieldsAt(schema, path)
  const near = nearest(key, known)
  const place = source.place([...path, key], 'name')
  if (key === '<<') return merging(source, path)
  if (/\s/.test(key) && valueAt(source.value, [...path, key]) === null) return source.problem('quotes', yamlWords.flow, place)
  const owner = nameOf(path, whole)
  if (!near && misplaced(key, path, schema)) return source.problem('misplaced-field', path.length > 0 ? words.ofExercise(key) : words.ofPart(key), place)
  return near
    ? source.problem('unknown-field', words.unknownNear(shown(key), owner, near), place, { mend: { from: place.from, to: place.to, text: near } })
    : source.problem('unknown-field', words.unknown(shown(key), owner, known), place)
}

function missingField(path: Path, source: SourceFile, whole: Whole): PackProblem {
  const owner = capital(nameOf(path.slice(0, -1), whole))
  return source.problem('missing-field', words.needs(owner, String(path.at(-1))), source.place(path.slice(0, -1)))
}

/** Why nothing stands at `path`, where that can be seen: it was written as a remark, or without the colon and the blank that end its name. Else null. */
function unwritten(path: Path, source: SourceFile): PackProblem | null {
  const { from } = source.place(path)
  const remark = /^[ \t]*(#[^\r\n]*)/.exec(source.text.slice(from))
  if (remark) {
    const start = from + remark[0].length - remark[1]!.length
    const text = remark[1]!.trimEnd()
    const place = source.place(path)
    return source.problem('quotes', yamlWords.onlyRemark, place.from === start ? place : { ...place, column: place.column + start - from }, { mend: { from: start, to: start + text.length, text: quoted(text) } })
  }
  const joined = path.at(-2) === 'given' || path.at(-2) === 'define' ? /^([^\s:=]+)\s*[:=]\s*(\S.*)$/.exec(String(path.at(-1))) : null
  const name = source.place(path, 'name')
  if (!joined || source.text.slice(name.from, name.to).trim() !== path.at(-1)) return null
  return source.problem('yaml', yamlWords.colonAfter(joined[1]!), name, { mend: { from: name.from, to: name.to, text: `${joined[1]}: ${joined[2]}` } })
}

/** Of a union, tells what is wrong with the alternative that the author meant: the one whose kind of value this is. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  source: SourceFile,
  schema: z.ZodType,
  whole: Whole,
  path: Path,
  value: unknown,
): PackProblem[] {
  if (value === undefined) return [missingField(path, source, whole)]
  const text = textWithColon(value, source, schema, path)
  if (text) return [text]
  const meant = issue.errors.filter(errors => !errors.some(isOfAnotherKind))
  if (meant.length > 0) return meant[0]!.filter(inner => !isMistyped(inner, meant[0]!, source, schema, path)).flatMap(inner => explain(inner, source, schema, whole, path))
  const choices = choicesAt(schema, path)
  const place = source.place(path)
  const raw = source.text.slice(place.from, place.to)
  const message = mustBe(capital(nameOf(path, whole)), choices.map(kindWord), value)
  if (!choices.includes('string') || value === null || raw.includes('\n')) return [source.problem('wrong-type', message, place)]
  return [source.problem('wrong-type', words.ifText(message, quoted(raw)), place, { mend: { from: place.from, to: place.to, text: quoted(raw) } })]
}

/** `- Remember: …` where text may stand: a field that nobody meant. Null where it is something else. */
function textWithColon(value: unknown, source: SourceFile, schema: z.ZodType, path: Path): PackProblem | null {
  const [name, ...more] = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  const place = source.place(path)
  const raw = source.text.slice(place.from, place.to).trimEnd()
  if (name === undefined || more.length > 0 || raw.startsWith('{') || raw.includes('\n') || !choicesAt(schema, path).includes('string') || nearest(name, fieldsAt(schema, path))) return null
  return source.problem('quotes', yamlWords.colonSpace, place, { mend: { from: place.from, to: place.from + raw.length, text: quoted(raw) } })
}

/** That a value as a whole is of another kind, or of none of several kinds. */
function isOfAnotherKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false
  return issue.code === 'invalid_type' || (issue.code === 'invalid_union' && issue.errors.every(errors => errors.some(isOfAnotherKind)))
}

/** As it begins a sentence. */
const capital = (thing: string): string => thing[0]!.toUpperCase() + thing.slice(1)

/** `parts[0].tests.right[1]` as a person would say it within a sentence: "item 2 of `right` of part 1". */
function nameOf(path: Path, whole: Whole): string {
  const part = path[0] === 'parts' && typeof path[1] === 'number' ? words.part(path[1] + 1) : null
  const inside = part ? path.slice(2) : path
  if (inside.length === 0) return part ?? words.wholes[whole]
  const last = inside.at(-1)!
  const name = words.field(String(last))
  const index = inside.findLastIndex(step => typeof step === 'number')
  const item = index >= 0 ? words.item((inside[index] as number) + 1, String(inside[index - 1])) : null
  const thing = typeof last === 'number' ? item! : item ? words.of(name, item) : inside.length > 1 ? words.within(name, String(inside.at(-2))) : name
  return part ? words.of(thing, part) : thing
}
