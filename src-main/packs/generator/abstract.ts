/** Questions for the chain rule through functions that are not told. */
import { functionOf, indexNames, inputOf, type Draft, type Level } from './draft.ts'
import type { Input } from './grammar.ts'
import { held, PRODUCT, turned, ATOM, type Piece } from './node.ts'
import type { Shape, World } from './world.ts'

type Kind = 'chain' | 'long' | 'paths' | 'outer' | 'inner' | 'two' | 'web' | 'named' | 'stacked'
const kinds: Readonly<Record<Level, readonly Kind[]>> = {
  1: ['chain', 'outer', 'outer', 'named', 'inner'], 2: ['chain', 'paths', 'outer', 'outer', 'inner', 'two', 'named'], 3: ['long', 'paths', 'outer', 'outer', 'inner', 'two', 'named', 'web'],
  4: ['long', 'paths', 'outer', 'outer', 'inner', 'two', 'web', 'web', 'stacked'], 5: ['long', 'outer', 'outer', 'inner', 'two', 'web', 'web', 'stacked'],
}

export function abstract(world: World, level: Level): Draft | null {
  const { choices } = world
  const kind = choices.pick(kinds[level])
  const axes = kind === 'stacked' ? 2 : choices.percent(kind === 'outer' || kind === 'two' ? 45 : 15) ? 0 : level >= 3 && choices.percent(50) ? 2 : 1
  const input = inputOf(world, 1, axes)
  const made = new Makers(world, level, input)[kind]()
  if (!made) return null
  return asked(world, level, input, kind, made)
}

interface Made {
  readonly f: string
  readonly shape: Shape
  readonly structure: string
  readonly define?: Readonly<Record<string, string>>
}

/** By entries, in a layout, with stacked columns, or as it is. */
function asked(world: World, level: Level, input: Input, kind: Kind, { f, shape, structure, define }: Made): Draft {
  const { choices } = world
  const axes = shape.length + input.shape.length
  const stacked = kind === 'stacked'
  const byEntries = !stacked && (axes > 2 || (axes > 0 && choices.percent(level >= 3 ? 40 : 20)))
  const component = byEntries ? indexNames(world, axes) : undefined
  const layout = !byEntries && level >= 2 && choices.percent(30) ? choices.pick(['numerator', 'denominator'] as const) : 'jacobian'
  return {
    given: world.given, structure: `abstract ${kind} ${input.shape.length} ${structure} ${shape.length}`, ...(define ? { define } : {}),
    question: {
      kind: 'derivative', f, wrt: input.name, ...(component ? { component } : {}), ...(layout === 'jacobian' || stacked ? {} : { layout }), ...(stacked ? { form: 'vec' as const } : {}),
    },
  }
}

class Makers implements Record<Kind, () => Made | null> {
  private readonly world: World
  private readonly level: Level
  private readonly input: Input

  constructor(world: World, level: Level, input: Input) {
    this.world = world
    this.level = level
    this.input = input
  }

  chain(): Made {
    return this.steps(1)
  }

  long(): Made {
    return this.steps(this.level >= 5 && this.world.choices.percent(40) ? 3 : 2)
  }

  private steps(count: number): Made {
    const { world } = this
    let inner = this.input.name
    const ranks: number[] = []
    for (let n = 0; n < count; n++) {
      const shape = this.middle()
      ranks.push(shape.length)
      inner = world.untold(shape, [inner])
    }
    const shape = this.target()
    const aside = this.aside()
    return { f: world.untold(shape, [inner, ...aside], 'f'), shape, structure: `${ranks.join('')} ${aside.length}` }
  }

  /** Two ways from the input to f, and perhaps a third that leads straight there. */
  paths(): Made {
    const { world } = this
    const [a, b] = [this.middle(), this.middle()]
    const inner = [world.untold(a, [this.input.name]), world.untold(b, [this.input.name])]
    const straight = world.choices.percent(40)
    const aside = this.aside()
    const shape = this.target()
    return { f: world.untold(shape, [...inner, ...(straight ? [this.input.name] : []), ...aside], 'f'), shape, structure: `${a.length}${b.length} ${straight} ${aside.length}` }
  }

  /** Three or four functions, each of some that came before: the input reaches f by several ways, of several lengths. */
  web(): Made {
    const { world } = this
    const { choices } = world
    const known = [this.input.name]
    const shape = this.target()
    const count = this.level >= 4 && choices.percent(50) ? 3 : 2
    const built: string[] = []
    for (let n = 0; n < count; n++) {
      const own = this.middle()
      const from = n === 0 ? [known[0]!] : [known.at(-1)!, ...choices.some(known.slice(0, -1), choices.percent(55) ? 1 : 0)]
      built.push(`${own.length}:${from.map(name => known.indexOf(name)).sort().join('')}`)
      known.push(world.untold(own, from))
    }
    const last = [known.at(-1)!, ...choices.some(known.slice(0, -1), choices.pick([0, 1, 1, 2]))]
    built.push(last.map(name => known.indexOf(name)).sort().join(''))
    return { f: world.untold(shape, last, 'f'), shape, structure: built.join(' ') }
  }

  /** An outer function that is not told, of one that is. */
  inner(): Made | null {
    const { world } = this
    const target = world.choices.percent(25) ? [] : [world.size()]
    const piece = functionOf(world, this.input, target, this.told())
    const name = [...'zgr'].find(n => world.given[n] === undefined)
    if (!piece || name === undefined) return null
    world.reserve(name)
    const shape = this.target()
    const aside = this.aside()
    return { f: world.untold(shape, [name, ...aside], 'f'), shape, structure: `${piece.key} ${aside.length}`, define: { [name]: piece.text } }
  }

  /** An outer function that is told, of one that is not. */
  outer(): Made | null {
    const { world } = this
    const middle = this.middle(true)
    const name = world.untold(middle, [this.input.name])
    const shape = this.outerTarget(middle)
    const piece = functionOf(world, { name, shape: middle }, shape, this.told())
    return piece && { f: piece.text, shape, structure: `${middle.length} ${piece.key}` }
  }

  /** Both told, the inner one by a name that may stand in the answer. */
  named(): Made | null {
    const { world } = this
    const middle = [world.size()]
    const inside = functionOf(world, this.input, middle, Math.min(this.told(), 3) as Level)
    const name = [...'gzr'].find(n => world.given[n] === undefined)
    if (!inside || name === undefined) return null
    world.reserve(name)
    const outside = functionOf(world, { name, shape: middle }, [], this.told())
    return outside && { f: outside.text, shape: [], structure: `${outside.key} of ${inside.key}`, define: { [name]: inside.text } }
  }

  /** Two functions that are not told, in a product or a sum. */
  two(): Made | null {
    const { world, level } = this
    const middle = this.middle(true)
    const matrix = middle.length === 2
    const other = matrix && world.choices.percent(50) ? [middle[1]!, world.size()] : middle
    const names = [world.untold(middle, [this.input.name]), world.untold(other, [this.input.name])]
    const told = Math.min(level - 1, 3) as Level
    const piece = (name: string, shape: Shape): Piece | null => (told < 2 || world.choices.percent(50) ? { text: name, holds: ATOM, key: 'x', cost: 0, level: 1, moves: true } : functionOf(world, { name, shape }, shape, 1))
    const [a, b] = [piece(names[0]!, middle), piece(names[1]!, other)]
    if (!a || !b) return null
    const all = joined(a, b, middle, other)
    const [key, text, shape] = world.choices.pick(all)
    return { f: text, shape, structure: `${key} ${a.key} ${b.key} ${middle.length}` }
  }

  /** Matrices in between, with their columns stacked. */
  stacked(): Made | null {
    const { world } = this
    const shape = (): Shape => [world.size(), world.size()]
    if (world.choices.percent(40)) {
      const inner = world.untold(shape(), [this.input.name])
      const target = shape()
      return { f: world.untold(target, [inner], 'F'), shape: target, structure: 'untold' }
    }
    const middle: Shape = [world.size(), world.choices.percent(50) ? this.input.shape[1]! : world.size()]
    const name = world.untold(middle, [this.input.name])
    const target: Shape = [world.choices.percent(50) ? middle[0]! : world.size(), middle[1]!]
    const piece = functionOf(world, { name, shape: middle }, target, world.choices.pick([1, 2] as const))
    return piece && { f: piece.text, shape: target, structure: piece.key }
  }

  /** How hard a function that is told may be. */
  private told(): Level {
    return this.level <= 2 ? (this.level === 1 ? 1 : 2) : this.level === 5 ? 3 : 2
  }

  /** Now and then f has an argument that does not depend on the input. */
  private aside(): string[] {
    const { world } = this
    return world.choices.percent(20) ? [world.symbol(this.middle())] : []
  }

  private middle(matrices = false): Shape {
    const { world, level, input } = this
    const { choices } = world
    if (matrices && input.shape.length === 0 && choices.percent(50)) {
      const m = world.size()
      return [m, choices.percent(50) ? m : world.size()]
    }
    if (level >= 2 && choices.percent(12) && !matrices) return []
    return level >= 4 && input.shape.length === 2 && choices.percent(50) ? [world.size(), world.size()] : [world.size()]
  }

  private target(): Shape {
    return this.world.choices.percent(50) ? [] : [this.world.size()]
  }

  private outerTarget(middle: Shape): Shape {
    const { choices } = this.world
    if (this.input.shape.length === 0 && middle.length === 2 && choices.percent(50)) return choices.percent(50) ? middle : [middle[0]!]
    return middle.length === 1 && choices.percent(35) ? [choices.percent(50) ? middle[0]! : this.world.size()] : []
  }
}

/** Ways to join two functions: what they are called, how they are written, and the shape that comes of it. */
function joined(a: Piece, b: Piece, middle: Shape, other: Shape): readonly (readonly [string, string, Shape])[] {
  const [l, r] = [held(a, PRODUCT), held(b, PRODUCT)]
  if (middle.length === 0) return [['times', `${l} ${r}`, []], ['quotient', `${l} / (1 + ${held(b, ATOM)}^2)`, []]]
  if (middle.length === 1) return [['dot', `${turned(a)} ${r}`, []], ['masked', `${held(a, ATOM)} .* ${held(b, ATOM)}`, middle], ['added', `${a.text} + ${b.text}`, middle]]
  if (other === middle) return [['masked', `${held(a, ATOM)} .* ${held(b, ATOM)}`, middle], ['inner', `tr(${turned(a)} ${r})`, []], ['added', `${a.text} + ${b.text}`, middle]]
  return [['product', `${l} ${r}`, [middle[0]!, other[1]!]], ['turned', `${turned(b)} ${turned(a)}`, [other[1]!, middle[0]!]]]
}
