/** The YAML parser's errors in the words of somebody who writes exercises, with the likely mend. */
import type { YAMLParseError } from 'yaml'
import type { Mend } from '../../calculus/problem.ts'
import type { PackProblemCode } from '../problem.ts'

export interface YamlSlip {
  readonly code: PackProblemCode
  readonly message: string
  /** Where it is, if that is not where the parser noticed it. */
  readonly at?: number
  readonly mend?: Mend
  /** Nothing but the wake of an earlier error, if there is one: not worth a word of its own. */
  readonly echo?: true
}

/** Said in more than one place. */
export const words = {
  openQuote: 'A quotation mark is opened here and never closed.',
  tag: 'A value cannot begin with `!` unless it is in quotes.',
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

/** What to tell where `{ … }` fell apart. */
export const flowMessage = 'Inside `{ … }` a text that holds a comma, a brace or a bracket must be in quotes.'
const flowCodes: ReadonlySet<string> = new Set(['MISSING_CHAR', 'UNEXPECTED_TOKEN', 'BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW'])

/** Whether the value of this line is a group in braces that began before `at`. */
function inFlowMap(source: string, at: number): boolean {
  const start = valueStart(source, at)
  return start < at && source[start] === '{'
}

/**
 * What to tell of one parser error. `openQuote` is the offset of the quotation mark that was never closed, where that is the matter.
 */
export function slipOf(error: YAMLParseError, source: string, openQuote: number | null): YamlSlip {
  const at = error.pos[0]
  const { to } = lineAround(source, at)
  const rest = source.slice(at, to)
  const quote = (why: string, from: number): YamlSlip => ({
    code: 'quotes',
    message: `${why} Put the whole value in quotes.`,
    at: from,
    mend: quoteRest(source, from),
  })
  if (inFlowMap(source, at) && flowCodes.has(error.code)) return { code: 'quotes', message: flowMessage }
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        code: 'tab',
        message: 'This line is indented with a tab. YAML wants spaces.',
        mend: { from: at, to: at + /^\t*/.exec(source.slice(at))![0].length, text: '  ' },
      }
    case 'BAD_SCALAR_START':
      return quote(`A value cannot begin with \`${source[at] ?? ''}\` unless it is in quotes.`, at)
    case 'BAD_DQ_ESCAPE':
      return {
        code: 'escape',
        message: `\`${source.slice(at, at + 2)}\` means nothing inside double quotes. Write TeX in single quotes, where a backslash is a backslash.`,
      }
    case 'MULTIPLE_DOCS':
      return { code: 'two-documents', message: 'A line `---` begins a second document. One file holds one document.' }
    case 'RESOURCE_EXHAUSTION':
      return { code: 'too-deep', message: 'This file is nested too deeply.', at: 0 }
    case 'NON_STRING_KEY':
      return { code: 'yaml', message: 'The name of a field must be plain text.' }
    case 'BAD_INDENT':
      return indentation(error, source, at)
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:(\s|$)/.test(source.slice(valueStart(source, at), to))
        ? quote('This value holds a colon that is followed by a space, which YAML takes for another field.', valueStart(source, at))
        : deeper(source, to)
    case 'MULTILINE_IMPLICIT_KEY':
      return { code: 'yaml', message: 'This line is neither a field (`name: value`) nor an item of a list (`- value`).' }
    case 'MISSING_CHAR':
      return missing(error, source, at, rest, openQuote)
    case 'UNEXPECTED_TOKEN':
      return unexpected(error, source, at)
    default:
      return { code: 'yaml', message: `This cannot be read as YAML: ${error.message}.` }
  }
}

function indentation(error: YAMLParseError, source: string, at: number): YamlSlip {
  const flow = /must be sufficiently indented and end with a (.)/.exec(error.message)
  if (flow) {
    const open = flow[1] === ']' ? '[' : '{'
    const opened = source.lastIndexOf(open, at)
    return {
      code: 'unclosed',
      message: `\`${open}\` is opened here and never closed by \`${flow[1]}\`. If it belongs to the mathematics, put the whole value in quotes.`,
      at: Math.max(opened, 0),
    }
  }
  const first = at + /^\s*/.exec(source.slice(at))![0].length
  if (/^-[^\s-]/.test(source.slice(first))) return undashed(first)
  return {
    code: 'indentation',
    message: 'This line is indented like none of the fields above it. Fields of one group begin in the same column.',
    at: first,
  }
}

/** The line after `to` was indented further than the one before it, although that one has a value already. */
function deeper(source: string, to: number): YamlSlip {
  const gap = /^\r?\n\s*/.exec(source.slice(to))
  return {
    code: 'indentation',
    message: 'This line is indented further than the field above it, which has a value already.',
    at: to + (gap?.[0].length ?? 0),
  }
}

/** What to tell of an item that its dash touches. */
export const undashedMessage = 'An item of a list needs a space after its dash.'

/** A dash at `at` that the text of its item touches. */
function undashed(at: number): YamlSlip {
  return { code: 'yaml', message: undashedMessage, at, mend: { from: at + 1, to: at + 1, text: ' ' } }
}

function missing(error: YAMLParseError, source: string, at: number, rest: string, openQuote: number | null): YamlSlip {
  if (openQuote !== null) {
    const { from, to } = lineAround(source, openQuote)
    const end = from + source.slice(from, to).trimEnd().length
    return { code: 'unclosed', message: words.openQuote, at: openQuote, mend: { from: end, to: end, text: source[openQuote]! } }
  }
  if (/^-[^\s-]/.test(rest)) return undashed(at)
  if (/without - indicator/.test(error.message)) return indentation(error, source, at)
  const word = /^[^\s:]+/.exec(rest)?.[0]
  return {
    code: 'yaml',
    message: `A colon is missing here: a line is a field (\`${word ?? 'name'}: value\`) or an item of a list (\`- value\`).`,
  }
}

function unexpected(error: YAMLParseError, source: string, at: number): YamlSlip {
  const start = valueStart(source, at)
  const mark = source[start] ?? ''
  if (mark === '|' || mark === '>') {
    return { code: 'quotes', message: `A value that begins with \`${mark}\` must be in quotes.`, at: start, mend: quoteRest(source, start) }
  }
  if (/same line with key/.test(error.message))
    return { code: 'yaml', message: 'A list begins on a line of its own, below the name of its field.' }
  if (/at node end/.test(error.message) && /['"[{]/.test(mark)) {
    return {
      code: 'quotes',
      message: `The value that begins with \`${mark}\` has ended before this. Put the whole value in quotes.`,
      mend: quoteRest(source, start),
    }
  }
  return {
    code: 'yaml',
    echo: true,
    message: 'This does not belong here: a file is made of fields (`name: value`), and a list of items (`- value`), not of both.',
  }
}
