/** The YAML parser's errors in the words of somebody who writes exercises, with the likely mend. */
import type { YAMLParseError } from 'yaml'
import type { Mend } from '../../calculus/problem.ts'
import type { PackProblemCode } from '../problem.ts'
import { blockBefore, uncolonized } from './mends.ts'
import { words } from './words.ts'

export interface YamlSlip {
  readonly code: PackProblemCode
  readonly message: string
  /** Where it is, if that is not where the parser noticed it. */
  readonly at?: number
  readonly mend?: Mend
  /** Nothing but the wake of an earlier error, if there is one: not worth a word of its own. */
  readonly echo?: true
}

/** The text in single quotes, in which YAML takes every character as it stands but `'` itself. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Offsets of the line that holds `offset`, without its end. */
function lineAround(source: string, offset: number): { from: number; to: number } {
  const end = source.indexOf('\n', offset)
  const to = end < 0 ? source.length : end
  return { from: source.lastIndexOf('\n', offset - 1) + 1, to: source[to - 1] === '\r' ? to - 1 : to }
}

/** Puts everything from `from` to the end of its line in quotes. */
function quoteRest(source: string, from: number): Mend {
  const to = lineAround(source, from).to
  return { from, to, text: quoted(source.slice(from, to).trimEnd()) }
}

/** Where the value of the line that holds `offset` begins: after `- ` and `name: `. */
function valueStart(source: string, offset: number): number {
  const { from, to } = lineAround(source, offset)
  const head = /^\s*(?:- +)*(?:[\w.-]+: +)?/.exec(source.slice(from, to))
  return from + (head?.[0].length ?? 0)
}

/** What the parser finds where `{ … }` fell apart. */
const flowCodes: ReadonlySet<string> = new Set(['MISSING_CHAR', 'UNEXPECTED_TOKEN', 'BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW'])

/** Of a value that begins with a bracket before `at`, and falls apart there: what must be in quotes; null where the value begins otherwise. */
function inFlow(source: string, at: number): YamlSlip | null {
  const start = valueStart(source, at)
  const open = source[start]
  if (start >= at || (open !== '{' && open !== '[')) return null
  const { to } = lineAround(source, at)
  const quote = /[[{,:]\s*(['"])[^'"]*$/.exec(source.slice(start, to).replace(/(?<=[[{,:]\s*)(?:'[^']*'|"(?:[^"\\]|\\.)*")/g, each => '_'.repeat(each.length)))
  if (quote) {
    const opened = start + quote.index + quote[0].indexOf(quote[1]!)
    const end = opened + source.slice(opened, to).replace(/\s*[\]}\s]*$/, '').length
    return { code: 'unclosed', message: words.openQuote, at: opened, mend: { from: end, to: end, text: quote[1]! } }
  }
  const levels = levelsOf(source, start, at)
  // `{a} + {b}`: the brackets belong to the text.
  if (levels.length === 0) return open === '{' ? { code: 'quotes', message: words.blockMark(open), at: start, mend: quoteRest(source, start) } : null
  if (open === '{') return { code: 'quotes', message: words.flow }
  if (levels.some(each => each.open === '{')) return null
  let from = levels.at(-1)!.after
  from += /^\s*/.exec(source.slice(from, to))![0].length
  let end = from
  for (let depth = 0; end < to && (depth > 0 || !/[,\]]/.test(source[end]!)); end++) depth += /[[{(]/.test(source[end]!) ? 1 : /[\]})]/.test(source[end]!) ? -1 : 0
  const item = source.slice(from, end).trimEnd()
  return /^["']/.test(item) ? null : { code: 'quotes', message: words.flowList, mend: { from, to: from + item.length, text: quoted(item) } }
}

/** Brackets that stand open at `at`, outside of quotes; `after`: where the item begins that stands in them there. */
function levelsOf(source: string, from: number, at: number): { readonly open: string; after: number }[] {
  const levels: { readonly open: string; after: number }[] = []
  for (const { 0: mark, index } of source.slice(from, at).matchAll(/'[^']*'|"(?:[^"\\]|\\.)*"|[[\]{},]/g)) {
    if (mark === '[' || mark === '{') levels.push({ open: mark, after: from + index + 1 })
    else if (mark === ']' || mark === '}') levels.pop()
    else if (mark === ',' && levels.length > 0) levels.at(-1)!.after = from + index + 1
  }
  return levels
}

/** An apostrophe that ends a text in single quotes in the middle of a word: `'You didn't'`. */
function apostrophe(source: string, at: number): YamlSlip | null {
  const { from, to } = lineAround(source, at)
  const before = source.slice(from, at).search(/[A-Za-z\u00c0-\u024f]'$/)
  if (before < 0 || !/^[A-Za-z\u00c0-\u024f]/.test(source.slice(at))) return null
  const first = from + before + 1
  const text = source.slice(first, to).replace(/(?<=[A-Za-z\u00c0-\u024f])'(?=[A-Za-z\u00c0-\u024f])/g, "''")
  return { code: 'quotes', message: words.apostrophe, at: first, mend: { from: first, to, text: `'${text.replace(/^'+/, "'")}` } }
}

/**
 * What to tell of one parser error. `openQuote` is the offset of the quotation mark that was never closed, where that is the matter.
 */
export function slipOf(error: YAMLParseError, source: string, openQuote: number | null): YamlSlip {
  const at = error.pos[0]
  const { to } = lineAround(source, at)
  const rest = source.slice(at, to)
  const quote = (message: string, from: number): YamlSlip => ({ code: 'quotes', message, at: from, mend: quoteRest(source, from) })
  const group = flowCodes.has(error.code) ? apostrophe(source, at) ?? inFlow(source, at) : null
  // What the parser meets at the top of the file, it had lost its way before.
  if (group) return error.message.includes('in YAML stream') ? { ...group, echo: true } : group
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        code: 'tab',
        message: words.tab,
        mend: { from: at, to: at + /^\t*/.exec(source.slice(at))![0].length, text: '  ' },
      }
    case 'BAD_SCALAR_START':
      return quote(words.badStart(source[at] ?? ''), at)
    case 'BAD_DQ_ESCAPE':
      return { code: 'escape', message: words.noEscape(source.slice(at, at + 2)) }
    case 'MULTIPLE_DOCS':
      return { code: 'two-documents', message: words.secondDocument }
    case 'RESOURCE_EXHAUSTION':
      return { code: 'too-deep', message: words.deep, at: 0 }
    case 'NON_STRING_KEY':
      return { code: 'yaml', message: words.plainName }
    case 'BAD_INDENT':
      return indentation(error, source, at)
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:(\s|$)/.test(source.slice(valueStart(source, at), to))
        ? quote(words.colonSpace, valueStart(source, at))
        : deeper(source, to)
    case 'MULTILINE_IMPLICIT_KEY':
      return neither(source, at)
    case 'MISSING_CHAR':
      return missing(error, source, at, rest, openQuote)
    case 'UNEXPECTED_TOKEN':
      return unexpected(error, source, at)
    case 'ALIAS_PROPS': case 'BAD_ALIAS': case 'BAD_PROP_ORDER': case 'MULTIPLE_ANCHORS': case 'MULTIPLE_TAGS':
      return { code: 'quotes', message: words.anchors }
    case 'BLOCK_IN_FLOW':
      return { code: 'yaml', message: words.lines }
    default:
      return { code: 'yaml', message: words.other(error.message) }
  }
}

function indentation(error: YAMLParseError, source: string, at: number): YamlSlip {
  const flow = /must be sufficiently indented and end with a (.)/.exec(error.message)
  if (flow) {
    const open = flow[1] === ']' ? '[' : '{'
    const opened = source.lastIndexOf(open, at)
    return {
      code: 'unclosed',
      message: words.unclosed(open, flow[1]!),
      at: Math.max(opened, 0),
    }
  }
  const first = at + /^\s*/.exec(source.slice(at))![0].length
  if (/^-[^\s-]/.test(source.slice(first))) return undashed(first)
  const mark = markBefore(source, first)
  return { code: 'indentation', message: mark === null ? words.likeNone : words.afterBlock(mark), at: first }
}

/** A line that is no field and no item: one that lacks its colon, or a text that is not far enough in. */
function neither(source: string, at: number): YamlSlip {
  const { from, to } = lineAround(source, at)
  const lacks = uncolonized(source.slice(from, to))
  const dash = /^\s*(?=-[^\s-])/.exec(source.slice(from, to))
  if (dash) return undashed(from + dash[0].length)
  if (lacks) return { code: 'yaml', message: words.colonAfter(lacks.name), mend: { ...lacks.mend, from: from + lacks.mend.from, to: from + lacks.mend.to } }
  const mark = markBefore(source, at)
  return mark === null ? { code: 'yaml', message: words.neither } : { code: 'indentation', message: words.afterBlock(mark) }
}

/** The mark `|` or `>` whose text the line that holds `at` should be part of; null where it follows none. */
function markBefore(source: string, at: number): string | null {
  return blockBefore(source.split('\n'), source.slice(0, at).split('\n').length - 1)
}

/** The line after `to` was indented further than the one before it, although that one has a value already. */
function deeper(source: string, to: number): YamlSlip {
  const gap = /^\r?\n\s*/.exec(source.slice(to))
  return {
    code: 'indentation',
    message: words.furtherIn,
    at: to + (gap?.[0].length ?? 0),
  }
}

/** A dash at `at` that the text of its item touches. */
function undashed(at: number): YamlSlip {
  return { code: 'yaml', message: words.undashed, at, mend: { from: at + 1, to: at + 1, text: ' ' } }
}

function missing(error: YAMLParseError, source: string, at: number, rest: string, openQuote: number | null): YamlSlip {
  if (openQuote !== null) {
    const { from, to } = lineAround(source, openQuote)
    const end = from + source.slice(from, to).trimEnd().length
    return { code: 'unclosed', message: words.openQuote, at: openQuote, mend: { from: end, to: end, text: source[openQuote]! } }
  }
  if (/^-[^\s-]/.test(rest)) return undashed(at)
  if (error.message.startsWith('Comments must be separated')) return { code: 'quotes', message: words.comment }
  if (/without - indicator/.test(error.message)) return indentation(error, source, at)
  const word = /^[^\s:]+/.exec(rest)?.[0]
  return { code: 'yaml', message: words.noColon(word ?? 'name') }
}

function unexpected(error: YAMLParseError, source: string, at: number): YamlSlip {
  const start = valueStart(source, at)
  const mark = source[start] ?? ''
  if (mark === '|' || mark === '>') {
    return { code: 'quotes', message: words.blockMark(mark), at: start, mend: quoteRest(source, start) }
  }
  if (/same line with key/.test(error.message))
    return { code: 'yaml', message: words.ownLine }
  if (/at node end/.test(error.message) && /['"[{]/.test(mark)) {
    return {
      code: 'quotes',
      message: words.endedBefore(mark),
      mend: quoteRest(source, start),
    }
  }
  return {
    code: 'yaml',
    echo: true,
    message: words.astray,
  }
}
