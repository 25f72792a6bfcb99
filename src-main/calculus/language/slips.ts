/** Changes of a text that may mend all that is wrong with it at once: what one change mends is one slip, and is told once. */
import type { Mend, Problem, Span } from '../problem.ts'
import { closerOf, marksOf, mateOf, mates, opens, unpaired, type Mark } from './mates.ts'
import { syntaxMessages } from './messages/syntax.ts'

/** A change of the text, and the problem that is told if it mends everything. */
export interface Repair { readonly problem: Problem; readonly mend: Mend }

const aboutBrackets: ReadonlySet<string> = new Set([
  'bracket-open', 'bracket-extra', 'bracket-mismatch', 'brackets-empty', 'environment-open', 'environment-name', 'subscript-open', 'subscript-empty', 'exponent-missing',
  'fraction-argument', 'bar-open', 'bar-half', 'bar-extra', 'bars-unpaired', 'quote-place',
])

/** May a change that this problem does not offer mend it? */
export function mayBeOther(problem: Problem): boolean {
  return aboutBrackets.has(problem.id) || problem.id === 'base-missing'
}

/** All repairs of a text with these problems, the likeliest first. `mends`: those of each problem. */
export function repairs(source: string, problems: readonly (Problem & { readonly mends: readonly Mend[] })[]): readonly Repair[] {
  const offered = (of: readonly (Problem & { readonly mends: readonly Mend[] })[]): readonly Repair[] => of.flatMap(problem => problem.mends.map(mend => ({ problem, mend })))
  const own = offered(problems.filter(p => p.code === 'syntax'))
  const rest = offered(problems.filter(p => p.code !== 'syntax'))
  const removed = problems.filter(p => p.id === 'base-missing' || p.id === 'quote-place').map(problem => ({ problem, mend: withoutFirst(source, problem) }))
  if (!problems.some(p => aboutBrackets.has(p.id))) return [...own, ...removed, ...rest]
  const marks = marksOf(source)
  const far = unpaired(marks).flatMap(mark => mates(source, mark).map((mend): Repair => ({ problem: toldOf(mark, problems) ?? alone(mark), mend })))
  const likely = [...far, ...changes(marks, problems)].filter(r => unpaired(marksOf(applied(source, r.mend))).length === 0)
  const surplus = marks.filter((m, n) => problems.some(p => p.id === 'bracket-mismatch' && p.from === m.from) || (n > 0 && opens(m) && marks[n - 1]!.to === m.from && marks[n - 1]!.sign === m.sign))
  return [...own, ...removed, ...surplus.map(m => leftOut(m, problems)), ...likely, ...operators(source, problems), ...rest]
}

/** A text with a mend applied. */
export function applied(source: string, mend: Mend): string {
  return source.slice(0, mend.from) + mend.text + source.slice(mend.to)
}

/** A bare mark is left out; of a quoted text only the quotation mark. */
function withoutFirst(source: string, { id, from, to }: Problem): Mend {
  const end = id === 'quote-place' ? from + 1 : to
  const space = /^\s*/.exec(source.slice(end))![0].length
  return { from, to: end + (from === 0 || /\s/.test(source[from - 1]!) ? space : 0), text: '' }
}

/** The problem that tells of a bracket. */
function toldOf(m: Span, problems: readonly Problem[]): Problem | undefined {
  return problems.find(p => aboutBrackets.has(p.id) && p.from < m.to && m.from < p.to)
}

/** One bracket is another than was meant, or one too many: those that are told of first, then the others. */
function changes(marks: readonly Mark[], problems: readonly Problem[]): readonly Repair[] {
  const ordered = [...marks.filter(m => toldOf(m, problems)), ...marks.filter(m => !toldOf(m, problems))]
  const mismatch = problems.find(p => p.id === 'bracket-mismatch')
  const exchanged = ordered.flatMap(m => Object.keys(mateOf).filter(sign => sign !== m.sign && sign[0] !== '\\').map((sign): Repair => ({
    problem: toldOf(m, problems) ?? mismatch ?? alone(m), mend: { from: m.from, to: m.to, text: m.dress + sign },
  })))
  return [...exchanged, ...ordered.map(m => leftOut(m, problems))]
}

function leftOut(m: Mark, problems: readonly Problem[]): Repair {
  return { problem: problems.find(p => p.from === m.from && p.to === m.to) ?? alone(m), mend: { from: m.from, to: m.to, text: '' } }
}

/** `||A x - ||`: bars that cannot be paired because an operator before or behind one has nothing on that side. */
function operators(source: string, problems: readonly Problem[]): readonly Repair[] {
  if (!problems.some(p => p.id === 'bars-unpaired')) return []
  return [...source.matchAll(/(\.?[-+*\/·])(\s*)(?=(?:[|‖]|\\[rR]?[vV]ert|\\\|))/g)].map((m): Repair => {
    const at = { from: m.index, to: m.index + m[1]!.length }
    return { problem: { code: 'syntax', id: 'right-missing', message: syntaxMessages['right-missing'](m[1]!), ...at }, mend: { from: at.from, to: at.to + m[2]!.length, text: '' } }
  })
}

/** What is said of a bracket without a mate. */
function alone(m: Mark): Problem {
  const text = m.dress + m.sign
  const at = { code: 'syntax' as const, from: m.from, to: m.to }
  if (!opens(m)) return { ...at, id: 'bracket-extra', message: syntaxMessages['bracket-extra'](text) }
  return { ...at, id: 'bracket-open', message: syntaxMessages['bracket-open'](text, closerOf('', m, 0)) }
}
