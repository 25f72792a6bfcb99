/** Asks every sentence of a catalogue with things that can be found again in what it says. */

/**
 * Something that can stand for any argument of a sentence: it is a text, a list of one text, and more than one. In what is said it shows as `⟦n⟧`.
 */
function slot(n: number): unknown {
  const text = `⟦${n}⟧`
  return Object.assign([text], {
    replace: () => text, replaceAll: () => text, toUpperCase: () => text, charAt: () => text, trim: () => text, startsWith: () => false, endsWith: () => false,
    toString: () => text, [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? 7 + n : text),
  })
}

type Sentence = string | ((...args: never[]) => string)
/** Each sentence by its way through the catalogue. Numbers up to twelve and the like stand in lists, which count as one sentence each. */
export function sentences(catalogue: object, path = ''): ReadonlyMap<string, Sentence> {
  const found = new Map<string, Sentence>()
  for (const [key, value] of Object.entries(catalogue) as [string, unknown][]) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string' || typeof value === 'function') found.set(here, value as Sentence)
    else for (const [inner, sentence] of sentences(value as object, here)) found.set(inner, sentence)
  }
  return found
}

/** What a sentence says, and which of its arguments show in it. */
export function said(sentence: Sentence, count: number): { readonly text: string; readonly slots: readonly number[] } {
  const text = typeof sentence === 'string' ? sentence : sentence(...(Array.from({ length: count }, (_, n) => slot(n)) as never[]))
  return { text, slots: [...new Set([...text.matchAll(/⟦(\d+)⟧/g)].map(match => Number(match[1])))].toSorted((a, b) => a - b) }
}
