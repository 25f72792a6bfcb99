/** The symbols of one exercise: each is declared when it is first needed, under a name that a lecturer would give it. */
import type { Choices } from './random.ts'

export type Size = string
/** No sizes: a scalar; one: a vector; two: a matrix. */
export type Shape = readonly Size[]

const pools = {
  size: ['M', 'N', 'K', 'P', 'Q'], vector: [...'abcuvwyz'], matrix: [...'ABCDVWGHRS'], scalar: [...'st'], of: [...'zuvgh'], matrixOf: [...'ZUVGH'],
} as const

export class World {
  readonly given: Record<string, string> = {}
  readonly choices: Choices
  readonly #free: { readonly [K in keyof typeof pools]: string[] }

  constructor(choices: Choices) {
    this.choices = choices
    this.#free = {
      size: [...pools.size], vector: [...pools.vector], matrix: [...pools.matrix], scalar: [...pools.scalar], of: [...pools.of], matrixOf: [...pools.matrixOf],
    }
  }

  /** A size that nothing has yet. Throws `Exhausted` where there is none. */
  size(): Size {
    return this.#take('size')
  }

  /** A symbol of this shape; `properties` as a declaration has them. */
  symbol(shape: Shape, properties = ''): string {
    return this.declare(this.#take(shape.length === 0 ? 'scalar' : shape.length === 1 ? 'vector' : 'matrix'), shape, properties)
  }

  /** A function of `of` that is not told. */
  untold(shape: Shape, of: readonly string[], name?: string): string {
    const own = name ?? this.#take(shape.length === 2 ? 'matrixOf' : 'of')
    return this.declare(own, shape, ` of ${of.join(', ')}`)
  }

  /** Declares a name; what follows the shape is taken as it is (` of B`, `, symmetric`). */
  declare(name: string, shape: Shape, more = ''): string {
    for (const pool of Object.values(this.#free)) if (pool.includes(name)) pool.splice(pool.indexOf(name), 1)
    this.given[name] = `${shape.length === 0 ? 'scalar' : shape.join(' x ')}${more}`
    return name
  }

  /** Says more of a symbol. */
  also(name: string, property: string): void {
    if (!this.given[name]!.includes(property)) this.given[name] += `, ${property}`
  }

  #take(pool: keyof typeof pools): string {
    const [first] = this.#free[pool]
    if (first === undefined) throw new Exhausted(pool)
    this.#free[pool].shift()
    return first
  }
}

/** There are no names left: the draft is too large to be read, and another one is made. */
export class Exhausted extends Error {
  override name = 'Exhausted'
}
