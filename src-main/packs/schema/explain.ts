/** What a schema refuses, in plain words, at its line and column, with the likely mend. */
import type { z } from 'zod'
import { nearest } from '../nearest.ts'
import type { PackProblem } from '../problem.ts'
import { flowMessage, quoted, undashedMessage } from '../yaml/words.ts'
import { valueAt } from '../yaml/places.ts'
import type { SourceFile } from '../yaml/document.ts'
import type { Path, Place } from '../yaml/places.ts'
import { choicesAt, fieldsAt } from './fields.ts'
import { quick } from './quick.ts'

type Issue = z.core.$ZodIssue

/** Checks the value of a file. All problems at once; the result is null where there is one. */
export function explainSchema<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
  whole: string,
): { readonly value: T | null; readonly problems: PackProblem[] } {
  const result = quick(schema).safeParse(source.value)
  if (result.success) return { value: result.data, problems: [] }
  const problems: PackProblem[] = []
  const { issues } = result.error
  for (const issue of issues) {
    if (isMistyped(issue, issues, source, schema)) continue
    problems.push(...explain(issue, source, schema, whole, []))
    if (problems.length >= maxProblems) break
  }
  return { value: null, problems: problems.slice(0, maxProblems) }
}

/** A field that is missing because its name is mistyped: the name that is unknown is told, with the likely one. */
function isMistyped(issue: Issue, issues: readonly Issue[], source: SourceFile, schema: z.ZodType): boolean {
  const path = issue.path as Path
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_union' && issue.code !== 'invalid_value') return false
  if (path.length === 0 || valueAt(source.value, path) !== undefined) return false
  const owner = path.slice(0, -1)
  return issues.some(other => other.code === 'unrecognized_keys' && JSON.stringify(other.path) === JSON.stringify(owner) && other.keys.some(key => nearest(key, fieldsAt(schema, owner)) === path.at(-1)))
}

/** More than this are not told of one file. */
const maxProblems = 50
/** A name as it is shown: as much of it as a person can take in. */
const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name)

/** `above`: where the issue's own path begins; issues inside a union count from the union. */
function explain(issue: Issue, source: SourceFile, schema: z.ZodType, whole: string, above: Path): PackProblem[] {
  const path = [...above, ...issue.path] as Path
  const value = valueAt(source.value, path)
  const thing = nameOf(path, whole)
  const here = source.place(path)
  if (path.at(-1) === '<<') return [merging(source, path.slice(0, -1))]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, maxProblems).map(key => unknownField(key, path, source, schema, thing))
    case 'invalid_type':
      return [value === undefined ? missingField(path, source, whole) : wrongType(issue.expected, value, thing, source, here)]
    case 'invalid_value':
      return [wrongValue(value, issue.values.map(String), thing, source, here)]
    case 'invalid_union':
      return unionProblems(issue, source, schema, whole, path, value)
    case 'too_small':
      return [
        source.problem(
          'empty',
          issue.origin === 'number' ? `${thing} must be at least ${String(issue.minimum)}.` : `${thing} must not be empty.`,
          here,
        ),
      ]
    case 'too_big':
      return [
        source.problem(
          'too-long',
          `${thing} is too long: at most ${String(issue.maximum)} ${issue.origin === 'array' ? 'items' : 'characters'}.`,
          here,
        ),
      ]
    case 'invalid_format':
      return [
        source.problem(
          'wrong-value',
          path.at(-1) === 'version'
            ? `${thing} must be three numbers, such as \`1.0.0\`.`
            : `${thing} may hold only lower-case letters and digits, in words joined by single hyphens, such as \`chain-rule-2\`.`,
          here,
        ),
      ]
    case 'invalid_key':
      return [source.problem('too-long', `This name is too long: at most 100 characters.`, source.place(path, 'name'))]
    default:
      return [source.problem('wrong-value', `${thing}: ${issue.message}.`, here)]
  }
}

/** `<<: *other`: a merge key of YAML 1.1. */
function merging(source: SourceFile, owner: Path): PackProblem {
  return source.problem('unknown-field', '`<<` takes in the fields of another group in older YAML, and not in a pack. Write the fields out.', source.place([...owner, '<<'], 'name'))
}

function unknownField(key: string, path: Path, source: SourceFile, schema: z.ZodType, thing: string): PackProblem {
  const known = fieldsAt(schema, path)
  const near = nearest(key, known)
  const place = source.place([...path, key], 'name')
  if (key === '<<') return merging(source, path)
  if (/\s/.test(key) && valueAt(source.value, [...path, key]) === null) return source.problem('quotes', flowMessage, place)
  const owner = thing[0]!.toLowerCase() + thing.slice(1)
  return near
    ? source.problem('unknown-field', `\`${shown(key)}\` is not a field of ${owner}. Did you mean \`${near}\`?`, place, {
        mend: { from: place.from, to: place.to, text: near },
      })
    : source.problem('unknown-field', `\`${shown(key)}\` is not a field of ${owner}. It may have ${known.map(k => `\`${k}\``).join(', ')}.`, place)
}

function missingField(path: Path, source: SourceFile, whole: string): PackProblem {
  const owner = nameOf(path.slice(0, -1), whole)
  return source.problem('missing-field', `${owner} needs the field \`${String(path.at(-1))}\`.`, source.place(path.slice(0, -1)))
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'empty',
}
function kindOf(value: unknown): string {
  return kindWords[value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value] ?? typeof value
}

function wrongType(expected: string, value: unknown, thing: string, source: SourceFile, place: Place): PackProblem {
  const wanted = kindWords[expected] ?? expected
  const raw = source.text.slice(place.from, place.to)
  if (expected === 'array' && /^-[^\s-]/.test(raw)) return source.problem('yaml', undashedMessage, place, { mend: { from: place.from + 1, to: place.from + 1, text: ' ' } })
  const message = value === null ? `${thing} is empty. It must be ${wanted}.` : `${thing} must be ${wanted}, and is ${kindOf(value)}.`
  if (value === null || raw.includes('\n')) return source.problem('wrong-type', message, place)
  if (expected === 'string' && ['number', 'boolean', 'object'].includes(typeof value)) {
    return source.problem('wrong-type', `${message} Put it in quotes: \`${quoted(raw)}\`.`, place, {
      mend: { from: place.from, to: place.to, text: quoted(raw) },
    })
  }
  if (expected === 'array') {
    return source.problem('wrong-type', `${message} Put it in brackets: \`[${raw}]\`.`, place, {
      mend: { from: place.from, to: place.to, text: `[${raw}]` },
    })
  }
  return source.problem('wrong-type', message, place)
}

function wrongValue(value: unknown, allowed: readonly string[], thing: string, source: SourceFile, place: Place): PackProblem {
  const near = typeof value === 'string' ? nearest(value, allowed) : null
  const what = typeof value === 'string' ? `\`${shown(value)}\`` : kindOf(value)
  const message = `${thing} cannot be ${what}. ${near ? `Did you mean \`${near}\`?` : `It is one of ${allowed.map(a => `\`${a}\``).join(', ')}.`}`
  return source.problem('wrong-value', message, place, near ? { mend: { from: place.from, to: place.to, text: near } } : {})
}

/** Of a union, tells what is wrong with the alternative that the author meant: the one whose kind of value this is. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  source: SourceFile,
  schema: z.ZodType,
  whole: string,
  path: Path,
  value: unknown,
): PackProblem[] {
  if (value === undefined) return [missingField(path, source, whole)]
  const meant = issue.errors.filter(errors => !errors.some(e => e.path.length === 0 && e.code === 'invalid_type'))
  if (meant.length > 0) return meant[0]!.flatMap(inner => explain(inner, source, schema, whole, path))
  const wanted = choicesAt(schema, path).map(kind => kindWords[kind] ?? kind)
  const thing = nameOf(path, whole)
  const place = source.place(path)
  const raw = source.text.slice(place.from, place.to)
  const message =
    value === null
      ? `${thing} is empty. It must be ${wanted.join(' or ')}.`
      : `${thing} must be ${wanted.join(' or ')}, and is ${kindOf(value)}.`
  const mendable = wanted.includes('text') && value !== null && !raw.includes('\n')
  return [
    source.problem(
      'wrong-type',
      mendable ? `${message} If it is text, put it in quotes: \`${quoted(raw)}\`.` : message,
      place,
      mendable ? { mend: { from: place.from, to: place.to, text: quoted(raw) } } : {},
    ),
  ]
}

/** `parts[0].tests.right[1]` as a person would say it: "Item 2 of `right` in part 1". */
function nameOf(path: Path, whole: string): string {
  const part = path[0] === 'parts' && typeof path[1] === 'number' ? `part ${path[1] + 1}` : null
  const inside = part ? path.slice(2) : path
  if (inside.length === 0) return part ? `P${part.slice(1)}` : path.length === 0 ? whole : `\`${String(path[0])}\``
  const last = inside.at(-1)!
  const suffix = part ? ` of ${part}` : ''
  const index = inside.findLastIndex(step => typeof step === 'number')
  const item = index >= 0 ? `item ${(inside[index] as number) + 1} of \`${String(inside[index - 1])}\`` : null
  if (typeof last === 'number') return `I${item!.slice(1)}${suffix}`
  if (item) return `\`${String(last)}\` of ${item}${suffix}`
  return inside.length > 1 ? `\`${String(last)}\` in \`${String(inside.at(-2))}\`${suffix}` : `\`${String(last)}\`${suffix}`
}
