/** Pieces of a function: its text in the answer language, and its structure, in which names and numbers do not matter. */
export interface Piece {
  readonly text: string
  /** How tightly the text holds together. */
  readonly holds: 1 | 2 | 3
  /** The same for functions that are built alike. */
  readonly key: string
  /** How many steps it takes to differentiate it. */
  readonly cost: number
  /** The level of the hardest rule in it. */
  readonly level: number
  /** It depends on the input. */
  readonly moves: boolean
}

export const SUM = 1, PRODUCT = 2, ATOM = 3

/** A symbol, with the property that it is declared to have. */
export function leaf(text: string, moves: boolean, property = ''): Piece {
  return { text, holds: ATOM, key: moves ? 'x' : `c${property}`, cost: 0, level: 1, moves }
}

/** The text, in brackets where it does not hold together as tightly. */
export function held(piece: Piece, atLeast: Piece['holds']): string {
  return piece.holds >= atLeast ? piece.text : `(${piece.text})`
}

/** The text, transposed. */
export function turned(piece: Piece): string {
  return `${held(piece, ATOM)}^T`
}

/** A piece made of others: `cost` and `level` are those of the rule alone. */
export function made(rule: { readonly name: string; readonly level: number; readonly cost: number }, parts: readonly Piece[], text: string, holds: Piece['holds']): Piece {
  return {
    text, holds, key: `${rule.name}(${parts.map(p => p.key).join(',')})`, cost: rule.cost + parts.reduce((n, p) => n + p.cost, 0),
    level: Math.max(rule.level, ...parts.map(p => p.level)), moves: parts.some(p => p.moves),
  }
}
