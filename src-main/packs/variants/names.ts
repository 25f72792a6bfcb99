/** Names under `vary` and where texts have them, looked into when something about them is not as it should be. */
import { nearest } from '../nearest.ts'
import type { PackProblem } from '../problem.ts'
import type { ExerciseFile } from '../schema/exercise.ts'
import type { SourceFile } from '../yaml/document.ts'
import type { Path } from '../yaml/places.ts'
import { placeholdersIn } from './fill.ts'
import type { Placeholder } from './fill.ts'
import { words } from './words.ts'

/** Something in braces, and the text that it stands in. */
interface Placed extends Placeholder {
  readonly path: Path
}

/**
 * `written`: the value of the file. A name that no text has in braces; braces around a name that is nearly one; `{fn}` where `fn` has fields, `{fn.x}` where it has no such field; and
 * a value that names itself or one after it.
 */
export function misusedNames(source: SourceFile, file: ExerciseFile, written: unknown): PackProblem[] {
  const vary = file.vary!
  const names = Object.keys(vary)
  const used = new Set<string>()
  const found: PackProblem[] = []
  const strange: Placed[] = []
  for (const { path, text } of textsOf(written as ExerciseFile)) {
    for (const { name, field, from, to } of placeholdersIn(text, new Set(names), each => strange.push({ ...each, path }))) {
      used.add(name)
      const early = path[0] === 'vary' ? tooEarly(name, String(path[1]), names) : null
      if (early !== null) {
        found.push(source.problem('vary', early, source.within(path, from, to)))
        continue
      }
      const first = vary[name]![0]!
      const fields = typeof first === 'object' ? Object.keys(first) : []
      if (field === null ? fields.length === 0 : fields.includes(field)) continue
      const near = field === null ? null : nearest(field, fields)
      const place = source.within(path, from, to)
      found.push(source.problem('vary', fields.length === 0 ? words.noFields(name) : words.hasFields(name, fields), place, mendOf(source, place, fields.length === 0 ? name : near && `${name}.${near}`)))
    }
  }
  const idle = names.filter(name => !used.has(name))
  const renamed = misnamed(source, idle, strange)
  const meant = strange.filter(({ name }) => !renamed.has(name)).flatMap(each => misspelt(source, file, each))
  const left = idle.filter(name => ![...renamed.values()].some(told => told.name === name)).map(name =>
    source.problem('vary', words.idle(name), source.place(['vary', name], 'name'), { severity: 'warning' }),
  )
  return [...left, ...[...renamed.values()].map(told => told.problem), ...found, ...meant]
}

/** What to tell of a value of `owner` that names `name`; null where `name` has its value by then. */
function tooEarly(name: string, owner: string, names: readonly string[]): string | null {
  if (name === owner) return words.ofItself(name)
  return names.indexOf(name) > names.indexOf(owner) ? words.tooEarly(name, owner) : null
}

/** Names that no text has, where all texts have one and the same other: the slip is in `vary`. By the name that the texts have. */
function misnamed(source: SourceFile, idle: readonly string[], strange: readonly Placed[]): Map<string, { readonly name: string; readonly problem: PackProblem }> {
  const made = new Map<string, { readonly name: string; readonly problem: PackProblem }>()
  for (const name of idle) {
    const other = near(name, new Set(strange.map(each => each.name)))
    if (other === null || made.has(other)) continue
    const place = source.place(['vary', name], 'name')
    made.set(other, { name, problem: source.problem('vary', words.misnamed(name, other), place, { mend: { from: place.from, to: place.to, text: other } }) })
  }
  return made
}

/** Braces around a name that is nearly one under `vary`, and not one that the exercise declares. */
function misspelt(source: SourceFile, file: ExerciseFile, { name, field, from, to, path }: Placed): PackProblem[] {
  const meant = near(name, Object.keys(file.vary!))
  if (meant === null || declaredIn(file).has(name)) return []
  const place = source.within(path, from, to)
  const [written, right] = [name, meant].map(each => (field === null ? each : `${each}.${field}`)) as [string, string]
  return [source.problem('vary', words.misspelt(written, right), place, mendOf(source, place, right))]
}

/** The nearest of `names`; a single letter is near to nothing but the same one in the other case. */
function near(name: string, names: Iterable<string>): string | null {
  return nearest(name, [...names].filter(each => Math.min(name.length, each.length) > 1 || each.toLowerCase() === name.toLowerCase()))
}

/** What `given` and `define` name, in the exercise and in its parts. */
export function declaredIn({ given, define, parts }: Pick<ExerciseFile, 'given' | 'define' | 'parts'>): Set<string> {
  return new Set([{ given, define }, ...parts].flatMap(each => [each.given, each.define]).flatMap(each => Object.keys(each)))
}

/** A mend that puts other braces in the place of these, where they stand in the file as they are. */
function mendOf(source: SourceFile, { from, to }: { readonly from: number; readonly to: number }, name: string | null): { readonly mend?: PackProblem['mend'] & {} } {
  return name !== null && /^\{[\w.]+\}$/.test(source.text.slice(from, to)) ? { mend: { from, to, text: `{${name}}` } } : {}
}

/** Every text of the file that is filled, names of fields included, with its place. */
function textsOf(file: ExerciseFile): { readonly path: Path; readonly text: string }[] {
  const found: { path: Path; text: string }[] = []
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      if (value.includes('{')) found.push({ path, text: value })
    }
    else if (Array.isArray(value)) value.forEach((v, n) => walk(v, [...path, n]))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        found.push({ path, text: key })
        walk(inner, [...path, key])
      }
    }
  }
  const { id: _, vary, ...texts } = file
  walk(texts, [])
  walk(vary, ['vary'])
  return found
}
