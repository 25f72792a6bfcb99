/** Questions for the shape of a derivative. */
import { functionOf, inputOf, type Draft, type Level } from './draft.ts'
import type { World } from './world.ts'

type Layout = 'jacobian' | 'numerator' | 'denominator'

/** How many axes target and input have, at each level. */
const ranks: Readonly<Record<Level, readonly (readonly [number, number])[]>> = {
  1: [[0, 1], [1, 1], [1, 1]], 2: [[0, 2], [1, 2], [2, 1]], 3: [[2, 2], [2, 2], [1, 2]], 4: [[3, 1], [1, 3], [2, 3], [3, 2]], 5: [[3, 3], [4, 2], [2, 4], [3, 2]],
}

/** Functions that are told, arrays whose shapes alone are told, contractions of arrays, and axes that are products. */
export function shapes(world: World, level: Level): Draft | null {
  const { choices } = world
  const [target, by] = choices.pick(ranks[level])
  const layout = level >= 2 && target + by <= 2 && choices.percent(50) ? choices.pick(['numerator', 'denominator'] as const) : 'jacobian'
  if (level >= 4) return choices.pick([() => untold(world, target, by, layout), () => contraction(world, level), () => contraction(world, level), () => product(world, level)])()
  if (level >= 2 && choices.percent(25)) return untold(world, target, by, layout)
  const input = inputOf(world, level, by === 1 ? 'vector' : 'matrix')
  const shape = Array.from({ length: target }, (_, n) => (choices.percent(40) && n < by ? input.shape[n]! : world.size()))
  const piece = functionOf(world, input, shape, level)
  return piece && asking(world, `${target} ${by} ${layout} ${piece.key}`, `df/d${input.name}`, piece.text, layout)
}

function asking(world: World, structure: string, of: string, f?: string, layout: Layout = 'jacobian'): Draft {
  return {
    given: world.given, structure: `shapes ${structure}`,
    question: { kind: 'shape', ...(f === undefined ? {} : { f }), of, ...(layout === 'jacobian' ? {} : { layout }) },
  }
}

/** A function of which only the shapes are told. */
function untold(world: World, target: number, by: number, layout: Layout): Draft {
  const { choices } = world
  const sizes = choices.shuffled([...'IJKLMNPQRS'])
  const numbers = choices.percent(30)
  const axis = (n: number): string => (numbers && choices.percent(40) ? String(2 + choices.below(5)) : sizes[n]!)
  const input = world.declare(by === 1 ? 'x' : 'X', Array.from({ length: by }, (_, n) => axis(n)))
  // Now and then an axis of the target is as long as one of the input: they are different axes all the same.
  const shared = choices.percent(30) ? choices.below(Math.max(target, 1)) : -1
  const f = world.declare(choices.pick(target <= 1 ? ['f', 'g', 'h'] : ['F', 'G', 'H']), Array.from({ length: target }, (_, n) => axis(n === shared ? 0 : by + n)), ` of ${input}`)
  return asking(world, `${target} ${by} ${layout} untold ${shared} ${numbers}`, `d${f}/d${input}`, undefined, layout)
}

/** An array of three or four axes, summed with a vector or a matrix: `einsum("ijk,k->ij", T, x)`. */
function contraction(world: World, level: Level): Draft {
  const { choices } = world
  const rank = level === 4 ? 3 : choices.pick([3, 4])
  const letters = [...'ijkl'].slice(0, rank)
  const sizes = new Map([...letters, 'm'].map((l, n) => [l, 'IJKLM'[n]!]))
  const summed = choices.pick(letters)
  const matrix = choices.percent(level === 4 ? 35 : 60)
  const other = matrix ? [summed, 'm'] : [summed]
  const second = matrix && choices.percent(50) ? other.toReversed() : other
  const out = choices.shuffled([...letters.filter(l => l !== summed), ...other.slice(1)])
  const shapeOf = (on: readonly string[]): string[] => on.map(l => sizes.get(l)!)
  const [array, factor] = [world.declare('T', shapeOf(letters)), world.declare(matrix ? 'W' : 'x', shapeOf(second))]
  const wrt = choices.percent(50) ? array : factor
  const formula = `${letters.join('')},${second.join('')}->${out.join('')}`
  return asking(world, `einsum ${formula} ${wrt}`, `df/d${wrt}`, `einsum("${formula}", ${array}, ${factor})`)
}

/** Axes that are products: of vec and of the Kronecker product; a matrix made of a vector. */
function product(world: World, level: Level): Draft | null {
  const { choices } = world
  const vector = choices.percent(30)
  const input = inputOf(world, 1, vector ? 'vector' : 'matrix')
  const shape = vector ? [choices.percent(50) ? input.shape[0]! : world.size()] : [choices.percent(50) ? input.shape[0]! : world.size(), choices.percent(50) ? input.shape[1]! : world.size()]
  const piece = functionOf(world, input, shape, level === 4 ? choices.pick([1, 2] as const) : choices.pick([2, 3] as const))
  if (!piece) return null
  const factor = (): string => world.symbol([world.size(), world.size()])
  const [name, f] = vector ? ['diag', `diag(${piece.text})`] : choices.pick<() => [string, string]>([() => ['vec', `vec(${piece.text})`], () => ['kron', `kron(${factor()}, ${piece.text})`]])()
  return asking(world, `${name} ${piece.key}`, `df/d${input.name}`, f)
}
