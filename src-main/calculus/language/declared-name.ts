/** Names of symbols and axes as they are declared: `A`, `theta`, `\theta`, `θ`, `A_1`, `b_l`. */
import { parse } from './parse.ts'

/** The one form of a name, `theta_1` for `θ_{1}`; null where the text is no name. */
export function canonicalName(text: string): string | null {
  const { node, problems } = parse(text)
  if (!node || problems.length > 0) return null
  const word = node.k === 'chain' ? node.base : node
  if (word.k !== 'word' || word.units.some(u => u.sumSign || u.text === '∂')) return null
  const base = word.units.map(u => u.text).join('')
  if (node.k !== 'chain') return base
  const [sub, ...more] = node.posts
  if (sub?.k !== 'sub' || more.length > 0 || sub.items.some(i => i.k === 'mark')) return null
  return `${base}_${sub.items.map(i => (i.k === 'letter' ? i.unit.text : i.k === 'number' ? i.text : '')).join('')}`
}
