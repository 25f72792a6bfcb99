/** Tokens: what the grammar reads, one letter for each. */
import type { Group, ProductOp, SubItem, Unit } from '../ast.ts'

/** The letters of the grammar, each a kind of token. `missing` holds the place of an operand that is not there. */
export const KIND = {
  word: 'w', number: 'n', string: 's', missing: 'm', colon: ':', plus: '+', minus: '-', negate: '~', times: '*', sub: '_', power: '^',
  dotPower: 'p', prime: "'", dotT: 't', frac: 'f', open: '(', close: ')', comma: ',', row: ';', relation: '=',
  // The next ones never reach the grammar: the passes between resolve or report them.
  bar: '|', root: 'r', less: '<', greater: '>', compare: '?',
} as const
export type TokenKind = (typeof KIND)[keyof typeof KIND]

export interface Token {
  readonly kind: TokenKind
  readonly from: number
  readonly to: number
  readonly spaced: boolean
  /** `word`. */
  readonly units?: readonly Unit[]
  /** `word` that is one thing however it is spelled (`\mathrm{new}`): as an exponent it is taken whole. */
  readonly own?: boolean
  /** `number`, `string`; `relation`: `=` or `≠`; `compare`: by its plain spelling; `bar`: `|` or `‖`; `row`, `comma`: as typed (`;`, `\\`, `&`, `,`); `open` and `close` of a matrix: its environment. */
  readonly text?: string
  /** `times`: which product. */
  readonly op?: ProductOp
  /** `prime`: how many. */
  readonly count?: number
  /** `sub`. */
  readonly items?: readonly SubItem[]
  readonly braced?: boolean
  /** `open`, `close`. */
  readonly group?: Group['kind']
  readonly facing?: 'open' | 'close'
  readonly closer?: string
  /** What is wrong with it has been reported: it is not blamed again. */
  readonly faulty?: boolean
  /** Put in by a repair, not typed: its span is empty. */
  readonly virtual?: boolean
}

/** True where a token ends an operand, so that a postfix or an infix sign may follow. */
export function endsOperand(token: Token | undefined): boolean {
  return token !== undefined && ENDS.includes(token.kind)
}

/** True where a token starts an operand. */
export function startsOperand(token: Token | undefined): boolean {
  return token !== undefined && STARTS.includes(token.kind)
}

/** Groups whose cells are parted by commas; in the others a comma is a slip. */
export const CELLED: ReadonlySet<Group['kind']> = new Set(['paren', 'bracket', 'matrix', 'angle'])

const ENDS = 'wnsm:_\'t)'
const STARTS = 'wnsm:fr('
