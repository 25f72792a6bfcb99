/** What a declaration says: `M x N, symmetric`, `scalar`, `elementwise`, `P x Q of B`. */
import { sameLength, showAxes } from './elaborate/length.ts'
import { trimmed } from './elaborate/meaning.ts'
import { canonicalName } from './declared-name.ts'
import { tell as said, type MeaningArguments, type MeaningId } from './messages/meaning.ts'
import { properties, type Property, type SymbolInfo } from '../tensors/symbols.ts'
import type { Axis } from '../tensors/typed.ts'
import type { Dim } from '../tensors/expr.ts'
import type { Problem, Span } from '../problem.ts'

interface Piece extends Span { readonly text: string }

const needSquare: ReadonlySet<Property> = new Set(['symmetric', 'skew', 'diagonal', 'orthogonal', 'invertible', 'posdef', 'lower', 'upper'])
const largest = 1_000_000

/** Reads one declaration. What is wrong in it is left out of `info`. Names after `of` are not looked up yet. */
export function readDeclaration(name: string, text: string): { readonly info: SymbolInfo; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const tell = <K extends MeaningId>(id: K, at: Span, args: MeaningArguments<K>): void => void problems.push({ ...said(id, args), id, from: at.from, to: at.to })
  const cut = /\bof\b/.exec(text)
  const head = split(text.slice(0, cut?.index ?? text.length), /,/g, 0)
  const tail = cut ? split(text.slice(cut.index + 2), /,|\band\b/g, cut.index + 2) : []
  const [shape, ...words] = head
  const isProperty = (p: Piece): boolean => (properties as readonly string[]).includes(p.text)
  const of: string[] = []
  if (cut && tail.every(p => p.text === '')) tell('bad-dependence', { from: cut.index, to: text.length }, [''])
  if (cut && head[0]!.text === 'elementwise') tell('bad-dependence', { from: cut.index, to: text.length }, [text.slice(cut.index)])
  for (const p of tail.filter(q => q.text !== '')) {
    const dependence = isProperty(p) ? null : canonicalName(p.text)
    if (isProperty(p)) words.push(p)
    else if (dependence === null) tell('bad-dependence', p, [p.text])
    else of.push(dependence)
  }
  const elementwise = shape!.text === 'elementwise'
  const axes = elementwise ? [] : shapeOf(shape!)
  if (!axes) tell('bad-shape', shape!, [shape!.text])
  const held = new Set<Property>()
  for (const p of words) {
    if (!isProperty(p) || elementwise) tell('bad-property', p, [p.text, properties])
    else if (axes && needSquare.has(p.text as Property) && !isSquare(axes)) tell('property-needs-square', p, [name, p.text, showAxes(axes)])
    else held.add(p.text as Property)
  }
  return { info: { name, kind: elementwise ? 'elementwise' : 'array', axes: axes ?? [], properties: held, of }, problems }
}

function isSquare(axes: readonly Axis[]): boolean {
  return axes.length === 2 && axes[0]!.length > 0 && sameLength(axes[0]!, axes[1]!)
}

/** The pieces between separators, without the space around them. */
function split(text: string, separator: RegExp, offset: number): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const push = (to: number): void => {
    const piece = text.slice(from, to)
    const start = from + (piece.length - piece.trimStart().length)
    pieces.push({ text: piece.trim(), from: offset + Math.min(start, to), to: offset + Math.max(start, start + piece.trim().length) })
  }
  for (const m of text.matchAll(separator)) {
    push(m.index)
    from = m.index + m[0].length
  }
  push(text.length)
  return pieces
}

/** The axes of a shape; null where it is none. */
function shapeOf(shape: Piece): readonly Axis[] | null {
  if (shape.text === 'scalar') return []
  const axes = shape.text.split(/\s*×\s*|\s*\\times\s*|\s+x\s+|(?<=[A-Z0-9])x(?=[A-Z0-9])/).map(axisOf)
  return axes.some(a => a === null) ? null : trimmed(axes.map(a => a!))
}

function axisOf(text: string): Axis | null {
  const terms = text.split('+').map(term => term.split(/\s*[*·]\s*/).map(p => dimOf(p.trim())))
  if (terms.some(t => t.some(d => d === null))) return null
  const products = terms.map(t => t.filter((d): d is Dim => d !== 1))
  return products.length === 1 ? products[0]! : [products.map(p => p.join('*') || '1').join('+')]
}

/** A name or a positive whole number. */
function dimOf(text: string): Dim | null {
  if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= largest ? Number(text) : null
  return /^(?:scalar|vector|matrix|elementwise)?$/i.test(text) ? null : canonicalName(text)
}
