/** Which dated backups stay: pure. */
const day = 86_400_000

/**
 * The times (ms since 1970) to keep out of all backup times: the newest seven whatever their age; one a day for two weeks, one a
 * week for ten weeks, one a month after that, the oldest of each. Times in the future are kept: the clock may have been set back.
 */
export function keepers(times: readonly number[], now: number): ReadonlySet<number> {
  const newestFirst = [...times].sort((a, b) => b - a)
  const kept = new Set(newestFirst.slice(0, 7))
  const oldestOf = new Map<string, number>()
  for (const at of newestFirst) {
    if (at > now) kept.add(at)
    else oldestOf.set(period(at, now), at)
  }
  for (const at of oldestOf.values()) kept.add(at)
  return kept
}

function period(at: number, now: number): string {
  const age = now - at
  if (age < 14 * day) return `day ${Math.floor(at / day)}`
  if (age < 70 * day) return `week ${Math.floor(at / (7 * day))}`
  return `month ${new Date(at).toISOString().slice(0, 7)}`
}
