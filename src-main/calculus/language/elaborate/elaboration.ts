/** One run of reading: a syntax tree to a value whose sizes are all known. */
import { zeros } from '../../tensors/build.ts'
import type { Node } from '../ast.ts'
import type { Reading, Side } from '../read.ts'
import type { Resolved } from '../resolved.ts'
import type { Scope } from '../scope.ts'
import type { Span } from '../../problem.ts'
import type { Axis, Typed } from '../../tensors/typed.ts'
import { checkBudget } from './budget.ts'
import { compose, type Label } from './compose.ts'
import { binding, quote, type Bound, type Context, type Open, type Part } from './context.ts'
import { value } from './elaborate.ts'
import { oneDim } from './entries.ts'
import { Faults } from './faults.ts'
import { labelled, sumMends } from './indices.ts'
import { showAxes } from './length.ts'
import { longAxes, type FreeUse, type Meaning } from './meaning.ts'
import { resolve } from './resolve/resolve.ts'
import { namesIn, Vocabulary } from './resolve/vocabulary.ts'
import { splitRun } from './resolve/words.ts'
import type { Resolving } from './resolve/context.ts'
import { sameShape } from './shapes.ts'
import { Sizes } from './sizes.ts'

export class Elaboration {
  private readonly source: string
  private readonly scope: Scope
  private readonly faults: Faults
  private readonly syntax: readonly Span[]
  private readonly sizes = new Sizes()
  private readonly vocabulary: Vocabulary
  private readonly parts: Part[] = []
  private readonly open: Open[] = []
  private firstIndex: Span | null = null

  /** `syntax`: where the grammar has told problems; then no value is made. `iIsSize`: `I`, the name of an axis, is its size and not the identity. */
  constructor(source: string, scope: Scope, faults: Faults, syntax: readonly Span[], iIsSize = false) {
    this.source = source
    this.scope = scope
    this.faults = faults
    this.syntax = syntax
    this.vocabulary = vocabularyOf(scope, iIsSize)
  }

  read(node: Node, expected?: readonly Axis[]): Reading {
    checkBudget(node, this.source.length)
    return node.k === 'relation' && node.op === '=' ? this.equation(node, expected) : this.expression(node, expected)
  }

  private expression(node: Node, expected?: readonly Axis[]): Reading {
    const resolved = resolve(this.resolving(this.faults), node)
    checkBudget(resolved, this.source.length)
    const c = this.context(this.faults, this.scope)
    const m = this.settled(value(c, resolved), expected)
    this.leftover(c, m, resolved)
    this.unsized(m)
    return { ...this.report(), resolved, value: this.typed(c, m) }
  }

  private equation(node: Extract<Node, { k: 'relation' }>, expected?: readonly Axis[]): Reading {
    // The derivative that is asked may stand on the left of the answer; so may a name that is new.
    const name = freshName(node.left, this.vocabulary)
    const fresh: Resolved | null = name === null ? null : { k: 'unknown', text: name, from: node.left.from, to: node.left.to }
    const written = fresh ?? resolve(this.resolving(this.faults), node.left)
    const left: Resolved = isAsked(written, this.scope.asked) && written.k === 'derivative' ? { ...written, mode: 'total' } : written
    const right = resolve(this.resolving(this.faults), node.right)
    checkBudget(left, this.source.length)
    checkBudget(right, this.source.length)
    const { asked, ...plain } = this.scope
    const c = this.context(this.faults, this.scope)
    const [ml, mr] = [value({ ...c, scope: plain }, left), this.settled(value(c, right), name === null ? undefined : expected)]
    const [a, b] = [this.settled(ml, mr.axes ?? expected), this.settled(mr, ml.axes ?? expected)]
    if (a.axes && b.axes && !sameShape(this.sizes, a.axes, b.axes)) {
      const shown = (m: Meaning): string => showAxes(m.axes!.map(x => this.sizes.solve(x)))
      this.faults.problem('sum-shapes', node.right, [quote(c, node.left), shown(a), quote(c, node.right), shown(b)])
    }
    this.leftover(c, a, left)
    this.leftover(c, b, right)
    this.unsized(b)
    const side = (m: Meaning, at: Resolved): Side =>
      ({ value: this.typed(c, m), text: this.source.slice(at.from, at.to), from: at.from, to: at.to, asked: at === left && isAsked(left, asked) })
    const relation = { left: { ...side(a, left), ...(name === null ? {} : { name }) }, right: side(b, right) }
    return { ...this.report(), resolved: right, resolvedLeft: written, value: relation.right.value, relation }
  }

  private resolving(faults: Faults): Resolving {
    return {
      source: this.source, vocabulary: this.vocabulary, symbols: this.scope.symbols, faults,
      rank: node => this.rank(node),
      usesIndex: at => { this.firstIndex ??= { from: at.from, to: at.to } },
    }
  }

  private context(faults: Faults, scope: Scope): Context {
    const c: Context = {
      source: this.source, scope, sizes: this.sizes, faults, bound: new Map(), parts: this.parts, open: this.open,
      sizeNames: [...this.vocabulary.sizes], met: new Map(), clashed: new Set(),
    }
    return binding(c, this.scope.components.map((f): [string, Bound] => [f.name, { axis: [f.dim], component: true, at: null }]))
  }

  /** How many indices a part takes, tried out on the side. */
  private rank(node: Resolved): number | null {
    if (node.k === 'name') {
      const info = this.scope.symbols.get(node.name)
      return info?.kind === 'array' ? longAxes(info.axes).length : null
    }
    const c: Context = { ...this.context(new Faults(), this.scope), parts: [], open: [] }
    return this.sizes.attempt(() => {
      const m = value(c, node)
      return m.axes && longAxes(m.axes).length
    })
  }

  /** Sizes that are open take those that are asked; a bare 0 takes the whole shape. */
  private settled(m: Meaning, expected?: readonly Axis[]): Meaning {
    if (!expected || !m.axes) return m
    if (m.zero && m.axes.length === 0) {
      return { ...m, axes: expected, zero: false, build: () => zeros([...expected, ...m.free.map(f => f.axis)].flatMap(a => this.sizes.solve(a))) }
    }
    if (m.axes.every(a => this.sizes.closed(a))) return m
    if (sameShape(this.sizes, m.axes, expected)) return m
    const wanted = longAxes(expected)
    longAxes(m.axes).forEach((axis, n) => { if (!this.sizes.closed(axis) && wanted[n]) this.sizes.unify(axis, wanted[n]) })
    return m
  }

  /** An index that is still free at the top and is none of the question's. */
  private leftover(c: Context, m: Meaning, node: Resolved): void {
    if (m.unsure) return
    const terms = node.k === 'terms' ? node.terms.map(t => t.node) : [node]
    for (const f of m.free.filter(x => !x.bound)) {
      const at = f.spans[0]!
      const within = terms.filter(t => f.spans.some(s => s.from >= t.from && s.to <= t.to))
      const around: Span = within.length === 1 && within[0] ? within[0] : node
      // What the grammar could not read there may have bound it.
      if (this.syntax.some(s => s.from < around.to && s.to > around.from)) continue
      const [before, brackets] = sumMends(c, [f.name], around)
      this.faults.problem('unbound-index', at, [f.name], within.length === 1 ? [before!, brackets!] : [brackets!])
    }
  }

  /** Parts whose size nothing tells. */
  private unsized(m: Meaning): void {
    if (this.syntax.length > 0 || m.unsure || this.faults.problems.length > 0) return
    for (const o of this.open) {
      if (o.axes.every(a => this.sizes.closed(a))) continue
      const mends = o.mendFor('N') === '' ? [] : [...this.vocabulary.sizes].map(s => ({ from: o.from, to: o.to, text: o.mendFor(s) }))
      this.faults.problem('open-size', o, [o.text, mends.map(x => x.text)], mends)
    }
  }

  private report(): Pick<Reading, 'problems' | 'notes' | 'parts' | 'hasIndices' | 'indexSpan'> {
    const parts = this.parts.map(p => ({ from: p.from, to: p.to, shape: showAxes(p.axes.map(a => this.sizes.solve(a))) }))
    const known = new Set<string>()
    return {
      problems: [], notes: this.faults.notes, hasIndices: this.firstIndex !== null, ...(this.firstIndex ? { indexSpan: this.firstIndex } : {}),
      parts: parts.sort((a, b) => a.from - b.from || b.to - a.to).filter(p => !known.has(`${p.from}-${p.to}`) && known.add(`${p.from}-${p.to}`)),
    }
  }

  private typed(c: Context, m: Meaning): Typed | null {
    if (this.syntax.length > 0 || this.faults.problems.length > 0 || !m.axes || m.unsure) return null
    const axes = m.axes.map(a => this.sizes.solve(a))
    const used = this.scope.components.filter(f => m.free.some(u => u.name === f.name))
    const free = used.map(f => ({ name: f.name, dim: oneDim(this.sizes.solve([f.dim])) }))
    const out: readonly Label[] = [...axes.map((axis, n) => ({ key: `a${n}`, axis })), ...free.map(f => ({ key: `#${f.name}`, axis: [f.dim] }))]
    const keys = axes.map((_, n) => `a${n}`)
    const uses: readonly FreeUse[] = m.free
    return { expr: compose([labelled(c, { ...m, free: uses }, keys)], out), axes, free }
  }
}

function isAsked(node: Resolved, asked: Scope['asked']): boolean {
  if (node.k !== 'derivative' || asked === undefined || node.by.length !== 1 || node.target.name === null) return false
  return asked.names.includes(node.target.name) && node.by[0]!.name === asked.wrt
}

/** The name on the left of an equation, where nothing has it yet. */
function freshName(node: Node, vocabulary: Vocabulary): string | null {
  const [word, sub] = node.k === 'chain' && node.posts.length === 1 ? [node.base, node.posts[0]!] : [node, null]
  if (word.k !== 'word') return null
  const split = splitRun(word.units, vocabulary, new Set())
  if (!('pieces' in split) || split.pieces.length !== 1 || split.pieces[0]!.kind !== 'unknown') return null
  const text = split.pieces[0]!.text
  if (!sub) return text
  const [number, ...more] = sub.k === 'sub' ? sub.items : []
  const name = number?.k === 'number' && more.length === 0 ? `${text}_${number.text}` : null
  return name !== null && vocabulary.kindOf(name) === null ? name : null
}

const vocabularies = [new WeakMap<Scope['symbols'], Vocabulary>(), new WeakMap<Scope['symbols'], Vocabulary>()] as const

/** The names of a scope, made once for each. */
export function vocabularyOf(scope: Scope, iIsSize: boolean): Vocabulary {
  const cache = vocabularies[iIsSize ? 1 : 0]
  const known = cache.get(scope.symbols)
  if (known) return known
  const infos = [...scope.symbols.values()]
  const elementwise = new Set(infos.filter(i => i.kind === 'elementwise').map(i => i.name))
  const made = new Vocabulary(scope, elementwise, infos.flatMap(i => i.axes.flatMap(a => namesIn(a))), iIsSize)
  cache.set(scope.symbols, made)
  return made
}
