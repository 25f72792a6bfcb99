/** Looks into prose: its mathematics, its code, its pictures, and what prose in a pack must not hold. The same Markdown as the window shows. */
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { mathFromMarkdown } from 'mdast-util-math'
import { math } from 'micromark-extension-math'
import type { Exercise } from '../pack.ts'

/** Where something stands in its text, in UTF-16 units. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Something that would not be shown as its author thinks. `dollar`: a sign that begins no formula. `blank`: a picture whose name holds one, which Markdown takes for text. `marks`: so many (of which kind says the text) that it is not read at all. */
export interface Foreign extends Stretch {
  readonly kind: 'html' | 'picture' | 'link' | 'dollar' | 'marks' | 'blank'
  /** The markup, the address, the text that begins at the sign, or which marks they are. */
  readonly text: string
}
export interface ProsePieces {
  /** TeX, with how it is set. */
  readonly formulas: readonly (Stretch & { readonly tex: string; readonly display: boolean })[]
  /** Code between backquotes. */
  readonly code: readonly string[]
  readonly foreign: readonly Foreign[]
  /** Pictures of the pack, as they are named: beside the exercise's file. */
  readonly pictures: readonly (Stretch & { readonly name: string })[]
}

/** An address that leads out of the pack: with a scheme, or of another host. */
const elsewhere = /^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i

/** A picture that is none: its name ends at a blank. */
const blankName = /!\[[^\]]*\]\(([^()"]*\S\s+\S[^()"]*)\)/g

const known = new WeakMap<Exercise, Map<string, ProsePieces>>()

/** The pieces of a text of this exercise; each text is looked into once. */
export function piecesIn(exercise: Exercise, prose: string): ProsePieces {
  const own = known.get(exercise) ?? new Map<string, ProsePieces>()
  known.set(exercise, own)
  let pieces = own.get(prose)
  if (!pieces) own.set(prose, (pieces = piecesOf(prose)))
  return pieces
}

/** Marks that a text may hold outside its formulas, and quotations or lists within each other: Markdown's reader takes the square of the first, and a stack of the second. */
const most = { marks: 1_000, levels: 16 }

type Marks = 'quotations' | 'stars' | 'brackets'

/** Which marks of a text are too many to read it; null where it can be read. */
function tooMany(prose: string): Marks | null {
  if (prose.split('\n').some(line => (/^(?:[\s>]|[-+*] |\d+[.)] )*/.exec(line)![0].match(/[>+*.)-]/g)?.length ?? 0) > most.levels)) return 'quotations'
  const plain = prose.replace(/\$[^$]*\$/g, '')
  for (const [mark, found] of [['stars', plain.match(/[*_]/g)], ['brackets', plain.match(/[[\]]/g)]] as const) if ((found?.length ?? 0) > most.marks) return mark
  return null
}

export function piecesOf(prose: string): ProsePieces {
  const marks = tooMany(prose)
  if (marks !== null) return { formulas: [], code: [], foreign: [{ kind: 'marks', text: marks, from: 0, to: prose.length }], pictures: [] }
  const pieces = { formulas: [] as (Stretch & { tex: string; display: boolean })[], code: [] as string[], foreign: [] as Foreign[], pictures: [] as (Stretch & { name: string })[] }
  const visit = (node: Nodes): void => {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? prose.length]
    const foreign = (kind: Foreign['kind'], text: string, at = from): void => void pieces.foreign.push({ kind, text: text.length > 60 ? `${text.slice(0, 60)}…` : text, from: at, to })
    switch (node.type) {
      case 'inlineMath': case 'math':
        pieces.formulas.push({ tex: node.value, display: node.type === 'math', from, to })
        break
      case 'inlineCode': case 'code':
        pieces.code.push(node.value)
        break
      case 'html':
        // What is closed was opened, and is told of there.
        if (!node.value.startsWith('</')) foreign('html', node.value)
        break
      case 'image':
        if (elsewhere.test(node.url)) foreign('picture', node.url)
        else pieces.pictures.push({ name: node.url, from, to })
        break
      case 'link': case 'definition':
        foreign('link', node.url)
        break
      case 'text':
        // A dollar sign that opens nothing is left in the text.
        for (const found of node.value.matchAll(blankName)) foreign('blank', found[1]!, Math.max(prose.indexOf(found[0], from), from))
        if (node.value.includes('$')) foreign('dollar', node.value.slice(node.value.indexOf('$')).slice(0, 30), Math.max(prose.indexOf('$', from), from))
        break
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(fromMarkdown(prose, { extensions: [math()], mdastExtensions: [mathFromMarkdown()] }))
  return pieces
}
