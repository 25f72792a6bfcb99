/** Terms with a common first or last factor are drawn together where that is shorter: `A x + A^T x` to `(A + A^T) x`. */
import Fraction from 'fraction.js'
import { callForm, sumForm, type Form } from '../forms/form.ts'
import { plain } from '../forms/plain.ts'
import { chainText, link, shorter, type Chain, type Link } from './chain.ts'
import { flipTerm, termForm, type Term } from './term.ts'

const ONE = new Fraction(1)

/** The sum of terms of one shape as a form. */
export function sumOf(terms: readonly Term[]): Form {
  return sumForm(gather(terms).map(termForm))
}

/** The sum as a link of a longer chain. */
export function sumLink(terms: readonly Term[]): Link {
  const sorted = [...terms].sort((p, q) => turned(p) - turned(q))
  const flipped = terms.map(flipTerm).sort((p, q) => turned(p) - turned(q))
  const [a, b] = [sumOf(sorted), sumOf(flipped)]
  return { a: shorter(a, { f: 'transpose', of: b }), b: shorter({ f: 'transpose', of: a }, b) }
}

/** How many factors of a term are transposed. */
function turned(t: Term): number {
  return (t.chain ?? []).filter(l => l.a.f === 'transpose' || (l.a.f === 'inverse' && l.a.transposed)).length
}

/** Draws together what gets shorter (or stays as long, for factors of a product) by it. */
export function gather(terms: readonly Term[]): readonly Term[] {
  if (terms.length < 2) return terms
  return alike(terms) ?? diagonals(terms) ?? ends(terms, 'last') ?? ends(terms, 'first') ?? common(terms) ?? terms
}

function length(terms: readonly Term[]): number {
  return plain(sumForm(terms.map(termForm))).length
}

/** Terms with the same array become one, their scalars a sum: `(t - 1) x`. */
function alike(terms: readonly Term[]): readonly Term[] | null {
  const groups = new Map<string, Term[]>()
  for (const t of terms) {
    if (!t.chain) continue
    const text = chainText(t.chain)
    groups.set(text, [...(groups.get(text) ?? []), t])
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const { outside, inside } = factorOut(group)
    const made: Term = { ...outside, over: [...outside.over, sumOf(inside.map(t => ({ ...t, chain: null })))], chain: group[0]!.chain }
    const at = terms.indexOf(group[0]!)
    const next = terms.flatMap((t, n) => (n === at ? [made] : group.includes(t) ? [] : [t]))
    if (length(next) <= length(terms) + 2) return gather(next)
  }
  return null
}

/** diag(u) + diag(v) is diag(u + v), whichever way diag goes. */
function diagonals(terms: readonly Term[]): readonly Term[] | null {
  const isDiag = (t: Term): boolean => t.chain?.length === 1 && t.chain[0]!.a.f === 'call' && t.chain[0]!.a.fn === 'diag'
  const group = terms.filter(isDiag)
  if (group.length < 2) return null
  const { outside, inside } = factorOut(group)
  const sum = sumOf(inside.map(t => {
    const { a } = t.chain![0]!
    return { ...t, chain: [link(a.f === 'call' ? a.args[0]! : a)] }
  }))
  const diag = callForm('diag', [sum])
  const made: Term = { ...outside, chain: [group[0]!.chain![0]!.b.f === 'transpose' ? link(diag) : { a: diag, b: diag }] }
  const next = terms.flatMap(t => (t === group[0] ? [made] : isDiag(t) ? [] : [t]))
  return length(next) <= length(terms) ? gather(next) : null
}

/** Terms whose chains end (begin) alike become one. */
function ends(terms: readonly Term[], side: 'last' | 'first'): readonly Term[] | null {
  const groups = new Map<string, Term[]>()
  for (const t of terms) {
    if (!t.chain || t.chain.length < 2) continue
    const end = t.chain.at(side === 'last' ? -1 : 0)!
    const text = plain(end.a)
    groups.set(text, [...(groups.get(text) ?? []), t])
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const end = group[0]!.chain!.at(side === 'last' ? -1 : 0)!
    const rest = group.map(t => ({ ...t, chain: side === 'last' ? t.chain!.slice(0, -1) : t.chain!.slice(1) }))
    const { outside, inside } = factorOut(rest)
    const [only, ...more] = gather(inside)
    // What was drawn together to one product needs no brackets within the longer one.
    const single = more.length === 0 && only!.chain ? only! : null
    const middle: Chain = single?.chain ?? [sumLink(inside)]
    const made: Term = {
      coef: outside.coef.mul(single?.coef ?? ONE),
      over: [...outside.over, ...(single?.over ?? [])],
      under: [...outside.under, ...(single?.under ?? [])],
      chain: side === 'last' ? [...middle, end] : [end, ...middle],
    }
    const at = terms.indexOf(group[0]!)
    const next = terms.flatMap((t, n) => (n === at ? [made] : group.includes(t) ? [] : [t]))
    if (length(next) <= length(terms)) return gather(next)
  }
  return null
}

/** What all terms have in common: number, scalars, divisors. */
function factorOut(terms: readonly Term[]): { outside: Omit<Term, 'chain'>; inside: readonly Term[] } {
  const [first] = terms
  const over = sharedForms(terms.map(t => t.over))
  const under = sharedForms(terms.map(t => t.under))
  const same = terms.every(t => t.coef.abs().equals(first!.coef.abs()))
  const negative = terms.every(t => t.coef.s < 0n)
  const coef = (same ? first!.coef.abs() : ONE).mul(negative ? -1 : 1)
  const inside = terms.map(t => ({ ...t, coef: t.coef.div(coef), over: without(t.over, over), under: without(t.under, under) }))
  return { outside: { coef, over, under }, inside }
}

function sharedForms(lists: readonly (readonly Form[])[]): Form[] {
  const [first, ...rest] = lists
  return first!.filter(f => rest.every(l => l.some(g => plain(g) === plain(f))))
}

function without(list: readonly Form[], gone: readonly Form[]): Form[] {
  const texts = gone.map(plain)
  return list.filter(f => {
    const n = texts.indexOf(plain(f))
    if (n < 0) return true
    texts.splice(n, 1)
    return false
  })
}

/** A number or a scalar that all terms have. Strictly shorter, or no brackets within brackets come of it. */
function common(terms: readonly Term[]): readonly Term[] | null {
  const { outside, inside } = factorOut(terms)
  if (outside.over.length + outside.under.length === 0 && outside.coef.abs().equals(1)) return null
  const chains = terms.every(t => t.chain !== null)
  const sum = sumOf(inside)
  const made: Term = chains
    ? { ...outside, chain: [{ a: sum, b: sumLink(inside.map(flipTerm)).a }] }
    : { ...outside, over: [...outside.over, sum], chain: null }
  const [before, after] = [length(terms), length([made])]
  if (after > before || (after === before && plain(sum).includes('('))) return null
  return [made]
}

