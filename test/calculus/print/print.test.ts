import { describe, expect, it } from 'vitest'
import { declare } from '../../../src-main/calculus/language/declare.ts'
import { read } from '../../../src-main/calculus/language/read.ts'
import { differentiate } from '../../../src-main/calculus/derivative/differentiate.ts'
import { print, type PrintOptions, type Printed } from '../../../src-main/calculus/print/print.ts'
import { printShape, printTuple } from '../../../src-main/calculus/print/shape.ts'
import type { Typed } from '../../../src-main/calculus/tensors/typed.ts'

/** Prints an expression, or with `by` its derivative (target x input). */
function show(given: Record<string, string>, text: string, options: PrintOptions & { by?: string; free?: string[] } = {}): Printed {
  const { scope, problems } = declare({ given })
  expect(problems).toEqual([])
  const { value, problems: wrong } = read(text, scope)
  expect(wrong).toEqual([])
  const symbols = scope.symbols
  const derived: Typed = options.by ? { expr: differentiate(value!.expr, options.by, symbols), axes: [...value!.axes, ...symbols.get(options.by)!.axes], free: [] } : value!
  const typed: Typed = options.free ? { expr: derived.expr, axes: [], free: options.free.map((name, n) => ({ name, dim: derived.axes.flat()[n]! })) } : derived
  return print(typed, symbols, options)
}

describe('names of indices', () => {
  const given = { A: 'M x N', x: 'N', y: 'M' }

  it('are i, j, k … where nothing else is said', () => {
    const p = show(given, '||A x - y||^2', { by: 'A' })
    expect(p.index).toBe('2 (A_{ik} x_k - y_i) x_j')
    expect(p.names).toEqual([{ name: 'i', dim: 'M' }, { name: 'j', dim: 'N' }])
  })

  it('are those wished for, in order', () => {
    expect(show(given, '||A x - y||^2', { by: 'A', names: ['p', 'q'] }).index).toBe('2 (A_{pi} x_i - y_p) x_q')
  })

  it('are those of the free indices; then there is no matrix form', () => {
    const p = show(given, 'A x', { by: 'A', free: ['k', 'i', 'j'] })
    expect(p.matrix).toBeNull()
    expect(p.index).toBe('delta_{ki} x_j')
    expect(p.names.map(n => n.name)).toEqual(['k', 'i', 'j'])
  })

  it('leave declared names alone', () => {
    expect(show({ i: 'N', B: 'N x N', k: 'scalar' }, 'k B i').index).toBe('k B_{jl} i_l')
  })

  it('are kept apart from names with a subscript', () => {
    expect(show({ b: 'N', b_i: 'N' }, 'b + b_i').index).toBe('(b)_i + (b_i)_i')
  })

  it('go from the fastest in an axis that is a product of sizes', () => {
    const p = show({ X: 'M x N' }, 'vec(X)')
    expect(p.index).toBe('X_{ij}')
    expect(p.names).toEqual([{ name: 'j', dim: 'N' }, { name: 'i', dim: 'M' }])
  })
})

describe('sums', () => {
  const given = { A: 'M x N', x: 'N', y: 'M' }

  it('are written out where that is asked', () => {
    expect(show(given, 'y^T A x', { summation: 'explicit' }).index).toBe('sum_{ij} y_i A_{ij} x_j')
    expect(show(given, '||A x - y||^2', { by: 'A', summation: 'explicit' }).index).toBe('2 (sum_k A_{ik} x_k - y_i) x_j')
  })

  it('have a sign where an index stands once or three times', () => {
    expect(show(given, 'sum(x)').index).toBe('sum_i x_i')
    expect(show(given, 'sum(x .^ 3)').index).toBe('sum_i x_i^3')
    expect(show(given, 'A diag(x) x').index).toBe('sum_j A_{ij} x_j^2')
  })

  it('are not left to Einstein where a bracket would take them for its own', () => {
    expect(show({ x: 'N', z: 'N', y: 'N' }, 'x^T (y .* z + y)').index).toBe('sum_i x_i (y_i z_i + y_i)')
  })

  it('stand in brackets below a fraction line', () => {
    expect(show({ A: 'N x N' }, '1 / tr(A)').index).toBe('1 / (sum_i A_{ii})')
  })
})

describe('confirmation', () => {
  const given = { A: 'M x N', x: 'N', y: 'M' }

  it('is asked for each form, with the names of its slots', () => {
    const asked: string[] = []
    const p = show(given, '||A x - y||^2', { by: 'A', confirm: (text, notation, names) => asked.push(`${notation} ${names.map(n => n.name).join('')}: ${text}`) > 0 })
    expect([p.matrix, p.index]).toEqual(['2 (A x - y) x^T', '2 (A_{ik} x_k - y_i) x_j'])
    expect(asked).toEqual(['matrix : 2 (A x - y) x^T', 'index ij: 2 (A_{ik} x_k - y_i) x_j'])
  })

  it('refused, leaves no matrix form and writes every sum', () => {
    const p = show(given, '||A x - y||^2', { by: 'A', confirm: () => false })
    expect(p.matrix).toBeNull()
    expect(p.index).toBe('2 (sum_k A_{ik} x_k - y_i) x_j')
    expect(p.latex).toBe('2 \\left( \\sum_{k} A_{ik} x_{k} - y_{i} \\right) x_{j}')
  })
})

describe('layouts', () => {
  const given = { x: 'N', f: 'scalar of x', g: 'M of x', y: 'M' }

  it('shape derivative atoms', () => {
    expect(show(given, 'exp(f)', { by: 'x' }).matrix).toBe('exp(f) (df/dx)^T')
    expect(show(given, 'exp(f)', { by: 'x', layout: 'denominator' }).matrix).toBe('exp(f) df/dx')
    expect(show(given, 'y^T g', { by: 'x' }).matrix).toBe('(dg/dx)^T y')
    expect(show(given, 'y^T g', { by: 'x', layout: 'denominator' }).matrix).toBe('dg/dx y')
  })

  it('write ∂ where d is a symbol, or where there is another path', () => {
    expect(show({ d: 'scalar', x: 'N', f: 'scalar of x' }, 'd f', { by: 'x' }).index).toBe('d ∂f/∂x_i')
    expect(show({ x: 'N', z: 'N of x', f: 'scalar of x, z' }, 'f', { by: 'x' }).index).toBe('∂f/∂x_i + df/dz_j dz_j/dx_i')
  })
})

describe('axes that are products of sizes', () => {
  const given = { X: 'M x N', K: 'P x N*M', C: 'P x M*N', z: 'P' }

  it('are named as a whole where their two orders meet', () => {
    const p = show(given, '||C vec(X) - z||^2', { by: 'C' })
    expect(p.matrix).toBe('2 (C vec(X) - z) vec(X)^T')
    expect(p.index).toBe('(2 (C vec(X) - z) vec(X)^T)_{ij}')
  })

  it('are taken apart by the identity for the inverse of vec, where nothing else says it', () => {
    const p = show(given, '||K vec(X) - z||^2', { by: 'X' })
    expect(p.matrix).toBe('2 kron(vec(I_N)^T, I_M) kron(I_N, K^T (K vec(X) - z))')
    expect(p.index).toBe('(2 kron(vec(I_N)^T, I_M) kron(I_N, K^T (K vec(X) - z)))_{ij}')
  })
})

describe('array literals', () => {
  const given = { a: 'N', b: 'M', B: 'N x N', z: 'N + M', t: 'scalar', w: '4' }

  it('are kept as the author had them', () => {
    expect(show(given, '[B, a; a^T, t]').matrix).toBe('[B, a; a^T, t]')
    expect(show(given, '||z - [a; b]||^2', { by: 'z' }).matrix).toBe('2 (z - [a; b])')
    expect(show(given, '||z - [a; b]||^2', { by: 'z' }).index).toBe('2 z_i - 2 [a; b]_i')
  })

  it('of powers, by their variable', () => {
    const p = show(given, 'w^T [t^3; t^2; t; 1]', { by: 't' })
    expect(p.matrix).toBe('w^T [3 t^2; 2 t; 1; 0]')
    expect(p.latex).toBe('w^{\\mathsf T} \\begin{bmatrix} 3 t^{2} \\\\ 2 t \\\\ 1 \\\\ 0 \\end{bmatrix}')
  })
})

describe('LaTeX and speech', () => {
  const given = { A: 'M x N', x: 'N', y: 'M', A_1: 'N x N', theta: 'N', lambda: 'scalar', sigma: 'elementwise' }

  it('of a gradient', () => {
    const p = show(given, '||A x - y||^2', { by: 'A' })
    expect(p.latex).toBe('2 (A x - y) x^{\\mathsf T}')
    expect(p.indexLatex).toBe('2 (A_{ik} x_{k} - y_{i}) x_{j}')
    expect(p.speech).toBe('two times the quantity A x minus y, times x transpose')
  })

  it('of names, functions and fractions', () => {
    expect(show(given, 'lambda A_1 theta / ||theta||').latex).toBe('\\frac{\\lambda A_{1} \\theta}{\\lVert \\theta \\rVert}')
    expect(show(given, 'sigma(A_1 x)').speech).toBe('sigma of A sub 1 x')
    expect(show(given, 'kron(A_1, theta)').latex).toBe('A_{1} \\otimes \\theta')
    expect(show({ X: 'N x N' }, 'det(X)^2').speech).toBe('the determinant of X, squared')
    expect(show({ X: 'N x N' }, 'det(X^2)').speech).toBe('the determinant of X squared')
    // A sum within a call, and a sum behind it.
    expect(show({ W: 'M x N', x: 'N', b: 'M' }, 'exp(W x + b)').speech).toBe('exp of the quantity W x plus b')
    expect(show({ W: 'M x N', x: 'N', b: 'M' }, 'exp(W x) + b').speech).toBe('exp of W x, plus b')
    expect(show({ x: 'N' }, 'x/||x||^4').speech).toBe('x over the quantity the norm of x, to the power four')
  })
})

describe('shapes', () => {
  it('are written with their groups', () => {
    expect(printShape([[['M']], [['M'], ['N']]])).toBe('M x (M x N)')
    expect(printShape([[['P'], ['Q']], [['M'], ['N']]])).toBe('(P x Q) x (M x N)')
    expect(printShape([[], [['M'], ['N']]])).toBe('M x N')
    expect(printShape([[], []])).toBe('scalar')
    expect(printShape([[['N', 'M']], [['Q', 'P']]])).toBe('N*M x Q*P')
  })

  it('or as NumPy has them', () => {
    expect(printTuple([['P'], ['Q'], ['M'], ['N']])).toBe('(P, Q, M, N)')
    expect(printTuple([['N']])).toBe('(N,)')
    expect(printTuple([])).toBe('()')
  })
})
