/** A limit on work, so that no judge hangs: every array operation pays before it runs. */

/** Thrown by `Budget.spend` and caught by the judges, which then say that they gave up. */
export class OverBudget extends Error {
  override name = 'OverBudget'
}

export class Budget {
  readonly limit: number
  used = 0

  /** `limit` counts multiply-adds; one costs one to three nanoseconds. */
  constructor(limit: number) {
    this.limit = limit
  }

  /** Pays for `work` multiply-adds. Throws `OverBudget` where they are more than what is left. */
  spend(work: number): void {
    this.used += work
    if (this.used > this.limit) throw new OverBudget(`more than ${this.limit} multiply-adds`)
  }
}

/** Whether an error says that an expression is too large or too deep to work on, rather than that something is wrong. */
export function isExhaustion(error: unknown): boolean {
  return error instanceof OverBudget || (error instanceof RangeError && /call stack/.test(error.message))
}
