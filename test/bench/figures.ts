/** What a bench prints. */

/** One figure: what was measured, the number with its unit, and the budget where there is one. */
export interface Figure {
  readonly name: string
  readonly value: string
  readonly budget?: string
}

/** Times in ms of `count` runs, sorted. */
export function times(count: number, run: (index: number) => void): number[] {
  return Array.from({ length: count }, (_, index) => {
    const start = performance.now()
    run(index)
    return performance.now() - start
  }).sort((a, b) => a - b)
}

/** The time that a share of the runs stayed within; `sorted` as `times` gives it. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Median, 95th and 99th percentile and the longest, in ms. */
export function spread(sorted: readonly number[]): string {
  const ms = (share: number) => quantile(sorted, share).toFixed(2)
  return `p50 ${ms(0.5)}, p95 ${ms(0.95)}, p99 ${ms(0.99)}, longest ${ms(1)} ms`
}
