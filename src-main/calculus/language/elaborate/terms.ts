/** Sums and differences. */
import { add, constant, zeros } from '../../tensors/build.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { Mend } from '../../problem.ts'
import type { Resolved, Terms } from '../resolved.ts'
import { compose, type Label } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { freeLabels, labelled, once, together } from './indices.ts'
import { showAxes, showAxis } from './length.ts'
import type { Meaning } from './meaning.ts'
import { sameShape } from './shapes.ts'
import { value } from './elaborate.ts'

export function negated(c: Context, m: Meaning): Meaning {
  const { square: _, ...rest } = m
  if (!m.axes) return rest
  const keys = m.axes.map((_, n) => `a${n}`)
  return {
    ...rest,
    build: () => {
      const inner = labelled(c, m, keys)
      return compose([{ expr: constant(-1), labels: [] }, inner], inner.labels)
    },
  }
}

export function terms(c: Context, node: Terms): Meaning {
  const parts = node.terms.map(t => ({ sign: t.sign, node: t.node, m: value(c, t.node) }))
  const shaped = parts.filter(p => p.m.axes && !p.m.zero)
  const free = once({ axes: null, free: together(c, parts.map(p => p.m.free)), build: () => zeros([]) }).free
  const unsure = parts.some(p => p.m.unsure)
  const lead = leading(c, shaped)
  if (!lead) {
    if (parts.some(p => !p.m.axes)) return broken(null, free)
    return { axes: [], free, zero: true, build: () => zeros(freeLabels(c, free).flatMap(l => l.axis)) }
  }
  const axes = lead.m.axes!
  const odd = shaped.find(p => p !== lead && !sameShape(c.sizes, axes, p.m.axes!))
  if (odd) {
    tell(c, lead, odd)
    // Where a scalar was added, the array's shape is what was meant; of two arrays either may be.
    return broken(odd.m.axes!.length === 0 ? axes : null, free)
  }
  return { axes, free, ...(unsure ? { unsure } : {}), build: () => sum(c, parts, axes, free) }
}

interface Part { readonly sign: '+' | '-'; readonly node: Resolved; readonly m: Meaning }

/** The term that the others are measured by: the first array, unless all others agree on another shape. */
function leading(c: Context, shaped: readonly Part[]): Part | undefined {
  const arrays = shaped.filter(p => p.m.axes!.length > 0)
  const [first, second, ...rest] = arrays
  if (!first) return shaped[0]
  const agree = (a: Part, b: Part): boolean => c.sizes.attempt(() => sameShape(c.sizes, a.m.axes!, b.m.axes!))
  return second && rest.length > 0 && !agree(first, second) && rest.every(r => agree(second, r)) ? second : first
}

function sum(c: Context, parts: readonly Part[], axes: readonly Axis[], free: Meaning['free']) {
  const keys = axes.map((_, n) => `a${n}`)
  const out: readonly Label[] = [...axes.map((axis, n) => ({ key: keys[n]!, axis: c.sizes.solve(axis) })), ...freeLabels(c, free)]
  const sign = { expr: constant(-1), labels: [] }
  const made = parts.filter(p => !p.m.zero).map(p => {
    const operand = labelled(c, p.m, keys)
    return compose(p.sign === '-' ? [sign, operand] : [operand], out)
  })
  return add(made, out.flatMap(l => l.axis))
}

function tell(c: Context, lead: Part, odd: Part): void {
  const [a, b] = [solved(c, lead.m.axes!), solved(c, odd.m.axes!)]
  const said = [quote(c, lead.node), showAxes(a), quote(c, odd.node), showAxes(b)] as const
  if (b.length === 0) {
    const ways = scalarMends(c, odd.node, a)
    c.faults.problem('array-plus-number', odd.node, [...said, ways.map(w => w.text)], ways)
    return
  }
  const at = odd.node
  const turned = a.length <= 2 && b.length <= 2 && (showAxes(a) === showAxes(flipped(b)))
  c.faults.problem('sum-shapes', at, [...said], turned ? [transposeMend(c, odd.node)] : [])
}

const solved = (c: Context, axes: readonly Axis[]): readonly Axis[] => axes.map(a => c.sizes.solve(a))

function flipped(axes: readonly Axis[]): readonly Axis[] {
  return axes.length === 1 ? [[], axes[0]!] : axes.length === 2 && axes[0]!.length === 0 ? [axes[1]!] : [...axes].reverse()
}

/** `A x + 1`: the ones, or the identity, that a scalar must be multiplied by. */
function scalarMends(c: Context, node: Resolved, axes: readonly Axis[]): readonly Mend[] {
  const text = c.source.slice(node.from, node.to)
  const one = node.k === 'number' && text === '1'
  const scalar = reaches(node) ? `(${text})` : text
  const times = (array: string): Mend => ({ from: node.from, to: node.to, text: one ? array : `${scalar} ${array}` })
  const sizes = axes.map(showAxis)
  if (sizes.some(s => s.includes('?') || s.includes('+'))) return []
  if (axes.length === 1) return [times(/^[A-Za-z0-9]$/.test(sizes[0]!) ? `1_${sizes[0]}` : `ones(${sizes[0]})`)]
  const full = times(`ones(${sizes.join(',')})`)
  return axes.length === 2 && sizes[0] === sizes[1] ? [times('I'), full] : [full]
}

/** Would a factor written after this be taken in by a sum or by a call without brackets? */
function reaches(node: Resolved): boolean {
  if (node.k === 'factors') return reaches(node.items.at(-1)!.node)
  if (node.k === 'minus') return reaches(node.node)
  return node.k === 'sum-over' || (node.k === 'call' && !node.bracketed)
}

/** Transposes what stands at a node, or takes its transpose away. */
export function transposeMend(c: Context, node: Resolved): Mend {
  const at = { from: node.from, to: node.to }
  const text = c.source.slice(at.from, at.to)
  if (node.k === 'transposed') return { ...at, text: c.source.slice(node.base.from, node.base.to) }
  return { ...at, text: tight(node) ? `${text}^T` : `(${text})^T` }
}

const closed: ReadonlySet<Resolved['k']> = new Set([
  'name', 'number', 'pi', 'size', 'unknown', 'bracketed', 'norm', 'bars', 'entry', 'identity', 'filled', 'literal', 'unit', 'transposed', 'powered', 'delta',
])

/** Does a postfix on the text of this node belong to all of it? */
export function tight(node: Resolved): boolean {
  return closed.has(node.k) || (node.k === 'call' && node.bracketed)
}
