/**
 * The signs of the answer language that a button can type, and how they are placed: `¦` is where the caret goes, or what was selected. Which ones an
 * exercise needs is learnt from right answers to it and to others of its outcomes.
 */
import type { Given, Part } from '../state/api-types.ts'
import type { WordKey } from '../words/index.ts'
import type { Span } from './editor.ts'

export interface Sign {
  readonly id: string
  readonly tex: string
  readonly insert: string
  /** How it is said: a word of the catalogue, or a name that needs none. */
  readonly name: WordKey | { readonly plain: string }
}
interface Known extends Sign {
  readonly name: WordKey
  /** How an answer that uses it reads. */
  readonly used: RegExp
}

/** In the order in which they stand where nothing is known yet. */
const known: readonly Known[] = [
  { id: 'transpose', tex: '{\\square}^{\\mathsf T}', insert: '¦^T', name: 'symbol.transpose', used: /\^\{?\s*(?:T\b|\\top|\\mathsf)|'|ᵀ|transpose/ },
  { id: 'fraction', tex: '\\frac{a}{b}', insert: '(¦) / ()', name: 'symbol.fraction', used: /[^.]\/|\\frac/ },
  { id: 'norm', tex: '\\lVert x\\rVert', insert: '||¦||', name: 'symbol.norm', used: /\|\||‖|norm\(|\\lVert/ },
  { id: 'sum', tex: '\\textstyle\\sum_{i}', insert: 'sum_{¦} ', name: 'symbol.sum', used: /sum_|Σ_|\\sum/ },
  { id: 'entry', tex: 'A_{ij}', insert: '¦_{}', name: 'symbol.entry', used: /\p{L}_|\[[^\]]*,/u },
  { id: 'delta', tex: '\\delta_{ij}', insert: 'delta_{¦}', name: 'symbol.delta', used: /delta_|δ_/ },
  { id: 'identity', tex: 'I', insert: 'I', name: 'symbol.identity', used: /\bI\b|eye\(/ },
  { id: 'inverse', tex: '{\\square}^{-1}', insert: '¦^-1', name: 'symbol.inverse', used: /\^\{?\s*-\s*1|⁻¹|inv\(/ },
  { id: 'entrywise', tex: '\\odot', insert: ' .* ', name: 'symbol.entrywise', used: /\.\*|∘|⊙|\\odot/ },
  { id: 'trace', tex: '\\operatorname{tr}', insert: 'tr(¦)', name: 'symbol.trace', used: /\btr\b|trace\(/ },
  { id: 'square', tex: '{\\square}^{2}', insert: '¦^2', name: 'symbol.square', used: /\^\{?\s*2|²/ },
  { id: 'diag', tex: '\\operatorname{diag}', insert: 'diag(¦)', name: 'symbol.diag', used: /\bdiag\b/ },
  { id: 'kron', tex: '\\otimes', insert: ' ⊗ ', name: 'symbol.kron', used: /kron\(|⊗|\\otimes/ },
  { id: 'vec', tex: '\\operatorname{vec}', insert: 'vec(¦)', name: 'symbol.vec', used: /\bvec\b/ },
  { id: 'ones', tex: '\\mathbf 1', insert: 'ones(¦)', name: 'symbol.ones', used: /ones\(|\b1_/ },
  { id: 'prime', tex: "\\sigma'(z)", insert: "¦'()", name: 'symbol.prime', used: /\p{L}'+\(/u },
  { id: 'partial', tex: '\\frac{\\partial f}{\\partial x}', insert: 'df/d¦', name: 'symbol.partial', used: /∂|\\partial|\bd\p{L}+(?:_\{?\w+\}?)?\s*\/\s*d/u },
]

/** As many names of the question, and as many signs, as one row holds. */
const most = { names: 8, signs: 10 }

/** The buttons for a part: the names that are given, then the signs, those first that were used most. */
export function signsFor(part: Part, givens: readonly Given[], uses: Uses): readonly Sign[] {
  if (part.kind === 'choice' || part.kind === 'number') return []
  if (part.kind === 'shape') return [...axesOf(givens).map(axis => named(axis, axis)), { id: 'by', tex: '\\times', insert: ' x ', name: 'symbol.by' }, { id: 'group', tex: '(\\;)', insert: '(¦)', name: 'symbol.group' }]
  const names = givens.slice(0, most.names).map(given => named(given.name, given.latex.split(' = ')[0]!))
  const count = (id: string) => uses[id] ?? 0
  return [...names, ...known.toSorted((a, b) => count(b.id) - count(a.id)).slice(0, most.signs)]
}

function named(name: string, tex: string): Sign {
  return { id: `name ${name}`, tex, insert: name, name: { plain: name } }
}

/** The axis names in the shapes of what is given. */
function axesOf(givens: readonly Given[]): readonly string[] {
  return [...new Set(givens.flatMap(given => given.shape.match(/[A-Z]\w*/g) ?? []))].slice(0, most.names)
}

/** How often each sign was used. */
export type Uses = Readonly<Record<string, number>>

/** Adds the signs of an answer; old ones fade, so that the row follows what is done now. */
export function learnt(uses: Uses, answer: string): Uses {
  const now: Record<string, number> = {}
  for (const { id, used } of known) {
    const count = (uses[id] ?? 0) * 0.9 + (used.test(answer) ? 1 : 0)
    if (count >= 0.05) now[id] = Math.round(count * 100) / 100
  }
  return now
}

/** Uses as one line of text, and back; what is no such line is nothing. */
export const usesText = (uses: Uses): string => Object.entries(uses).map(([id, count]) => `${id}:${count}`).join(' ')
export function readUses(text: string): Uses {
  return Object.fromEntries(text.split(' ').map(piece => piece.split(':')).filter(([id, count]) => known.some(each => each.id === id) && Number(count) > 0).map(([id, count]) => [id, Number(count)]))
}

/** What typing a sign at a selection does: the span replaced, the new text, and where the caret then stands. */
export function placed(text: string, { from, to }: Span, insert: string): { readonly span: Span; readonly text: string; readonly caret: number } {
  const chosen = text.slice(from, to)
  const [before = '', after] = insert.split('¦')
  // A name beside a name would be read as one longer name.
  const lead = after === undefined || before !== '' ? (/[\p{L}\d)\]}'|‖]$/u.test(text.slice(0, from)) && /^[\p{L}\d]/u.test(insert) ? ' ' : '') : ''
  if (after === undefined) return { span: { from, to }, text: lead + insert, caret: from + lead.length + insert.length }
  const postfix = before === ''
  const made = lead + before + chosen + after
  // Behind a postfix the next thing to type stands in its own brackets, or after it.
  const hole = /[({]\s*[)}]\s*$/.exec(after)
  const caret = from + lead.length + before.length + chosen.length + (postfix || chosen !== '' ? (hole === null ? after.length : hole.index + 1) : 0)
  return { span: { from, to }, text: made, caret }
}
