/** Norms that are typed as two directed bars: `\left|\left| x \right|\right|`, `\lvert\lvert x \rvert\rvert`, `\left||x\right||`. */
import { KIND } from './token.ts'
import type { Token } from './token.ts'

/** Makes one pair of norm bars of two pairs of bars that touch. Brackets must be paired; undirected bars need not be. */
export function joinBars(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(directed)) return tokens
  const mates = mateOf(tokens)
  const dropped = new Set<number>()
  const grown = new Map<number, Token>()
  for (const [open, close] of mates) {
    if (!directed(tokens[open]!) || dropped.has(open) || !touch(tokens, open)) continue
    const inner = mates.get(open + 1) === close - 1 && directed(tokens[open + 1]!) && touch(tokens, close - 1)
    const half = single(tokens[open + 1]) && single(tokens[close + 1]) && touch(tokens, close) && barsBetween(tokens, open + 2, close) % 2 === 0
    if (!inner && !half) continue
    const last = inner ? close - 1 : close + 1
    dropped.add(open + 1).add(last)
    grown.set(open, { ...tokens[open]!, to: tokens[open + 1]!.to, group: 'norm' })
    grown.set(close, { ...tokens[close]!, from: tokens[Math.min(last, close)]!.from, to: tokens[Math.max(last, close)]!.to, group: 'norm' })
  }
  return tokens.flatMap((token, k) => (dropped.has(k) ? [] : [grown.get(k) ?? token]))
}

/** A bar that says itself which way it faces. */
function directed(token: Token): boolean {
  return token.group === 'bar' && token.facing !== undefined
}

function single(token: Token | undefined): boolean {
  return token?.kind === KIND.bar && token.text === '|'
}

/** The token at `k` and the next one stand close together. */
function touch(tokens: readonly Token[], k: number): boolean {
  return tokens[k]!.to === tokens[k + 1]?.from
}

/** Where each bracket closes, by where it opens; outer ones come first. */
function mateOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const mates = new Map<number, number>()
  const open: number[] = []
  tokens.forEach((token, k) => {
    if (token.kind === KIND.open) {
      mates.set(k, -1)
      open.push(k)
    } else if (token.kind === KIND.close) mates.set(open.pop()!, k)
  })
  return mates
}

/** Undirected single bars between two positions, not counting those inside further brackets. */
function barsBetween(tokens: readonly Token[], from: number, to: number): number {
  let [depth, bars] = [0, 0]
  for (let k = from; k < to; k++) {
    if (tokens[k]!.kind === KIND.open) depth++
    else if (tokens[k]!.kind === KIND.close) depth--
    else if (depth === 0 && single(tokens[k])) bars++
  }
  return bars
}
