/** Skills that differentiating an expression asks for, by the rules that it takes. */
import type { Expr, Symbols } from '../../calculus/index.ts'
import { children } from '../../calculus/tensors/build.ts'
import { nodesIn } from '../../calculus/tensors/walk.ts'
import type { SkillId } from './catalogue.ts'

/** The rules that the derivative of an expression by a symbol takes. */
export class Rules {
  private readonly wrt: string
  private readonly symbols: Symbols
  private readonly known = new Map<Expr, boolean>()

  constructor(wrt: string, symbols: Symbols) {
    this.wrt = wrt
    this.symbols = symbols
  }

  /** Does its value change with the symbol, directly or by what depends on it? */
  moves(e: Expr): boolean {
    let moves = this.known.get(e)
    if (moves === undefined) this.known.set(e, moves = e.k === 'var' ? this.reaches(e.name) : children(e).some(kid => this.moves(kid)))
    return moves
  }

  skills(e: Expr, found: Set<SkillId>): void {
    for (const node of nodesIn(e)) if (this.moves(node)) this.at(node, found)
    if (this.paths(e) > 1) found.add('several-paths')
  }

  private at(node: Expr, found: Set<SkillId>): void {
    switch (node.k) {
      case 'var':
        if (node.name !== this.wrt) found.add('derivative-atoms').add('chain-rule')
        return
      case 'einsum': {
        const moving = node.factors.filter(factor => this.moves(factor))
        const [first, second] = moving
        // A sum of squares is one rule: that of the power.
        const square = moving.length === 2 && first === second && node.out.length === 0
        if (moving.length > 1 && !square) found.add('product-rule')
        if (square && (!this.plain(first!) || node.factors.some(factor => factor.k !== 'const' && !this.moves(factor)))) found.add('chain-rule')
        return
      }
      case 'map':
        if (!this.plain(node.arg)) found.add('chain-rule')
        return
      case 'pow':
        if (node.exponent.k === 'const' && node.exponent.value.s < 0n && this.moves(node.base)) found.add('quotient')
        if (!this.plain(node.base) && !this.squared(node.base)) found.add('chain-rule')
        return
      case 'inverse': case 'det':
        if (!this.plain(node.arg)) found.add('chain-rule')
        return
      default:
    }
  }

  /** The symbol itself, or a number of times it, or turned round: a rule of a book fits as it stands. */
  private plain(e: Expr): boolean {
    if (e.k === 'var') return e.name === this.wrt
    if (e.k !== 'einsum' || e.factors.filter(factor => factor.k !== 'const').length !== 1) return false
    return e.factors.every((factor, f) => factor.k === 'const' || (this.plain(factor) && e.wires[f]!.length === e.out.length))
  }

  /** The sum of the squares of the symbol's entries, whose root is its norm. */
  private squared(e: Expr): boolean {
    return e.k === 'einsum' && e.out.length === 0 && e.factors.length === 2 && e.factors[0] === e.factors[1] && this.plain(e.factors[0]!)
  }

  /** Ways from the symbol to the value through functions that are not told; the symbol itself is one. */
  private paths(e: Expr): number {
    const ends = new Set<string>()
    for (const node of nodesIn(e)) {
      if (node.k !== 'var' || !this.reaches(node.name)) continue
      if (node.name === this.wrt) ends.add(node.name)
      else for (const through of this.symbols.get(node.name)!.of) if (this.reaches(through)) ends.add(`${node.name} ${through}`)
    }
    return [...ends].some(end => end.includes(' ')) ? ends.size : 1
  }

  private reaches(name: string, seen: ReadonlySet<string> = new Set()): boolean {
    return name === this.wrt || (!seen.has(name) && (this.symbols.get(name)?.of ?? []).some(other => this.reaches(other, new Set([...seen, name]))))
  }
}

/** Is an entry of the value an entry of the symbol, perhaps times something or within a function? Its derivative by entries then has a delta. */
export function meetsDelta(e: Expr, wrt: string): boolean {
  const ways = new Map<Expr, Set<number>>()
  const slotsOn = (x: Expr): Set<number> => {
    let on = ways.get(x)
    if (!on) ways.set(x, on = onSlots(x))
    return on
  }
  /** The slots of a value that are slots of the symbol. */
  const onSlots = (x: Expr): Set<number> => {
    switch (x.k) {
      case 'var': return new Set(x.name === wrt && x.derivs.length === 0 ? x.dims.map((_, n) => n) : [])
      case 'add': return new Set(x.terms.flatMap(term => [...slotsOn(term)]))
      case 'map': return slotsOn(x.arg)
      case 'pow': return slotsOn(x.base)
      case 'einsum': {
        const vertices = new Set(x.factors.flatMap((factor, f) => [...slotsOn(factor)].map(s => x.wires[f]![s]!)))
        return new Set(x.out.flatMap((v, s) => (vertices.has(v) ? [s] : [])))
      }
      default: return new Set()
    }
  }
  const traced = (x: Expr): boolean => x.k === 'einsum' && x.factors.some((factor, f) => {
    const wires = [...slotsOn(factor)].map(s => x.wires[f]![s]!)
    return new Set(wires).size < wires.length
  })
  return slotsOn(e).size > 0 || [...nodesIn(e)].some(traced)
}
