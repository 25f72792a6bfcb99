/** Placeholders: `{c}` and `{fn.name}` in the texts of an exercise. */
import type { ExerciseInput } from '../schema/exercise.ts'
import type { Draw } from './draw.ts'

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)(?:\.([A-Za-z][A-Za-z0-9]*))?\}/g

/** What has braces of its own after it, in TeX and in indices. A dot within the braces, as in `{fn.name}`, is never meant so. */
const argument = /(?:[_^}\]\\]|\\[A-Za-z]+\*?)\s*$/

export interface Placeholder { readonly name: string; readonly field: string | null; readonly from: number; readonly to: number }
const none: readonly Placeholder[] = []

/**
 * The placeholders of a text that name something in `names`, in order. Most texts have none, and every text of a pack is looked at when it is opened.
 * `strange`: is told those that name nothing, where TeX needs no braces.
 */
export function placeholdersIn(text: string, names: { has(name: string): boolean }, strange?: (placeholder: Placeholder) => void): readonly Placeholder[] {
  if (!text.includes('{')) return none
  const found: Placeholder[] = []
  placeholder.lastIndex = 0
  for (let m = placeholder.exec(text); m; m = placeholder.exec(text)) {
    const here = { name: m[1]!, field: m[2] ?? null, from: m.index, to: m.index + m[0].length }
    if (names.has(here.name)) found.push(here)
    else if (strange && !argument.test(text.slice(Math.max(0, m.index - 40), m.index))) strange(here)
  }
  return found
}

/** What was met while filling. */
export class Met {
  /** Names that stand in some text. */
  readonly names = new Set<string>()
  /** A placeholder names a field that its values have not, or none where they have fields. */
  misused = false
  /** A text has braces where TeX needs none, around a name that has no values. */
  strange = false
  /** A text came out longer than it was written and longer than any field may be, or empty: only then can a limit of the format be broken. */
  grown = false
}
/** No field of the format is held to fewer characters than this. */
const always = 50
/** No field of the format may have more: a text that has grown past this is refused whatever follows, so that values of values cannot grow without end. */
const never = 20_000

/**
 * A text with its placeholders replaced. Where TeX needs the braces they stay: right after `_`, `^`, a command and another argument, so
 * that `\frac{a}{b}` and `x^{n}` hold also for values of several characters. What names no value is left as it stands.
 */
export function fillText(text: string, draw: Draw, met?: Met): string {
  const places = placeholdersIn(text, { has: name => Object.hasOwn(draw, name) }, met && (() => (met.strange = true)))
  if (places.length === 0) return text
  let made = ''
  let at = 0
  let kept = false
  for (const { name, field, from, to } of places) {
    met?.names.add(name)
    const value = draw[name]!
    const plain = typeof value === 'string' ? (field === null ? value : null) : field === null ? null : (value[field] ?? null)
    if (plain === null) {
      if (met) met.misused = true
      continue
    }
    const before = text.slice(at, from)
    kept = before === '' && at > 0 ? kept : /(?:[_^}]|\\[A-Za-z]+)$/.test(text.slice(Math.max(0, from - 40), from))
    made += before + (kept ? `{${plain}}` : plain)
    at = to
    if (made.length > never) break
  }
  // With values that have themselves grown to the bound, one step may reach twice as far.
  made = made.length > never ? made.slice(0, never + 1) : made + text.slice(at)
  if (met && (made === '' || (made.length > text.length && made.length > always))) met.grown = true
  return made
}

/** Values may name those before them; what names itself or a later one is left as it stands. */
export function settled(draw: Draw, met?: Met): Draw {
  const made: Record<string, Draw[string]> = {}
  for (const [name, value] of Object.entries(draw)) {
    made[name] = typeof value === 'string' ? fillText(value, made, met) : Object.fromEntries(Object.entries(value).map(([k, v]) => [k, fillText(v, made, met)]))
  }
  return made
}

/** A field by whatever name, `__proto__` too. */
function put(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true })
  else fields[name] = value
}

/** Fields that hold ids, codes and numbers; not those of `given` and `define`, whose names are the author's. */
const unfilled = new Set(['id', 'kind', 'chapter', 'outcomes', 'rows', 'introduces', 'vary', 'variants', 'for', 'diagnosis'])

/** An exercise, as it is written or as it was read, with all its texts filled: everything but its ids and codes. Names of fields of `given` and `define` too. */
export function fillExercise<T extends ExerciseInput>(written: T, draw: Draw, met?: Met): T {
  const values = settled(draw, met)
  const fill = (value: unknown, named: boolean): unknown => {
    if (typeof value === 'string') return fillText(value, values, met)
    if (Array.isArray(value)) return value.map(v => fill(v, false))
    if (typeof value !== 'object' || value === null) return value
    const made: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      const v = (value as Record<string, unknown>)[key]
      if (named) put(made, fillText(key, values, met), fill(v, false))
      else put(made, key, unfilled.has(key) ? v : fill(v, key === 'given' || key === 'define'))
    }
    return made
  }
  return fill(written, false) as T
}
