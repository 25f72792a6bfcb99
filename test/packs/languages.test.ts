/** Whatever is told of a pack is told in the language that is spoken: the same things, in the same places, in other words. */
import { afterEach, describe, expect, it } from 'vitest'
import { speak, tongues, type Tongue } from '../../src-main/calculus/index.ts'
import type { PackProblem } from '../../src-main/packs/index.ts'
import { examine } from '../../src-main/packs/library/examine.ts'
import { fieldWords } from '../../src-main/packs/schema/field-words.ts'
import { germanFieldWords } from '../../src-main/packs/schema/field-words-german.ts'
import { jsonSchema } from '../../src-main/packs/schema/json.ts'
import { readCorpus } from './corpus.ts'
import { hostile } from './hostile.ts'
import { problemsOf } from './told.ts'

afterEach(() => speak('en'))

/** What a message quotes: names, texts and marks, the same in every language but for what stands for an author's own words. */
function quotedIn(message: string): string[] {
  return [...message.matchAll(/`([^`]*)`/g)].map(([, text]) => text!.replace(/^Name: Wert$/, 'name: value').replace(/Wert$/, 'value')).toSorted()
}

/** Holds what is told in German against what is told in English. */
function compare([english, german]: readonly (readonly PackProblem[])[]): void {
  const bare = (problems: readonly PackProblem[]): unknown => problems.map(({ message: _, ...rest }) => rest)
  expect(bare(german!)).toEqual(bare(english!))
  for (const [n, { message, code }] of english!.entries()) {
    const other = german![n]!.message
    expect(other).not.toBe(message)
    expect(quotedIn(other), `${message}\n${other}`).toEqual(quotedIn(message))
    // What the checker says of an answer counts in words in one language and in digits in the other.
    if (code !== 'failed-test') expect([...other.matchAll(/\d+/g)].map(([digits]) => digits).toSorted(), `${message}\n${other}`).toEqual([...message.matchAll(/\d+/g)].map(([digits]) => digits).toSorted())
    // Words that no German sentence has, outside of what it quotes.
    expect(other.replace(/`[^`]*`|„[^“]*“/g, '')).not.toMatch(/\b(the|this|is|are|of|and|must|cannot|with|has)\b/i)
  }
}
const inBoth = (tell: (tongue: Tongue) => readonly PackProblem[]): (readonly PackProblem[])[] => tongues.map(tongue => {
  speak(tongue)
  return tell(tongue)
})

describe('in German', () => {
  it.each(hostile.map(each => [each.name, each] as const))('a hostile pack is refused: %s', async (_, { make }) => {
    const bytes = make()
    const told: (readonly PackProblem[])[] = []
    for (const tongue of tongues) {
      speak(tongue)
      told.push((await examine(bytes)).problems)
    }
    compare(told)
  })

  it.each(['broken-exercises', 'vary-names', 'at-once', 'typical-slips'].flatMap(corpus => readCorpus(new URL(`corpus/${corpus}.txt`, import.meta.url))).map(each => [each.name, each] as const))('a broken exercise is told of: %s', (_, { text }) => {
    compare(inBoth(() => problemsOf(text)))
  })
})

describe('what fields are for', () => {
  it.each(['exercise', 'pack'] as const)('is said in German of every field of the %s', which => {
    expect(Object.keys(germanFieldWords[which])).toEqual(Object.keys(fieldWords[which]))
    for (const [name, words] of Object.entries(fieldWords[which])) expect(germanFieldWords[which][name], name).not.toBe(words)
    const [english, german] = tongues.map(tongue => {
      speak(tongue)
      return jsonSchema(which)
    })
    const bare = (schema: string): string => schema.replace(/"(description|title)": "(?:[^"\\]|\\.)*"/g, '"$1"')
    expect(bare(german!)).toBe(bare(english!))
    expect(german).not.toMatch(/"description": "[^"]*\b(the|which|of)\b/)
  })
})
