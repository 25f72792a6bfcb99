/** Placeholders: `{c}` and `{fn.name}` in the texts of an exercise. */
import type { ExerciseInput } from '../schema/exercise.ts'
import type { Draw } from './draw.ts'

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)(?:\.([A-Za-z][A-Za-z0-9]*))?\}/g

/** The placeholders of a text that name something in `names`, in order. */
export function placeholdersIn(text: string, names: ReadonlySet<string>): { readonly name: string; readonly field: string | null; readonly from: number; readonly to: number }[] {
  return [...text.matchAll(placeholder)]
    .filter(m => names.has(m[1]!))
    .map(m => ({ name: m[1]!, field: m[2] ?? null, from: m.index, to: m.index + m[0].length }))
}

/**
 * A text with its placeholders replaced. Where TeX needs the braces they stay: right after `_`, `^`, a command and another argument, so
 * that `\frac{a}{b}` and `x^{n}` hold also for values of several characters. What names no value is left as it stands.
 */
export function fillText(text: string, draw: Draw): string {
  let made = ''
  let at = 0
  let kept = false
  for (const { name, field, from, to } of placeholdersIn(text, new Set(Object.keys(draw)))) {
    const value = draw[name]!
    const plain = typeof value === 'string' ? (field === null ? value : null) : field === null ? null : (value[field] ?? null)
    if (plain === null) continue
    const before = text.slice(at, from)
    kept = before === '' && at > 0 ? kept : /([_^}]|\\[A-Za-z]+)$/.test(text.slice(0, from))
    made += before + (kept ? `{${plain}}` : plain)
    at = to
  }
  return made + text.slice(at)
}

/** Values may name those before them. */
export function settled(draw: Draw): Draw {
  const made: Record<string, Draw[string]> = {}
  for (const [name, value] of Object.entries(draw)) {
    made[name] = typeof value === 'string' ? fillText(value, made) : Object.fromEntries(Object.entries(value).map(([k, v]) => [k, fillText(v, made)]))
  }
  return made
}

/** Fields that hold ids, codes and numbers; not those of `given` and `define`, whose names are the author's. */
const unfilled = new Set(['id', 'kind', 'chapter', 'outcomes', 'rows', 'vary', 'variants', 'for', 'diagnosis'])

/** An exercise, as it is written, with all its texts filled: everything but its ids and codes. Names of fields of `given` and `define` too. */
export function fillExercise(written: ExerciseInput, draw: Draw): unknown {
  const values = settled(draw)
  const fill = (value: unknown, named: boolean): unknown => {
    if (typeof value === 'string') return fillText(value, values)
    if (Array.isArray(value)) return value.map(v => fill(v, false))
    if (typeof value !== 'object' || value === null) return value
    const fields = Object.entries(value)
    if (named) return Object.fromEntries(fields.map(([key, v]) => [fillText(key, values), fill(v, false)]))
    return Object.fromEntries(fields.map(([key, v]) => [key, unfilled.has(key) ? v : fill(v, key === 'given' || key === 'define')]))
  }
  return fill(written, false)
}
