/** Signs in a line: sums, negations, products, and what hangs on an operand. */
import { operates, startsCell } from './line.ts'
import type { Line } from './line.ts'
import { argumentMissing, exponentMissing } from './operands.ts'
import { KIND } from './token.ts'
import type { Token } from './token.ts'

/** Takes `+` or `-`: between terms, before a term, or inside a product or after `^`, where `-` is a negation and `+` is nothing. */
export function sign(line: Line, token: Token): void {
  const last = line.last
  if (line.want === 'anything') return line.infix(token)
  if (line.want === 'argument') {
    if (line.owed === 0) return exponentSign(line, token)
    argumentMissing(line, token)
    return sign(line, token)
  }
  if (startsCell(last)) line.out.push(token)
  else if (last!.kind === KIND.negate || ((last!.kind === KIND.plus || last!.kind === KIND.minus) && startsCell(line.out.at(-2)))) twice(line, token)
  else if (token.kind === KIND.minus) line.out.push({ ...token, kind: KIND.negate })
  else if (last!.kind !== KIND.times) meet(line, token)
}

function exponentSign(line: Line, token: Token): void {
  if (token.spaced && line.last?.kind !== KIND.negate && (token.kind === KIND.plus || line.next?.spaced !== false)) {
    exponentMissing(line)
    sign(line, token)
  } else if (line.last?.kind === KIND.negate) twice(line, token)
  else if (token.kind === KIND.minus) line.out.push({ ...token, kind: KIND.negate })
  // A^+ is a pseudo-inverse to many, with or without something after it.
  else if (line.next?.kind !== KIND.number || line.next.spaced) unsupported(line, token)
}

function twice(line: Line, token: Token): void {
  const last = line.last!
  line.report.add('signs-meet', { from: last.from, to: token.to }, [line.text(last), line.text(token)], line.report.removal(token))
}

function meet(line: Line, token: Token): void {
  const last = line.last!
  line.report.add('operators-meet', { from: last.from, to: token.to }, [line.text(last), line.text(token)], line.report.removal(token))
}

/** `A^+`, `A^*`: marks that other notations raise. */
function unsupported(line: Line, token: Token): void {
  const span = { from: line.last!.from, to: token.to }
  line.report.add('exponent-mark', span, [line.text(token)], { ...span, text: '^T' })
  line.hole()
}

/** Takes the sign of a product. */
export function infix(line: Line, token: Token): void {
  const raised = line.want === 'argument' && line.owed === 0 && line.last?.kind === KIND.power
  if (raised && token.op === '*' && !token.spaced) return unsupported(line, token)
  if (line.want !== 'anything') leftMissing(line, token)
  line.infix(token)
}

/** Fills in the operand that is missing before an infix sign, and says so. */
export function leftMissing(line: Line, token: Token): void {
  if (line.want === 'argument') return line.owed > 0 ? argumentMissing(line, token) : exponentMissing(line)
  line.blamed = token
  if (operates(line.last)) meet(line, token)
  else line.report.add('left-missing', token, [line.text(token)], token.op === '/' || token.op === './' ? undefined : line.report.removal(token))
  line.hole()
}

/** Takes `^` or `.^`: its argument must follow. */
export function power(line: Line, token: Token): void {
  postfix(line, token)
  line.want = 'argument'
  line.owed = 0
}

/** Takes what hangs on the operand before it. */
export function postfix(line: Line, token: Token): void {
  if (token.kind === KIND.prime && raisedByHand(line)) {
    if (line.last!.kind === KIND.open) line.hole()
    else line.out.pop()
  } else if (line.want === 'argument') {
    if (line.owed > 0) argumentMissing(line, token)
    else exponentMissing(line)
  } else if (line.want === 'operand') {
    line.report.add('base-missing', token, [line.text(token)])
    line.blamed = token
    line.hole()
  }
  line.out.push(token)
  line.want = 'anything'
}

/** `x^\prime`, `x^{\prime}`: a prime that is raised as LaTeX allows. */
function raisedByHand(line: Line): boolean {
  const last = line.last
  return last?.kind === KIND.power || (last?.kind === KIND.open && last.group === 'brace' && line.out.at(-2)?.kind === KIND.power)
}
