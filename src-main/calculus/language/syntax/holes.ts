/**
 * Looks at each token and the one before it, and makes the text whole: a missing operand gets a `missing` token, a sign too many is
 * left out, signs are told into sums and negations, and each of these slips is reported once. What comes out is in the grammar.
 */
import { closing, colon, comparison, finishCell, relation, separator } from './cells.ts'
import { Line } from './line.ts'
import { operand } from './operands.ts'
import { infix, postfix, power, sign } from './operators.ts'
import type { Report } from './report.ts'
import { KIND } from './token.ts'
import type { Token } from './token.ts'

/** Tokens that the grammar accepts, whatever came in. Brackets must be paired and bars be brackets already. */
export function fillHoles(tokens: readonly Token[], report: Report): readonly Token[] {
  const line = new Line(tokens, report)
  // A leading `=` continues the line before, in a derivation: it is dropped.
  const continues = tokens.length > 1 && tokens[0]!.kind === KIND.relation && tokens[0]!.text === '='
  for (line.at = continues ? 1 : 0; line.at < tokens.length; line.at++) take(line, tokens[line.at]!)
  finishCell(line, undefined)
  return line.out
}

function take(line: Line, token: Token): void {
  switch (token.kind) {
    case KIND.plus:
    case KIND.minus: return sign(line, token)
    case KIND.times: return infix(line, token)
    case KIND.power:
    case KIND.dotPower: return power(line, token)
    case KIND.sub:
    case KIND.prime:
    case KIND.dotT: return postfix(line, token)
    case KIND.comma:
    case KIND.row: return separator(line, token)
    case KIND.relation: return relation(line, token)
    case KIND.close: return closing(line, token)
    case KIND.colon: return colon(line, token)
    case KIND.compare:
    case KIND.less:
    case KIND.greater: return comparison(line, token)
    default: return operand(line, token)
  }
}
