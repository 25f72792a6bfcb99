/** Well-typed functions of one input, built rule by rule. */
import { leaf, made, type Piece } from './node.ts'
import type { Rule, Sizes, Symbol } from './rule.ts'
import { matrixRules } from './rules-matrix.ts'
import { scalarRules } from './rules-scalar.ts'
import { vectorRules } from './rules-vector.ts'
import type { Shape, Size, World } from './world.ts'

/** What is differentiated by. */
export interface Input { readonly name: string; readonly shape: Shape }

const smooth = ['exp', 'sin', 'cos', 'tanh', 'sigmoid', 'softplus'] as const
/** Rules that are tried for one piece before it is given up. */
const mostTried = 4

export class Grammar {
  readonly world: World
  readonly input: Input
  private readonly level: number

  constructor(world: World, input: Input, level: number) {
    this.world = world
    this.input = input
    this.level = level
  }

  /** A function of the input of this shape that costs at most `budget`; null where none was found. `not`: rules that must not stand outermost. */
  piece(shape: Shape, budget: number, not: readonly string[] = []): Piece | null {
    const own = this.input.shape.length === shape.length && this.input.shape.every((s, n) => s === shape[n])
    const rules = [scalarRules, vectorRules, matrixRules][shape.length]!
      .filter(r => r.level <= this.level && r.cost <= budget && !not.includes(r.name))
    if (own && (budget < 1 || rules.length === 0 || this.world.choices.percent(45))) return leaf(this.input.name, true)
    for (const rule of this.world.choices.some(rules, mostTried)) {
      const piece = this.make(rule, shape, budget - rule.cost)
      if (piece?.moves) return piece
    }
    return own ? leaf(this.input.name, true) : null
  }

  /** The name of a function that is applied entry by entry. */
  fn(): string {
    if (!this.world.choices.percent(25)) return this.world.choices.pick(smooth)
    this.world.given['sigma'] = 'elementwise'
    return 'sigma'
  }

  pick<T>(items: readonly T[]): T {
    return this.world.choices.pick(items)
  }

  private make(rule: Rule, shape: Shape, left: number): Piece | null {
    const { inputs } = rule
    if (inputs && !inputs.includes(this.input.shape.length as 0 | 1 | 2)) return null
    if (rule.own && shape.some((s, n) => s !== this.input.shape[n])) return null
    if (shape.length === 2 && rule.square && shape[0] !== shape[1]) return null
    const at = this.partShape(rule, shape)
    // Matrices are made of a vector now and then, and not in every second question.
    if (!at || (at.length === 2 && this.input.shape.length === 1 && this.world.choices.percent(60))) return null
    const part = this.piece(at, rule.twice ? Math.floor(left / 2) : left, this.banned(rule))
    if (!part || (rule.plain && part.key !== 'x') || (rule.is && !this.granted(rule, part))) return null
    const sizes: Sizes = { m: at.length === 2 ? at[0]! : '', n: at.at(-1) ?? '', M: shape[0] ?? '', N: shape[1] ?? '' }
    if (rule.twice) {
      const second = this.piece(rule.second ? [...rule.second(sizes)] : at, left - part.cost, [...this.banned(rule), 'added'])
      if (!second || second.key === part.key) return null
      const more = this.symbols(rule, sizes)
      return made(rule, [part, second, ...more], rule.write(part, [second, ...more], this, sizes), rule.holds)
    }
    const more = this.symbols(rule, sizes)
    return made(rule, [part, ...more], rule.write(part, more, this, sizes), rule.holds)
  }

  private banned(rule: Rule): readonly string[] {
    return rule.twice ? [...rule.not, rule.name, 'added'] : rule.not
  }

  private symbols(rule: Rule, sizes: Sizes): Piece[] {
    return (rule.needs?.(sizes) ?? []).map((need: Symbol) => {
      const [shape, ...is] = 'shape' in need ? [need.shape, ...(need.chance === undefined || this.world.choices.percent(need.chance) ? [need.is] : [])] : [need]
      return leaf(this.world.symbol(shape, is.length > 0 ? `, ${is[0]}` : ''), false, is[0])
    })
  }

  /** The shape of the part that the rule is about; null where there is none that fits. */
  private partShape(rule: Rule, shape: Shape): Shape | null {
    const own = this.input.shape
    switch (rule.on) {
      case 'number': return []
      case 'vector': return [rule.same ? shape[0]! : this.length()]
      case 'square': {
        const at = rule.same ? shape[0]! : own[0]
        if (own.length === 2) return own.includes(at!) ? [at!, at!] : null
        const any = own.length === 0 ? (at ?? this.world.size()) : null
        return any === null ? null : [any, any]
      }
      case 'matrix': {
        const [m, n] = rule.sides?.(shape) ?? [null, null]
        const guess = own.length === 2 ? (this.world.choices.percent(20) ? [own[1]!, own[0]!] : own) : own.length === 1 ? [own[0]!, own[0]!] : null
        return [m ?? guess?.[0] ?? this.world.size(), n ?? guess?.[1] ?? this.world.size()]
      }
    }
  }

  /** The length of a vector that is not told: likely one that the input has. */
  private length(): Size {
    const { shape } = this.input
    const { choices } = this.world
    if (shape.length === 0 || !choices.percent(shape.length === 1 ? 65 : 80)) return this.world.size()
    return shape.length === 1 || choices.percent(80) ? shape[0]! : shape[1]!
  }

  /** May the part have the property that the rule asks? Where it is the input itself, that gets it. */
  private granted(rule: Rule, part: Piece): boolean {
    // The matrix of a product of vectors has no inverse, and that of fewer rows than columns times its transpose neither.
    if (rule.is !== 'positive' && /\b(outer|gram|along|diagonal|bentmatrix|hadamard|entrypower|withrow|powered2|symmetrised)\(/.test(part.key)) return false
    if (rule.is === 'posdef' && /\b(left|right|offset|sandwich|shiftedbyone|pencil)\(/.test(part.key)) return false
    return part.key !== 'x' || this.world.also(this.input.name, rule.is!)
  }
}
