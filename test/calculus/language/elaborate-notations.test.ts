/** Section 2 of the contract: every notation of a row is read alike. */
import { describe, expect, it } from 'vitest'
import { read, showAxes } from '../../../src-main/calculus/language/read.ts'
import { fine, scope, scopeOf, textOf, withComponents } from './elaborate-kit.ts'

/** The shape, then notations that are the same expression. */
const rows: readonly (readonly [shape: string, ...notations: string[]])[] = [
  // Products
  ['M', 'A x', 'A*x', 'A * x', 'A · x', 'A @ x', 'A \\cdot x', 'Ax', '(A) x', '$A x$', '\\mathbf{A}\\mathbf{x}', '\\boldsymbol{A} x', '𝐀𝐱', 'A\\,x', 'A\\;x', 'A~x', '\\left(A\\right) x', '{A}{x}', 'A \\cdot{} x', '`A x`', '{\\bf A} x'],
  ['N', 't x', 'tx', 't*x', '(t) x'],
  ['M x N', '2(Ax-y)x^T', '2 (A x - y) x^T', '2*(A*x-y)*x.T', '2 \\left(A x - y\\right) x^{\\mathsf T}', '2(Ax−y)xᵀ', "2(A x - y)x'", '2 \\bigl(A x - y\\bigr) x^\\top', '2(A@x-y)@x.T'],
  ['N', 'x/2', '\\frac{x}{2}', 'x / 2'],
  ['scalar', 't/c', '\\frac{t}{c}'],
  // Transposes
  ['1 x N', 'x^T', "x'", 'x.T', 'xᵀ', 'x^\\top', 'x^{\\mathsf T}', 'x^{T}', 'x^{\\top}', 'transpose(x)', 'x^⊤'],
  ['N x M', 'A^T', "A'", 'A.T', 'Aᵀ', 'A^\\top', 'A^{\\mathsf{T}}', 'transpose(A)', '(A)^T'],
  // Inverses and powers
  ['N x N', 'C^-1', 'C^{-1}', 'C⁻¹', 'inv(C)', 'C^(-1)', 'np.linalg.inv(C)', 'torch.linalg.inv(C)', 'linalg.inv(C)', 'inverse(C)', 'C^{1-2}', 'C**-1'],
  ['N x N', 'C^-T', 'C^{-T}', 'C^{-\\top}', 'C^{-\\mathsf{T}}'],
  ['N x N', 'C^2', 'C²', 'C^{2}', 'C C'],
  ['scalar', 't^3', 't³', 't^{3}'],
  // Entry by entry
  ['N', 'x .* w', 'x ∘ w', 'x ⊙ w', 'x \\odot w', 'x \\circ w', 'x.*w'],
  ['N', 'x ./ w', 'x./w'],
  ['N', 'x .^ 2', 'x.^2', 'x .^2'],
  // Kronecker and outer products
  ['M*N x N*N', 'kron(A,C)', 'A ⊗ C', 'A \\otimes C', 'kron(A, C)'],
  ['N x M', 'outer(x,y)', 'x y^T', "x y'"],
  // Norms and inner products
  ['scalar', '||x||', '‖x‖', 'norm(x)', '||x||_2', '\\lVert x \\rVert', '\\|x\\|', '\\left\\|x\\right\\|', '|x|', '‖x‖_2', 'norm_2(x)', 'np.linalg.norm(x)', 'torch.norm(x)'],
  ['scalar', '||A||', '‖A‖', 'norm(A)', '||A||_F', '\\|A\\|_F', 'norm_F(A)'],
  ['scalar', 'dot(x,w)', '<x,w>', 'x^T w', '⟨x, w⟩', '\\langle x, w \\rangle', 'sum(x .* w)', 'x_i w_i', 'sum_i x_i w_i'],
  ['scalar', 'dot(A,X)', '<A,X>', 'sum(A .* X)', 'A_{ij} X_{ij}', '<A,X>_F', '\\langle A, X \\rangle_F'],
  ['scalar', '||x||^2', '‖x‖²', 'x^T x', 'norm(x)^2', '||x||_2^2', 'sum_i x_i x_i', 'x_i x_i', 'dot(x,x)', '(||x||)^2', '\\|x\\|^2_2', '||x||^2_2', '‖x‖^{2}_{2}', '\\lVert x\\rVert^2_2'],
  ['scalar', '||A x - y||^2', 'norm(A x - y)^2', '\\lVert A x - y \\rVert^2', '‖Ax−y‖²', '||Ax - y||_2^2'],
  // Entries and slices
  ['scalar', 'A_{11}', 'A_11', 'A_{1,1}', 'A[1,1]', 'A[1, 1]', 'A₁₁'],
  ['scalar', 'sum_{ij} A_{ij}', 'sum_{i,j} A_{i,j}', 'sum_i sum_j A_ij', '\\sum_{ij} A_{ij}', '∑_{ij} A_ij', '\\sum_{i=1}^{M} \\sum_{j=1}^{N} A_{ij}', 'sum(A)', 'sum_{i,j} A[i,j]', 'sum_{pq} A_{pq}'],
  ['scalar', 'sum_i (A x)_i', 'sum(A x)', 'sum_i A_{i,:} x', 'sum_{ik} A_ikx_k'],
  ['1 x N', 'A_{1,:}', 'A[1,:]'],
  ['M', 'A_{:,2}', 'A[:,2]', 'A[:, 2]'],
  // Deltas, identities, ones, units
  ['N x N', 'C + I', 'C + I_N', 'C + eye(N)', 'C + I_{N}', 'C + I_{N\\times N}', 'C + np.eye(N)', 'C + eye(N, N)', 'C + np.identity(N)'],
  ['N', '1_N', 'ones(N)', '1_{N}', '\\mathbf{1}_N', 'ones(N, 1)'],
  ['M x N', 'ones(M,N)', '1_M 1_N^T'],
  ['M x N', 'zeros(M,N)'],
  ['N', 'e_2 + x', 'unit(2,N) + x', 'e_{2} + x'],
  ['M x N', 'unit(1,2;M,N)'],
  // Traces and determinants
  ['scalar', 'tr(C)', 'trace(C)', 'tr C', 'trC', '\\operatorname{tr}(C)', '\\mathrm{tr} C', 'C_{ii}', 'sum_i C_{ii}', '\\operatorname{trace} C', '{\\rm tr}(C)', '{\\rm tr} C', '\\rm{tr}(C)', 'np.trace(C)'],
  ['scalar', 'det(C)', '|C|', 'det C', '\\det C', '\\lvert C \\rvert', '\\det(C)'],
  ['scalar', 'logdet(C)', 'log det C', 'log |C|', 'log(det(C))', 'logdet C'],
  ['scalar', 'tr(A B)', 'tr A B', 'tr AB', 'A_{ij} B_{ji}', 'sum_{ij} A_{ij} B_{ji}'],
  // vec, diag, comm
  ['M*N', 'vec(A)', '\\operatorname{vec}(A)', 'vec A'],
  ['N x N', 'diag(x)', '\\operatorname{diag}(x)', 'diag x'],
  ['N', 'diag(C)'],
  ['M*N', 'comm(M,N) vec(A)', 'vec(A^T)'],
  // Functions
  ['N', 'exp(x)', 'exp x', '\\exp(x)', '\\exp x', '\\exp\\left(x\\right)', 'np.exp(x)', 'torch.exp(x)', 'math.exp(x)', 'jnp.exp(x)'],
  ['scalar', 'sqrt(t)', '\\sqrt{t}', 't^{1/2}', 't^(1/2)', 't^0.5'],
  ['scalar', 'sin^2 t', 'sin(t)^2', '(sin t)^2', 'sin^2(t)', '\\sin^2 t'],
  ['N', "sigma'(x)", "\\sigma'(x)", 'σ′(x)'],
  ['N', "sigma''(x)", '\\sigma\'\'(x)'],
  ['scalar', 'sin t cos c', 'sin(t) cos(c)', '\\sin t \\cos c', '(sin t) cos c'],
  ['scalar', 'tr C tr S', 'tr(C) tr(S)', '(tr C)(tr S)'],
  ['N', 'softmax(x)', 'exp(x) / sum(exp(x))', '\\operatorname{softmax}(x)'],
  ['M', 'einsum("ij,j->i", A, x)', 'A x', "einsum('ij,j->i', A, x)", 'einsum("ij, j -> i", A, x)', 'einsum("ij,j", A, x)', 'einsum(‘ij,j->i’, A, x)', 'torch.einsum(\'ij,j->i\', A, x)', 'einsum(`ij,j->i`, A, x)', 'einsum("ij,j \\to i", A, x)'],
  // Literals
  ['2 x 2', '[1, 2; 3, 4]', '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}', '[1,2;3,4]'],
  ['1 x 2', '[t, c]'],
  ['2', '[t; c]', '[t, c]^T'],
  ['M+M x N', '[A; X]', '\\begin{pmatrix} A \\\\ X \\end{pmatrix}'],
  // π and names
  ['scalar', 'pi t', 'π t', '\\pi t'],
  ['scalar', 'theta t', 'θ t', '\\theta t', 'θt', 'thetat'],
  ['N x N', 'lambda I + C', 'lambdaI + C', 'λ I + C', '\\lambda I + C', 'λI + C'],
  ['M', 'A_1 x', 'A_{1} x', 'A₁ x', 'A_1x'],
  ['scalar', 'b_l^T x_0', 'b_{l}^T x_{0}', 'b_l^Tx_0', 'b^T_l x_0'],
  ['N x N', 'Sigma C', 'Σ C', '\\Sigma C'],
  // Derivative atoms
  ['P x Q x R x S', 'df/dG', '\\frac{df}{dG}', '\\frac{\\mathrm{d} f}{\\mathrm{d} G}', 'd f/d G', '∂f/∂G', '\\frac{\\partial f}{\\partial G}', '(df)/(dG)', '{\\partial f}/{\\partial G}', '(∂f)/(∂G)', '\\frac{\\partial f(G)}{\\partial G}', 'df(G)/dG'],
  ['P*Q x R*S', 'dvec(f)/dvec(G)', '\\frac{d\\operatorname{vec}(f)}{d\\operatorname{vec}(G)}', '∂vec(f)/∂vec(G)', 'dvec f/dvec G', '\\frac{\\partial\\operatorname{vec} f}{\\partial\\operatorname{vec} G}', '(dvec(f))/(dvec(G))'],
  ['1 x N', 'dh/dx', '∂h/∂x', '\\frac{\\partial h}{\\partial x}'],
]

describe('notations that are read alike', () => {
  it.each(rows.map(r => [r[1], r] as const))('%s', (_, [shape, first, ...others]) => {
    const reference = fine(first!).value
    expect(showAxes(reference.axes)).toBe(shape)
    for (const other of others) {
      const { value } = fine(other)
      expect([other, showAxes(value.axes), textOf(value.expr)]).toEqual([other, shape, textOf(reference.expr)])
    }
  })
})

describe('index notation with components', () => {
  const c = withComponents(scope, 'i:M, j:N')
  it.each([
    ['A_{ij}', 'A_ij', 'A_{i,j}', 'A[i,j]', 'A_{i j}', 'A[i, j]', '(A)_{ij}', 'A^T_{ji}', '(A^T)_{ji}', 'A_{i,:}_j', 'A_{:,j}_i'],
    ['(A x)_i', 'A_{ik} x_k', 'sum_k A_{ik} x_k', 'A_{i,:} x', 'A_ikx_k', '\\sum_{k=1}^{N} A_{ik} x_k', 'sum_kA_{ik}x_k'],
    ['A_{ik} x_k x_j', 'A_ikx_kx_j', 'sum_k A_{ik} x_k x_j', '(sum_k A_{ik} x_k) x_j', '(A x)_i x_j'],
    ['w_j', 'w[j]', 'w_{j}'],
    ['[i = 1] A_{1j}', '1_{i=1} A_{1j}', '\\mathbf{1}_{i=1} A_{1j}', 'delta[i,1] A[1,j]', 'e[1]_i A_{1j}'],
    ['A_{ij} [j ≠ 2]', 'A_{ij} 1_{j≠2}', 'A_{ij} (1 - delta[j,2])', 'A_{ij} (1 - δ[j,2])'],
    ['[i = 1] x_j', 'delta_{i1} x_j', 'δ_{i1} x_j', '\\delta_{i1} x_j', '[1 = i] x_j', 'delta_{i,1} x_j'],
    ['exp(x_j)/(sum_k exp(x_k))', 'softmax(x)_j', '\\frac{\\exp(x_j)}{\\sum_k \\exp(x_k)}'],
  ])('%s', (first, ...others) => {
    const reference = fine(first!, c).value
    for (const other of others) expect([other, textOf(fine(other, c).value.expr)]).toEqual([other, textOf(reference.expr)])
  })

  it('puts the free indices in the order of the components, and only those that occur', () => {
    expect(fine('x_j y_i', c).value.free).toEqual([{ name: 'i', dim: 'M' }, { name: 'j', dim: 'N' }])
    expect(fine('x_j', c).value.free).toEqual([{ name: 'j', dim: 'N' }])
    expect(fine('0', c).value.free).toEqual([])
  })
})

describe('names', () => {
  const short = (text: string, symbols: Record<string, string>): string => textOf(fine(text, scopeOf(symbols)).value.expr)
  it('a longer declared name wins over a split', () => {
    const symbols = { ab: 'scalar', a: 'scalar', b: 'scalar' }
    expect(short('ab', symbols)).toBe(textOf({ k: 'var', name: 'ab', derivs: [], dims: [] }))
    expect(short('aba', symbols)).toBe(short('ab a', symbols))
    expect(short('ba', symbols)).toBe(short('b a', symbols))
  })
  it('declared names win over those of the language', () => {
    expect(short('pi', { pi: 'scalar' })).toContain('"var"')
    expect(short('I', { I: 'N x N' })).toContain('"var"')
    expect(short('e^2', { e: 'scalar' })).toContain('"pow"')
    expect(showAxes(fine('e_2', scopeOf({ e: 'N' })).value.axes)).toBe('scalar')
    expect(short('tr', { tr: 'scalar' })).toContain('"var"')
    expect(short('T x^T x', { T: 'scalar', x: 'N' })).toBe(short("T x' x", { T: 'scalar', x: 'N' }))
    expect(showAxes(fine('delta_{12}', scopeOf({ delta: 'N x N' })).value.axes)).toBe('scalar')
    expect(short('Σ_{ij} x_i x_j', { Sigma: 'N x N', x: 'N' })).toContain('Sigma')
  })
  it('names of the language in a run are split like declared ones', () => {
    expect(textOf(fine('sint').value.expr)).toBe(textOf(fine('sin(t)').value.expr))
    expect(textOf(fine('2trC').value.expr)).toBe(textOf(fine('2 tr(C)').value.expr))
    expect(textOf(fine('Axx^T').value.expr)).toBe(textOf(fine('A x x^T').value.expr))
  })
  it('an axis name is its size', () => {
    expect(textOf(fine('1/N').value.expr)).toContain('"dims":["N"]')
    expect(textOf(fine('N').value.expr)).toBe(textOf(fine('sum(ones(N))').value.expr))
    expect(textOf(fine('N', scopeOf({ N: 'scalar', x: 'N' })).value.expr)).toContain('"var"')
  })
  it('I is the identity also where an axis is called I, unless only the size makes sense', () => {
    expect(showAxes(fine('C - lambda I').value.axes)).toBe('N x N')
    expect(showAxes(fine('x / I').value.axes)).toBe('N')
  })
  it('f(B) of a symbol that depends on B is the symbol', () => {
    expect(textOf(fine('f(G)').value.expr)).toBe(textOf(fine('f').value.expr))
  })
})

describe('what a reading tells', () => {
  it('the shape of each part, outermost first', () => {
    expect(read('2 (A x - y) x^T', scope).parts).toEqual([
      { from: 0, to: 15, shape: 'M x N' }, { from: 0, to: 1, shape: 'scalar' }, { from: 2, to: 11, shape: 'M' }, { from: 3, to: 10, shape: 'M' },
      { from: 3, to: 6, shape: 'M' }, { from: 3, to: 4, shape: 'M x N' }, { from: 5, to: 6, shape: 'N' }, { from: 9, to: 10, shape: 'M' },
      { from: 12, to: 15, shape: '1 x N' }, { from: 12, to: 13, shape: 'N' },
    ])
  })
  it('the parts of a broken text', () => {
    expect(read('A x + q', scope).parts.filter(p => p.shape === 'M').map(p => [p.from, p.to])).toEqual([[0, 7], [0, 3]])
    expect(read('A x +', scope).parts.some(p => p.from === 0 && p.to === 3 && p.shape === 'M')).toBe(true)
  })
  it('whether it uses indices, and where first', () => {
    expect(read('A x', scope).hasIndices).toBe(false)
    for (const text of ['tr(A B)', 'e_1', 'unit(1,N)', 'b_l', 'A_1', 'I_N', '1_N']) expect([text, read(text, scope).hasIndices]).toEqual([text, false])
    for (const text of ['sum_i x_i', 'A_{11}', 'delta_{ij}', '[i = j]', 'e_i', 'unit(i,N)', 'x + A_{1,:}', 'dh/dx_i']) expect([text, read(text, scope).hasIndices]).toEqual([text, true])
    expect(read('t + x_i', scope).indexSpan).toEqual({ from: 4, to: 7 })
  })
  it('Einstein sums as notes', () => {
    expect(read('t x_i w_i', scope).notes).toEqual([{ id: 'summed-index', from: 0, to: 9, message: 'i occurs twice in “t x_i w_i”, so it is read as summed.' }])
  })
  it('both sides of an equation', () => {
    const at = { ...scope, asked: { names: ['h'], wrt: 'x' } }
    const { relation, problems, value } = read('dh/dx = x^T', at)
    expect(problems).toEqual([])
    expect(relation?.left.asked).toBe(true)
    expect(value).toEqual(fine('x^T').value)
    expect(read('u = A x', scope).relation?.left).toMatchObject({ name: 'u', text: 'u', value: null, asked: false })
    expect(read('A x = y', scope).relation?.left.value).toEqual(fine('A x').value)
    expect(read('A x = x', scope).problems.map(p => p.id)).toEqual(['sum-shapes'])
  })
})

describe('sizes that are asked', () => {
  const N = ['N']
  it.each([
    ['I', [N, N], 'N x N'], ['0', [['M'], N], 'M x N'], ['-0', [N], 'N'], ['0^T', [[], N], '1 x N'], ['e_2', [N], 'N'], ['t I', [N, N], 'N x N'], ['0', [], 'scalar'],
    ['e_1^T', [[], N], '1 x N'], ['2 I - I', [N, N], 'N x N'], ['I', [['M'], N], 'M x M'],
  ] as const)('%s', (text, expected, shape) => {
    expect(showAxes(fine(text, scopeOf({ A: 'M x N', t: 'scalar' }), { expected }).value.axes)).toBe(shape)
  })
  it('is taken by I from the expression first', () => {
    expect(showAxes(fine('C + I', scope, { expected: [['M'], ['M']] }).value.axes)).toBe('N x N')
  })
})
