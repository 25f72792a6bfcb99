/** Brackets, commas and equations in a line: where cells end, and what is missing in them. */
import type { SubItem } from '../ast.ts'
import type { Line } from './line.ts'
import { operates, startsCell } from './line.ts'
import { argumentMissing, exponentMissing } from './operands.ts'
import { leftMissing } from './operators.ts'
import { CELLED, KIND } from './token.ts'
import type { Token } from './token.ts'

/** Takes a comma, `;`, `&` or `\\`. */
export function separator(line: Line, token: Token): void {
  const group = line.level.open?.group
  const parts = group !== undefined && CELLED.has(group) && (token.text === ',' || token.text === ';' || group === 'matrix' || group === 'bracket')
  if (!parts) return misplaced(line, token)
  // A row may end with its mark, as a sentence with its stop.
  if (token.kind === KIND.row && line.next?.kind === KIND.close && line.want === 'anything') return
  finishCell(line, token)
  line.infix(token)
  line.level.relation = false
}

/** A comma or row mark where none can stand: what follows in this bracket is not read. */
function misplaced(line: Line, token: Token): void {
  const { report, next, last } = line
  if (token.text === ',' && !token.spaced && isWhole(line, last) && isWhole(line, next) && !next.spaced) {
    return decimal(line, token, last, next)
  }
  if (next === undefined) report.add('mark-at-end', token, [line.text(token)], report.removal(token))
  else if (token.text === '&' || token.text === '\\\\') report.add('matrix-mark', token, [token.text])
  else if (line.level.open === null) report.add('top-comma', token, [token.text!])
  else report.add('comma-in-bars', token, [token.text!])
  line.skip()
}

/** Digits and nothing else. */
function isWhole(line: Line, token: Token | undefined): token is Token {
  return token?.kind === KIND.number && /^\d+$/.test(line.report.text(token))
}

/** `0,5` is read as the number it stands for. */
function decimal(line: Line, comma: Token, whole: Token, digits: Token): void {
  line.report.add('decimal-comma', comma, [], { from: comma.from, to: comma.to, text: '.' })
  line.out[line.out.length - 1] = { ...whole, to: digits.to, text: `${whole.text}.${digits.text}` }
  line.at++
}

/** Takes `=` or `≠`: one in a cell. */
export function relation(line: Line, token: Token): void {
  if (startsSum(line, token)) return sumBound(line, token)
  if (line.level.relation) {
    line.report.add('relations-chain', token, [line.text(token)])
    return line.skip()
  }
  line.level.relation = true
  if (line.want !== 'anything') leftMissing(line, token)
  line.infix(token)
}

/** `sum_i=1^N`: an unbraced index of a sum, and at once `=` and a number. */
function startsSum(line: Line, token: Token): boolean {
  const [sum, low] = line.out.slice(-2)
  if (sum?.kind !== KIND.word || low?.kind !== KIND.sub || low.braced === true) return false
  if (token.spaced || line.next?.kind !== KIND.number || line.next.spaced) return false
  return sum.units!.at(-1)!.sumSign === true || /^(?:sum|Sigma)$/.test(sum.units!.map((unit) => unit.text).join(''))
}

function sumBound(line: Line, equals: Token): void {
  const low = line.out.pop()!
  const number = line.next!
  line.at++
  const span = { from: low.from + 1, to: number.to }
  line.report.add('sum-bounds', { from: low.from, to: number.to }, [line.report.text(span)], { ...span, text: `{${line.report.text(span)}}` })
  const items: readonly SubItem[] = [
    ...low.items!,
    { k: 'mark', text: equals.text === '≠' ? '≠' : '=', from: equals.from, to: equals.to },
    { k: 'number', text: number.text!, from: number.from, to: number.to },
  ]
  line.out.push({ ...low, items, braced: true, to: number.to })
}

/** Takes a colon, which stands alone in its cell: `A[i, :]`. */
export function colon(line: Line, token: Token): void {
  const { last, next } = line
  const ends = next?.kind === KIND.comma || next?.kind === KIND.row || next?.kind === KIND.close
  const starts = last?.kind === KIND.open || last?.kind === KIND.comma || last?.kind === KIND.row
  if (starts && ends && line.level.open !== null && CELLED.has(line.level.open.group!)) return line.give(token)
  line.report.add('range', token, [])
  if (line.want !== 'anything') line.hole()
  line.skip()
}

/** Takes a comparison, which the language lacks. */
export function comparison(line: Line, token: Token): void {
  line.report.add('comparison', token, [line.text(token)])
  if (line.want !== 'anything') line.hole()
  line.skip()
}

/** Takes a closing bracket; it is known to match. */
export function closing(line: Line, token: Token): void {
  const { open, owed } = line.level
  if (line.last === open) empty(line, open!, token)
  else finishCell(line, token)
  line.levels.pop()
  line.out.push({ ...token, group: open!.group! })
  line.owed = owed
  line.want = owed > 0 ? 'argument' : 'anything'
}

/** Brackets with nothing in them: they hold a hole. */
function empty(line: Line, open: Token, close: Token): void {
  const { report } = line
  const before = line.out.at(-2)
  const span = { from: open.from, to: close.to }
  if (before?.kind === KIND.power || before?.kind === KIND.dotPower) {
    const whole = { from: before.from, to: close.to }
    report.add('exponent-missing', whole, [], report.removal(whole))
  } else if (close.virtual !== true && close.faulty !== true) report.add('brackets-empty', span, [report.text(span)])
  line.hole()
}

/** A cell ends before `next`, or the text does: something must stand in it, and every operator must have its right side. */
export function finishCell(line: Line, next: Token | undefined): void {
  if (line.want === 'anything') return
  const { last, report } = line
  if (line.want === 'argument') return line.owed > 0 ? argumentMissing(line, last!) : exponentMissing(line)
  if (last !== undefined && (last.kind === KIND.comma || last.kind === KIND.row || last.kind === KIND.open)) {
    const span = next !== undefined && last.kind === KIND.open ? next : last
    report.add('cell-empty', span, [line.text(span)], next?.kind === KIND.close || last.kind === KIND.open ? report.removal(span) : undefined)
  } else if (last !== undefined && last !== line.blamed) report.add('right-missing', last, [line.text(last)], trailing(line))
  line.hole()
}

/** The mend for an operator without right side: without it, where something stands before it. */
function trailing(line: Line): { from: number; to: number; text: string } | undefined {
  let k = line.out.length - 1
  while (k > 0 && operates(line.out[k])) k--
  const before = line.out[k]!
  const stands = k < line.out.length - 1 && !startsCell(before) && !operates(before)
  return stands ? { from: before.to, to: line.last!.to, text: '' } : undefined
}
