/** Scalar functions and calls on arrays, as the contract names them. */
import { eliminate, fill, kron, map, rc, scalar, tidy, transpose, Unsupported, vec, zip, type Arr } from './array.ts'

type Real = (x: number) => number
const sigmoid: Real = x => 1 / (1 + Math.exp(-x))

/** Each function with its first derivatives. */
const table: Readonly<Record<string, readonly Real[]>> = {
  exp: [Math.exp, Math.exp, Math.exp],
  log: [x => (x > 0 ? Math.log(x) : NaN), x => (x > 0 ? 1 / x : NaN), x => (x > 0 ? -1 / x ** 2 : NaN)],
  sqrt: [x => (x > 0 ? Math.sqrt(x) : NaN), x => (x > 0 ? 0.5 / Math.sqrt(x) : NaN)],
  abs: [Math.abs, Math.sign, () => 0],
  sin: [Math.sin, Math.cos, x => -Math.sin(x)],
  cos: [Math.cos, x => -Math.sin(x), x => -Math.cos(x)],
  tan: [Math.tan, x => 1 / Math.cos(x) ** 2],
  sinh: [Math.sinh, Math.cosh, Math.sinh],
  cosh: [Math.cosh, Math.sinh, Math.cosh],
  tanh: [Math.tanh, x => 1 / Math.cosh(x) ** 2, x => -2 * Math.tanh(x) / Math.cosh(x) ** 2],
  relu: [x => Math.max(0, x), x => (x > 0 ? 1 : 0), () => 0],
  sigmoid: [sigmoid, x => sigmoid(x) * sigmoid(-x), x => sigmoid(x) * sigmoid(-x) * (1 - 2 * sigmoid(x))],
  softplus: [x => Math.log1p(Math.exp(x)), sigmoid, x => sigmoid(x) * sigmoid(-x)],
  sign: [Math.sign, () => 0],
  step: [x => (x > 0 ? 1 : 0), () => 0],
}

/** A built-in entrywise function, or null. */
export function entrywise(fn: string, order: number): Real | null {
  const row = table[fn]
  if (!row) return null
  const f = row[order]
  if (!f) throw new Unsupported(`derivative ${order} of ${fn}`)
  return f
}

/** A declared entrywise function: a smooth one of its own for each name. */
export function declared(name: string, order: number): Real {
  let h = 7
  for (const c of name) h = (h * 31 + c.codePointAt(0)!) % 997
  const [a, b, c, d, e] = [0.7 + h % 5 / 10, 0.8 + h % 7 / 10, 0.3 + h % 3 / 5, 0.4 + h % 11 / 20, 0.15 + h % 13 / 50]
  return x => {
    const wave = a * b ** order * Math.sin(b * x + c + order * Math.PI / 2)
    return wave + (order === 0 ? d * x + e * x * x + 3 : order === 1 ? d + 2 * e * x : order === 2 ? 2 * e : 0)
  }
}

const sum = (a: Arr): number => a.v.reduce((x, y) => x + y, 0)

/** A function of whole arrays. */
export function call(fn: string, args: readonly Arr[]): Arr {
  const [a, b] = args as [Arr, Arr]
  switch (fn) {
    case 'tr': case 'trace': {
      const [n, m] = rc(a)
      if (n !== m) throw new Unsupported('trace of a matrix that is not square')
      return scalar(Array.from({ length: n }, (_, i) => a.v[i * n + i]!).reduce((x, y) => x + y, 0))
    }
    case 'det': return scalar(eliminate(a).det)
    case 'logdet': {
      const d = eliminate(a).det
      return scalar(d > 0 ? Math.log(d) : NaN)
    }
    case 'inv': return eliminate(a).inverse
    case 'transpose': return transpose(a)
    case 'vec': return vec(a)
    case 'norm': return scalar(Math.sqrt(sum(map(a, x => x * x))))
    case 'sum': return scalar(sum(a))
    case 'dot': return scalar(sum(zip({ s: [a.v.length], v: a.v }, { s: [b.v.length], v: b.v }, (x, y) => x * y)))
    case 'kron': return args.reduce(kron)
    case 'outer': {
      const [m, n] = [a.v.length, b.v.length]
      if (args.length > 2) throw new Unsupported('outer of three')
      return fill([m, n], at => a.v[Math.floor(at / n)]! * b.v[at % n]!)
    }
    case 'softmax': {
      const e = map(a, Math.exp)
      return map(e, x => x / sum(e))
    }
    case 'max': case 'min': return args.map(x => (x.s.length === 0 ? fill(args.find(y => y.s.length > 0)?.s ?? [], () => x.v[0]!) : x)).reduce((x, y) => zip(x, y, fn === 'max' ? Math.max : Math.min))
    case 'diag': {
      if (a.s.length === 0) return a
      const [m, n] = rc(a)
      if (m === 1 || n === 1) return fill([m * n, m * n], at => (Math.floor(at / (m * n)) === at % (m * n) ? a.v[at % (m * n)]! : 0))
      if (m !== n) throw new Unsupported('diag of a matrix that is not square')
      return tidy(fill([n], i => a.v[i * n + i]!))
    }
    default: throw new Unsupported(`call of ${fn}`)
  }
}
