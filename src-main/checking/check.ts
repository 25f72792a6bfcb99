/** The checker's door: a question and an answer to a verdict. Pure: the same question and answer always give the same verdict. */
import { checkChoice } from './kinds/choice.ts'
import { checkDerivation } from './kinds/derivation.ts'
import { checkExpression } from './kinds/expression.ts'
import { checkNumber } from './kinds/number.ts'
import { checkShape } from './kinds/shape.ts'
import { prepareOnce } from './prepared.ts'
import type { Question } from './question.ts'
import type { Verdict } from './verdict.ts'

export { derive, deriveIn, type Derived } from './derive.ts'
export { readingScope, report } from './report.ts'
export { prepareOnce } from './prepared.ts'
export { QuestionError } from './prepare/fault.ts'

export interface CheckOptions {
  /** Also make the evidence: normal forms, a small example with both arrays. */
  readonly evidence?: boolean
  /** Also say what is wrong with a wrong answer, which is most of the work on one; true where not given. */
  readonly diagnose?: boolean
}

/** Judges an answer. Throws `QuestionError` where the question itself is at fault; never for an answer. */
export function check(question: Question, answer: string, options: CheckOptions = { evidence: true }): Verdict {
  const evidence = options.evidence ?? false
  switch (question.kind) {
    case 'derivative': case 'expression': return checkExpression(prepareOnce(question), answer, evidence, options.diagnose)
    case 'shape': return checkShape(question, answer)
    case 'number': return checkNumber(question, answer)
    case 'choice': return checkChoice(question, answer)
    case 'derivation': return checkDerivation(question, answer, options.diagnose)
    default: throw new Error(`unknown kind of question: ${String(question.kind satisfies never)}`)
  }
}
