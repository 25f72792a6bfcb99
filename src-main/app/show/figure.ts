/** A product that a question is about, for the window to draw: its factors side by side, each with its shape. */
import { nodesOf, readFree, showAxes, sliceText, typeset } from '../../calculus/index.ts'
import type { Resolved, Scope } from '../../calculus/index.ts'
import { componentNames } from '../../checking/prepare/layout.ts'
import type { Question } from '../../checking/question.ts'
import { scopeOf } from './typeset.ts'

export interface Figure {
  readonly factors: readonly { readonly latex: string; readonly shape: string }[]
  /** Of the product. */
  readonly shape: string
}

/** More factors than these no longer fit side by side. */
const mostFactors = 5

/**
 * The outermost product of vectors and matrices in what is differentiated or derived; null where there is none, or where the shapes themselves are
 * asked: a drawing would give them away.
 */
export function figureOf(question: Question): Figure | null {
  const text = question.kind === 'derivative' || question.kind === 'expression' ? question.f : question.kind === 'derivation' ? question.start : undefined
  if (text === undefined) return null
  const scope = scopeOf(question)
  const reading = readFree(text, scope, componentNames(question.component) ?? [])
  if (!reading.value) return null
  const shapes = new Map(reading.parts.map(part => [`${part.from} ${part.to}`, part.shape]))
  const shapeOf = (node: Resolved): string | undefined => shapes.get(`${node.from} ${node.to}`)
  for (const node of nodesOf(reading.resolved)) {
    const figure = node.k === 'factors' ? drawn(node, text, scope, shapeOf) : null
    if (figure) return figure
  }
  return null
}

function drawn(node: Extract<Resolved, { k: 'factors' }>, text: string, scope: Scope, shapeOf: (node: Resolved) => string | undefined): Figure | null {
  // A number in front changes no shape; it is left out of the drawing.
  const items = node.items.filter(item => item.op !== '*' || shapeOf(item.node) !== showAxes([]))
  if (items.length < 2 || items.length > mostFactors || items.some(item => item.op !== '*')) return null
  const factors = items.map(item => {
    const shape = shapeOf(item.node)
    const latex = typeset(readFree(sliceText(text, item.node), scope, [])).latex
    return shape === undefined || latex === '' || axesIn(shape) > 2 ? null : { latex, shape }
  })
  const shape = shapeOf(node)
  if (shape === undefined || axesIn(shape) > 2) return null
  return factors.every(factor => factor !== null) ? { factors, shape } : null
}

function axesIn(shape: string): number {
  return shape.split(' x ').length
}
