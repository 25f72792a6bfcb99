/** Ranges that an author writes where every value is to be named. */

/** The whole numbers that `2..5`, `2-5` or `5 to 2` stands for, from the smallest on; null for any other text, and for more than a list may hold. */
export function numbersOf(text: string): readonly number[] | null {
  const found = /^\s*(-?\d{1,9})\s*(?:\.{2,3}|…|-|–|to|bis)\s*(-?\d{1,9})\s*$/.exec(text)
  if (!found) return null
  const [from, to] = [Number(found[1]), Number(found[2])].toSorted((a, b) => a - b) as [number, number]
  return to > from && to - from < 50 ? Array.from({ length: to - from + 1 }, (_, n) => from + n) : null
}
