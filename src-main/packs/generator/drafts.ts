/** Drafts of questions, one maker for each learning outcome. */
import { abstract } from './abstract.ts'
import { functionOf, inputOf, layoutOf, weighed, type Draft, type Level, type PracticeOutcome, type Turn } from './draft.ts'
import { indices } from './indices.ts'
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

/** Derivatives in matrix notation, by a number, a vector or a matrix. */
function compute(world: World, level: Level): Draft | null {
  const { choices } = world
  const input = inputOf(world, level, choices.pick([0, 1, 1, 1, 2, 2] as const))
  const stacked = input.shape.length === 2 && level >= 3 && choices.percent(20)
  const shape = stacked ? input.shape.map(s => (choices.percent(60) ? s : world.size())) : targetOf(world, input.shape)
  const piece = functionOf(world, input, shape, level)
  if (!piece) return null
  const turn = turnOf(world, level, input.shape, stacked ? null : shape)
  const layout = turn ? 'jacobian' : layoutOf(world, level >= 3 ? 25 : level === 2 ? 15 : 0)
  return {
    given: world.given, structure: `compute ${turn ?? ''} ${input.shape.length} ${shape.length} ${stacked ? 'vec ' : ''}${piece.key}`, ...(turn ? { turn } : {}),
    question: {
      kind: 'derivative', f: weighed(world, piece), wrt: input.name, ...(layout === 'jacobian' ? {} : { layout }), ...(stacked ? { form: 'vec' as const } : {}),
    },
  }
}

/** Now and then a second derivative, or a derivation. */
function turnOf({ choices }: World, level: Level, input: Shape, target: Shape | null): Turn | undefined {
  if (level < 3 || target === null || target.length > 1) return undefined
  if (input.length === 1 && target.length === 0 && choices.percent(10)) return 'again'
  return choices.percent(10) ? 'lines' : undefined
}

/** What a derivative by this input can be written of without indices. */
function targetOf(world: World, input: Shape): Shape {
  const { choices } = world
  if (input.length === 2) return []
  if (input.length === 1) return choices.percent(60) ? [] : [choices.percent(50) ? input[0]! : world.size()]
  return choices.pick<() => Shape>([() => [], () => [world.size()], () => [world.size()], () => [world.size(), world.size()]])()
}
