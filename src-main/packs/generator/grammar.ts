/** Well-typed functions of one input: a rule of each shape in one row, with the level from which on it is asked. */
import { ATOM, held, leaf, made, PRODUCT, SUM, turned, type Piece } from './node.ts'
import type { Shape, Size, World } from './world.ts'

/** What is differentiated by. */
export interface Input { readonly name: string; readonly shape: Shape }

interface Rule {
  readonly name: string
  readonly level: number
  readonly cost: number
  /** The piece, with so much left to spend on its parts; null where it cannot be of this shape. */
  readonly make: (g: Grammar, shape: Shape, left: number, rule: Rule) => Piece | null
}

const smooth = ['exp', 'sin', 'cos', 'tanh', 'sigmoid', 'softplus'] as const
const numbers = ['2', '3', '5', '1/2', '4'] as const
const plain = (p: Piece): boolean => p.key === 'x'

const scalarRules: readonly Rule[] = [
  { name: 'dot', level: 1, cost: 1, make: (g, _, left, r) => g.vector(left, r, v => [leaf(g.world.symbol([v]), false)], (v, [a]) => `${turned(a!)} ${held(v, PRODUCT)}`, PRODUCT) },
  { name: 'trace', level: 1, cost: 1, make: (g, _, left, r) => g.matrix(left, r, (m, n) => [leaf(g.world.symbol([n, m]), false)], (x, [a]) => `tr(${a!.text} ${held(x, PRODUCT)})`, ATOM) },
  { name: 'bilinear', level: 1, cost: 1, make: (g, _, left, r) => g.matrix(left, r, (m, n) => [leaf(g.world.symbol([m]), false), leaf(g.world.symbol([n]), false)], (x, [a, b]) => `${turned(a!)} ${held(x, PRODUCT)} ${b!.text}`, PRODUCT) },
  { name: 'square', level: 2, cost: 1, make: (g, _, left, r) => g.vector(left, r, () => [], v => `||${v.text}||^2`, ATOM) },
  { name: 'frobenius', level: 2, cost: 1, make: (g, _, left, r) => g.matrix(left, r, () => [], x => `||${x.text}||^2`, ATOM) },
  { name: 'quadratic', level: 2, cost: 2, make: (g, _, left, r) => g.vector(left, r, n => [leaf(g.world.symbol([n, n]), false)], (v, [a]) => `${turned(v)} ${a!.text} ${held(v, PRODUCT)}`, PRODUCT) },
  { name: 'congruence', level: 2, cost: 2, make: (g, _, left, r) => g.matrix(left, r, (_m, n) => [leaf(g.world.symbol([n, n]), false)], (x, [a]) => `tr(${held(x, PRODUCT)} ${a!.text} ${turned(x)})`, ATOM, [null, null], ['turned']) },
  { name: 'added', level: 2, cost: 1, make: (g, _, left, r) => g.two([], left, r, (a, b) => `${a.text} + ${b.text}`, SUM) },
  { name: 'times', level: 2, cost: 1, make: (g, _, left, r) => g.two([], left, r, (a, b) => `${held(a, ATOM)} ${held(b, ATOM)}`, PRODUCT, 3) },
  { name: 'weighted', level: 3, cost: 2, make: (g, _, left, r) => g.vector(left, r, n => [leaf(g.world.symbol([n]), false)], (v, [a]) => `${turned(a!)} ${g.fn()}(${v.text})`, PRODUCT) },
  { name: 'summed', level: 3, cost: 2, make: (g, _, left, r) => g.vector(left, r, () => [], v => `sum(${g.fn()}(${v.text}))`, ATOM) },
  { name: 'outside', level: 3, cost: 1, make: (g, _, left, r) => g.one([], left, r, s => `${g.world.choices.pick(['exp', 'sin', 'cos', 'tanh'])}(${s.text})`, ATOM, ['outside', 'log', 'root']) },
  { name: 'log', level: 3, cost: 2, make: (g, _, left, r) => g.vector(left, r, () => [], v => `log(1 + ||${v.text}||^2)`, ATOM) },
  { name: 'norm', level: 4, cost: 2, make: (g, _, left, r) => g.vector(left, r, () => [], v => `||${v.text}||`, ATOM) },
  { name: 'root', level: 4, cost: 2, make: (g, _, left, r) => g.vector(left, r, () => [], v => `sqrt(1 + ||${v.text}||^2)`, ATOM) },
  { name: 'logsumexp', level: 4, cost: 3, make: (g, _, left, r) => g.vector(left, r, () => [], v => `log(sum(exp(${v.text})))`, ATOM) },
  { name: 'quotient', level: 4, cost: 3, make: (g, _, left, r) => g.vector(left, r, n => [leaf(g.world.symbol([n]), false)], (v, [a]) => `${turned(a!)} ${held(v, PRODUCT)} / (1 + ||${v.text}||^2)`, PRODUCT) },
  { name: 'logdet', level: 4, cost: 2, make: (g, _, left, r) => g.square(left, r, () => [], x => `logdet(${x.text})`, ATOM, 'posdef') },
  { name: 'det', level: 4, cost: 2, make: (g, _, left, r) => g.square(left, r, () => [], x => `det(${x.text})`, ATOM, 'invertible') },
  { name: 'solved', level: 4, cost: 3, make: (g, _, left, r) => g.square(left, r, n => [leaf(g.world.symbol([n]), false), leaf(g.world.symbol([n]), false)], (x, [a, b]) => `${turned(a!)} ${held(x, ATOM)}^-1 ${b!.text}`, PRODUCT, 'invertible') },
  { name: 'inverted', level: 4, cost: 3, make: (g, _, left, r) => g.square(left, r, n => [leaf(g.world.symbol([n, n]), false)], (x, [a]) => `tr(${a!.text} ${held(x, ATOM)}^-1)`, ATOM, 'invertible') },
]

const vectorRules: readonly Rule[] = [
  { name: 'mapped', level: 1, cost: 1, make: (g, [m], left, r) => g.vector(left, r, n => [leaf(g.world.symbol([m!, n]), false)], (v, [a]) => `${a!.text} ${held(v, PRODUCT)}`, PRODUCT, null, ['mapped', 'scaled']) },
  { name: 'shifted', level: 1, cost: 1, make: (g, [m], left, r) => g.vector(left, r, () => [leaf(g.world.symbol([m!]), false)], (v, [b]) => `${v.text} ${g.world.choices.pick(['+', '-'])} ${b!.text}`, SUM, m!, ['shifted']) },
  { name: 'scaled', level: 1, cost: 1, make: (g, [m], left, r) => g.vector(left, r, () => [], v => `${g.world.choices.pick(numbers)} ${held(v, /^[(\d]/.test(v.text) ? ATOM : PRODUCT)}`, SUM, m!, ['scaled', 'mapped']) },
  { name: 'applied', level: 1, cost: 1, make: (g, [m], left, r) => g.matrix(left, r, (_m, n) => [leaf(g.world.symbol([n]), false)], (x, [b]) => `${held(x, PRODUCT)} ${b!.text}`, PRODUCT, [m!, null]) },
  { name: 'masked', level: 2, cost: 1, make: (g, [m], left, r) => g.vector(left, r, () => [leaf(g.world.symbol([m!]), false)], (v, [b]) => `${b!.text} .* ${held(v, ATOM)}`, SUM, m!, ['masked']) },
  { name: 'bent', level: 3, cost: 2, make: (g, [m], left, r) => g.vector(left, r, () => [], v => `${g.fn()}(${v.text})`, ATOM, m!, ['bent']) },
  { name: 'stretched', level: 3, cost: 2, make: (g, [m], left, r) => (g.input.shape.length === 1 && g.input.shape[0] === m ? g.one([], left, r, s => `${held(s, ATOM)} ${g.input.name}`, SUM) : null) },
  { name: 'unit', level: 4, cost: 3, make: (g, [m], left, r) => g.vector(left, r, () => [], v => `${held(v, PRODUCT)} / ||${v.text}||`, PRODUCT, m!) },
  { name: 'softmax', level: 4, cost: 3, make: (g, [m], left, r) => g.vector(left, r, () => [], v => `softmax(${v.text})`, ATOM, m!, ['bent', 'softmax']) },
]

const matrixRules: readonly Rule[] = [
  { name: 'left', level: 1, cost: 1, make: (g, [m, n], left, r) => g.matrix(left, r, k => [leaf(g.world.symbol([m!, k]), false)], (x, [a]) => `${a!.text} ${held(x, PRODUCT)}`, PRODUCT, [null, n!], ['left']) },
  { name: 'right', level: 1, cost: 1, make: (g, [m, n], left, r) => g.matrix(left, r, (_m, k) => [leaf(g.world.symbol([k, n!]), false)], (x, [b]) => `${held(x, PRODUCT)} ${b!.text}`, PRODUCT, [m!, null], ['right']) },
  { name: 'turned', level: 1, cost: 1, make: (g, [m, n], left, r) => g.matrix(left, r, () => [], x => turned(x), ATOM, [n!, m!], ['turned', 'left', 'right', 'offset']) },
  { name: 'offset', level: 1, cost: 1, make: (g, [m, n], left, r) => g.matrix(left, r, () => [leaf(g.world.symbol([m!, n!]), false)], (x, [b]) => `${x.text} ${g.world.choices.pick(['+', '-'])} ${b!.text}`, SUM, [m!, n!], ['offset']) },
  { name: 'hadamard', level: 2, cost: 1, make: (g, [m, n], left, r) => g.matrix(left, r, () => [leaf(g.world.symbol([m!, n!]), false)], (x, [b]) => `${b!.text} .* ${held(x, ATOM)}`, SUM, [m!, n!], ['hadamard']) },
  { name: 'gram', level: 3, cost: 2, make: (g, [m, n], left, r) => (m === n ? g.matrix(left, r, () => [], x => `${turned(x)} ${held(x, PRODUCT)}`, PRODUCT, [null, n!], ['turned']) : null) },
  { name: 'outer', level: 3, cost: 2, make: (g, [m, n], left, r) => (m === n ? g.vector(left, r, () => [], v => `${held(v, PRODUCT)} ${turned(v)}`, PRODUCT, m!) : null) },
  { name: 'bentmatrix', level: 3, cost: 2, make: (g, [m, n], left, r) => g.matrix(left, r, () => [], x => `${g.fn()}(${x.text})`, ATOM, [m!, n!], ['bentmatrix']) },
  { name: 'ridge', level: 5, cost: 3, make: (g, [m, n], left, r) => (m === n ? g.matrix(left, r, () => [], x => `${turned(x)} ${held(x, PRODUCT)} + I`, SUM, [null, n!], ['turned', 'gram', 'ridge']) : null) },
  { name: 'inverse', level: 4, cost: 2, make: (g, [m, n], left, r) => (m === n ? g.square(left, r, () => [], x => `${held(x, ATOM)}^-1`, ATOM, 'invertible', m!) : null) },
]

type Wants = (...sizes: Size[]) => readonly Piece[]
type Writes = (part: Piece, more: readonly Piece[]) => string

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
    const rules = (shape.length === 0 ? scalarRules : shape.length === 1 ? vectorRules : matrixRules)
      .filter(r => r.level <= this.level && r.cost <= budget && !not.includes(r.name))
    if (own && (budget < 1 || rules.length === 0 || this.world.choices.percent(45))) return leaf(this.input.name, true)
    for (const rule of this.world.choices.shuffled(rules).slice(0, 4)) {
      const piece = rule.make(this, shape, budget - rule.cost, rule)
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

  vector(left: number, rule: Rule, wants: Wants, writes: Writes, holds: Piece['holds'], size: Size | null = null, not: readonly string[] = []): Piece | null {
    const at = size ?? (this.input.shape.length === 1 && this.world.choices.percent(65) ? this.input.shape[0]! : this.input.shape.length === 2 && this.world.choices.percent(80) ? this.input.shape[0]! : this.world.size())
    const part = this.piece([at], left, not)
    return part && this.finish(rule, part, wants(at), writes, holds)
  }

  matrix(left: number, rule: Rule, wants: Wants, writes: Writes, holds: Piece['holds'], sizes: readonly (Size | null)[] = [null, null], not: readonly string[] = []): Piece | null {
    const own = this.input.shape
    const turn = this.world.choices.percent(20)
    const guess = own.length === 2 ? (turn ? [own[1]!, own[0]!] : own) : own.length === 1 ? [own[0]!, own[0]!] : null
    if (!guess) return null
    const shape = sizes.map((s, n) => s ?? guess[n]!)
    const part = this.piece(shape, left, not)
    return part && this.finish(rule, part, wants(...shape), writes, holds)
  }

  /** A square matrix; where it is the input itself, that has the property. */
  square(left: number, rule: Rule, wants: Wants, writes: Writes, holds: Piece['holds'], property: string, size?: Size): Piece | null {
    const [m, n] = this.input.shape
    if (n === undefined || (size !== undefined && size !== m && size !== n)) return null
    const at = size ?? (m === n ? m! : this.world.choices.pick([m!, n]))
    const part = this.piece([at, at], left, ['outer', 'bentmatrix', 'hadamard', 'gram', 'turned', 'inverse', ...(property === 'posdef' ? ['left', 'right', 'offset'] : [])])
    // The matrix of a product of vectors has no inverse, and that of fewer rows than columns times its transpose neither.
    if (!part || /outer\(|gram\(/.test(part.key)) return null
    if (plain(part)) this.world.also(this.input.name, property)
    return this.finish(rule, part, wants(at), writes, holds)
  }

  one(shape: Shape, left: number, rule: Rule, writes: (p: Piece) => string, holds: Piece['holds'], not: readonly string[] = []): Piece | null {
    const part = this.piece(shape, left, [...not, rule.name])
    return part && this.finish(rule, part, [], writes, holds)
  }

  two(shape: Shape, left: number, rule: Rule, writes: (a: Piece, b: Piece) => string, holds: Piece['holds'], least = 2): Piece | null {
    if (left < least || this.level < least) return null
    const first = this.piece(shape, Math.floor(left / 2), [rule.name, 'added'])
    const second = first && this.piece(shape, left - first.cost, [rule.name, 'added'])
    if (!first || !second || first.key === second.key) return null
    return made(rule, [first, second], writes(first, second), holds)
  }

  private finish(rule: Rule, part: Piece, more: readonly Piece[], writes: Writes, holds: Piece['holds']): Piece {
    return made(rule, [part, ...more], writes(part, more), holds)
  }
}
