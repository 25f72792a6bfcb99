/** The known name that a mistyped one was likely meant to be. */

/**
 * The nearest of `names` by edit distance: at most 1 for names of up to 4 letters, else at most 2; of equal ones the first.
 * `null` where none is near. A name of one or two letters has no near ones.
 */
export function nearest(name: string, names: Iterable<string>): string | null {
  if (name.length < 3 || name.length > 24) return null
  let best: string | null = null
  let bestDistance = name.length <= 4 ? 2 : 3
  for (const candidate of names) {
    if (candidate.length < 2 || Math.abs(candidate.length - name.length) >= bestDistance) continue
    const d = distance(name, candidate)
    if (d < bestDistance) [best, bestDistance] = [candidate, d]
  }
  return best
}

/** Edits between two words: a letter added, dropped, changed, or two neighbours exchanged (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, k) => k)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1] ? 0 : 1
      let d = Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + same)
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) d = Math.min(d, before[k - 2]! + 1)
      next.push(d)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
