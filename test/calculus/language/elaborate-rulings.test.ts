/** Section 6 of the contract, row by row, as far as it is decided by reading. */
import { describe, expect, it } from 'vitest'
import { declare } from '../../../src-main/calculus/language/declare.ts'
import { read, showAxes } from '../../../src-main/calculus/language/read.ts'
import type { Scope } from '../../../src-main/calculus/language/scope.ts'
import { fine, mended, scope, scopeOf, textOf, withComponents } from './elaborate-kit.ts'

const parts = withComponents(scope, 'i:M, j:N')
const shape = (text: string, at: Scope = scope): string => showAxes(fine(text, at).value.axes)
const expr = (text: string, at: Scope = scope): string => textOf(fine(text, at).value.expr)

/** The one problem of a text: its code, what its span covers, and the text as mended. */
function slip(text: string, at: Scope = scope): readonly [code: string, at: string, mended: string | null] {
  const { problems } = read(text, at)
  expect([text, problems.length]).toEqual([text, 1])
  const p = problems[0]!
  return [p.code, text.slice(p.from, p.to), p.mend ? mended(text, p.mend) : null]
}

describe('shapes', () => {
  it('A x + 1, A + c', () => {
    expect(slip('A x + 1')).toEqual(['ill-shaped', '1', 'A x + 1_M'])
    expect(slip('A x + c')).toEqual(['ill-shaped', 'c', 'A x + c 1_M'])
    expect(slip('C + c')).toEqual(['ill-shaped', 'c', 'C + c I'])
    expect(slip('A + c')).toEqual(['ill-shaped', 'c', 'A + c ones(M,N)'])
    expect(read('C + c', scope).problems[0]!.message).toContain('“c I” or “c ones(N,N)”')
  })
  it('x^2 of a vector', () => {
    expect(slip('x^2')).toEqual(['ill-shaped', 'x^2', 'x .^ 2'])
    expect(read('x^2', scope).problems[0]!.message).toContain('“x .^ 2” or “x^T x”')
  })
  it('A x^T x', () => {
    expect(slip('A x^T x')).toEqual(['ill-shaped', 'A x^T', 'A (x^T x)'])
    expect(slip('2 A x^T x')).toEqual(['ill-shaped', 'A x^T', '2 A (x^T x)'])
  })
  it('column times column', () => {
    expect(slip('x w')).toEqual(['ill-shaped', 'x w', 'x^T w'])
    expect(read('x w', scope).problems[0]!.message).toContain('“x^T w”, “x w^T” or “x .* w”')
  })
  it('A_{i,:} is a row, A_{:,j} a column', () => {
    expect(shape('A_{i,:}', parts)).toBe('1 x N')
    expect(shape('A_{:,j}', parts)).toBe('M')
    expect(shape('T_{1,2,:}')).toBe('K')
    expect(shape('T_{1,:,:}')).toBe('J x K')
  })
  it('an array of three axes in a matrix product', () => {
    expect(slip('T x', scopeOf({ T: 'I x J x N', x: 'N' }))).toEqual(['ill-shaped', 'T x', 'einsum("ijk,k->ij", T, x)'])
    expect(read('T x', scope).problems[0]!.message).toContain('with indices, or with einsum')
  })
  it('diag of a matrix that is not square', () => expect(slip('diag(A)')[0]).toBe('ill-shaped'))
  it('rows and columns', () => {
    expect(shape('[t, c]')).toBe('1 x 2')
    expect(shape('[t; c]')).toBe('2')
  })
  it('vec of three axes: the first moves fastest', () => {
    expect(fine('vec(T)').value.axes).toEqual([['K', 'J', 'I']])
  })
  it('dot and angles of matrices', () => {
    expect(expr('dot(A,X)')).toBe(expr('sum(A .* X)'))
    expect(expr('<A,X>')).toBe(expr('dot(A,X)'))
  })
  it('||A||_2 is refused', () => {
    expect(slip('||A||_2')).toEqual(['form', '||A||_2', '||A||_F'])
    expect(slip('2 ‖A‖_2 t')).toEqual(['form', '‖A‖_2', '2 ‖A‖_F t'])
  })
  it('bars by shape', () => {
    expect(expr('|t|')).toBe(expr('abs(t)'))
    expect(expr('|C|')).toBe(expr('det(C)'))
    expect(expr('|x|')).toBe(expr('||x||'))
    expect(expr('|C||S||C|')).toBe(expr('det(C) det(S) det(C)'))
  })
  it('I without a size', () => {
    expect(expr('C + I')).toBe(expr('C + I_N'))
    expect(slip('I', scopeOf({ S: 'N x N' }))).toEqual(['ill-shaped', 'I', 'I_N'])
    expect(showAxes(fine('I', scopeOf({ S: 'N x N' }), { expected: [['N'], ['N']] }).value.axes)).toBe('N x N')
  })
})

describe('postfixes and precedence', () => {
  it('from left to right', () => {
    expect(expr('A^T_{ji}', parts)).toBe(expr('(A^T)_{ji}', parts))
    expect(expr('C^T^-1')).toBe(expr('(C^T)^-1'))
    expect(shape('C^T^-1')).toBe('N x N')
  })
  it('A_{ij}^{-1} is one over an entry, and says so', () => {
    expect(expr('A_{ij}^{-1}', parts)).toBe(expr('1/A_{ij}', parts))
    expect(read('A_{ij}^{-1}', parts).notes.map(n => n.message)).toEqual(['“A_{ij}^{-1}” is read as one over the entry “A_{ij}”.'])
  })
  it('^T where T is declared', () => expect(shape('x^T', scopeOf({ x: 'N', T: 'N x N' }))).toBe('1 x N'))
  it('unary minus, products from left to right', () => {
    expect(expr('-x^T x')).toBe(expr('-(x^T x)'))
    expect(expr('C .* C x')).toBe(expr('(C .* C) x'))
    expect(expr('-t^2')).toBe(expr('-(t^2)'))
    expect(slip('C ⊗ S C')).toEqual(['ill-shaped', 'C ⊗ S C', null])
    expect(expr('t / c x')).toBe(expr('(t / c) x'))
  })
  it('tr A tr B, sin x cos y', () => {
    expect(expr('tr C tr S')).toBe(expr('tr(C) tr(S)'))
    expect(expr('sin t cos c')).toBe(expr('sin(t) cos(c)'))
    expect(expr('tr C S')).toBe(expr('tr(C S)'))
    expect(expr('log det C')).toBe(expr('log(det(C))'))
    expect(expr('tr C S + t')).toBe(expr('tr(C S) + t'))
    expect(expr('log t / c')).toBe(expr('log(t / c)'))
    expect(read('log t / c', scope).notes.map(n => [n.message, mended('log t / c', n.mend!)])).toEqual([['log reaches over all of “t / c”. Brackets would end it: “(log t)”.', '(log t) / c']])
    expect(read('tr C / c', scope).notes).toEqual([])
  })
  it('the derivative of any entrywise function', () => {
    for (const fn of ['sigma', 'tanh', 'relu', 'exp']) expect(expr(`${fn}'(x)`)).toContain('"order":1')
  })
  it('e^t and e_i', () => {
    expect(slip('e^t')).toEqual(['unknown-name', 'e', 'exp(t)'])
    expect(shape('e_1 + x')).toBe('N')
    expect(expr('e^t', scopeOf({ e: 'scalar', t: 'scalar' }))).toContain('"pow"')
  })
  it('built-in names in a run', () => {
    expect(expr('lambdaI + C')).toBe(expr('lambda I + C'))
    expect(expr('trC')).toBe(expr('tr(C)'))
    expect(expr('sint')).toBe(expr('sin(t)'))
  })
  it('an axis name is its size', () => expect(expr('1/N ||X w - y||^2')).toBe(expr('(1/N) (||X w - y||^2)')))
})

describe('indices', () => {
  it('are counted from 1', () => {
    expect(slip('x_0', scopeOf({ x: 'N' }))).toEqual(['ill-shaped', '0', 'x_1'])
    expect(slip('A[0,1]')).toEqual(['ill-shaped', '0', 'A[1,1]'])
    expect(read('A[0,1]', scope).problems[0]!.message).toContain('counted from 1')
  })
  it('are single letters in a subscript; an unbraced run takes as many as there are axes', () => {
    expect(fine('A_{pi} A_{pi}').notes.map(n => n.message.slice(0, 1))).toEqual(['p', 'i'])
    expect(expr('sum_{θ} x_θ')).toBe(expr('sum_k x_k'))
    expect(expr('sum_{\\pi} x_{\\pi}')).toBe(expr('sum_k x_k'))
    expect(expr('A_ikx_kx_j', parts)).toBe(expr('A_{ik} x_k x_j', parts))
    expect(expr('A_ijx_j', withComponents(scope, 'i:M'))).toBe(expr('A_{ij} x_j', withComponents(scope, 'i:M')))
  })
  it('a letter that is declared is an index in a subscript', () => expect(expr('sum_t x_t')).toBe(expr('sum_k x_k')))
  it('a component on an axis of another size is no unreadable attempt', () => {
    expect(slip('x_i', parts)).toEqual(['component-size', 'i', null])
    expect(slip('delta_{ij}', parts)).toEqual(['component-size', 'j', null])
  })
  it('any other index that runs over two sizes is ill-shaped', () => {
    expect(slip('x_k y_k')).toEqual(['ill-shaped', 'k', null])
    expect(slip('sum_k A_{kk}')).toEqual(['ill-shaped', 'k', null])
  })
  it('three times, unbound', () => {
    expect(slip('x_i w_i x_i')).toEqual(['unbound-index', 'i', 'sum_i x_i w_i x_i'])
    expect(expr('sum_i x_i w_i x_i')).toContain('einsum')
  })
  it('once, unbound: x_i^2 is one occurrence', () => {
    expect(slip('x_i^2')).toEqual(['unbound-index', 'i', 'sum_i x_i^2'])
    expect(slip('2 x_i^2')).toEqual(['unbound-index', 'i', 'sum_i 2 x_i^2'])
    expect(slip('x_i + w_i')).toEqual(['unbound-index', 'i', 'sum_i (x_i + w_i)'])
  })
  it('twice under summation: explicit', () => {
    expect(slip('x_i w_i', { ...scope, summation: 'explicit' })).toEqual(['unbound-index', 'i', 'sum_i x_i w_i'])
    expect(fine('sum_i x_i w_i', { ...scope, summation: 'explicit' }).notes).toEqual([])
  })
  it('a sum reaches over the product to its right, up to + or -', () => {
    expect(expr('sum_k x_k w_k t')).toBe(expr('sum_k (x_k w_k t)'))
    expect(expr('sum_k x_k w_k + t')).toBe(expr('(sum_k x_k w_k) + t'))
    expect(expr('t sum_k x_k exp(w_k)')).toBe(expr('t (sum_k (x_k exp(w_k)))'))
  })
  it('exp(x_i)/sum_k exp(x_k) y_i: the sum reaches over y_i too, and says so', () => {
    const at = withComponents(scopeOf({ x: 'N', y: 'N' }), 'i:N')
    const { notes } = read('exp(x_i)/sum_k exp(x_k) y_i', at)
    expect(expr('exp(x_i)/sum_k exp(x_k) y_i', at)).toBe(expr('exp(x_i)/(sum_k exp(x_k) y_i)', at))
    expect(notes.map(n => [n.id, n.message])).toEqual([['sum-reaches', 'The sum over k reaches over “y_i” too. Brackets would end it: “(sum_k exp(x_k))”.']])
    expect(mended('exp(x_i)/sum_k exp(x_k) y_i', notes[0]!.mend!)).toBe('exp(x_i)/(sum_k exp(x_k)) y_i')
  })
  it('in brackets are summed there: (x_i w_i)(x_i w_i) is two sums', () => {
    expect(expr('(x_i w_i)(x_i w_i)')).toBe(expr('(x^T w)(x^T w)'))
  })
  it('a component is not summed', () => expect(fine('A_{ij} x_j', parts).value.free.map(f => f.name)).toEqual(['i', 'j']))
})

describe('derivative atoms', () => {
  const symbols = { f: 'P x Q of G', G: 'R x S of X', X: 'M x N', h: 'scalar of u, X', u: 'N', v: 'M of t', t: 'scalar', k: 'scalar of X', r: 'M of u', F: 'M x N of t', row: '1 x N of u' }
  const at = scopeOf(symbols)
  const layout = (l: NonNullable<Scope['layout']>): Scope => ({ ...at, layout: l })
  it.each([
    ['dh/du', '1 x N', '1 x N', 'N'], ['dv/dt', 'M', 'M', '1 x M'], ['dr/du', 'M x N', 'M x N', 'N x M'], ['dk/dX', 'M x N', 'N x M', 'M x N'], ['dF/dt', 'M x N', 'M x N', 'M x N'],
    ['df/dG', 'P x Q x R x S', 'P x Q x R x S', 'P x Q x R x S'], ['dvec(f)/dvec(G)', 'P*Q x R*S', 'P*Q x R*S', 'R*S x P*Q'], ['drow/du', 'N x N', 'N x N', 'N x N'],
    ['∂r_1/∂u', '1 x N', '1 x N', 'N'], ['∂k/∂X_{1,:}', '1 x N', '1 x N', 'N'], ['df_{11}/dG', 'R x S', 'S x R', 'R x S'], ['df_{11}/dG_{12}', 'scalar', 'scalar', 'scalar'],
    ['df/dG_{11}', 'P x Q', 'P x Q', 'P x Q'],
  ])('%s follows the layout', (text, jacobian, numerator, denominator) => {
    expect([shape(text, at), shape(text, layout('numerator')), shape(text, layout('denominator'))]).toEqual([jacobian, numerator, denominator])
  })
  it('the layouts are the same numbers, transposed', () => {
    expect(expr('dr/du', layout('denominator'))).toBe(expr('(dr/du)^T', at))
    expect(expr('dvec(f)/dvec(G)', layout('denominator'))).toBe(expr('(dvec(f)/dvec(G))^T', at))
    expect(expr('dk/dX', layout('numerator'))).toBe(expr('(dk/dX)^T', at))
  })
  it('partial by an argument, total along all paths', () => {
    expect(expr('∂f/∂G', at)).toBe(expr('df/dG', at))
    expect(expr('df_{11}/dX_{11}', at)).not.toBe('')
    expect(expr('sum_{rs} ∂f_{11}/∂G_{rs} ∂G_{rs}/∂X_{11}', at)).toBe(expr('∂f_{11}/∂G_{rs} ∂G_{rs}/∂X_{11}', at))
  })
  it('a partial by something that is not an argument', () => {
    expect(slip('∂f/∂X', at)).toEqual(['form', '∂f/∂X', 'df/dX'])
    expect(slip('∂f/∂t', at)).toEqual(['form', '∂f/∂t', null])
    expect(read('∂f/∂X', at).problems[0]!.message).toBe('f does not depend directly on X, so it has no partial derivative by it. Its arguments are G.')
  })
  it('the very derivative that is asked', () => {
    const asked: Scope = { ...at, asked: { names: ['f'], wrt: 'X' } }
    for (const text of ['df/dX', '∂f/∂X', '\\frac{df}{dX}', 'dvec(f)/dvec(X)', 'd f/d X']) expect([text, slip(text, asked)[0]]).toEqual([text, 'form'])
    expect(fine('df/dG', asked).problems).toEqual([])
  })
  it('of the question\'s own f and of defined names', () => {
    const made = declare({ given: { A: 'M x N', x: 'N', y: 'M' }, define: { g: 'A x - y' }, f: 'g^T g' }).scope
    expect(shape('df/dg', made)).toBe('1 x M')
    expect(shape('dg/dx', made)).toBe('M x N')
    expect(shape('dg/dA', made)).toBe('M x M x N')
  })
})

describe('definitions', () => {
  it('in any order', () => {
    const { scope: made, problems } = declare({ given: { A: 'M x N', x: 'N' }, define: { h: 'g^T g', g: 'A x' } })
    expect(problems).toEqual([])
    expect(shape('h', made)).toBe('scalar')
    expect(made.symbols.get('h')!.of).toEqual(['g'])
  })
  it('a circle is an error', () => {
    const { problems } = declare({ given: { x: 'N' }, define: { a: 'b + x', b: '2 a' } })
    expect(problems.map(p => [p.where, p.code, p.id, p.message])).toEqual([['define.a', 'ill-shaped', 'circle', 'These are defined by each other in a circle: a → b → a.']])
  })
})

describe('codes', () => {
  it('two possible splits: syntax, and both are shown', () => {
    const at = scopeOf({ ab: 'scalar', c: 'scalar', a: 'scalar', bc: 'scalar' })
    expect(slip('abc', at)).toEqual(['syntax', 'abc', 'ab c'])
    expect(read('abc', at).problems[0]!.message).toContain('“ab c” or “a bc”')
  })
  it('a malformed einsum: ill-shaped', () => {
    for (const text of ['einsum("ij,j->k", A, x)', 'einsum("ij->i", x)', 'einsum("ij,j->i", A, y)', 'einsum(A, x)', 'einsum("ij,j->ii", A, x)']) expect([text, slip(text)[0]]).toEqual([text, 'ill-shaped'])
  })
})
