/** A draft of a question, and what all makers of drafts share. Whether a draft is worth asking is for `worth.ts` to say. */
import type { QuestionInput } from '../../checking/question.ts'
import { Grammar, type Input } from './grammar.ts'
import { held, PRODUCT, type Piece } from './node.ts'
import type { Shape, World } from './world.ts'

export const outcomes = ['shapes', 'compute', 'abstract', 'indices'] as const
export type PracticeOutcome = (typeof outcomes)[number]
export const levels = [1, 2, 3, 4, 5] as const
export type Level = (typeof levels)[number]

export interface Draft {
  readonly question: Omit<QuestionInput, 'given' | 'define' | 'mistakes'>
  readonly given: Readonly<Record<string, string>>
  readonly define?: Readonly<Record<string, string>>
  /** Questions of the same structure differ in names and numbers alone. */
  readonly structure: string
}

/** What a function of each level may cost, from and to. */
const costs: Readonly<Record<Level, readonly [number, number]>> = { 1: [1, 2], 2: [2, 3], 3: [3, 4], 4: [3, 5], 5: [5, 7] }

/** The input: a vector, or a matrix that is square only where a level has inverses. */
export function inputOf(world: World, level: Level, kind: 'vector' | 'matrix'): Input {
  const { choices } = world
  if (kind === 'vector') {
    const shape = [world.size()]
    return { name: world.declare(choices.pick(['x', 'x', 'x', 'u', 'v', 'w']), shape), shape }
  }
  const m = world.size()
  const shape = level >= 4 && choices.percent(60) ? [m, m] : [m, world.size()]
  return { name: world.declare(choices.pick(['X', 'X', 'X', 'A', 'W', 'B']), shape), shape }
}

/** A function of the right weight; null where the choices make a lighter or a duller one. */
export function functionOf(world: World, input: Input, shape: Shape, level: Level): Piece | null {
  const [least, most] = costs[level]
  const piece = new Grammar(world, input, level).piece(shape, most)
  if (!piece || !piece.moves || piece.cost < least || (level < 5 && piece.level < level)) return null
  // An exponential of an exponential has values that no one, and no floating-point number, can tell from infinity.
  if (/exp\(.*exp\(/.test(piece.text)) return null
  return piece
}

/** `2 …` before some functions. */
export function weighed(world: World, piece: Piece): string {
  if (!world.choices.percent(20) || /^\d/.test(piece.text)) return piece.text
  return `${world.choices.pick(['2', '3', '5', '1/2'])} ${held(piece, PRODUCT)}`
}
