/** Names for indices: single letters that clash with nothing declared, in the order in which a lecturer would reach for them. */
import type { Symbols } from '../../tensors/symbols.ts'
import { greek } from '../forms/greek.ts'

const LETTERS = [...'ijklmnpqrstuvwabcghoxyz']

/** A supply of index names. What is declared, and what is in `taken`, is left alone as long as there is anything else. */
export class Names {
  private readonly pool: readonly string[]

  constructor(symbols: Symbols) {
    const free = LETTERS.filter(l => !symbols.has(l))
    const letters = [...greek.keys()].filter(g => !symbols.has(g) && g !== 'pi' && g !== 'delta' && g !== 'Sigma')
    this.pool = [...free, ...letters, ...LETTERS.filter(l => symbols.has(l)), ...[...'defABCDEFGHJKLMNPQRSUVWXYZ'].filter(l => !symbols.has(l))]
  }

  /** The first name that is not taken. Past the alphabet come names with numbers, which the language does not read: no one writes so many. */
  fresh(taken: ReadonlySet<string>): string {
    const found = this.pool.find(n => !taken.has(n))
    if (found) return found
    for (let n = 1; ; n++) if (!taken.has(`i${n}`)) return `i${n}`
  }
}
