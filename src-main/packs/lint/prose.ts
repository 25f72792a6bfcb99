/** Looks into prose: its mathematics, its code, and what prose in a pack must not hold. The same Markdown as the window shows. */
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { mathFromMarkdown } from 'mdast-util-math'
import { math } from 'micromark-extension-math'

export interface ProsePieces {
  /** TeX, with how it is set. */
  readonly formulas: readonly { readonly tex: string; readonly display: boolean }[]
  /** Code between backquotes. */
  readonly code: readonly string[]
  /** What will not be shown as its author thinks: HTML, pictures from elsewhere. */
  readonly foreign: readonly string[]
}

export function piecesOf(prose: string): ProsePieces {
  const formulas: { tex: string; display: boolean }[] = []
  const code: string[] = []
  const foreign: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'inlineMath' || node.type === 'math') formulas.push({ tex: node.value, display: node.type === 'math' })
    else if (node.type === 'inlineCode' || node.type === 'code') code.push(node.value)
    else if (node.type === 'html') foreign.push(node.value)
    else if (node.type === 'image' && /^[a-z]+:|^\/\//i.test(node.url)) foreign.push(node.url)
    // A dollar sign that opens nothing is left in the text.
    else if (node.type === 'text' && node.value.includes('$'))
      foreign.push(node.value.slice(node.value.indexOf('$'), node.value.indexOf('$') + 30))
    if ('children' in node) node.children.forEach(visit)
  }
  visit(fromMarkdown(prose, { extensions: [math()], mdastExtensions: [mathFromMarkdown()] }))
  return { formulas, code, foreign }
}
