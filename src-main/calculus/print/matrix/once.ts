/** What sums are drawn together to is asked for again and again, from both ends and for both ways of writing a link: each sum is worked out once. */
import { plain } from '../forms/plain.ts'
import type { Term } from './term.ts'

/** How many results are kept; then all are let go. */
const most = 2_000

/** The function of a sum, its results kept for sums that are written alike. */
export function once<T>(work: (terms: readonly Term[], way: string) => T): (terms: readonly Term[], way: string) => T {
  const known = new Map<string, T>()
  return (terms, way) => {
    const key = `${way}\n${terms.map(textOf).join('\n')}`
    const found = known.get(key)
    if (found !== undefined) return found
    const made = work(terms, way)
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}

const texts = new WeakMap<Term, string>()

/** All that a term says, each link in both its ways. */
function textOf(t: Term): string {
  let text = texts.get(t)
  if (text === undefined) {
    const chain = t.chain === null ? '-' : t.chain.map(l => `${plain(l.a)} ~ ${plain(l.b)}`).join(' ; ')
    texts.set(t, (text = `${t.coef.toFraction()} | ${t.over.map(plain).join(' ; ')} | ${t.under.map(plain).join(' ; ')} | ${chain}`))
  }
  return text
}
