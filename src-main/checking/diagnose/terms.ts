/** Slips with the terms of a sum, seen in the normal forms of both sides, and the product rule half done. */
import Fraction from 'fraction.js'
import { add, permute } from '../../calculus/tensors/build.ts'
import { differentiate, expand, normalForm, occurrences, type Poly } from '../../calculus/index.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import type { Wrong } from './wrong.ts'

/** Only some of the places at which the variable stands were differentiated. */
export function halfProductRule(w: Wrong): Diagnosis | null {
  const d = w.found.prepared.derivative
  if (!d || !w.found.fits || d.arrangement.order.length === 0 && w.found.prepared.truth.axes.length > 0) return null
  const { symbols, scope } = w.found.prepared
  const n = occurrences(d.f.expr, d.wrt, symbols)
  if (n < 2 || n > 6) return null
  const parts = Array.from({ length: n }, (_, k) => permute(expand(differentiate(d.f.expr, d.wrt, symbols, { only: k }), scope), d.arrangement.order))
  for (let mask = 1; mask < (1 << n) - 1; mask++) {
    const chosen = parts.filter((_, k) => mask & (1 << k))
    if (!w.is(w.found.expr, add(chosen))) continue
    if (chosen.length > 1) return w.say('missing-term', words.missingTerm)
    const k = parts.indexOf(chosen[0]!)
    return w.say('missing-term', words.missingOccurrence(d.wrt, n === 2 ? ['first', 'second'][k]! : `${ordinal(k)}`))
  }
  return null
}

function ordinal(k: number): string {
  return ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'][k]!
}

/** Terms of the reference that are missing, terms too many, and terms with another number in front. */
export function terms(w: Wrong): Diagnosis | null {
  if (!w.found.fits) return null
  const [yours, truth] = [normalForm(w.found.expr, w.symbols, 5000), normalForm(w.truth, w.symbols, 5000)]
  if (!yours || !truth || yours.terms.length === 0) return null
  const { extra, missing, changed, kept } = compare(yours, truth)
  if (changed.length === 0 && extra === 0 && missing > 0 && kept > 0) return w.say('missing-term', words.missingTerm)
  if (changed.length === 0 && missing === 0 && extra > 0 && kept > 0) return w.say('extra-term', words.extraTerm)
  if (extra === 0 && missing === 0 && changed.length > 0 && kept > 0) {
    return changed.every(c => c.equals(-1)) ? w.say('sign', words.signOfTerm) : w.say('factor', words.factorOfTerm)
  }
  return null
}

function compare(yours: Poly, truth: Poly): { extra: number; missing: number; kept: number; changed: Fraction[] } {
  const of = new Map(truth.terms.map(t => [t.key, t.c]))
  const changed: Fraction[] = []
  let [extra, kept] = [0, 0]
  for (const t of yours.terms) {
    const c = of.get(t.key)
    of.delete(t.key)
    if (!c) extra++
    else if (c.equals(t.c)) kept++
    else changed.push(t.c.div(c))
  }
  return { extra, missing: of.size, kept, changed }
}
