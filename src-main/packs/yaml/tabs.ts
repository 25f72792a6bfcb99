/** Lines that are indented with tabs, or with blanks that are no spaces: what they are with spaces, all at once. */
import type { Try } from './mends.ts'

/** Tabs and blanks that are no spaces at the beginning of lines. */
const odd = /^(?:[ ]*(?:\t|[\u00a0\u2000-\u200b\u202f\u3000]))[ \t\u00a0\u2000-\u200b\u202f\u3000]*/
/** As many spaces may be meant by a tab. */
const widths = [2, 4, 8]

/** Lines that are indented with something else than spaces, and ways to have them indented with spaces. */
export function oddIndents(text: string): { readonly lines: readonly number[]; readonly from: number; readonly tab: boolean; readonly tries: readonly Try[] } | null {
  const all = text.split('\n')
  const lines = all.flatMap((each, n) => (odd.test(each) && each.trim() !== '' ? [n + 1] : []))
  if (lines.length === 0) return null
  const [first, last] = [lines[0]! - 1, lines.at(-1)! - 1]
  const from = all.slice(0, first).reduce((sum, each) => sum + each.length + 1, 0)
  const spaced = (width: number): string => all.slice(first, last + 1).map(each => each.replace(odd, found => found.replaceAll('\t', ' '.repeat(width)).replace(/[^ ]/g, ' '))).join('\n')
  const to = from + all.slice(first, last + 1).join('\n').length
  const mends = [fitted(all.slice(0, first), all.slice(first, last + 1)), ...widths.map(spaced)]
  return { lines, from, tab: all.slice(first, last + 1).some(each => odd.exec(each)?.[0].includes('\t')), tries: mends.map(mended => ({ mend: { from, to, text: mended } })) }
}

/** A line as it stands in its block. `own`: what it was indented with. */
interface Placed {
  readonly own: string
  readonly indent: number
  /** Where its field or its text begins, after the marks of the list items that begin with it. */
  readonly inner: number
  readonly item: boolean
  readonly field: boolean
  /** What belongs to it stands in the lines after it. */
  readonly opens: boolean
}

/** Each odd line where the lines above it want it: tabs of no one width fit lines that are otherwise indented with spaces. */
function fitted(above: readonly string[], lines: readonly string[]): string {
  const placed: Placed[] = []
  for (const line of above) if (/^\s*[^\s#]/.test(line)) put(placed, line, /^ */.exec(line)![0].length)
  return lines.map(line => {
    if (line.trim() === '') return line
    const indent = odd.test(line) ? wanted(placed, line) : /^ */.exec(line)![0].length
    put(placed, line, indent)
    return `${' '.repeat(indent)}${odd.test(line) ? bare(line).replace(/^-\t+/, '- ') : bare(line)}`
  }).join('\n')
}

const bare = (line: string): string => line.slice(ownIndent(line).length)
const ownIndent = (line: string): string => odd.exec(line)?.[0] ?? /^ */.exec(line)![0]

function put(placed: Placed[], line: string, indent: number): void {
  const [marks] = /^(?:-\s+)*/.exec(bare(line))!
  const rest = bare(line).slice(marks.length)
  // Blocks that have ended want nothing any more.
  while (placed.length > 0 && placed.at(-1)!.indent > indent) placed.pop()
  placed.push({
    own: ownIndent(line), indent, inner: indent + marks.replaceAll('\t', ' ').length, item: marks !== '',
    field: /^[\w'"{}.-]+:(\s|$)/.test(rest), opens: /(?::|(?:^|:\s+)[|>][-+\d]*|[[{])\s*$/.test(rest),
  })
}

/** How far in a line belongs. */
function wanted(placed: readonly Placed[], line: string): number {
  const own = ownIndent(line)
  const item = /^-\s/.test(bare(line))
  const last = placed.at(-1)
  if (!last) return 0
  const known = placed.findLast(each => each.own === own && each.item === item)
  if (last.opens && known !== last) return last.inner + 2
  if (known) return known.indent
  const sibling = placed.findLast(each => (item ? each.item : each.field))
  return sibling === undefined ? last.inner : item ? sibling.indent : sibling.inner
}
