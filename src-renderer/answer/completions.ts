/** The names that what was typed can grow into: by their beginning, their Greek letter, their LaTeX command or another word for the same thing. */
import type { Part } from '../state/api-types.ts'
import { say } from '../words/index.ts'

export type Completion = Part['completions'][number]

/** What a part completes: the names that the main process tells, and the commands that are no functions. */
export function completionsFor({ kind, completions }: Part): readonly Completion[] {
  if (kind === 'shape' || kind === 'number' || completions.length === 0) return completions
  return [...completions, { label: '\\frac', insert: '\\frac{', detail: say('complete.frac') }, { label: '\\partial', insert: '∂', detail: say('complete.partial') }]
}

const greek: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho',
  σ: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega', Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta', Λ: 'Lambda', Ξ: 'Xi', Π: 'Pi', Σ: 'Sigma', Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega',
}

/** Other words and signs that lead to a function of the language. */
const others: Readonly<Record<string, readonly string[]>> = {
  tr: ['trace'], inv: ['inverse'], det: ['determinant'], kron: ['otimes', '⊗'], dot: ['inner', 'langle'], sum: ['Σ', '∑', 'Sigma'], norm: ['lVert', '‖'], sign: ['sgn'], sqrt: ['root'], eye: ['identity'], log: ['ln'],
  unit: ['basis'], diag: ['diagonal'], comm: ['commutation'], delta: ['kronecker'],
}

/**
 * `\\de`, `de`, `δ` and `kronecker` all lead to `delta`. Names that begin as typed come first, in their order; then those that another word leads to.
 * What is complete already is not offered.
 */
export function growing(all: readonly Completion[], typed: string): readonly Completion[] {
  const start = (greek[typed] ?? typed.replace(/^\\/, '')).toLowerCase()
  if (start === '' && typed !== '\\') return []
  const open = all.filter(each => each.insert !== typed && each.label !== typed)
  const begins = open.filter(each => each.label.replace(/^\\/, '').toLowerCase().startsWith(start))
  const led = open.filter(each => !begins.includes(each) && others[each.label]?.some(word => word.toLowerCase().startsWith(start) || word === typed) === true)
  return [...begins, ...led]
}
