/** A small pack that is right, to break in one place at a time. */
export const packText = `format: 1
id: sample
title: Sample
version: 1.0.0
outcomes:
  - { id: compute, title: Compute }
  - { id: shapes, title: Shapes }
`
export const exerciseText = `id: whole
title: Whole
outcomes: [compute]
given: { A: M x N, x: N }
define: { g: A x }
parts:
  - id: first
    prompt: Differentiate.
    kind: derivative
    f: x^T x
    wrt: x
    tests: { right: [2 x^T] }
  - id: second
    outcomes: [shapes]
    prompt: Differentiate.
    given: { y: N }
    kind: derivative
    f: g^T g
    wrt: x
    hints:
      - First.
      - { for: sign, say: Signs. }
    tests:
      right: [2 g^T A]
      wrong:
        - { answer: 2 g, diagnosis: shape }
        - '0'
      unreadable: ['2 +']
`
