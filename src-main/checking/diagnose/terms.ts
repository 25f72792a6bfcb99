/** Slips with the terms of a sum, seen in the normal forms of both sides, and the product rule half done. */
import Fraction from 'fraction.js'
import { add, permute } from '../../calculus/tensors/build.ts'
import { someNode } from '../../calculus/tensors/walk.ts'
import { differentiate, expand, nodesOf, normalForms, occurrences, read, type Poly, type Span } from '../../calculus/index.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import type { Wrong } from './wrong.ts'

/** Only one of the places at which the variable stands was differentiated. */
export function halfProductRule(w: Wrong): Diagnosis | null {
  return occurrencesOnly(w, true)
}

/** The same where the places are not those that a learner sees, or are several: a larger slip than one with a number in front. */
export function partOfSum(w: Wrong): Diagnosis | null {
  return occurrencesOnly(w, false)
}

function occurrencesOnly(w: Wrong, one: boolean): Diagnosis | null {
  const d = w.found.prepared.derivative
  if (!d || !w.found.fits || d.arrangement.order.length === 0 && w.found.prepared.truth.axes.length > 0) return null
  const { symbols, scope } = w.found.prepared
  const n = occurrences(d.f.expr, d.wrt, symbols)
  if (n < 2 || n > 6) return null
  const parts = Array.from({ length: n }, (_, k) => permute(expand(differentiate(d.f.expr, d.wrt, symbols, { only: k }), scope), d.arrangement.order))
  for (let mask = 1; mask < (1 << n) - 1; mask++) {
    const chosen = parts.filter((_, k) => mask & (1 << k))
    // Of what stands once and occurs twice, as in softmax(x), the places have no numbers that a learner sees.
    if (one !== (chosen.length === 1 && written(w, d.wrt) === n) || !w.is(w.found.expr, add(chosen))) continue
    if (!one) return w.say('missing-term', words.missingTerm)
    const k = parts.indexOf(chosen[0]!)
    return w.say('missing-term', words.missingOccurrence(d.wrt, k + 1))
  }
  return null
}

/** How often the text of f itself names the variable. */
function written(w: Wrong, name: string): number {
  const { question, scope } = w.found.prepared
  const nodes = nodesOf(read(question.f!, scope, { mends: false }).resolved)
  return nodes.filter(n => n.k === 'name' && n.name === name).length
}

/** Functions that have several terms in normal form, so that a term more or less there is none in what was written. */
const manifold = new Set(['tanh', 'sigmoid', 'softplus', 'sinh', 'cosh', 'tan', 'relu', 'abs', 'step', 'softmax'])

/** Do terms of the normal form stand for terms that somebody wrote? */
export function showsTerms(w: Wrong): boolean {
  return ![w.found.expr, w.truth].some(e => someNode(e, x => x.k === 'map' && (manifold.has(x.fn) || x.order > 0)))
}

/** One term of the reference that is missing, one too many, or one with another number in front. */
export function oneTerm(w: Wrong): Diagnosis | null {
  const found = differences(w)
  if (!found || found.kept === 0 || found.extra + found.missing + found.changed.length !== 1) return null
  const { missing, extra, changed } = found
  if (missing > 0) return w.say('missing-term', words.missingTerm)
  if (extra > 0) return isSum(w) ? w.say('extra-term', words.extraTerm) : null
  const span = placeOf(w, changed[0]!)
  return changed[0]!.equals(-1) ? w.say('sign', words.signOfTerm, span) : w.say('factor', words.factorOfTerm, span)
}

/** The term whose number in front is off by `c`, where one stands for itself in the answer. */
function placeOf(w: Wrong, c: Fraction): Span | undefined {
  const terms = nodesOf(w.found.reading.resolved).flatMap(n => (n.k === 'terms' ? n.terms.map(t => t.node) : []))
  return terms.find(t => w.isRight(w.edited(t, `(${c.inverse().toFraction()}) (${w.textOf(t)})`)))
}

/** The same of several terms: a larger slip than one in a single place of the answer. */
export function manyTerms(w: Wrong): Diagnosis | null {
  const found = differences(w)
  if (!found || found.kept === 0) return null
  const { missing, extra, changed } = found
  if (changed.length === 0 && extra === 0) return w.say('missing-term', words.missingTerms)
  if (changed.length === 0 && missing === 0) return isSum(w) ? w.say('extra-term', words.extraTerms) : null
  if (extra > 0 || missing > 0) return null
  return changed.every(c => c.equals(-1)) ? w.say('sign', words.signOfTerms) : w.say('factor', words.factorOfTerms)
}

/** An answer without any sum has no term too many, however many terms its functions have in normal form: tanh(x)^2 has three. */
function isSum(w: Wrong): boolean {
  return nodesOf(w.found.reading.resolved).some(n => (n.k === 'terms' && n.terms.length > 1) || n.k === 'literal')
}

interface Differences { readonly extra: number; readonly missing: number; readonly kept: number; readonly changed: readonly Fraction[] }

/** How the normal forms of both sides differ, term by term. */
function differences(w: Wrong): Differences | null {
  if (!w.found.fits) return null
  const [yours, truth] = normalForms([w.found.expr, w.truth], w.symbols, 10_000) ?? []
  return yours && truth && yours.terms.length > 0 ? compare(yours, truth) : null
}

function compare(yours: Poly, truth: Poly): Differences {
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
