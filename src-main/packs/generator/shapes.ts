/** Questions for the shape of an expression, or of a derivative. */
import { functionOf, inputOf, layoutOf, type Draft, type Level } from './draft.ts'
import type { World } from './world.ts'

type Layout = 'jacobian' | 'numerator' | 'denominator'
type Kind = 'value' | 'told' | 'untold' | 'link' | 'twice' | 'contraction' | 'three' | 'product'

const kinds: Readonly<Record<Level, readonly Kind[]>> = {
  1: ['value', 'value', 'told', 'told', 'untold'], 2: ['value', 'told', 'told', 'told', 'untold', 'link'], 3: ['told', 'told', 'told', 'untold', 'link', 'twice'],
  4: ['untold', 'link', 'contraction', 'contraction', 'product', 'told'], 5: ['untold', 'link', 'contraction', 'three', 'product', 'product', 'told'],
}
/** How many axes target and input have, at each level. */
const ranks: Readonly<Record<Level, readonly (readonly [number, 0 | 1 | 2])[]>> = {
  1: [[0, 1], [1, 1], [1, 1], [1, 0]], 2: [[0, 2], [1, 2], [2, 1], [2, 0], [1, 1]], 3: [[2, 2], [2, 2], [1, 2], [2, 1]], 4: [[2, 2], [1, 2], [2, 1]], 5: [[2, 2], [2, 1], [1, 2]],
}
/** The same for functions of which only the shapes are told. */
const untoldRanks: Readonly<Record<Level, readonly (readonly [number, number])[]>> = {
  1: [[0, 1], [1, 1], [1, 0]], 2: [[0, 2], [1, 2], [2, 1], [2, 0]], 3: [[2, 2], [1, 2], [2, 1]], 4: [[3, 1], [1, 3], [2, 3], [3, 2], [3, 0]], 5: [[3, 3], [4, 2], [2, 4], [3, 2], [0, 4]],
}

export function shapes(world: World, level: Level): Draft | null {
  switch (world.choices.pick(kinds[level])) {
    case 'value': return value(world, level)
    case 'told': return told(world, level)
    case 'untold': return untold(world, level)
    case 'link': return link(world, level)
    case 'twice': return twice(world)
    case 'contraction': return contraction(world, level, 2)
    case 'three': return contraction(world, level, 3)
    case 'product': return product(world, level)
  }
}

function asking(world: World, structure: string, of: string, f?: string, layout: Layout = 'jacobian'): Draft {
  return {
    given: world.given, structure: `shapes ${structure}`,
    question: { kind: 'shape', ...(f === undefined ? {} : { f }), of, ...(layout === 'jacobian' ? {} : { layout }) },
  }
}

/** Only where there are rows and columns, and no more. */
function layoutFor(world: World, level: Level, axes: number): Layout {
  return level >= 2 && axes <= 2 ? layoutOf(world, 50) : 'jacobian'
}

/** The expression itself. */
function value(world: World, level: Level): Draft | null {
  const { choices } = world
  const input = inputOf(world, level, choices.pick([1, 2]))
  const shape = choices.pick([[], [world.size()], [input.shape[0]!], [input.shape[0]!, world.size()]])
  const piece = functionOf(world, input, shape, level)
  // A vector and its multiple have the same shape, and no one asks for it.
  return piece && !/^(scaled|scaledby|shifted|negated)\(x/.test(piece.key) ? asking(world, `value ${shape.length} ${piece.key}`, piece.text) : null
}

function told(world: World, level: Level): Draft | null {
  const { choices } = world
  const [target, by] = choices.pick(ranks[level])
  const layout = layoutFor(world, level, target + by)
  const input = inputOf(world, level, by)
  const shape = Array.from({ length: target }, (_, n) => (choices.percent(40) && n < by ? input.shape[n]! : world.size()))
  const piece = functionOf(world, input, shape, level)
  return piece && asking(world, `${target} ${by} ${layout} ${piece.key}`, `df/d${input.name}`, piece.text, layout)
}

/** Axes that are told one after the other, a few of them as numbers. */
function axesOf(world: World): () => string {
  const { choices } = world
  const names = choices.shuffled([...'IJKLMNPQRS'])
  const numbers = choices.percent(30)
  return () => (numbers && choices.percent(40) ? String(2 + choices.below(5)) : names.pop()!)
}

const inputName = (axes: number): string => (axes === 0 ? 't' : axes === 1 ? 'x' : 'X')

/** A function of which only the shapes are told. */
function untold(world: World, level: Level): Draft {
  const { choices } = world
  const [target, by] = choices.pick(untoldRanks[level])
  const layout = layoutFor(world, level, target + by)
  const axis = axesOf(world)
  const own = Array.from({ length: by }, axis)
  const input = world.declare(inputName(by), own)
  // Now and then an axis of the target is as long as one of the input: they are different axes all the same.
  const shared = choices.percent(30) && by > 0 ? choices.below(Math.max(target, 1)) : -1
  const f = world.declare(choices.pick(target <= 1 ? ['f', 'g', 'h'] : ['F', 'G', 'H']), Array.from({ length: target }, (_, n) => (n === shared ? own[0]! : axis())), ` of ${input}`)
  return asking(world, `${target} ${by} ${layout} untold ${shared}`, `d${f}/d${input}`)
}

/** One link of a chain, or the whole of it. */
function link(world: World, level: Level): Draft | null {
  const { choices } = world
  const axis = axesOf(world)
  const most = level <= 2 ? 1 : level <= 3 ? 2 : 3
  const ranks = [0, 0, 0].map(() => choices.below(most + 1))
  if (ranks[0]! + ranks[1]! + ranks[2]! < 3) ranks[1] = most
  const names = [inputName(ranks[0]!), ranks[1]! <= 1 ? 'z' : 'Z', ranks[2]! <= 1 ? 'f' : 'F']
  const shape = (n: number): string[] => Array.from({ length: ranks[n]! }, axis)
  world.declare(names[0]!, shape(0))
  world.declare(names[1]!, shape(1), ` of ${names[0]}`)
  world.declare(names[2]!, shape(2), ` of ${names[1]}`)
  const links = ([[2, 1], [1, 0], [2, 0]] as const).filter(([t, b]) => ranks[t]! + ranks[b]! >= Math.min(level, 3))
  if (links.length === 0) return null
  const [target, by] = choices.pick(links)
  return asking(world, `link ${ranks.join('')} ${target}${by}`, `d${names[target]}/d${names[by]}`)
}

/** A number, differentiated twice. */
function twice(world: World): Draft {
  const axis = axesOf(world)
  const two = world.choices.percent(60)
  world.declare('x', [axis()])
  if (two) world.declare('y', [axis()])
  const f = world.declare(world.choices.pick(['f', 'g', 'h']), [], two ? ' of x, y' : ' of x')
  const of = two ? world.choices.pick(['∂x∂y', '∂y∂x', '∂x∂x']) : '∂x∂x'
  return asking(world, `twice ${two} ${of}`, `∂^2 ${f}/${of}`)
}

/** Arrays of several axes, summed with vectors or matrices: `einsum("ijk,k->ij", T, x)`. */
function contraction(world: World, level: Level, operands: 2 | 3): Draft {
  const { choices } = world
  const rank = level === 4 ? 3 : choices.pick([3, 4])
  const letters = [...'ijkl'].slice(0, rank)
  const fresh = [...'mn']
  const size = new Map([...letters, ...fresh].map((l, n) => [l, 'IJKLMN'[n]!]))
  let out: string[] = [...letters]
  const others = choices.some(letters, operands - 1).map(summed => {
    const matrix = choices.percent(level === 4 ? 35 : 60)
    const own = matrix ? [summed, fresh.shift()!] : [summed]
    out = [...out.filter(l => l !== summed), ...own.slice(1)]
    return matrix && choices.percent(50) ? own.toReversed() : own
  })
  out = choices.shuffled(out)
  const declared = [letters, ...others].map((on, n) => world.declare(n === 0 ? 'T' : (on.length === 2 ? ['W', 'V'] : ['x', 'y'])[n - 1]!, on.map(l => size.get(l)!)))
  const wrt = choices.pick(declared)
  const formula = `${[letters, ...others].map(on => on.join('')).join(',')}->${out.join('')}`
  return asking(world, `einsum ${formula} ${declared.indexOf(wrt)}`, `df/d${wrt}`, `einsum("${formula}", ${declared.join(', ')})`)
}

/** Axes that are products: of vec and of the Kronecker product; a matrix made of a vector. */
function product(world: World, level: Level): Draft | null {
  const { choices } = world
  const vector = choices.percent(30)
  const input = inputOf(world, 1, vector ? 1 : 2)
  const shape = vector ? [choices.percent(50) ? input.shape[0]! : world.size()] : [choices.percent(50) ? input.shape[0]! : world.size(), choices.percent(50) ? input.shape[1]! : world.size()]
  const piece = functionOf(world, input, shape, level === 4 ? choices.pick([1, 2] as const) : choices.pick([2, 3] as const))
  if (!piece) return null
  const factor = (): string => world.symbol([world.size(), world.size()])
  const [name, f] = vector ? ['diag', `diag(${piece.text})`] : choices.pick<() => [string, string]>([() => ['vec', `vec(${piece.text})`], () => ['kron', `kron(${factor()}, ${piece.text})`], () => ['kronback', `kron(${piece.text}, ${factor()})`]])()
  return asking(world, `${name} ${piece.key}`, `df/d${input.name}`, f)
}
