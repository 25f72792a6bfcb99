/** Work within a budget. */
import { isTooDeep } from '../../problem.ts'
import { BudgetError } from './poly.ts'

/** What is worked out, or null where it took more than its budget, was nested too deep, or has no value anywhere. */
export function attempt<T>(run: () => T): T | null {
  try {
    return run()
  } catch (error) {
    if (error instanceof BudgetError || isTooDeep(error)) return null
    throw error
  }
}
