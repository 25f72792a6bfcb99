/** A draft of a question, and what all makers of drafts share. Whether a draft is worth asking is for `worth.ts` to say. */
import type { QuestionInput } from '../../checking/question.ts'
import { Grammar, type Input } from './grammar.ts'
import { held, PRODUCT, type Piece } from './node.ts'
import type { Shape, World } from './world.ts'

export const outcomes = ['shapes', 'compute', 'abstract', 'indices'] as const
export type PracticeOutcome = (typeof outcomes)[number]
export const levels = [1, 2, 3, 4, 5] as const
export type Level = (typeof levels)[number]

/**
 * What becomes of a question once its answer is known. `again`: its answer, a gradient, is differentiated once more. `entries`: the function is
 * given by its entries. `matrix`: what is given by entries is to be written without them. `lines`: the answer is derived in lines.
 */
export type Turn = 'again' | 'entries' | 'matrix' | 'lines'

export interface Draft {
  readonly question: Omit<QuestionInput, 'given' | 'define' | 'mistakes'>
  readonly given: Readonly<Record<string, string>>
  readonly define?: Readonly<Record<string, string>>
  /** Questions of the same structure differ in names and numbers alone. */
  readonly structure: string
  readonly turn?: Turn
}

/** What a function of each level may cost, from and to. */
const costs: Readonly<Record<Level, readonly [number, number]>> = { 1: [1, 3], 2: [2, 4], 3: [3, 5], 4: [3, 6], 5: [5, 8] }

const inputNames = [['t', 't', 't', 'theta', 'r'], ['x', 'x', 'x', 'u', 'v', 'w'], ['X', 'X', 'X', 'A', 'W', 'B']] as const

/** The input: a number, a vector, or a matrix that is square only where a level has inverses. */
export function inputOf(world: World, level: Level, axes: 0 | 1 | 2): Input {
  const { choices } = world
  const name = choices.pick(inputNames[axes])
  if (axes === 0) return { name: world.declare(name, []), shape: [] }
  const m = world.size()
  const square = axes === 2 && choices.percent(level >= 4 ? 60 : 20)
  const shape = axes === 1 ? [m] : square ? [m, m] : [m, world.size()]
  return { name: world.declare(name, shape), shape }
}

/** A function of the right weight; null where the choices make a lighter or a duller one. */
export function functionOf(world: World, input: Input, shape: Shape, level: Level): Piece | null {
  const [least, most] = costs[level]
  const piece = new Grammar(world, input, level).piece(shape, most)
  if (!piece || !piece.moves || piece.cost < least || (level < 5 && piece.level < level)) return null
  // An exponential of an exponential has values that no one, and no floating-point number, can tell from infinity.
  if (/exp\(.*exp\(/.test(piece.text)) return null
  // A number stands in front of a product, and not within it.
  if (/[\w)'] \d/.test(piece.text)) return null
  return isTangled(piece.key) ? null : piece
}

/** What is turned, or multiplied entry by entry, again within itself: such a function has a shorter form that asks the same. */
function isTangled(key: string): boolean {
  const open: string[] = []
  for (const [, name, close] of key.matchAll(/(\w+)\(|(\))/g)) {
    if (close) open.pop()
    else if (knotted.has(name!) && open.includes(name!)) return true
    else open.push(name!)
  }
  return false
}

const knotted: ReadonlySet<string> = new Set(['turned', 'hadamard', 'symmetrised', 'masked', 'entrypower', 'squares'])

/** `2 …` before some functions that have no number yet. */
export function weighed(world: World, piece: Piece): string {
  if (/^-|(?<!\^)(?<![A-Za-z_])\d/.test(piece.text) || !world.choices.percent(20)) return piece.text
  return `${world.choices.pick(['2', '3', '5', '1/2'])} ${held(piece, PRODUCT)}`
}

/** A layout that is not the usual one, in so many cases of a hundred. */
export function layoutOf(world: World, chance: number): 'jacobian' | 'numerator' | 'denominator' {
  return world.choices.percent(chance) ? world.choices.pick(['numerator', 'denominator'] as const) : 'jacobian'
}

/** The first letters that nothing else is called by, as names of indices. */
export function indexNames(world: World, count: number): string[] {
  return [...'ijklpqrmn'].filter(name => world.given[name] === undefined).slice(0, count)
}
