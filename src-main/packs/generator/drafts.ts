/** Drafts of questions, one maker for each learning outcome. Whether a draft is worth asking is for `worth.ts` to say. */
import type { QuestionInput } from '../../checking/question.ts'
import { Grammar, type Input } from './grammar.ts'
import { held, PRODUCT, type Piece } from './node.ts'
import { World, type Shape } from './world.ts'
import type { Choices } from './random.ts'

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

/** A draft for this outcome and level; null where this turn of the choices leads to none. */
export function draft(outcome: PracticeOutcome, level: Level, choices: Choices): Draft | null {
  const world = new World(choices)
  switch (outcome) {
    case 'compute': return compute(world, level)
    case 'indices': return indices(world, level)
    case 'shapes': return shapes(world, level)
    case 'abstract': return abstract(world, level)
    default: throw new RangeError(`no outcome ${String(outcome satisfies never)}`)
  }
}

function inputOf(world: World, level: Level, kind: 'vector' | 'matrix'): Input {
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
function functionOf(world: World, input: Input, shape: Shape, level: Level): Piece | null {
  const [least, most] = costs[level]
  const piece = new Grammar(world, input, level).piece(shape, most)
  if (!piece || !piece.moves || piece.cost < least || (level < 5 && piece.level < level)) return null
  return piece
}

/** `2 …` before some functions. */
function weighed(world: World, piece: Piece): string {
  if (!world.choices.percent(20) || /^\d/.test(piece.text)) return piece.text
  return `${world.choices.pick(['2', '3', '5', '1/2'])} ${held(piece, PRODUCT)}`
}

function compute(world: World, level: Level): Draft | null {
  const { choices } = world
  const input = inputOf(world, level, choices.percent(55) ? 'vector' : 'matrix')
  const stacked = input.shape.length === 2 && level >= 3 && choices.percent(20)
  const shape = stacked ? input.shape.map(s => (choices.percent(60) ? s : world.size())) : input.shape.length === 1 && choices.percent(40) ? [choices.percent(50) ? input.shape[0]! : world.size()] : []
  const piece = functionOf(world, input, shape, level)
  if (!piece) return null
  const layout = level >= 3 && choices.percent(25) ? choices.pick(['numerator', 'denominator'] as const) : 'jacobian'
  return {
    given: world.given, structure: `compute ${input.shape.length} ${stacked ? 'vec ' : ''}${piece.key}`,
    question: { kind: 'derivative', f: weighed(world, piece), wrt: input.name, ...(layout === 'jacobian' ? {} : { layout }), ...(stacked ? { form: 'vec' as const } : {}) },
  }
}

function indices(world: World, level: Level): Draft | null {
  const { choices } = world
  const input = inputOf(world, level, choices.percent(50) ? 'vector' : 'matrix')
  const written = level <= 2 && choices.percent(40)
  const other = (): string => (choices.percent(50) ? input.shape[0]! : world.size())
  const shape = written ? [] : choices.pick<Shape>([[], [other()], [other()], ...(input.shape.length === 2 && level >= 3 ? [[input.shape[0]!, other()]] : [])])
  const piece = functionOf(world, input, shape, level)
  if (!piece) return null
  if (written) return { given: world.given, structure: `entries ${piece.key}`, question: { kind: 'expression', value: weighed(world, piece), form: 'index' } }
  const taken = new Set(Object.keys(world.given))
  const names = [...'ijklpqrmn'].filter(n => !taken.has(n))
  const component = names.slice(0, shape.length + input.shape.length)
  return { given: world.given, structure: `indices ${input.shape.length} ${piece.key}`, question: { kind: 'derivative', f: weighed(world, piece), wrt: input.name, component, form: 'index' } }
}

/** How many axes target and input have, at each level. */
const ranks: Readonly<Record<Level, readonly (readonly [number, number])[]>> = {
  1: [[0, 1], [1, 1], [1, 1]], 2: [[0, 2], [1, 2], [2, 1]], 3: [[2, 2], [2, 2], [1, 2]], 4: [[3, 1], [1, 3], [2, 3], [3, 2]], 5: [[3, 3], [4, 2], [2, 4], [3, 2]],
}

function shapes(world: World, level: Level): Draft | null {
  const { choices } = world
  const [target, by] = choices.pick(ranks[level])
  const layout = level >= 2 && target + by <= 2 && choices.percent(50) ? choices.pick(['numerator', 'denominator'] as const) : 'jacobian'
  if (level >= 4 || target === 3 || (level >= 2 && choices.percent(25))) return untoldShape(world, target, by, layout)
  const input = inputOf(world, level, by === 1 ? 'vector' : 'matrix')
  const shape = Array.from({ length: target }, (_, n) => (choices.percent(40) && n < by ? input.shape[n]! : world.size()))
  const piece = functionOf(world, input, shape, Math.min(level, 3) as Level)
  if (!piece) return null
  return {
    given: world.given, structure: `shapes ${target} ${by} ${layout} ${piece.key}`,
    question: { kind: 'shape', f: piece.text, of: `df/d${input.name}`, ...(layout === 'jacobian' ? {} : { layout }) },
  }
}

/** A function of which only the shapes are told. */
function untoldShape(world: World, target: number, by: number, layout: 'jacobian' | 'numerator' | 'denominator'): Draft {
  const sizes = [...'IJKLMNPQRS']
  const from = world.choices.below(sizes.length)
  const axis = (n: number): string => (world.choices.percent(15) ? String(2 + world.choices.below(5)) : sizes[(from + n) % sizes.length]!)
  const input = world.declare(by === 1 ? 'x' : 'X', Array.from({ length: by }, (_, n) => axis(n)))
  const f = world.declare(world.choices.pick(target <= 1 ? ['f', 'g', 'h'] : ['F', 'G', 'H']), Array.from({ length: target }, (_, n) => axis(by + n)), ` of ${input}`)
  return {
    given: world.given, structure: `shapes ${target} ${by} ${layout} untold`,
    question: { kind: 'shape', of: `d${f}/d${input}`, ...(layout === 'jacobian' ? {} : { layout }) },
  }
}

function abstract(world: World, level: Level): Draft | null {
  const { choices } = world
  const input = inputOf(world, 1, level >= 3 && choices.percent(50) ? 'matrix' : 'vector')
  const kind = choices.pick(level === 1 ? ['chain'] : level === 2 ? ['chain', 'paths', 'outer'] : ['paths', 'outer', 'inner', 'long'] as const)
  const flat = input.shape.length === 1
  const middle = (): Shape => (level >= 4 && !flat && choices.percent(50) ? [world.size(), world.size()] : [world.size()])
  const target = (): Shape => (choices.percent(50) ? [] : [world.size()])
  const asked = (shape: Shape): { readonly component?: string[] } => {
    if (shape.length + input.shape.length <= 2 && choices.percent(level >= 3 ? 60 : 85)) return {}
    const names = [...'ijpqmn'].filter(n => world.given[n] === undefined)
    return { component: names.slice(0, shape.length + input.shape.length) }
  }
  const question = (f: string, shape: Shape): Draft['question'] => ({ kind: 'derivative', f, wrt: input.name, ...asked(shape) })
  switch (kind) {
    case 'chain': case 'long': {
      const steps = kind === 'chain' ? 1 : 2
      let inner = input.name
      let structure = `${input.shape.length}`
      for (let n = 0; n < steps; n++) {
        const shape = middle()
        structure += ` ${shape.length}`
        inner = world.untold(shape, [inner])
      }
      const shape = target()
      return { given: world.given, structure: `abstract ${kind} ${structure} ${shape.length}`, question: question(world.untold(shape, [inner], 'f'), shape) }
    }
    case 'paths': {
      const [a, b] = [middle(), middle()]
      const inner = [world.untold(a, [input.name]), world.untold(b, [input.name])]
      const own = choices.percent(40)
      const shape = target()
      const of = own ? [...inner, input.name] : inner
      return { given: world.given, structure: `abstract paths ${a.length} ${b.length} ${shape.length} ${own}`, question: question(world.untold(shape, of, 'f'), shape) }
    }
    case 'inner': {
      const shape = [world.size()]
      const piece = functionOf(world, input, shape, choices.pick([1, 2] as const))
      if (!piece) return null
      const whole = target()
      const name = choices.pick(['z', 'g', 'r'].filter(n => world.given[n] === undefined))
      const f = world.untold(whole, [name], 'f')
      return { given: world.given, define: { [name]: piece.text }, structure: `abstract inner ${whole.length} ${piece.key}`, question: question(f, whole) }
    }
    default: {
      const shape = middle()
      const name = world.untold(shape, [input.name])
      const whole: Shape = shape.length === 1 && choices.percent(30) ? [choices.percent(50) ? shape[0]! : world.size()] : []
      const piece = functionOf(world, { name, shape }, whole, Math.min(3, level - 1) as Level)
      return piece && { given: world.given, structure: `abstract outer ${input.shape.length} ${piece.key}`, question: question(piece.text, whole) }
    }
  }
}
