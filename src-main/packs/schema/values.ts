/** What is wrong with a value whose field there is: its kind, its size, how it is written; with what was most likely meant. */
import type { z } from 'zod'
import { nearest } from '../nearest.ts'
import type { PackProblem } from '../problem.ts'
import type { SourceFile } from '../yaml/document.ts'
import { quoted } from '../yaml/parser-errors.ts'
import type { Path, Place } from '../yaml/places.ts'
import { words as yamlWords } from '../yaml/words.ts'
import { numbersOf } from './range.ts'
import { words } from './words.ts'

type Issue = z.core.$ZodIssue

/** A name as it is shown: as much of it as a person can take in. */
export const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name)

const isNumeric = (origin: string): boolean => origin === 'number' || origin === 'int'

/** Too short, empty, or too small a number. `thing`: what it is about, as a sentence begins. */
export function tooSmall(thing: string, { origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  if (!isNumeric(origin)) return words.mustNotBeEmpty(thing)
  return inclusive === false ? words.moreThan(thing, String(minimum)) : words.atLeast(thing, String(minimum))
}

/** Too long, too many, or too large a number. */
export function tooBig(thing: string, origin: string, most: string): string {
  if (isNumeric(origin)) return words.atMost(thing, most)
  return origin === 'array' ? words.manyItems(thing, most) : words.manyCharacters(thing, most)
}

/** A kind of value as a person would say it; one that has no word for it as zod says it. */
export function kindWord(kind: string): string {
  const known: Readonly<Record<string, string>> = words.kinds
  return known[kind] ?? kind
}
function kindOf(value: unknown, expected = ''): string {
  if (expected === 'int' && typeof value === 'number' && Number.isFinite(value)) return `\`${value}\``
  if (typeof value === 'number' && !Number.isFinite(value)) return kindWord(Number.isNaN(value) ? 'nan' : 'infinite')
  return kindWord(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
}

/** A value of another kind than the one expected (`string`, `int`, `array`, …). */
export function wrongType(expected: string, value: unknown, thing: string, source: SourceFile, place: Place): PackProblem {
  const wanted = kindWord(expected)
  const raw = source.text.slice(place.from, place.to)
  if (expected === 'array' && /^-[^\s-]/.test(raw)) return source.problem('yaml', yamlWords.undashed, place, { mend: { from: place.from + 1, to: place.from + 1, text: ' ' } })
  const message = mustBe(thing, [wanted], value, expected)
  if (value === null || raw.includes('\n')) return source.problem('wrong-type', message, place)
  const bare = bareValue(expected, value)
  if (bare !== null) return source.problem('wrong-type', words.write(message, bare), place, { mend: { from: place.from, to: place.to, text: bare } })
  if (expected === 'string' && ['number', 'boolean', 'object'].includes(typeof value)) {
    return source.problem('wrong-type', words.inQuotes(message, quoted(raw)), place, {
      mend: { from: place.from, to: place.to, text: quoted(raw) },
    })
  }
  const numbers = expected === 'array' && typeof value === 'string' ? numbersOf(value) : null
  if (numbers) return source.problem('wrong-type', words.everyValue(message, numbers), place, { mend: { from: place.from, to: place.to, text: `[${numbers.join(', ')}]` } })
  if (expected === 'array') {
    return source.problem('wrong-type', words.inBrackets(message, `[${raw}]`), place, {
      mend: { from: place.from, to: place.to, text: `[${raw}]` },
    })
  }
  return source.problem('wrong-type', message, place)
}

/** What is most likely meant by `'1'`, `yes` or `[x]` where a number, a yes or no, or one text is wanted; null where nobody could say. */
function bareValue(expected: string, value: unknown): string | null {
  if (expected === 'string') return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' && quoted(value[0]).length < 40 && /^\w[\w -]*$/.test(value[0]) ? value[0] : null
  if (typeof value !== 'string') return null
  if (expected === 'boolean') return /^(yes|on|true)$/i.test(value) ? 'true' : /^(no|off|false)$/i.test(value) ? 'false' : null
  return (expected === 'number' && /^-?\d+(\.\d+)?$/.test(value)) || (expected === 'int' && /^-?\d+$/.test(value)) ? value : null
}

/** A version or an id that is written otherwise than these are; for an id, with what it could be. */
export function wrongFormat(path: Path, value: unknown, thing: string, source: SourceFile, place: Place): PackProblem {
  if (path.at(-1) === 'version') {
    const numbers = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/i.exec(String(value))?.slice(1).map(each => String(Number(each ?? 0))).join('.')
    return source.problem('wrong-value', words.version(thing), place, numbers === undefined ? {} : { mend: { from: place.from, to: place.to, text: numbers } })
  }
  const meant = idOf(String(value))
  return source.problem('wrong-value', words.id(thing, meant || 'chain-rule-2'), place, meant === '' ? {} : { mend: { from: place.from, to: place.to, text: meant } })
}

/** A text as an id: `The energy` becomes `the-energy`. Empty where no letter is left. */
function idOf(text: string): string {
  const plain = text.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '')
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)
}

/** That a thing must be of one of these kinds, in words, and what it is. */
export function mustBe(thing: string, wanted: readonly string[], value: unknown, expected = ''): string {
  return value === null ? words.isEmpty(thing, wanted) : words.mustBe(thing, wanted, kindOf(value, expected))
}

/** A value that is none of those allowed. */
export function wrongValue(value: unknown, allowed: readonly string[], thing: string, source: SourceFile, place: Place): PackProblem {
  const near = typeof value === 'string' ? nearest(value, allowed) : null
  const what = typeof value === 'string' ? `\`${shown(value)}\`` : kindOf(value)
  const message = near ? words.cannotBeNear(thing, what, near) : words.cannotBe(thing, what, allowed)
  return source.problem('wrong-value', message, place, near ? { mend: { from: place.from, to: place.to, text: near } } : {})
}
