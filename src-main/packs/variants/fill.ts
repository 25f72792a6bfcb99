/** Placeholders: `{c}` and `{fn.name}` in the texts of an exercise. */
import type { ExerciseFile, PartFile } from '../schema/exercise.ts'
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

/** The exercise with all its texts filled: everything but its ids and codes. */
export function fillExercise(file: ExerciseFile, draw: Draw): ExerciseFile {
  const fill = filler(settled(draw))
  return {
    ...file, title: fill(file.title), intro: fill(file.intro), given: fill(file.given), define: fill(file.define), parts: file.parts.map(p => fillPart(p, fill)),
  }
}

function fillPart(part: PartFile, fill: <T>(value: T) => T): PartFile {
  const { id, kind, outcomes, hints, tests, ...texts } = part
  return {
    ...fill(texts), id, kind, ...(outcomes ? { outcomes } : {}),
    hints: hints.map(h => (typeof h === 'string' ? fill(h) : { ...h, say: fill(h.say) })),
    ...(tests ? { tests: {
      right: fill(tests.right),
      wrong: tests.wrong.map(t => (typeof t === 'string' ? fill(t) : { ...t, answer: fill(t.answer) })),
      unreadable: tests.unreadable.map(t => (typeof t === 'string' ? fill(t) : { ...t, answer: fill(t.answer) })),
    } } : {}),
  } as PartFile
}

/** Fills text in lists and groups, and the names of fields too. */
function filler(draw: Draw): <T>(value: T) => T {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value, draw)
    if (Array.isArray(value)) return value.map(fill)
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [fillText(k, draw), fill(v)]))
    return value
  }
  return fill as <T>(value: T) => T
}
