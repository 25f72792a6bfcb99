/** What might mend a line that the YAML parser stumbles over: each is tried, and the one that leaves the fewest errors is offered. */
import type { Mend } from '../../calculus/problem.ts'
import type { PackProblem } from '../problem.ts'
import { fieldWords } from '../schema/field-words.ts'

/** Something to try. `line`: where the slip is if this mends it, counted from 1, where that is another line than the parser noticed. */
export interface Try {
  readonly mend: Mend
  readonly line?: number
}

/** Names that fields of pack files have. */
const fields = new Set(Object.values(fieldWords).flatMap(each => Object.keys(each)).map(path => path.slice(path.lastIndexOf('.') + 1)))

/** The name of a field at the beginning of a line that lacks its colon, or the blank after it; null where the line begins otherwise. */
export function uncolonized(line: string): { readonly name: string; readonly mend: Mend } | null {
  // A colon as wide as an ideograph, or a blank after it that is no space: they come with copied text.
  const copied = /^(\s*(?:- +)*)([a-z]+)(?:：[\s]*|:[\u00a0\u2000-\u200b\u202f\u3000]+)/.exec(line)
  if (copied && fields.has(copied[2]!)) return { name: copied[2]!, mend: { from: copied[1]!.length + copied[2]!.length, to: copied[0].length, text: ': ' } }
  const found = /^(\s*(?:- +)*)([a-z]+)(:?)(?=\s|$|\S)/.exec(line)
  if (!found || !fields.has(found[2]!)) return null
  const end = found[0].length
  const next = line[end]
  if (found[3] === ':') return next === undefined || /\s/.test(next) ? null : { name: found[2]!, mend: { from: end, to: end, text: ' ' } }
  return next === undefined || /\s/.test(next) ? { name: found[2]!, mend: { from: end, to: end, text: ':' } } : null
}

/** The mark `|` or `>` at the end of the line before, where this line is its text and is not indented further than the field; else null. */
export function blockBefore(lines: readonly string[], line: number): string | null {
  const before = lines.slice(0, line).findLast(each => each.trim() !== '')
  const found = before === undefined ? null : /^(\s*).*:\s+([|>])[-+\d]*\s*$/.exec(before)
  return found && indentOf(lines[line]!).length <= found[1]!.length ? found[2]! : null
}

/** What was offered, a colon, a mark of a list, and the indentation of a line nearby in the place of its own. */
export function triesFor({ code, line, mend }: PackProblem, text: string): Try[] {
  const offered: Try[] = mend ? [{ mend }] : []
  if (code !== 'tab' && code !== 'indentation' && code !== 'yaml') return offered
  const lines = text.split('\n')
  const start = (n: number): number => lines.slice(0, n).reduce((sum, each) => sum + each.length + 1, 0)
  const from = start(line - 1)
  const own = indentOf(lines[line - 1] ?? '')
  const indents = [lines.slice(0, line - 1).findLast(filled), lines.slice(line).find(filled)].flatMap(each => (each === undefined ? [] : [/^ */.exec(each)![0]]))
  const before = indents[0]
  const nearby = new Set([...indents, ...(before === undefined ? [] : [`${before}  `, before.slice(2)])])
  // What was offered for a tab is the width that most people use; the line before says it better.
  return [
    ...(code === 'tab' ? [] : offered),
    ...blockTries(lines, line - 1, from, before),
    ...[...nearby].filter(indent => indent !== own).map((indent): Try => ({ mend: { from, to: from + own.length, text: indent } })),
    ...itemTries(lines, line - 1, start(line - 2), own),
    ...(code === 'tab' ? offered : []),
  ]
}

/** The whole text after `|`, further in. */
function blockTries(lines: readonly string[], at: number, from: number, before: string | undefined): Try[] {
  if (before === undefined || blockBefore(lines, at) === null) return []
  const after = lines.slice(at).findIndex(each => /^\s*(?:- )?\w+:(\s|$)/.test(each))
  const block = lines.slice(at, after < 0 ? undefined : at + after).join('\n')
  const inner = block.split('\n').map(each => (each.trim() === '' ? each : `${before}  ${each.trimStart()}`)).join('\n')
  return [{ mend: { from, to: from + block.length, text: inner } }]
}

/** An item of a list that stands further out than the fields that belong to it. */
function itemTries(lines: readonly string[], at: number, from: number, own: string): Try[] {
  const item = lines[at - 1] ?? ''
  const outer = indentOf(item)
  return /^\s*- +\S/.test(item) && own.length > outer.length + 2 ? [{ mend: { from, to: from + outer.length, text: own.slice(2) }, line: at }] : []
}

const indentOf = (line: string): string => /^[ \t]*/.exec(line)![0]
const filled = (line: string): boolean => /[^\s#]/.test(line.trimStart().slice(0, 1))
