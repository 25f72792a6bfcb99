/** Markdown with TeX between dollar signs, as a tree. Nothing of it ever becomes HTML text: components render the tree node by node. */
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { mathFromMarkdown } from 'mdast-util-math'
import { math } from 'micromark-extension-math'

export type ProseNode = Nodes

/** The tree of a text. Any text is a Markdown text, so this never fails. */
export function parseProse(text: string): Root {
  return fromMarkdown(text, { extensions: [math()], mdastExtensions: [mathFromMarkdown()] })
}

/** The nodes of a text that stands within a line: paragraphs become words one after the other. */
export function inlineProse(text: string): ProseNode[] {
  return parseProse(text).children.flatMap((node, at): ProseNode[] => [...(at > 0 ? [{ type: 'text' as const, value: ' ' }] : []), ...(node.type === 'paragraph' ? node.children : [node])])
}

/** The formula of a paragraph that is nothing but one `$$…$$`: it stands on a line of its own. */
export function loneFormula(node: ProseNode, source: string): string | null {
  if (node.type !== 'paragraph' || node.children.length !== 1) return null
  const only = node.children[0]
  if (only?.type !== 'inlineMath') return null
  return source.startsWith('$$', only.position?.start.offset ?? -1) ? only.value : null
}

const spoken: Readonly<Record<string, string>> = { times: '×', top: 'ᵀ', partial: '∂', sum: 'sum', frac: 'fraction', lVert: '‖', rVert: '‖', cdot: '·' }

/** The text without its dress, for the name of a control: formulas keep their letters, commands become words or signs. */
export function plainWords(text: string): string {
  return words(parseProse(text)).replace(/\s+/g, ' ').trim()
}

function words(node: ProseNode): string {
  if ('children' in node) return node.children.map(words).join(node.type === 'root' ? ' ' : '')
  if (node.type === 'inlineMath' || node.type === 'math') {
    return node.value.replace(/\\([A-Za-z]+)/g, (_, command: string) => ` ${spoken[command] ?? command} `).replace(/\\./g, ' ').replace(/[{}]/g, '')
  }
  return 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : ' '
}
