/** Prepared data for the fixture host, in the shape of the contract. */
import type { CallOutput } from '../../src-main/app/contract.ts'

type Exercise = CallOutput<'openExercise'>
type Part = Exercise['parts'][number]
type Verdict = CallOutput<'submit'>['verdict']

const completions = [
  { label: 'A', insert: 'A', detail: 'M x N' }, { label: 'x', insert: 'x', detail: 'N' }, { label: 'y', insert: 'y', detail: 'M' },
  { label: 'delta', insert: 'delta', detail: 'Kronecker delta' }, { label: 'det', insert: 'det(', detail: 'scalar' }, { label: 'tr', insert: 'tr(', detail: 'scalar' }, { label: 'trace', insert: 'trace(', detail: 'scalar' },
]
function part(id: string, title: string, more: Partial<Part>): Part {
  return { id, title, prompt: '', kind: 'derivative', latex: '', asks: '', options: [], hintsLeft: 0, hintsShown: [], draft: '', state: 'new', completions, ...more }
}

export const exercises: Exercise[] = [
  {
    pack: 'course', id: 'least-squares', title: 'The gradient of least squares', outcomes: ['compute'],
    intro: 'A linear model $A x$ is compared with data $y$. How does the squared error change when **one entry** of $A$ changes?',
    givens: [
      { name: 'A', latex: 'A', shape: 'M x N', properties: '' }, { name: 'x', latex: 'x', shape: 'N', properties: '' },
      { name: 'y', latex: 'y', shape: 'M', properties: '' }, { name: 'S', latex: 'S', shape: 'N x N', properties: 'symmetric, positive definite' },
    ],
    parts: [
      part('matrix', 'As a matrix', { prompt: 'Give the derivative as a matrix of the shape of $A$.', latex: '\\frac{\\partial f}{\\partial A}, \\qquad f = \\lVert A x - y \\rVert^2', asks: 'Layout: denominator (the shape of A). Any notation.', hintsLeft: 2 }),
      part('entries', 'By entries', { prompt: 'Now the entry at row $i$ and column $j$, with indices.', latex: '\\frac{\\partial f}{\\partial A_{ij}}', asks: 'Form: with indices i, j.', hintsLeft: 1, state: 'right' }),
      part('derivation', 'Line by line', { kind: 'derivation', prompt: 'From the first line to the last, one step a line.', latex: '\\lVert A x - y \\rVert^2 \\;\\longrightarrow\\; x^\\top A^\\top A x - 2 y^\\top A x + y^\\top y', asks: 'Each line must equal the one before.' }),
      part('which', 'Which shape', { kind: 'choice', prompt: 'Which shapes can the derivative take?', options: [{ id: 'a', text: '$M \\times N$' }, { id: 'b', text: '$N \\times M$' }, { id: 'c', text: 'a scalar' }], many: true }),
    ],
    next: { pack: 'course', id: 'linear-map', title: 'The derivative of A x by A' },
  },
  {
    pack: 'course', id: 'linear-map', title: 'The derivative of A x by A', outcomes: ['shapes', 'indices'], intro: '', next: null,
    givens: [{ name: 'A', latex: 'A', shape: 'M x N', properties: '' }, { name: 'x', latex: 'x', shape: 'N', properties: '' }],
    parts: [part('shape', 'Its shape', { kind: 'shape', prompt: 'What is the shape of the derivative, target times input?', latex: '\\frac{\\partial f}{\\partial A}, \\qquad f = A x' })],
  },
]

export const library: CallOutput<'library'> = {
  exercises: [
    { pack: 'course', id: 'least-squares', title: 'The gradient of least squares', chapter: 'Scalar functions', outcomes: ['compute'], parts: 4, right: 1, state: 'begun' },
    { pack: 'course', id: 'trace', title: 'A trace by its matrix', chapter: 'Scalar functions', outcomes: ['compute'], parts: 3, right: 3, state: 'done' },
    { pack: 'course', id: 'quadratic', title: 'Quadratic forms', chapter: 'Scalar functions', outcomes: ['compute'], parts: 2, right: 0, state: 'new' },
    { pack: 'course', id: 'linear-map', title: 'The derivative of A x by A', chapter: 'Arrays of three and four axes', outcomes: ['shapes'], parts: 1, right: 0, state: 'new' },
    { pack: 'course', id: 'chain', title: 'The chain rule by indices', chapter: 'Arrays of three and four axes', outcomes: ['indices'], parts: 5, right: 0, state: 'new' },
  ],
  outcomes: [
    { id: 'shapes', title: 'Do the bookkeeping of matrix derivative shapes', parts: 12, right: 5, tried: 7 },
    { id: 'compute', title: 'Compute derivatives of matrices', parts: 20, right: 4, tried: 4 },
    { id: 'abstract', title: 'Abstract complex derivatives into the well-defined chain rule', parts: 6, right: 0, tried: 0 },
    { id: 'indices', title: 'Describe the detailed index-wise summation for the chain rule', parts: 9, right: 1, tried: 3 },
  ],
  problems: ['exercises/mine/softmax.yaml, line 14, column 3: there is no field “promt”; did you mean “prompt”?'],
  continueWith: { pack: 'course', id: 'least-squares', title: 'The gradient of least squares' }, dataFolder: '/home/ada/.local/share/nabla', version: '0.1.0',
}

export const readings: Record<string, CallOutput<'read'>> = {
  '2(Ax-y)x^T': {
    problems: [], notes: [], latex: '2\\,(A x - y)\\,x^\\top', speech: '2 times, A x minus y, times x transposed', shape: 'M x N',
    parts: [{ from: 0, to: 10, shape: 'M x N' }, { from: 1, to: 7, shape: 'M' }, { from: 2, to: 4, shape: 'M' }, { from: 8, to: 11, shape: '1 x N' }],
  },
  '2(Ax-b)x^T': {
    problems: [{ code: 'unknown-name', message: 'There is no b here. The names that are given are A, x, y and S.', from: 5, to: 6, mend: { from: 5, to: 6, text: 'y' } }],
    notes: [], latex: '2\\,(A x - b)\\,x^\\top', speech: '2 times, A x minus b, times x transposed', parts: [],
  },
}

const example = { sizes: { M: 2, N: 3 }, targetAxes: 0, shape: [2, 3] }
export const verdicts: Record<string, Verdict> = {
  '2(Ax-y)x^T': {
    verdict: 'correct', proof: 'symbolic', diagnosis: [], sentence: 'Correct: both sides have the same normal form.', notes: [], shape: 'M x N', numeric: { points: 3, maxError: 1.2e-15 },
    evidence: { normalForms: { yours: ['2\\,A_{ik}\\,x_k\\,x_j', '-2\\,y_i\\,x_j'], truth: ['2\\,A_{ik}\\,x_k\\,x_j', '-2\\,y_i\\,x_j'] }, example: { ...example, truth: [0.42, -1.3, 2.61, 0.8, -2.51, 5.01], yours: [0.42, -1.3, 2.61, 0.8, -2.51, 5.01], differ: [] } },
  },
  '2(Ax-b)x^T': {
    verdict: 'invalid', diagnosis: [{ code: 'unknown-name', message: 'There is no b here. The names that are given are A, x, y and S.', from: 5, to: 6, mend: { from: 5, to: 6, text: 'y' } }],
    sentence: 'This could not be read: there is no b here.', notes: [],
  },
  '(Ax-y)x^T': {
    verdict: 'incorrect', proof: 'counterexample', sentence: 'Right up to a constant factor: yours is half of it.', notes: ['k is read as summed.'], shape: 'M x N', numeric: { points: 3, maxError: 0.5 },
    diagnosis: [{ code: 'factor', message: 'The factor 2 of the square is missing.', from: 0, to: 6 }],
    evidence: { normalForms: { yours: ['A_{ik}\\,x_k\\,x_j', '-y_i\\,x_j', ''], truth: ['2\\,A_{ik}\\,x_k\\,x_j', '-2\\,y_i\\,x_j', 'S_{ij}'] }, example: { ...example, truth: [0.42, -1.3, 2.61, 0.8, -2.51, 5.01], yours: [0.21, -0.65, 1.305, 0.4, -1.255, null], differ: [0, 1, 2, 3, 4, 5] } },
  },
  'Mx(MxN)': {
    verdict: 'incorrect', proof: 'counterexample', sentence: 'Not the same array.', notes: [], diagnosis: [], shape: 'M x (M x N)', numeric: { points: 3, maxError: 1 },
    evidence: { example: { sizes: { M: 2, N: 3 }, targetAxes: 1, shape: [2, 2, 3], truth: [1, 2, 3, 0, 0, 0, 0, 0, 0, 1, 2, 3], yours: [1, 2, 3, 1, 2, 3, 0, 0, 0, 1, 2, 3], differ: [3, 4, 5] } },
  },
  'four': {
    verdict: 'incorrect', proof: 'counterexample', sentence: 'Right with its free indices exchanged.', notes: [], diagnosis: [{ code: 'index-swap', message: 'i and k are exchanged.', from: 0, to: 4 }], shape: '(P x Q) x (M x N)', numeric: { points: 3, maxError: 1 },
    evidence: { example: { sizes: { P: 2, Q: 2, M: 2, N: 2 }, targetAxes: 2, shape: [2, 2, 2, 2], truth: [1, 0, 0, 0, 0, 1.5e-7, 0, 0, 0, 0, 1, 0, 0, 0, 0, 123456.7], yours: [1, 0, 0, 0, 0, 0, 1.5e-7, 0, 0, 1, 0, 0, 0, 0, 0, 123456.7], differ: [5, 6, 9, 10] } },
  },
  other: { verdict: 'undecided', sentence: 'The checker ran out of time on this answer.', notes: [], diagnosis: [] },
}

export const attempts: CallOutput<'history'>['attempts'] = [
  { id: '2', at: '2026-11-02T10:20:00.000Z', pack: 'course', exercise: 'least-squares', part: 'matrix', answer: '(A x - y) x^T', verdict: verdicts['(Ax-y)x^T']! },
  { id: '1', at: '2026-11-01T09:00:00.000Z', pack: 'course', exercise: 'least-squares', part: 'entries', answer: '2 (A_{ik} x_k - y_i) x_j', verdict: verdicts['2(Ax-y)x^T']! },
]
