/** The known word that a mistyped one most likely stands for. */

/** Edits (insert, delete, replace, exchange two neighbours) from one word to another: the restricted Damerau-Levenshtein distance. */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

/** The nearest of `known`, or `null` where none is near: at most one slip in three letters, one in a shorter word, none in a single letter. Letter case is no slip. Failing that, the only one that begins so. Nothing is near a very long word. */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > 100) return null
  let best: string | null = null
  // A single letter with one letter exchanged is any other.
  let bestDistance = Math.max(word.length === 1 ? 0 : 1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase())
    if (d < bestDistance) [best, bestDistance] = [candidate, d]
  }
  return best ?? begun(word, known)
}

/** The only word that begins as this one does, where one of the two is cut short: `quadratic` for `quadratic-form`. */
function begun(word: string, known: Iterable<string>): string | null {
  if (word.length < 4) return null
  const lower = word.toLowerCase()
  const [first, ...others] = [...known].filter(each => each.length >= 4 && (each.toLowerCase().startsWith(lower) || lower.startsWith(each.toLowerCase())))
  return first !== undefined && others.length === 0 ? first : null
}
