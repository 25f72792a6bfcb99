/** How much of a bare run is the argument of a power or of a fraction. */
import type { Unit } from '../ast.ts'
import { GREEK_NAMES } from './letters.ts'
import { KIND } from './token.ts'
import type { Token } from './token.ts'

/** The argument, and what of the run is read on as the next factor. */
export interface Split { readonly head: Token; readonly rest: Token | null }

/** Greek names that are told from a letter and a product even inside a run; shorter ones only where they are the whole run. */
const SPELLED = GREEK_NAMES.filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
const SHORT = GREEK_NAMES.filter((name) => name.length === 2)

/** `^T` of `x^TAx`, `^2` of `x^2y`, `^theta` of `t^theta`: the first unit of a word, a whole number. */
export function exponentHead(token: Token): Split {
  if (token.kind !== KIND.word || token.own === true) return { head: token, rest: null }
  return splitWord(token, spelled(token.units!))
}

/** The argument of `\frac12`, `\frac ab`: one digit, one unit. */
export function splitUnit(token: Token): Split {
  if (token.kind === KIND.number && token.text!.length > 1 && token.to - token.from === token.text!.length) {
    const middle = token.from + 1
    const rest = { ...token, from: middle, spaced: false, text: token.text!.slice(1).replace(/^\./, '0.') }
    return { head: { ...token, to: middle, text: token.text![0]! }, rest }
  }
  if (token.kind !== KIND.word || token.own === true) return { head: token, rest: null }
  return splitWord(token, 1)
}

/** How many units at the start of a run are one exponent. */
function spelled(units: readonly Unit[]): number {
  if (units[0]!.whole) return 1
  const letters: string[] = []
  for (const unit of units.slice(0, 8)) {
    if (unit.whole) break
    letters.push(unit.text)
  }
  const run = letters.join('')
  if (units.length === 2 && SHORT.includes(run)) return 2
  return SPELLED.find((name) => run.startsWith(name))?.length ?? 1
}

function splitWord(token: Token, count: number): Split {
  const units = token.units!
  if (count >= units.length) return { head: token, rest: null }
  const [head, rest] = [units.slice(0, count), units.slice(count)]
  return {
    head: { ...token, units: head, to: head.at(-1)!.to },
    rest: { ...token, units: rest, from: rest[0]!.from, spaced: false },
  }
}
