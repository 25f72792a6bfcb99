/** What expressions mean, in numbers: both sides of each line are equal at a random point, and none of the wrong ones is. */
import { describe, expect, it } from 'vitest'
import { showAxes } from '../../../src-main/calculus/language/read.ts'
import { slotsOf } from '../../../src-main/calculus/tensors/symbols.ts'
import { dense, lengthAt, type Dense, type Point } from './elaborate-dense.ts'
import { fine, scopeOf, withComponents } from './elaborate-kit.ts'

const scope = scopeOf({
  A: 'M x N', B: 'N x P', C: 'N x N', S: 'N x N', X: 'N x P', D: 'M x M', x: 'N', w: 'N', y: 'M', z: 'P', t: 'scalar', c: 'scalar', T: 'L x M x N', sigma: 'elementwise', v: 'M*N', r: '1 x N', p: '3', Q: '2 x 3', s: '6',
})
const sizes = { L: 2, M: 3, N: 2, P: 4 }

const point: Point = (() => {
  let seed = 7
  const next = (): number => { seed = (seed * 48271) % 2147483647; return 0.3 + seed / 2147483647 }
  const values: Record<string, Dense> = {}
  for (const info of scope.symbols.values()) {
    const shape = slotsOf(info).map(d => lengthAt(d, sizes))
    values[info.name] = { shape, data: Array.from({ length: shape.reduce((a, b) => a * b, 1) }, next) }
  }
  return { sizes, values }
})()

const numbers = (text: string, at = scope): { shape: string; data: readonly number[] } => {
  const { value } = fine(text, at)
  return { shape: showAxes(value.axes), data: dense(value.expr, point).data }
}

function same(left: string, right: string, at = scope): void {
  const [a, b] = [numbers(left, at), numbers(right, at)]
  expect([left, a.data.length]).toEqual([left, b.data.length])
  a.data.forEach((v, n) => expect(Math.abs(v - b.data[n]!), `${left} = ${right}`).toBeLessThan(1e-9 * (1 + Math.abs(v))))
}

function differ(left: string, right: string): void {
  const [a, b] = [numbers(left), numbers(right)]
  expect(a.data.some((v, n) => Math.abs(v - (b.data[n] ?? Infinity)) > 1e-6), `${left} ≠ ${right}`).toBe(true)
}

describe('identities', () => {
  it.each(`
    tr(A A^T) = ||A||^2
    vec(A C S) = kron(S^T, A) vec(C)
    vec(A B) = kron(B^T, I) vec(A)
    vec(A B) = kron(I, A) vec(B)
    vec(x y^T) = y ⊗ x
    comm(M,N) vec(A) = vec(A^T)
    comm(N,M) comm(M,N) = kron(I_M, I_N)
    comm(M,N)^T = comm(N,M)
    kron(A, B) kron(x, z) = kron(A x, B z)
    kron(x^T, A) = x^T ⊗ A
    diag(x) w = x .* w
    diag(C)^T w = tr(C diag(w))
    diag(x) = x 1_N^T .* I
    C C^-1 = I_N
    (C S)^-1 = S^-1 C^-1
    C^-T = (C^-1)^T
    C^-2 = inv(C C)
    C^3 = C C C
    C^0 = I_N
    det(C S) = det(C) det(S)
    det(C) = C_{11} C_{22} - C_{12} C_{21}
    logdet(C^T C) = 2 log(abs(det(C)))
    |C^T| = |C|
    softmax(x) = exp(x) / sum(exp(x))
    sum(softmax(x)) = 1
    softmax(x^T) = softmax(x)^T
    ||x||^4 = (x^T x)^2
    1/||x|| = (x^T x)^{-1/2}
    x/||x|| = x (x^T x)^-0.5
    sqrt(x)^T sqrt(x) = sum(x)
    einsum("ij,jk->ik", A, B) = A B
    einsum("ij,jk", A, B) = A B
    einsum("ij->ji", A) = A^T
    einsum("ii", C) = tr(C)
    einsum("ii->i", C) = diag(C)
    einsum("i,j->ij", x, z) = x z^T
    einsum("ij->", A) = sum(A)
    einsum("lmn,n,m->l", T, x, y) = einsum("lm,m->l", einsum("lmn,n->lm", T, x), y)
    einsum(",i->i", t, x) = t x
    einsum("i,i", r, x) = r x
    outer(x, y) = x y^T
    dot(x, r) = r x
    dot(A, A) = tr(A^T A)
    [A; 2 A] = [1; 2] ⊗ A
    [A, y] [x; t] = A x + t y
    [C, 0; 0, D] [x; y] = [C x; D y]
    [C, x; x^T, t] = [C, x; x^T, t]^T + [C - C^T, 0; 0, 0]
    [x, w] = [x^T; w^T]^T
    [1, 2; 3, 4] [x_1; x_2] = [x_1 + 2 x_2; 3 x_1 + 4 x_2]
    [[x; t]; c] = [x; t; c]
    [1, 2, 3]^T = [1; 2; 3]
    max(x, w) + min(x, w) = x + w
    max(0, x - w) = relu(x - w)
    unit(2, N)^T x = x_2
    unit(1, 2; M, N) = unit(1, M) unit(2, N)^T
    e_1^T C e_2 = C_{12}
    A_{2,:} x = (A x)_2
    A_{:,1}^T y = (A^T y)_1
    vec(A)_2 = A_{21}
    vec(A)_4 = A_{12}
    vec(T)_2 = T_{211}
    v_2 = unit(2, M*N)^T v
    (v - vec(A))^T vec(A) = v^T vec(A) - ||A||^2
    s - vec(Q) = s - [Q_{11}; Q_{21}; Q_{12}; Q_{22}; Q_{13}; Q_{23}]
    2^3 x = 8 x
    pi x = π x
    t^-2 = 1/t^2
    x .^ 2 ./ w = x .* x ./ w
    2 .^ x = exp(log(2) x)
    x .^ w = exp(w .* log(x))
    r x = x^T r^T
    N t = sum(t 1_N)
    M N = sum(ones(M,N))
    A - 0 = A
    A .* 0 + t A = t A
    trace(C) = tr C
    sum(A) = 1_M^T A 1_N
    x' C x = x.T C x
    -x^T x = -(x^T x)
    -t^2 = -(t^2)
    x - -w = x + w
    \\frac{1}{2} x^T C x = 0.5 x^T C x
    1e-1 x = x / 10
  `.trim().split('\n').map(l => l.trim()))('%s', line => {
    const [left, right] = line.split(' = ') as [string, string]
    same(left, right)
  })

  it.each(`
    A A^T = ||A||^2 I_M
    C S = S C
    kron(C, S) = kron(S, C)
    x w^T = w x^T
    C .* S = C S
    vec(C) = vec(C^T)
    exp(C) = diag(exp(diag(C)))
    sum_k C_{kk} = sum(C)
    C^-T = C^-1
    x^T C w = w^T C x
  `.trim().split('\n').map(l => l.trim()))('not %s', line => {
    const [left, right] = line.split(' = ') as [string, string]
    differ(left, right)
  })
})

describe('index notation', () => {
  const c = withComponents(scope, 'i:N, j:N')
  it.each(`
    C_{ik} S_{kj} = (C S)_{ij}
    C_{ki} S_{kj} = (C^T S)_{ij}
    delta_{ij} x_i = diag(x)_{ij}
    [i = j] x_j = diag(x)_{ij}
    [i ≠ j] = (ones(N,N) - I_N)_{ij}
    [i ≠ j] C_{ij} = C_{ij} - delta_{ij} C_{ij}
    sum_k delta_{ik} x_k = x_i
    delta_{ik} C_{kj} = C_{ij}
    sum_{k=1}^{N} t x_i = N t x_i
    sum_{k≠i} x_k = sum(x) - x_i
    sum_{k≠l} x_k w_l = sum(x) sum(w) - x^T w
    softmax(x)_i (delta_{ij} - softmax(x)_j) = (diag(softmax(x)) - softmax(x) softmax(x)^T)_{ij}
    exp(x_i) / (sum_k exp(x_k)) = softmax(x)_i
    sigma(C_{ik} x_k) = sigma(C x)_i
    x_i^2 = (x .* x)_i
    x_i x_j = (x x^T)_{ij}
    t + x_i = (t 1_N + x)_i
    (x_k - 1) (x_k - 1) = ||x - 1_N||^2
    (C_{ik} x_k - w_i) x_j = ((C x - w) x^T)_{ij}
    w^T e_i e_j^T x = w^T unit(i, j; N, N) x
    e_i^T C e_j = C_{ij}
    w^T (x_k e_k) = w^T x
    C_{i,:} x = (C x)_i
    C_{i,:} C_{:,j} = (C C)_{ij}
    C_{1j} = C_{1,:}_j
    delta_{i1} x_j = e_1^T e_i x_j
    [i = 2] = delta_{2i}
    sum_{k=1}^{N} x_k = sum(x)
    sum_{k,l} C_{kl} = sum(C)
    sum_k C_{ik} = (C 1_N)_i
    C_{kk} = tr C
    1 / x_i = (1 ./ x)_i
    ||C_{i,:}||^2 = sum_k (C C^T)_{ik} e_k^T e_i
    x_i / w_i = (x ./ w)_i
    2^{x_i} = (2 .^ x)_i
    det(C) x_i = (det(C) x)_i
    log sum_k exp(x_k) = log(sum(exp(x)))
  `.trim().split('\n').map(l => l.trim()))('%s', line => {
    const at = line.lastIndexOf(' = ', line.endsWith(']') ? line.indexOf('] = ') + 2 : undefined)
    const [left, right] = [line.slice(0, at), line.slice(at + 3)]
    // Both sides over both indices, so that entries can be compared one by one.
    same(`(${left}) + 0 x_i x_j`, `(${right}) + 0 x_i x_j`, c)
  })
})
