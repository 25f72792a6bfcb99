/** Sum signs: `sum_{i,j}`, `Σ_{ij}`, `\sum_{k=1}^{N}`, `sum_{k≠i}`. */
import type { Post, Sub, SubItem, Sup, Unit, Word } from '../../ast.ts'
import type { Span } from '../../../problem.ts'
import type { SizeArg } from '../../resolved.ts'
import { splitRun } from './words.ts'
import { sizeOfNode } from './subscripts.ts'
import { textOf, type Resolving } from './context.ts'
import { endings, type Binder, type Hung } from './tokens.ts'

/** Is this word a sum sign: `∑` and `\sum` always, `sum` and `Σ` with a subscript, unless they are declared? */
export function isSumSign(r: Resolving, word: Word, posts: readonly Post[]): boolean {
  if (word.units.length === 1 && word.units[0]!.sumSign === true) return true
  const text = word.units.map(u => u.text).join('')
  return (text === 'sum' || text === 'Sigma') && !r.vocabulary.declares(text) && posts.slice(0, 2).some(p => p.k === 'sub')
}

/** A sum sign with its indices; null where the word is none. `left`: the letters of its subscript that are no indices. */
export function sumSign(r: Resolving, word: Word, posts: readonly Post[]): Hung | null {
  if (!isSumSign(r, word, posts)) return null
  const marks = posts.slice(0, 2)
  const sub = marks.find((p): p is Sub => p.k === 'sub')
  const sup = marks.find((p): p is Sup => p.k === 'sup') ?? null
  const rest = posts.filter(p => p !== sub && p !== sup)
  if (!sub) {
    r.faults.problem('sum-without-index', word, [textOf(r, word)], [{ from: word.to, to: word.to, text: '_i' }])
    const at = { from: word.from, to: word.to }
    return { body: { k: 'binder', binder: { indices: [], upper: null, unequal: [], ...at }, ...at }, left: null }
  }
  const { items, left } = letters(r, sub, rest)
  r.usesIndex({ from: word.from, to: sub.to })
  const upper = sup ? sizeOfNode(r, sup.body) : null
  const to = Math.max(left[0] ? left[0].from : sub.to, sup?.to ?? 0)
  const binder = { ...boundOf(r, sub, items, upper), from: word.from, to }
  return {
    body: { k: 'binder', binder, from: word.from, to },
    left: left.length === 0 ? null : { word: { k: 'word', units: left, from: left[0]!.from, to: left.at(-1)!.to }, posts: rest },
  }
}

/** `sum_ix_i`: an unbraced run ends before the names that carry the next subscript. */
function letters(r: Resolving, sub: Sub, rest: readonly Post[]): { readonly items: readonly SubItem[]; readonly left: readonly Unit[] } {
  if (sub.braced || rest.length === 0) return { items: sub.items, left: [] }
  for (let n = 1; n < sub.items.length; n++) {
    const units = sub.items.slice(n).flatMap(i => (i.k === 'letter' ? [i.unit] : []))
    if (units.length !== sub.items.length - n) break
    const split = splitRun(units, r.vocabulary, endings(r, rest))
    if ('pieces' in split && split.pieces.every(p => p.kind !== 'unknown')) return { items: sub.items.slice(0, n), left: units }
  }
  return { items: sub.items, left: [] }
}

function boundOf(r: Resolving, sub: Sub, items: readonly SubItem[], upper: SizeArg | null): Omit<Binder, keyof Span> {
  const indices: (Span & { name: string })[] = []
  const unequal: [string, string][] = []
  let told = false
  for (let n = 0; n < items.length; n++) {
    const item = items[n]!
    const next = items[n + 1]
    if (item.k === 'letter') {
      if (!indices.some(i => i.name === item.unit.text)) indices.push({ name: item.unit.text, from: item.from, to: item.to })
    } else if (item.k === 'mark' && item.text === '=' && next?.k === 'number') {
      if (next.text !== '1') r.faults.problem('sum-from-one', sub, [next.text], [{ from: next.from, to: next.to, text: '1' }])
      n++
    } else if (item.k === 'mark' && item.text === '≠' && items[n - 1]?.k === 'letter' && next?.k === 'letter') {
      unequal.push([(items[n - 1] as { unit: Unit }).unit.text, next.unit.text])
    } else if (!(item.k === 'mark' && (item.text === ',' || item.text === ';')) && !told) {
      told = true
      r.faults.problem('bad-binder', sub, [textOf(r, sub)])
    }
  }
  if (indices.length === 0 && !told) r.faults.problem('bad-binder', sub, [textOf(r, sub)])
  return { indices, upper, unequal }
}
