/** Tells bars apart: which `|` opens and which closes, and where `||` is a norm and where it is two bars. */
import { searchBars } from './barsearch.ts'
import type { BarPlace, Role } from './barsearch.ts'
import type { Report } from './report.ts'
import { CELLED, KIND, endsOperand, startsOperand } from './token.ts'
import type { Token } from './token.ts'

/** Steps of search in all cells of one text; past it, the bars left are reported as unpaired. */
const STEPS = 20_000

/**
 * Makes brackets of all undirected bars. Bars pair within one cell of one bracket. Where they cannot all be paired, one slip is
 * repaired and reported; where that is not enough, the bars of that cell are dropped with one report.
 */
export function pairBars(tokens: readonly Token[], report: Report): readonly Token[] {
  if (!tokens.some((token) => token.kind === KIND.bar)) return tokens
  const edits = new Map<number, readonly Token[]>()
  const budget = { steps: STEPS }
  for (const cell of cells(tokens)) pairCell(tokens, cell, report, budget, edits)
  return tokens.flatMap((token, k) => edits.get(k) ?? [token]).concat(edits.get(tokens.length) ?? [])
}

/** One cell of a bracket: the positions of its bars, and where it ends. */
interface Cell { readonly bars: number[]; readonly celled: boolean; end: number }

function cells(tokens: readonly Token[]): readonly Cell[] {
  const done: Cell[] = []
  const stack: Cell[] = [{ bars: [], celled: false, end: tokens.length }]
  const finish = (k: number): void => {
    const cell = stack.pop()!
    cell.end = k
    if (cell.bars.length > 0) done.push(cell)
  }
  tokens.forEach((token, k) => {
    if (token.kind === KIND.bar) stack.at(-1)!.bars.push(k)
    else if (token.kind === KIND.open) stack.push({ bars: [], celled: CELLED.has(token.group!), end: k })
    else if (token.kind === KIND.close) finish(k)
    else if (token.kind === KIND.relation || ((token.kind === KIND.comma || token.kind === KIND.row) && stack.at(-1)!.celled)) {
      const { celled } = stack.at(-1)!
      finish(k)
      stack.push({ bars: [], celled, end: k })
    }
  })
  finish(tokens.length)
  return done
}

function pairCell(tokens: readonly Token[], cell: Cell, report: Report, budget: { steps: number }, edits: Map<number, readonly Token[]>): void {
  const places = cell.bars.map((k, n): BarPlace => {
    const [token, before, after] = [tokens[k]!, tokens[k - 1], k + 1 < cell.end ? tokens[k + 1] : undefined]
    const touches = cell.bars[n + 1] === k + 1 && token.to === tokens[k + 1]!.from && token.text === '|' && tokens[k + 1]!.text === '|'
    return {
      double: token.text === '‖',
      touches,
      before: before?.kind === KIND.bar ? 'bar' : endsOperand(before) ? 'operand' : 'other',
      mayOpen: after !== undefined && (after.kind === KIND.bar || startsOperand(after) || after.kind === KIND.minus || after.kind === KIND.plus),
      leansRight: token.spaced && after !== undefined && !after.spaced,
    }
  })
  const roles = searchBars(places, budget)
  if (roles === null) {
    const span = { from: tokens[cell.bars[0]!]!.from, to: tokens[cell.bars.at(-1)!]!.to }
    report.add('bars-unpaired', span, [])
    for (const k of cell.bars) edits.set(k, [])
    return
  }
  apply(tokens, cell, roles, report, edits)
}

function apply(tokens: readonly Token[], cell: Cell, roles: readonly Role[], report: Report, edits: Map<number, readonly Token[]>): void {
  const opened: Token[] = []
  for (const role of roles) {
    const k = cell.bars[role.bar]!
    const first = tokens[k]!
    const last = role.takes === 2 ? tokens[k + 1]! : first
    const token = { from: first.from, to: last.to, spaced: first.spaced, group: role.norm ? 'norm' as const : 'bar' as const }
    if (role.takes === 2) edits.set(k + 1, [])
    if (role.slip === 'extra') {
      report.add('bar-extra', first, [report.text(first)], report.removal(first))
      edits.set(k, [])
    } else if (role.slip === 'half') {
      // Grown into a pair of bars on its outer side.
      const place = role.does === 'open' ? first.from : first.to
      report.add('bar-half', first, [], { from: place, to: place, text: '|' })
      edits.set(k, [{ ...token, kind: role.does === 'open' ? KIND.open : KIND.close }])
    } else edits.set(k, [{ ...token, kind: role.does === 'open' ? KIND.open : KIND.close }])
    if (role.slip === 'extra') continue
    if (role.does === 'open') opened.push({ ...token, kind: KIND.open })
    else opened.pop()
  }
  for (const open of opened.reverse()) {
    const at = tokens[cell.end - 1]!.to
    const text = report.text(open)
    report.add('bar-open', open, [text, text], { from: at, to: at, text })
    const close: Token = { kind: KIND.close, from: at, to: at, spaced: false, group: open.group!, virtual: true }
    const held = edits.get(cell.end) ?? (cell.end < tokens.length ? [tokens[cell.end]!] : [])
    edits.set(cell.end, [close, ...held])
  }
}
