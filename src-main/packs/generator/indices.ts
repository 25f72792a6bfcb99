/** Questions in entries: writing a function with them, reading one that is, and differentiating by them. */
import { functionOf, indexNames, inputOf, weighed, type Draft, type Level } from './draft.ts'
import { ATOM, held } from './node.ts'
import type { Shape, World } from './world.ts'

type Kind = 'write' | 'read' | 'array' | 'derive' | 'told'
const kinds: Readonly<Record<Level, readonly Kind[]>> = {
  1: ['write', 'write', 'read', 'derive', 'derive', 'told'], 2: ['write', 'read', 'array', 'derive', 'derive', 'told'], 3: ['read', 'array', 'derive', 'derive', 'told', 'told'],
  4: ['derive', 'derive', 'told'], 5: ['derive', 'derive', 'told'],
}

export function indices(world: World, level: Level): Draft | null {
  const { choices } = world
  const kind = choices.pick(kinds[level])
  if (kind === 'array') return contraction(world, level)
  const input = inputOf(world, level, choices.pick([0, 1, 1, 1, 2, 2, 2] as const))
  const shape = shapeOf(world, input.shape, kind, level)
  const piece = functionOf(world, input, shape, level)
  if (!piece) return null
  const text = kind === 'write' && shape.length > 0 ? held(piece, ATOM) : weighed(world, piece)
  const structure = `${kind} ${input.shape.length} ${shape.length} ${piece.key}`
  if (kind === 'write' || kind === 'read') {
    const component = indexNames(world, shape.length)
    const value = shape.length === 0 ? text : `(${text})_{${component.join('')}}`.replace(/^\(\((.*)\)\)_/, '($1)_')
    return {
      given: world.given, structure, ...(kind === 'read' ? { turn: 'matrix' as const } : {}),
      question: { kind: 'expression', value, form: 'index', ...(component.length > 0 ? { component } : {}) },
    }
  }
  const component = indexNames(world, shape.length + input.shape.length)
  // A number by a number has no entries, and is no question about them.
  if (component.length === 0) return null
  return {
    given: world.given, structure, ...(kind === 'told' ? { turn: 'entries' as const } : {}),
    question: { kind: 'derivative', f: text, wrt: input.name, component, form: 'index' },
  }
}

function shapeOf(world: World, input: Shape, kind: Kind, level: Level): Shape {
  const { choices } = world
  const other = (): string => (input.length > 0 && choices.percent(50) ? input[0]! : world.size())
  if (kind === 'read') return []
  if (input.length === 0) return choices.percent(60) ? [world.size()] : [world.size(), world.size()]
  const matrix = kind === 'write' ? input.length === 2 || level >= 2 : input.length === 2 && level >= 3
  return choices.pick<() => Shape>([() => [], () => [other()], () => [other()], ...(matrix ? [() => [input[0]!, other()]] : [])])()
}

/** A sum of products of arrays, as NumPy has it, to be written with entries. */
function contraction(world: World, level: Level): Draft | null {
  const { choices } = world
  const letters = [...'ijklm']
  const rank = (): number => choices.pick(level === 2 ? [1, 2, 2] : [2, 2, 3])
  const [first, second] = [letters.slice(0, rank()), [] as string[]]
  const fresh = letters.slice(first.length)
  const ranks = rank()
  for (const l of choices.some(first, Math.min(ranks, choices.pick([1, 1, 2])))) second.push(l)
  while (second.length < ranks) second.push(fresh.shift()!)
  const [a, b] = [first, choices.shuffled(second)]
  const all = [...new Set([...a, ...b])]
  const shared = a.filter(l => b.includes(l))
  const summed = choices.some(shared, choices.pick([1, 1, 2]))
  const out = choices.shuffled(all.filter(l => !summed.includes(l)))
  if (out.length > 3 || summed.length === 0) return null
  const size = new Map(all.map((l, n) => [l, 'IJKLM'[n]!]))
  const names = [a, b].map((on, n) => world.declare(on.length === 1 ? 'xy'[n]! : on.length === 2 ? 'AB'[n]! : 'TU'[n]!, on.map(l => size.get(l)!)))
  const formula = `${a.join('')},${b.join('')}->${out.join('')}`
  const value = `einsum("${formula}", ${names.join(', ')})`
  return {
    given: world.given, structure: `array ${formula}`,
    question: { kind: 'expression', value: out.length === 0 ? value : `${value}_{${out.join('')}}`, form: 'index', ...(out.length > 0 ? { component: out } : {}) },
  }
}
