/** Skills that the notation of a question asks for, by what stands in its texts. */
import { nodesOf, type Reading, type Resolved } from '../../calculus/index.ts'
import { entrywiseNames } from '../../calculus/language/elaborate/resolve/vocabulary.ts'
import type { SkillId } from './catalogue.ts'

const calls: Readonly<Record<string, SkillId>> = {
  tr: 'trace', det: 'determinant', logdet: 'determinant', inv: 'inverse', vec: 'vec', diag: 'diagonal', norm: 'norm', softmax: 'softmax', kron: 'kron',
  outer: 'outer-product', sqrt: 'power', comm: 'vec',
}

/** The skills that are seen in a text that was read. */
export function notationSkills({ resolved, parts }: Reading, source: string, found: Set<SkillId>): void {
  const shapes = new Map(parts.map(part => [`${part.from} ${part.to}`, part.shape]))
  for (const node of nodesOf(resolved)) {
    const own = skillAt(node, source, part => shapes.get(`${part.from} ${part.to}`) ?? '')
    if (own) found.add(own)
  }
}

function skillAt(node: Resolved, source: string, shape: (node: Resolved) => string): SkillId | null {
  switch (node.k) {
    case 'call':
      return calls[node.fn] ?? (entrywiseNames.has(node.fn) || node.order > 0 || !builtIn.has(node.fn) ? 'entrywise-function' : null)
    case 'norm': return 'norm'
    case 'bars': return shape(node.node) === 'scalar' ? 'entrywise-function' : / x /.test(shape(node.node)) ? 'determinant' : 'norm'
    case 'inverse-transposed': return 'inverse'
    case 'powered':
      if (negative(node.exponent) && shape(node.base) !== 'scalar') return 'inverse'
      // A squared norm is one thing.
      return node.base.k === 'norm' && source.slice(node.exponent.from, node.exponent.to) === '2' ? null : 'power'
    case 'entry-powered': return 'power'
    case 'factors':
      if (node.items.some(item => item.op === 'kron')) return 'kron'
      if (node.items.some(item => item.op === '.*' || item.op === './')) return 'hadamard'
      return sandwich(node.items.map(item => item.node), source) ? 'quadratic-form' : null
    case 'entry': return 'index-notation'
    case 'sum-over': return 'sums'
    case 'delta': case 'indicator': return 'delta'
    case 'comm': return 'vec'
    case 'literal': return 'blocks'
    case 'einsum': return 'einsum'
    case 'derivative': return node.by.length > 1 ? 'second-derivative' : node.vec ? 'vec' : null
    default: return null
  }
}

/** Functions of whole arrays that ask for nothing of their own. */
const builtIn: ReadonlySet<string> = new Set(['transpose', 'sum', 'dot', 'max', 'min', 'eye', 'ones', 'zeros', 'unit', 'trace'])

function negative(exponent: Resolved): boolean {
  return exponent.k === 'minus' || (exponent.k === 'bracketed' && negative(exponent.node))
}

/** `v^T A v`: a factor, transposed, and the same one after something in between. */
function sandwich(factors: readonly Resolved[], source: string): boolean {
  const text = (node: Resolved): string => (node.k === 'bracketed' ? text(node.node) : source.slice(node.from, node.to).replace(/\s+/g, ''))
  return factors.some((first, at) => {
    if (first.k === 'transposed') return factors.slice(at + 2).some(last => text(last) === text(first.base))
    return factors.slice(at + 2).some(last => last.k === 'transposed' && text(last.base) === text(first))
  })
}
