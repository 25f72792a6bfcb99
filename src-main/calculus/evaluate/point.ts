/** A random point: a size for each dimension and an array for each symbol and each derivative of an untold function. */
import { InternalError } from '../problem.ts'
import { slotsOf, type SymbolInfo, type Symbols } from '../tensors/symbols.ts'
import { mix, seedOf } from './random.ts'
import { lengthOf, type Sizes } from './sizes.ts'
import { squareMatrix, type Field } from './structured.ts'
import type { Budget } from './budget.ts'

/** Makes the numbers for one symbol; `seed` belongs to the symbol and the point. */
export type FieldOf = (seed: number, name: string) => Field

const shaped = ['symmetric', 'skew', 'diagonal', 'orthogonal', 'invertible', 'posdef', 'lower', 'upper'] as const

/**
 * Arrays are drawn when they are first asked for, each from a seed of its own name, so that a point does not depend on the order of asking.
 * An untold function (`f: P x Q of B`) has here its value and, at any order, its partial derivatives at the current arguments: independent
 * random arrays that are symmetric under exchange of the order of differentiation, that is, the Taylor coefficients of a general smooth
 * function. Declared properties hold for the value; symmetric, skew, diagonal, lower and upper for all derivatives as well, orthogonal for
 * those of first order.
 */
export class Point {
  readonly symbols: Symbols
  readonly sizes: Sizes
  readonly seed: number
  readonly #budget: Budget
  readonly #fieldOf: FieldOf
  readonly #arrays = new Map<string, Float64Array>()
  readonly #fields = new Map<string, Field>()

  constructor(symbols: Symbols, sizes: Sizes, seed: number, fieldOf: FieldOf, budget: Budget) {
    this.symbols = symbols
    this.sizes = sizes
    this.seed = seed
    this.#fieldOf = fieldOf
    this.#budget = budget
  }

  info(name: string): SymbolInfo {
    const info = this.symbols.get(name)
    if (!info || info.kind !== 'array') throw new InternalError(`${name} is not a declared array`)
    return info
  }

  /** The array of a symbol, or of its partial derivative by the direct arguments in `derivs`, over the slots of `Var`. */
  array(name: string, derivs: readonly string[] = []): Float64Array {
    const key = derivs.length ? `${name}/${derivs.join('/')}` : name
    let array = this.#arrays.get(key)
    if (!array) this.#arrays.set(key, array = derivs.length ? this.#derivative(this.info(name), derivs) : this.#value(this.info(name)))
    return array
  }

  /** The number of entries of a symbol. */
  length(name: string): number {
    return lengthOf(slotsOf(this.info(name)), this.sizes)
  }

  #field(name: string): Field {
    let field = this.#fields.get(name)
    if (!field) this.#fields.set(name, field = this.#fieldOf(seedOf(name, this.seed), name))
    return field
  }

  #value(info: SymbolInfo): Float64Array {
    const field = this.#field(info.name)
    const length = lengthOf(slotsOf(info), this.sizes)
    this.#budget.spend(length)
    const positive = info.properties.has('positive') || (length === 1 && info.properties.has('posdef'))
    if (length === 1) return Float64Array.of(positive ? field.drawPositive() : field.drawScalar())
    if (isSquare(info)) {
      const n = lengthOf(info.axes[0]!, this.sizes)
      this.#budget.spend(n * n * n)
      return squareMatrix(field, n, info.properties)
    }
    if (shaped.some(p => info.properties.has(p))) throw new InternalError(`${info.name} has a property of square matrices and is none`)
    return Float64Array.from({ length }, () => (positive ? field.drawPositive() : field.draw()))
  }

  #derivative(info: SymbolInfo, derivs: readonly string[]): Float64Array {
    for (const d of derivs) if (!info.of.includes(d)) throw new InternalError(`${info.name} is not declared as a function of ${d}`)
    const field = this.#field(info.name)
    const own = lengthOf(slotsOf(info), this.sizes)
    const n = isSquare(info) ? lengthOf(info.axes[0]!, this.sizes) : 0
    const lengths = derivs.map(d => this.length(d))
    const inputs = lengths.reduce((a, b) => a * b, 1)
    this.#budget.spend(own * inputs * (2 + derivs.length))
    const names = derivs.map(d => seedOf(d, this.seed))
    const skewOnly = info.properties.has('orthogonal') && derivs.length === 1
    const out = new Float64Array(own * inputs)
    for (let j = 0; j < inputs; j++) {
      const key = keyOf(j, lengths, names)
      for (let i = 0; i < own; i++) {
        const place = n ? placeOf(i, n, info, skewOnly) : i
        if (place === null) continue
        const value = field.keyed(mix(key, place < 0 ? -1 - place : place))
        out[i * inputs + j] = place < 0 ? field.neg(value) : value
      }
    }
    return skewOnly ? this.#turnBy(info, out, n, inputs, field) : out
  }

  /** dQ = Q W with W skew, for an orthogonal Q. */
  #turnBy(info: SymbolInfo, w: Float64Array, n: number, inputs: number, field: Field): Float64Array {
    const q = this.array(info.name)
    const out = new Float64Array(w.length)
    for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) for (let m = 0; m < n * inputs; m++) {
      out[i * n * inputs + m] = field.add(out[i * n * inputs + m]!, field.mul(q[i * n + k]!, w[k * n * inputs + m]!))
    }
    return out
  }
}

/** Two axes of the same dimensions. */
export function isSquare(info: SymbolInfo): boolean {
  const [rows, columns] = info.axes
  return info.axes.length === 2 && rows!.length > 0 && rows!.length === columns!.length && rows!.every((d, n) => d === columns![n])
}

/** A key for position j among the inputs that does not depend on the order of differentiation. */
function keyOf(j: number, lengths: readonly number[], names: readonly number[]): number {
  let rest = j
  const keys: number[] = new Array<number>(lengths.length)
  for (let n = lengths.length - 1; n >= 0; n--) {
    keys[n] = mix(names[n]!, rest % lengths[n]!)
    rest = Math.floor(rest / lengths[n]!)
  }
  return keys.sort((a, b) => a - b).reduce(mix, lengths.length)
}

/** Which independent entry stands at position i of an n x n matrix: p as it is, -1 - p with its sign turned, `null` zero. */
function placeOf(i: number, n: number, info: SymbolInfo, skewOnly: boolean): number | null {
  const row = Math.floor(i / n)
  const column = i % n
  const has = info.properties
  if ((has.has('diagonal') && row !== column) || (has.has('lower') && column > row) || (has.has('upper') && row > column)) return null
  if (skewOnly || has.has('skew')) return row === column ? null : row < column ? i : -1 - (column * n + row)
  return (has.has('symmetric') || has.has('posdef')) && row > column ? column * n + row : i
}

