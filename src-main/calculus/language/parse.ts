/**
 * The grammar's side of the language: text to the tree of `ast.ts`.
 *
 * Source → glyphs (`undress`: LaTeX and Unicode are seen through) → tokens → brackets paired → bars told apart → holes filled → a Lezer
 * grammar over one letter a token → `Node`. Each pass reports its own slips and repairs them, so that one slip is one problem and all
 * else is still read.
 */
import type { Node } from './ast.ts'
import type { Problem } from '../problem.ts'
import { pairBars } from './syntax/bars.ts'
import { pairBrackets } from './syntax/brackets.ts'
import { joinBars } from './syntax/doublebars.ts'
import { parser } from './syntax/grammar/parser.ts'
import { fillHoles } from './syntax/holes.ts'
import { Report } from './syntax/report.ts'
import { tokenise } from './syntax/tokens.ts'
import { readTree } from './syntax/tree.ts'
import { undress } from './syntax/undress.ts'

/** The longest text that is read, in UTF-16 units. */
export const LONGEST = 20_000

export interface Parsed {
  /** `null` only where the text is blank or longer than `LONGEST`. Where something is missing it holds a `missing` node. */
  readonly node: Node | null
  /** All of code `syntax`, in the order of the text. Empty exactly where the whole text was read as it stands. */
  readonly problems: readonly Problem[]
}

/** Mends are tried out before they are offered, in texts up to this length and for this many problems: a keystroke must stay quick. */
const TRIED = { length: 2000, problems: 8 }

/** Reads a learner's or an author's expression. Never throws, whatever the text; spans are in `source`. */
export function parse(source: string): Parsed {
  const { node, problems } = read(source)
  if (problems.every((problem) => problem.mend === undefined)) return { node, problems }
  const offers = (problem: Problem, k: number): boolean => k < TRIED.problems && mends(source, problem, problems.length)
  return { node, problems: problems.map((problem, k) => (offers(problem, k) ? problem : withoutMend(problem))) }
}

/** Can the whole text be read as it stands? */
export function reads(source: string): boolean {
  return read(source).problems.length === 0
}

/** True where the mend of a problem leaves the text with fewer problems than it had. */
function mends(source: string, { mend }: Problem, count: number): boolean {
  if (mend === undefined || source.length > TRIED.length) return false
  const { node, problems } = read(source.slice(0, mend.from) + mend.text + source.slice(mend.to))
  return node !== null && problems.length < count
}

function withoutMend({ code, id, message, from, to }: Problem): Problem {
  return { code, id, message, from, to }
}

function read(source: string): Parsed {
  const report = new Report(source)
  const whole = { from: 0, to: source.length }
  if (source.length > LONGEST) {
    report.add('too-long', whole, [String(LONGEST), String(source.length)])
    return { node: null, problems: report.problems() }
  }
  const glyphs = undress(source, report)
  if (glyphs.length === 0) {
    if (report.problems().length === 0) report.add('empty', whole, [])
    return { node: null, problems: report.problems() }
  }
  const paired = pairBrackets(tokenise(glyphs, report), report)
  if (paired === null) return { node: { k: 'missing', ...whole }, problems: report.problems() }
  const tokens = fillHoles(pairBars(joinBars(paired), report), report)
  const tree = parser.parse(tokens.map((token) => token.kind).join(''))
  return { node: readTree(tree, tokens, report), problems: report.problems() }
}
