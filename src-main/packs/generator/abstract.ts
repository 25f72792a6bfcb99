/** Questions for the chain rule through functions that are not told. */
import { functionOf, inputOf, type Draft, type Level } from './draft.ts'
import type { Input } from './grammar.ts'
import type { Shape, World } from './world.ts'

type Kind = 'chain' | 'long' | 'paths' | 'outer' | 'inner'
const kinds: Readonly<Record<Level, readonly Kind[]>> = {
  1: ['chain', 'outer'], 2: ['chain', 'paths', 'outer', 'inner'], 3: ['long', 'paths', 'outer', 'inner'], 4: ['long', 'paths', 'outer', 'inner'], 5: ['long', 'paths', 'outer', 'inner'],
}

export function abstract(world: World, level: Level): Draft | null {
  const { choices } = world
  const input = inputOf(world, 1, level >= 3 && choices.percent(50) ? 'matrix' : 'vector')
  const kind = choices.pick(kinds[level])
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

/** By entries, in a layout, or as it is. */
function asked(world: World, level: Level, input: Input, kind: Kind, { f, shape, structure, define }: Made): Draft {
  const { choices } = world
  const axes = shape.length + input.shape.length
  const byEntries = axes > 2 || choices.percent(level >= 3 ? 45 : 20)
  const component = byEntries ? [...'ijpqmn'].filter(n => world.given[n] === undefined).slice(0, axes) : undefined
  const layout = !byEntries && level >= 2 && choices.percent(35) ? choices.pick(['numerator', 'denominator'] as const) : 'jacobian'
  return {
    given: world.given, structure: `abstract ${kind} ${input.shape.length} ${structure} ${shape.length} ${byEntries} ${layout}`, ...(define ? { define } : {}),
    question: { kind: 'derivative', f, wrt: input.name, ...(component ? { component } : {}), ...(layout === 'jacobian' ? {} : { layout }) },
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
    return { f: world.untold(shape, [inner], 'f'), shape, structure: ranks.join('') }
  }

  /** Two ways from the input to f, and perhaps a third that leads straight there. */
  paths(): Made {
    const { world } = this
    const [a, b] = [this.middle(), this.middle()]
    const inner = [world.untold(a, [this.input.name]), world.untold(b, [this.input.name])]
    const straight = world.choices.percent(40)
    const shape = this.target()
    return { f: world.untold(shape, straight ? [...inner, this.input.name] : inner, 'f'), shape, structure: `${a.length}${b.length} ${straight}` }
  }

  /** An outer function that is not told, of one that is. */
  inner(): Made | null {
    const { world } = this
    const piece = functionOf(world, this.input, [world.size()], this.level <= 2 ? 1 : this.level === 5 ? 3 : 2)
    const name = [...'zgr'].find(n => world.given[n] === undefined)
    if (!piece || name === undefined) return null
    const shape = this.target()
    return { f: world.untold(shape, [name], 'f'), shape, structure: piece.key, define: { [name]: piece.text } }
  }

  /** An outer function that is told, of one that is not. */
  outer(): Made | null {
    const { world } = this
    const middle = this.middle()
    const name = world.untold(middle, [this.input.name])
    const shape: Shape = middle.length === 1 && world.choices.percent(30) ? [world.choices.percent(50) ? middle[0]! : world.size()] : []
    const piece = functionOf(world, { name, shape: middle }, shape, this.level <= 2 ? 1 : this.level === 5 ? 3 : 2)
    return piece && { f: piece.text, shape, structure: `${middle.length} ${piece.key}` }
  }

  private middle(): Shape {
    const { world, level, input } = this
    return level >= 4 && input.shape.length === 2 && world.choices.percent(50) ? [world.size(), world.size()] : [world.size()]
  }

  private target(): Shape {
    return this.world.choices.percent(50) ? [] : [this.world.size()]
  }
}
