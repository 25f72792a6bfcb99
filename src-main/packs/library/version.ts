/** Versions of packs: three numbers. */

/** Less than 0 where `a` is older than `b`, more than 0 where it is newer, 0 where they are the same. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let i = 0; i < 3; i++) {
    // Numbers of any length, without leading zeros, are in order by their length and then by their digits.
    const [x, y] = [bare(left[i]), bare(right[i])]
    if (x !== y) return x.length - y.length || (x < y ? -1 : 1)
  }
  return 0
}

function bare(digits = '0'): string {
  return digits.replace(/^0+(?=\d)/, '')
}
