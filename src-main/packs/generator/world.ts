/** The symbols of one exercise: each is declared when it is first needed, under a name that a lecturer would give it. */
import type { Choices } from './random.ts'

export type Size = string
/** No sizes: a scalar; one: a vector; two: a matrix. */
export type Shape = readonly Size[]

const pools = {
  size: ['M', 'N', 'K', 'P', 'Q'], vector: [...'abuvwyzc'], matrix: [...'ABCDVWGHRSU'], scalar: ['s', 'c', 'alpha', 'beta'], of: [...'zuvgh'], matrixOf: [...'ZUVGH'],
} as const

/** What a lecturer calls a matrix with a property. */
const usualNames: readonly (readonly [property: string, name: string])[] = [['symmetric', 'S'], ['posdef', 'S'], ['diagonal', 'D'], ['orthogonal', 'U']]

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
    const pool = shape.length === 0 ? 'scalar' : shape.length === 1 ? 'vector' : 'matrix'
    const usual = usualNames.find(([property]) => properties.includes(property))?.[1]
    const name = pool === 'matrix' && usual !== undefined && this.#free.matrix.includes(usual) ? usual : this.#take(pool)
    return this.declare(name, shape, properties)
  }

  /** A function of `of` that is not told. */
  untold(shape: Shape, of: readonly string[], name?: string): string {
    const own = name ?? this.#take(shape.length === 2 ? 'matrixOf' : 'of')
    return this.declare(own, shape, ` of ${of.join(', ')}`)
  }

  /** Declares a name; what follows the shape is taken as it is (` of B`, `, symmetric`). */
  declare(name: string, shape: Shape, more = ''): string {
    this.reserve(name)
    this.given[name] = `${shape.length === 0 ? 'scalar' : shape.join(' x ')}${more}`
    return name
  }

  /** Says more of a symbol; false of one that is not declared. */
  also(name: string, property: string): boolean {
    const known = this.given[name]
    if (known === undefined) return false
    if (!known.includes(property)) this.given[name] = `${known}, ${property}`
    return true
  }

  /** Keeps a name from being given to anything else. */
  reserve(name: string): string {
    for (const pool of Object.values(this.#free)) if (pool.includes(name)) pool.splice(pool.indexOf(name), 1)
    return name
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
