/** Questions that are made to cost too much, field by field. Each may be refused as a question, and else is judged like any other. */
export interface HostileQuestion {
  readonly name: string
  /** The field that is hostile. */
  readonly field: string
  /** Not always of the right type. */
  readonly question: unknown
  readonly answer: string
}

const many = (n: number, text: string, between = ' '): string => Array<string>(n).fill(text).join(between)
const range = <T>(n: number, make: (k: number) => T): T[] => Array.from({ length: n }, (_, k) => make(k))
const given = { A: 'N x N', B: 'N x N', x: 'N', y: 'N', t: 'scalar', u: 'scalar', S: 'N x N, symmetric', T: 'N x N x N', sigma: 'elementwise' }
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']
const name = (k: number): string => `${letters[k % 26]}_${k}`

function of(field: string, name: string, question: object, answer = 't'): HostileQuestion {
  return { field, name, question: { kind: 'expression', given, value: 't', ...question }, answer }
}

function shapes(): HostileQuestion[] {
  const shape = (label: string, text: string, answer = 'Z'): HostileQuestion => of('given', label, { given: { Z: text }, value: 'Z' }, answer)
  return [
    ...[10, 100, 400].flatMap(n => [
      shape(`an axis of ${n} factors`, many(n, 'M', '*')), shape(`${n} axes`, many(n, 'M', ' x ')), shape(`${n} axes of different names`, range(n, k => `${letters[k % 52]}${letters[(k / 52 | 0) % 52]}`).join(' x ')),
      shape(`a square of axes of ${n} factors`, `${many(n, 'M', '*')} x ${many(n, 'M', '*')}`), shape(`${n} properties`, `N x N${many(n, ', symmetric', '')}`),
      shape(`the square of an array of ${n} axes`, many(n, 'M', ' x '), 'sum(Z .* Z)'), shape(`an axis of ${n} digits`, `${'9'.repeat(n)} x 2`),
    ]),
    ...['', ' ', 'x', 'x x x', '0', '0 x 0', '-1', '1.5 x 2', '1e9 x 1e9', '999999999 x 999999999', '1 x 1 x 1 x 1', 'N x', 'x N', 'N x N x', '*', 'M*', 'M**N', 'N^2', 'N+1', '(N x N)', 'N x N, ', ', symmetric', 'N x M, symmetric', 'N, symmetric', 'scalar, symmetric', 'N x N, symmetric, skew', 'N x N, skew, posdef', 'N x N, diagonal, orthogonal, posdef', 'N x N, unknown', 'N x N of', 'N x N of Z', 'N x N of W', 'elementwise of Z', 'elementwise, symmetric', '__proto__ x N', 'constructor', 'N\u0000 x N', '𝐍 x N', 'N × N', 'N x N, positive, nonzero, lower, upper', '2147483647', '1000000 x 1000000', '50000'].map(s => shape(JSON.stringify(s), s, 'sum(Z)')),
    of('given', 'a shape of 1,000,000 axes worth', { given: { Z: '1000 x 1000 x 1000' }, value: 'sum(Z .* Z)' }, 'sum(Z)'),
    of('given', 'a square of 1000 rows', { given: { Z: '1000 x 1000' }, value: 'det(Z)' }, 'tr(inv(Z))'),
    of('given', 'an orthogonal matrix of 300 rows', { given: { Z: '300 x 300, orthogonal' }, value: 'tr(Z)' }, 'sum(Z)'),
  ]
}

function names(): HostileQuestion[] {
  return [
    ...[10, 200, 2_000].flatMap(n => [
      of('given', `${n} declarations`, { given: Object.fromEntries(range(n, k => [name(k), 'scalar'])), value: name(0) }, range(Math.min(n, 500), k => name(k)).join(' + ')),
      of('given', `${n} declarations of matrices`, { given: Object.fromEntries(range(n, k => [name(k), 'N x N'])), value: name(0) }, range(Math.min(n, 500), k => name(k)).join(' ')),
      of('given', `${n} declarations of different sizes`, { given: Object.fromEntries(range(n, k => [name(k), `${letters[k % 52]}${letters[(k / 52 | 0) % 52]}`])), value: `sum(${name(0)})` }, range(Math.min(n, 500), k => `sum(${name(k)})`).join(' ')),
      of('given', `a chain of ${n} that depend on the next`, { kind: 'derivative', given: Object.fromEntries(range(n, k => [name(k), k + 1 < n ? `N of ${name(k + 1)}` : 'N'])), value: undefined, f: `sum(${name(0)})`, wrt: name(n - 1) }, '0'),
      of('given', `${n} that depend on all before`, { kind: 'derivative', given: Object.fromEntries(range(Math.min(n, 40), k => [name(k), k > 0 ? `N of ${range(k, j => name(j)).join(', ')}` : 'N'])), value: undefined, f: `sum(${name(Math.min(n, 40) - 1)})`, wrt: name(0) }, '0'),
      of('given', `a circle of ${n} that depend on the next`, { kind: 'derivative', given: Object.fromEntries(range(n, k => [name(k), `N of ${name((k + 1) % n)}`])), value: undefined, f: `sum(${name(0)})`, wrt: name(n - 1) }, '0'),
      of('define', `a chain of ${n} definitions`, { define: Object.fromEntries(range(n, k => [name(k), k + 1 < n ? `${name(k + 1)} + t` : 't'])), value: name(0) }, `${n} t`),
      of('define', `a chain of ${n} definitions that double`, { define: Object.fromEntries(range(n, k => [name(k), k + 1 < n ? `${name(k + 1)} ${name(k + 1)}` : 't'])), value: name(0) }, 't'),
      of('define', `a chain of ${n} definitions that double as a sum`, { kind: 'derivative', define: Object.fromEntries(range(n, k => [name(k), k + 1 < n ? `${name(k + 1)} + sin(${name(k + 1)})` : 't'])), value: undefined, f: name(0), wrt: 't' }, '1'),
      of('define', `a circle of ${n} definitions`, { define: Object.fromEntries(range(n, k => [name(k), `${name((k + 1) % n)} + t`])), value: name(0) }),
    ]),
    ...['__proto__', 'constructor', 'toString', '', ' ', 'A B', 'A_', '_', 'A_{', 'A\u0000', '1', '1A', 'A-B', 'A^T', 'sin', 'tr', 'pi', 'I', 'e', 'T', 'd', 'df', 'x'.repeat(100), 'x'.repeat(101), 'θ', '\\theta', 'theta', '𝐀', 'А', 'é', '🤖', 'A_1_2', 'A_1', 'sum', 'einsum', 'delta', 'N', "A'", 'A.T', 'vec', 'unit', 'eye'].map(n => ({ field: 'given', name: `the name ${JSON.stringify(n)}`, question: { kind: 'expression', given: JSON.parse(`{${JSON.stringify(n)}: "N x N"}`) as object, value: n || 't' }, answer: n })),
    of('given', 'two spellings of one name', { given: { theta: 'N', '\\theta': 'N', θ: 'M' }, value: 'theta' }, 'θ'),
    of('given', 'names that are prefixes of each other', { given: Object.fromEntries(range(90, k => ['a'.repeat(k + 1), 'scalar'])), value: 'a' }, 'a'.repeat(20_000)),
  ]
}

function functions(): HostileQuestion[] {
  const f = (label: string, f: string, wrt = 'x', more: object = {}): HostileQuestion => of('f', label, { kind: 'derivative', value: undefined, f, wrt, ...more }, 'x')
  return [
    ...[5, 20, 60, 300].flatMap(n => [
      f(`${n} nested norms`, `norm(x + ${many(n, 'norm(x) x', ' + ')})`), f(`${n} nested norms of norms`, `${'norm(norm('.repeat(n)}x${' x) x)'.repeat(n)}`), f(`${n} nested exps`, `${'exp('.repeat(n)}x${')'.repeat(n)}`),
      f(`${n} nested tanhs of products`, `${'tanh(A '.repeat(n)}x${')'.repeat(n)}`), f(`${n} nested softmaxes`, `${'softmax('.repeat(n)}x${')'.repeat(n)}`), f(`${n} nested inverses`, `tr(${'inv(A + '.repeat(n)}B${')'.repeat(n)})`, 'B'),
      f(`${n} nested quotients`, `${'1/(1 + '.repeat(n)}t${')'.repeat(n)}`, 't'), f(`${n} nested powers`, `${'(1 + '.repeat(n)}t${')^2'.repeat(n)}`, 't'), f(`${n} factors`, `tr(${many(n, 'A')})`, 'A'),
      f(`${n} factors that are sums`, `tr(${many(n, '(A + B)')})`, 'A'), f(`${n} scalar factors`, many(n, '(x^T A x)')), f(`${n} terms`, range(n, k => `x^T A^${k % 6 + 1} x`).join(' + ')), f(`${n} entrywise factors`, many(n, 'sigma(x)', ' .* ')),
      f(`${n} logs`, range(n, k => `sum(log(x .^ 2 + ${k + 1} 1_N))`).join(' + ')), f(`${n} determinants`, many(n, 'det(A + B)'), 'A'), f(`${n} dets of sums of products`, `det(${many(n, 'A B', ' + ')})`, 'A'),
      f(`the ${n}th power of a matrix`, `A^${n}`, 'A'), f(`the ${n}th power of a trace`, `tr(A)^${n}`, 'A'), f(`the ${n}th power of a sum of traces`, `(tr(A) + tr(A B))^${n}`, 'A'), f(`the ${n}th power of a norm`, `||A x - y||^${n}`, 'A'),
    ]),
    f('a power to 10^9', 't^1000000000', 't'), f('a tower', '9^9^9^9', 't'), f('a matrix power to 99999', 'tr(A^99999)', 'A'), f('100 axes of the derivative', 'vec(T) vec(T)^T', 'T'), f('a derivative of many axes', 'kron(kron(A, A), kron(A, A))', 'A', { form: 'vec' }),
    f('f that cannot be read', '(((', 'x'), f('f that is empty', ' ', 'x'), f('f of 10,000 characters', many(2_500, 't', ' + '), 't'), f('f of 10,001 characters', 't'.repeat(10_001), 't'), f('f that has no value', 'log(-exp(t))', 't'), f('f divided by zero', 't/0', 't'), f('f that is 0/0', '(t - t)/(t - t)', 't'), f('an inverse of zero', 'tr(inv(A - A))', 'A'),
    f('by a name that is not there', 'x', 'q'), f('by an expression', 'x', 'x + y'), f('by nothing', 'x', ' '), f('by a function', 'sum(sigma(x))', 'sigma'), f('by __proto__', 'x', '__proto__'), f('by a definition', 'g x', 'g', { define: { g: 'A + A' } }),
    ...['i', 'ij', 'ijk', 'i'.repeat(100), 'i j', 'i,j', ',', '', '😀', 'ab,cd', '__proto__', 'i;j'].map(c => f(`component ${JSON.stringify(c)}`, 'A x', 'x', { component: c })),
    ...[[], ['i'], ['i', 'i'], ['i', 'x'], ['A', 'B'], range(1_000, k => `i_${k}`), ['i'.repeat(50), 'j'], [' ', ' '], ['constructor', '__proto__']].map(c => f(`component ${JSON.stringify(c).slice(0, 40)}`, 'A x', 'x', { component: c })),
    ...['vec', 'matrix', 'index'].map(form => f(`form ${form}`, 'T', 'T', { form })),
  ]
}

function values(): HostileQuestion[] {
  return [
    ...['(((', ' ', '9^9^9^9', 't/0', 'inv(A - A)', 'A^99999', 'q', 'x^2', 'A + t', many(3_000, 't', ' + '), many(2_000, 'A'), '9'.repeat(10_000), `${'('.repeat(4_900)}t${')'.repeat(4_900)}`].map(v => of('value', `the value ${v.slice(0, 20)}`, { value: v })),
    ...[{ kind: 'number', value: '9^9^9^9' }, { kind: 'number', value: 'A' }, { kind: 'number', value: 'sqrt(-1)' }, { kind: 'number', value: `[${many(2_000, '1', ', ')}]` }, { kind: 'number', value: '[1, 2; 3]' }, { kind: 'number', value: 1e308 }, { kind: 'number', value: 0, tolerance: 1e300 }, { kind: 'number', value: ['1'] }].map(q => ({ field: 'value', name: `a number ${JSON.stringify(q).slice(0, 50)}`, question: { given: {}, ...q }, answer: '1' })),
    ...[{ kind: 'choice' }, { kind: 'choice', options: [], value: ['a'] }, { kind: 'choice', options: [{ id: 'a', text: 'a' }], value: ['b'] }, { kind: 'choice', options: range(5_000, k => ({ id: `o${k}`, text: 'x' })), value: range(5_000, k => `o${k}`) }].map((q, n) => ({ field: 'options', name: `a choice ${n}`, question: q, answer: range(5_000, k => `o${k}`).join(',') })),
    ...['df/dA', 'A', 'dA/dx', 'd__proto__/dx', '(((', 'M', 'df/df', many(1_000, 'A'), 'T', 'kron(A, kron(A, kron(A, kron(A, A))))', 'dT/dT'].map(v => ({ field: 'of', name: `the shape of ${v.slice(0, 20)}`, question: { kind: 'shape', given, f: 'A x', of: v }, answer: '(N x N) x (N x N)' })),
    ...['N', '('.repeat(5_000), ')'.repeat(5_000), `${'('.repeat(3_000)}N${')'.repeat(3_000)}`, many(5_000, 'N', ' x '), many(5_000, 'N', '*'), many(5_000, 'N', ''), ','.repeat(5_000), '9'.repeat(5_000), 'N x', '×', '__proto__', '1 x '.repeat(4_000)].map(a => ({ field: 'answer', name: `a shape typed as ${a.slice(0, 20)}`, question: { kind: 'shape', given, f: 'A x', of: 'df/dA' }, answer: a })),
    ...range(6, k => ({ field: 'mistakes', name: `${10 ** k > 2000 ? 2000 : 10 ** k} foreseen mistakes`, question: { kind: 'expression', given, value: 'A B', mistakes: range(Math.min(2_000, 10 ** k), n => ({ when: `${n + 2} A B + (`.repeat(k % 2) + `${n + 2} A B`, say: 'no' })) }, answer: 'B A' })),
    { field: 'mistakes', name: 'large foreseen mistakes', question: { kind: 'expression', given, value: 'A B', mistakes: range(30, n => ({ when: many(1_000 + n, 'A B', ' + '), say: 'no' })) }, answer: 'B A' },
  ]
}

function types(): HostileQuestion[] {
  const wrong: unknown[] = [null, undefined, 0, -1, NaN, '', 'text', true, [], [[]], {}, { __proto__: null }, () => 1, Symbol.iterator, 10n, new Date(0), new Map(), { toString: 1 }]
  const fields = ['given', 'define', 'kind', 'f', 'wrt', 'value', 'of', 'start', 'goal', 'layout', 'component', 'form', 'summation', 'grouping', 'tolerance', 'options', 'mistakes', 'unknown']
  return [
    ...wrong.map((w, n) => ({ field: 'question', name: `a question that is ${n}`, question: w, answer: 't' })),
    ...fields.flatMap(f => wrong.map((w, n) => ({ field: f, name: `${f} that is ${n}`, question: { given, kind: 'expression', value: 't', [f]: w }, answer: 't' }))),
  ]
}

function derivations(): HostileQuestion[] {
  const base = { kind: 'derivation', given, start: 'tr(A B)', goal: 'tr(B A)' }
  const lines = (label: string, answer: string, more: object = {}): HostileQuestion => ({ field: 'answer', name: label, question: { ...base, ...more }, answer })
  return [
    ...[10, 200, 250, 251, 10_000].flatMap(n => [
      lines(`a derivation of ${n} lines`, `${many(n - 1, '= tr(A B)', '\n')}\n= tr(B A)`), lines(`a derivation of ${n} wrong lines`, range(n, k => `= ${k + 2} tr(A B)`).join('\n')), lines(`a derivation of ${n} unreadable lines`, many(n, '= tr(A (', '\n')),
      lines(`${n} equations in one line`, many(n, 'tr(A B)', ' = ')), lines(`${n} claims`, many(n, '= tr(A B) since tr(A B) = tr(B A)', '\n')), lines(`${n} new names`, range(n, k => `g_${k} = ${k > 0 ? `g_${k - 1} + ` : ''}A B`).join('\n')), lines(`${n} new names that double`, range(n, k => `g_${k} = ${k > 0 ? `g_${k - 1} g_${k - 1}` : 'A B'}`).join('\n')),
      lines(`${n} lines of equals signs`, many(n, '=', '\n')), lines(`${n} times since`, many(n, 'since', ' ')),
    ]),
    lines('a line of 20,000 characters', `= ${many(3_000, 'A B', ' + ')}`), lines('a large start', '= tr(B A)', { start: many(1_000, 'tr(A B)', ' + ') }), lines('a large goal', '= tr(B A)', { goal: many(1_000, 'tr(A B)', ' + ') }), lines('no goal', '= tr(B A)', { goal: undefined }), lines('100 lines of large sums', many(100, `= ${many(60, 'tr(A B)', ' + ')}`, '\n')),
    lines('100 lines that only numbers decide', range(100, k => `= tr(A B) + exp(t)^${k} - exp(t)^${k}`).join('\n')), lines('200 lines of functions', range(200, k => `= tr(A B) + sum(tanh(A x)) - sum(tanh(A x)) + ${k} - ${k}`).join('\n')),
  ]
}

/** All hostile questions, by the field that is. */
export const hostileQuestions: Readonly<Record<string, readonly HostileQuestion[]>> = {
  'shapes in given': shapes(), 'names in given and define': names(), 'f, wrt, component and form': functions(), 'references, options and foreseen mistakes': values(), 'fields of the wrong type': types(), derivations: derivations(),
}
