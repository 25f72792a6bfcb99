/**
 * Every word that the window says to a person, under a stable key. Messages about an answer come from the main process, which has
 * a catalogue of its own; here stand labels, states, headings and the window's own troubles.
 */
import type { english } from './english/index.ts'
import { language } from './language.svelte.ts'

/** A key of the catalogue. */
export type WordKey = keyof typeof english

/** A stem with words for one and for many. */
export type CountKey = { [Word in WordKey]: Word extends `${infer Stem}.one` ? (`${Stem}.many` extends WordKey ? Stem : never) : never }[WordKey]

/** The words under `key`, with each `{slot}` replaced by its value. A slot without a value is a bug and throws. */
export function say(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  return language.words[key].replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = values[slot]
    if (value === undefined) throw new Error(`no value for {${slot}} in ${key}`)
    return String(value)
  })
}

/** `key.one` or `key.many`, by the count. */
export function sayCount(key: CountKey, count: number): string {
  if (key === 'desk.hints.left' && count === 0) return say('desk.hints.left.none')
  return count === 1 ? say(`${key}.one`) : say(`${key}.many`, { count, parts: count })
}

/** A shape as people write it: `M × (M × N)`. The two that are words are said in the reader's language. */
export function shapeText(shape: string): string {
  if (shape === 'scalar') return say('shape.scalar')
  if (shape === 'entry by entry') return say('shape.entrywise')
  return shape.replace(/\s+x\s+/g, ' × ')
}

/**
 * A sentence of the app with `×` in the shapes that it tells: `yours is M x (M x N)` becomes `yours is M × (M × N)`. What stands in quotation
 * marks or as code is left as it was typed, where an x may well be a vector.
 */
export function shapesIn(sentence: string): string {
  return sentence.split(/([“„][^“”]*[”“]|"[^"]*"|`[^`]*`)/).map((piece, at) => (at % 2 === 1 ? piece : piece.replace(betweenAxes, ' × '))).join('')
}

/** The x between two axes of a shape: each is a capital name or a number, maybe in brackets. */
const betweenAxes = /(?<=(?<![\w.^])(?:[A-Z]\w*|\d+)\)*) x (?=\(*(?:[A-Z]\w*|\d+)(?![\w.^]*[\w^]))/g

/** A moment in the reader's own way of writing dates. */
export function when(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : new Intl.DateTimeFormat(language.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
