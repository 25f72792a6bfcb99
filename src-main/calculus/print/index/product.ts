/** The factors of one product in index notation: in what order they stand, which sums need a sign, where it goes. */
import Fraction from 'fraction.js'
import type { Dim } from '../../tensors/expr.ts'
import { numberForm, parts, powerForm, productForm, spread, type Form, type Item } from '../forms/form.ts'
import { plain } from '../forms/plain.ts'

/** A factor: what is written, the vertices that it holds, those again as often as it shows them, and whether it divides. */
export interface Piece {
  readonly form: Form
  readonly vertices: ReadonlySet<number>
  readonly seen: readonly number[]
  readonly under: boolean
}
export interface Product {
  readonly coef: Fraction
  readonly pieces: readonly Piece[]
  /** Vertices that are summed over. */
  readonly bound: ReadonlySet<number>
  readonly name: readonly string[]
  readonly dims: readonly Dim[]
  readonly out: readonly number[]
  readonly explicit: boolean
}

/** The product as a form. */
export function arrange(given: Product): Form {
  const p = withSizes(given)
  const signed = [...p.bound].filter(v => p.explicit || !einstein(p, v))
  const pieces = powers(p, new Set(signed))
  const inside = new Set<Piece>()
  if (signed.length) {
    // Under the sign goes whatever hangs on its indices, also by way of other sums.
    const reach = new Set(signed)
    for (let grown = true; grown;) {
      grown = false
      for (const piece of pieces) {
        if (inside.has(piece) || ![...piece.vertices].some(v => reach.has(v))) continue
        inside.add(piece)
        grown = true
        for (const v of piece.vertices) if (p.bound.has(v)) reach.add(v)
      }
    }
  }
  const outer = row(p, pieces.filter(x => !inside.has(x)), p.coef)
  if (!signed.length) return outer
  const body = row(p, pieces.filter(x => inside.has(x)), new Fraction(1))
  const over: Form = { f: 'over', names: signed.map(v => p.name[v]!), body }
  const bare = p.coef.equals(1) && pieces.length === inside.size
  return bare ? over : insert(outer, over)
}

/** A sum over an index that nothing shows multiplies by its size. */
function withSizes(p: Product): Product {
  const hidden = [...p.bound].filter(v => !p.pieces.some(x => shows(x.form, p.name[v]!)))
  if (hidden.length === 0) return p
  const sizes = hidden.map((v): Piece => ({ form: { f: 'size', dim: p.dims[v]! }, vertices: new Set(), seen: [], under: false }))
  return { ...p, bound: new Set([...p.bound].filter(v => !hidden.includes(v))), pieces: [...sizes, ...p.pieces] }
}

/** The sum sign stands last above the fraction line. */
function insert(outer: Form, over: Form): Form {
  const items = outer.f === 'product' ? outer.items : outer.f === 'num' && outer.value.equals(1) ? [] : [{ op: '' as const, form: outer }]
  const at = items.findIndex(i => i.op === '/')
  const item: Item = { op: '', form: over }
  if (at < 0) return productForm([...items, item])
  const above = items.slice(0, at).filter(i => !(i.form.f === 'num' && i.form.value.equals(1)))
  return productForm([...above, item, ...items.slice(at)])
}

/** Is a sum plain to see: the index stands twice in the product, and not below a fraction line? */
function einstein(p: Product, v: number): boolean {
  const shown = p.pieces.filter(x => x.vertices.has(v))
  const count = shown.reduce((s, x) => s + x.seen.filter(u => u === v).length, 0)
  if (count !== 2 || shown.some(x => x.under)) return false
  // A factor that shows an index twice by itself must be an entry: A_{kk}.
  return shown.length === 1 ? shown[0]!.form.f === 'entry' : shown.every(x => !twiceWithin(x.form, p.name[v]!))
}

/** Would an index be read as summed within this factor already, because a product in it shows it twice? */
function twiceWithin(form: Form, name: string): boolean {
  switch (form.f) {
    case 'product': return form.items.filter(i => shows(i.form, name)).length > 1 || form.items.some(i => twiceWithin(i.form, name))
    case 'entry': return form.at.filter(n => n === name).length > 1 || twiceWithin(form.of, name)
    case 'delta': return form.a === name && form.b === name
    default: return parts(form).some(f => twiceWithin(f, name))
  }
}

function shows(form: Form, name: string): boolean {
  switch (form.f) {
    case 'entry': return form.at.includes(name) || shows(form.of, name)
    case 'delta': return form.a === name || form.b === name
    case 'indicator': return form.left === name || form.right === name
    case 'derivative': return form.ofAt.includes(name) || form.byAt.some(b => b.includes(name))
    default: return parts(form).some(f => shows(f, name))
  }
}

/** Equal factors as powers, where that hides no index that is to be seen twice. */
function powers(p: Product, signed: ReadonlySet<number>): Piece[] {
  const made: { piece: Piece; power: number }[] = []
  for (const piece of p.pieces) {
    const may = [...piece.vertices].every(v => !p.bound.has(v) || signed.has(v))
    const twin = may ? made.find(m => m.piece.under === piece.under && plain(m.piece.form) === plain(piece.form)) : undefined
    if (twin) twin.power++
    else made.push({ piece, power: 1 })
  }
  return made.map(m => (m.power === 1 ? m.piece : { ...m.piece, form: powerForm(m.piece.form, new Fraction(m.power), false) }))
}

/** Number, symbols without indices, deltas, other scalars, then entries as their indices lead from one to the next; divisors below. */
function row(p: Product, pieces: readonly Piece[], coef: Fraction): Form {
  const above = ordered(p, pieces.filter(x => !x.under))
  const below = ordered(p, pieces.filter(x => x.under))
  const divided = below.length > 0
  const front = divided ? new Fraction(coef.n) : coef
  const under: Form[] = [...(divided && coef.d !== 1n ? [numberForm(new Fraction(coef.d))] : []), ...below.map(x => x.form)]
  const alone = above.length === 1 && front.equals(1)
  const items: Item[] = above.flatMap(x => (alone ? spread(x.form) : [{ op: '' as const, form: x.form }]))
  if (!front.equals(1) || items.length === 0) items.unshift({ op: '', form: numberForm(front) })
  if (divided) items.push({ op: '/', form: productForm(under.map(form => ({ op: '' as const, form }))) })
  return productForm(items)
}

function ordered(p: Product, pieces: readonly Piece[]): Piece[] {
  const simple = (f: Form): boolean => f.f === 'name' || f.f === 'pi' || f.f === 'size' || (f.f === 'power' && simple(f.of))
  const rank = (x: Piece): number => (simple(x.form) ? 0 : x.form.f === 'delta' || x.form.f === 'indicator' ? 1 : x.vertices.size === 0 ? 2 : 3)
  const left = pieces.filter(x => rank(x) === 3)
  const made = [0, 1, 2].flatMap(r => pieces.filter(x => rank(x) === r))
  const bound = (names: readonly string[]): boolean => names.some(n => [...p.bound].some(v => p.name[v] === n))
  // The chain rule from the outside in: what is differentiated goes before what it depends on.
  const outside = (x: Piece): boolean => x.form.f !== 'derivative' || !bound(x.form.ofAt)
  const chain = pieces.some(x => x.form.f === 'derivative')
  // From a free index along the sums: A_{ik} B_{kl} x_l, then from the next free index.
  while (left.length) {
    const start = chain ? undefined : p.out.find(v => left.some(x => x.vertices.has(v)))
    const first = chain ? left.find(x => x.form.f !== 'derivative') ?? left.find(outside) : undefined
    let next = start !== undefined ? left.find(x => x.vertices.has(start)) : first ?? left[0]
    while (next) {
      left.splice(left.indexOf(next), 1)
      made.push(next)
      const last = next
      next = left.find(x => [...last.vertices].some(v => p.bound.has(v) && x.vertices.has(v)))
    }
  }
  return made
}
