/** Operands in a line: what may stand where, arguments of fractions, roots and powers. */
import { exponentHead, splitUnit } from './exponents.ts'
import type { Line } from './line.ts'
import { KIND } from './token.ts'
import type { Token } from './token.ts'

/** Takes a token that starts an operand. */
export function operand(line: Line, token: Token): void {
  if (token.kind === KIND.string && line.level.open?.group !== 'paren') {
    if (token.faulty !== true) line.report.add('quote-place', token, [])
    return operand(line, { ...token, kind: KIND.missing })
  }
  if (line.want === 'anything') neighbours(line, token)
  if (token.kind === KIND.frac || token.kind === KIND.root) return taker(line, token)
  if (token.kind === KIND.open) return opening(line, token)
  if (line.want !== 'argument') return line.give(token)
  // A bare argument: of a fraction one digit or letter, of a power one number, letter or Greek name. The rest is read on as a factor.
  const split = line.owed > 0 && !(line.rooted && token.kind === KIND.number) ? splitUnit(token) : exponentHead(token)
  line.give(split.head)
  if (split.rest !== null) operand(line, split.rest)
}

function opening(line: Line, token: Token): void {
  const open = line.rooted ? { ...token, group: 'paren' as const } : token
  line.levels.push({ open, owed: line.want === 'argument' ? Math.max(line.owed - 1, 0) : 0, relation: false, told: false })
  line.rooted = false
  line.owed = 0
  line.want = 'operand'
  line.out.push(open)
}

/** `\frac` and `\sqrt`; the latter becomes a call with brackets. */
function taker(line: Line, token: Token): void {
  if (line.want === 'argument' && line.owed > 0) argumentMissing(line, token)
  else if (line.want === 'argument' && token.kind === KIND.root) {
    line.report.add('exponent-root', { from: line.last!.from, to: token.to }, [line.text(token)])
    line.hole()
  }
  line.rooted = token.kind === KIND.root
  const units = [{ text: 'sqrt', whole: true, from: token.from, to: token.to }]
  line.out.push(line.rooted ? { ...token, kind: KIND.word, units, own: true } : token)
  line.want = 'argument'
  line.owed = line.rooted ? 1 : 2
}

/** Two operands side by side: a product, save where that cannot be meant. */
function neighbours(line: Line, token: Token): void {
  const last = line.last!
  const at = last.to
  if (last.kind === KIND.string || token.kind === KIND.string) {
    const quoted = last.kind === KIND.string ? last : token
    if (quoted.faulty !== true) line.report.add('comma-missing', quoted, [], { from: at, to: at, text: ',' })
    line.infix({ kind: KIND.comma, from: at, to: at, spaced: false, text: ',', virtual: true })
    // `2 1_N` is twice the ones.
  } else if (last.kind === KIND.number && token.kind === KIND.number && line.next?.kind !== KIND.sub) numbers(line, last, token)
}

function numbers(line: Line, last: Token, token: Token): void {
  const span = { from: last.from, to: token.to }
  const group = line.level.open?.group
  if (group !== 'bracket' && group !== 'matrix') {
    line.report.add('numbers-side-by-side', span, [last.text!, token.text!], { from: last.to, to: token.from, text: ' * ' })
    return
  }
  if (!line.level.told) line.report.add('numbers-unparted', span, [last.text!, token.text!], parted(line, last))
  line.level.told = true
  line.infix({ kind: KIND.comma, from: last.to, to: last.to, spaced: false, text: ',', virtual: true })
}

/** The mend that puts commas between all numbers that stand side by side in this bracket, from `last` on. */
function parted(line: Line, last: Token): { from: number; to: number; text: string } {
  let text = ''
  let done = last.to
  let before: Token = last
  for (let k = line.at, depth = 0; k < line.tokens.length; k++) {
    const token = line.tokens[k]!
    if (token.kind === KIND.close && depth-- === 0) break
    if (token.kind === KIND.open) depth++
    if (depth === 0 && token.kind === KIND.number && before.kind === KIND.number) {
      text += `${line.report.source.slice(done, before.to)}, `
      done = token.from
    }
    before = token
  }
  return { from: last.to, to: done, text }
}

/** Says that a fraction or root lacks an argument, and fills in for all that it lacks. */
export function argumentMissing(line: Line, token: Token): void {
  if (line.rooted) line.report.add('root-argument', line.last!, [line.text(line.last!)])
  else line.report.add('fraction-argument', fraction(line) ?? token, [])
  while (line.owed > 0) line.hole()
}

/** The fraction whose argument is awaited. */
function fraction(line: Line): Token | undefined {
  let depth = 0
  for (let k = line.out.length - 1; k >= 0; k--) {
    const token = line.out[k]!
    if (token.kind === KIND.close) depth++
    else if (token.kind === KIND.open) depth--
    else if (depth === 0 && token.kind === KIND.frac) return token
  }
  return undefined
}

/** Says that nothing is raised after `^`, and fills in for it. */
export function exponentMissing(line: Line): void {
  const last = line.last!
  const power = last.kind === KIND.negate ? line.out.at(-2)! : last
  const span = { from: power.from, to: last.to }
  if (power !== line.blamed) line.report.add('exponent-missing', span, [], line.report.removal(span))
  line.hole()
}
