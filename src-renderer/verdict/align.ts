/** Two lists of terms beside each other: equal terms in one row, in their order; what lies between is paired as it comes. */
export interface Row { readonly yours: string; readonly truth: string }

/** `''` stands for a term that the other side has and this one has not. */
export function align(yours: readonly string[], truth: readonly string[]): Row[] {
  const rows: Row[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...commonTerms(yours, truth), [yours.length, truth.length] as const]) {
    for (; i < a || j < b; i++, j++) rows.push({ yours: i < a ? (yours[i] ?? '') : '', truth: j < b ? (truth[j] ?? '') : '' })
    if (a < yours.length && b < truth.length) rows.push({ yours: yours[a] ?? '', truth: truth[b] ?? '' })
    ;[i, j] = [a + 1, b + 1]
  }
  return rows
}

/** Positions of a longest common subsequence. Beyond a size that nobody reads, only equal beginnings count. */
function commonTerms(yours: readonly string[], truth: readonly string[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  if (yours.length * truth.length > 40_000) {
    for (let at = 0; at < yours.length && at < truth.length && yours[at] === truth[at]; at++) found.push([at, at])
    return found
  }
  const width = truth.length + 1
  const best = new Uint16Array((yours.length + 1) * width)
  const at = (i: number, j: number) => best[i * width + j] ?? 0
  for (let i = yours.length - 1; i >= 0; i--) {
    for (let j = truth.length - 1; j >= 0; j--) best[i * width + j] = yours[i] === truth[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  let [i, j] = [0, 0]
  while (i < yours.length && j < truth.length) {
    if (yours[i] === truth[j]) found.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return found
}
