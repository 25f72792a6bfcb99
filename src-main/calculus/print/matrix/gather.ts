/** Terms with a common first or last factor are drawn together where that is shorter: `A x + A^T x` to `(A + A^T) x`. */
import Fraction from 'fraction.js'
import { callForm, sumForm, type Form } from '../forms/form.ts'
import { plain } from '../forms/plain.ts'
import { chainText, link, neater, type Chain, type Link } from './chain.ts'
import { once } from './once.ts'
import { flipTerm, termForm, type Term } from './term.ts'

const ONE = new Fraction(1)

/** How much shorter the transpose of a whole sum must be for its transposes not to stand at its leaves: of rows, of matrices. */
const SHORTER = { row: 0.86, matrix: 2 / 3 }

/** The sum of terms of one shape as a form. */
export function sumOf(terms: readonly Term[]): Form {
  return sumForm(gather(terms).map(termForm))
}

/** The sum of terms, or the transpose of the sum of their transposes where that is shorter (`row`), or much shorter. */
export function turnedSum(terms: readonly Term[], row: boolean): Form {
  const drawn = gather(terms)
  const straight = sumForm(drawn.map(termForm))
  if (terms.length < 2 || terms.some(t => !t.chain)) return straight
  const other = gather(terms.map(flipTerm))
  const [only] = other
  // A number and scalars stay outside the brackets.
  const alone = other.length === 1 && only!.chain!.length === 1
  const back = (f: Form): Form => (f.f === 'transpose' ? f.of : { f: 'transpose', of: f })
  const turned = alone ? sumForm([termForm({ ...only!, chain: [link(back(only!.chain![0]!.a))] })]) : other.length > 1 ? back(sumForm(other.map(termForm))) : straight
  return plain(turned).length < plain(straight).length * (row ? SHORTER.row : SHORTER.matrix) ? turned : straight
}

/** The sum as a link of a longer chain. */
export function sumLink(terms: readonly Term[]): Link {
  return linked(terms, 'link')
}

const linked = once(terms => {
  const sorted = [...terms].sort((p, q) => turned(p) - turned(q))
  const flipped = terms.map(flipTerm).sort((p, q) => turned(p) - turned(q))
  const [a, b] = [sumOf(sorted), sumOf(flipped)]
  return { a: neater(a, { f: 'transpose', of: b }), b: neater({ f: 'transpose', of: a }, b) }
})

/** How many factors of a term are transposed. */
function turned(t: Term): number {
  return (t.chain ?? []).filter(l => l.a.f === 'transpose' || (l.a.f === 'inverse' && l.a.transposed)).length
}

/** Draws together what gets shorter (or stays as long, for factors of a product) by it. */
export function gather(terms: readonly Term[], side: Side = 'last'): readonly Term[] {
  return terms.length < 2 ? terms : gathered(terms, side)
}

const gathered = once((terms, way) => {
  const side = way as Side
  return alike(terms) ?? diagonals(terms) ?? ends(terms, side) ?? ends(terms, opposite(side)) ?? common(terms) ?? terms
})

type Side = 'last' | 'first'
const opposite = (side: Side): Side => (side === 'last' ? 'first' : 'last')

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

/** Terms drawn together to `drawn`, with the end that they have in common. */
function around(outside: Omit<Term, 'chain'>, inside: readonly Term[], drawn: readonly Term[], end: Link, side: Side): Term {
  const [only, ...more] = drawn
  // What was drawn together to one product needs no brackets within the longer one.
  const single = more.length === 0 && only!.chain ? only! : null
  const middle: Chain = single?.chain ?? [sumLink(inside)]
  return {
    coef: outside.coef.mul(single?.coef ?? ONE),
    over: [...outside.over, ...(single?.over ?? [])],
    under: [...outside.under, ...(single?.under ?? [])],
    chain: side === 'last' ? [...middle, end] : [end, ...middle],
  }
}

/** Is there a sum in brackets that is its own transpose? */
function symmetric(t: Term): boolean {
  return t.chain!.some(l => l.a.f === 'sum' && plain(l.a) === plain(l.b))
}

/** Does a sum in brackets hold the same summand twice, because sums that were whole were laid flat in it? */
function repeats(t: Term): boolean {
  return t.chain!.some(({ a }) => {
    const sum = a.f === 'transpose' ? a.of : a
    return sum.f === 'sum' && new Set(sum.terms.map(u => plain(u.form))).size < sum.terms.length
  })
}

/** The factors of a term whatever their order, and whether they are transposed. */
function kin(t: Term): string {
  return (t.chain ?? []).map(l => [plain(l.a), plain(l.b)].sort()[0]!).sort().join(' ')
}

/** Terms whose chains end (begin) alike, and that are divided by the same, become one. */
function ends(terms: readonly Term[], side: Side): readonly Term[] | null {
  const groups = new Map<string, Term[]>()
  for (const t of terms) {
    if (!t.chain || t.chain.length < 2) continue
    const end = t.chain.at(side === 'last' ? -1 : 0)!
    const text = `${plain(end.a)} / ${t.under.map(plain).join(' ')}`
    groups.set(text, [...(groups.get(text) ?? []), t])
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue
    // Of terms that are of one kind, as those of a product rule are, all or none.
    const family = new Set(group.map(kin))
    const drawn = new Set([...groups.values()].filter(g => g.length > 1).flat())
    if (terms.some(t => !drawn.has(t) && family.has(kin(t)))) continue
    const end = group[0]!.chain!.at(side === 'last' ? -1 : 0)!
    const rest = group.map(t => ({ ...t, chain: side === 'last' ? t.chain!.slice(0, -1) : t.chain!.slice(1) }))
    const { outside, inside } = factorOut(rest)
    // From both sides by turns, but rather from one side alone where what is left is symmetric by that.
    const [turns, same] = [opposite(side), side].map(next => around(outside, inside, gather(inside, next), end, side))
    const made = symmetric(same!) && !symmetric(turns!) ? same! : turns!
    if (repeats(made)) continue
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
  const whole = terms.every(t => t.coef.d === 1n)
  const negative = terms.every(t => t.coef.s < 0n)
  const size = same ? first!.coef.abs() : whole ? terms.reduce((g, t) => g.gcd(t.coef), first!.coef.abs()) : ONE
  const coef = size.mul(negative ? -1 : 1)
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

