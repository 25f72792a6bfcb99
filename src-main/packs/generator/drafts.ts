/** Drafts of questions, one maker for each learning outcome. */
import { abstract } from './abstract.ts'
import { functionOf, inputOf, weighed, type Draft, type Level, type PracticeOutcome } from './draft.ts'
import type { Choices } from './random.ts'
import { shapes } from './shapes.ts'
import { World, type Shape } from './world.ts'

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
