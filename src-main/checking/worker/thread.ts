/** The entry of the worker thread: reads questions and answers, judges them, and never touches the store. */
import { check, derive, readingScope, report } from '../check.ts'
import type { Question } from '../question.ts'
import type { Verdict } from '../verdict.ts'
import { sameAnswer } from '../same.ts'
import { serve } from './serve.ts'
import { warmUp } from './warm-up.ts'

serve({ check: timed(true), judge: timed(false), read: report, scope: readingScope, derive, same: sameAnswer }, warmUp)

/** A check with the time that it took. */
function timed(evidence: boolean): (question: Question, answer: string) => Verdict {
  return (question, answer) => {
    const from = performance.now()
    const verdict = check(question, answer, { evidence })
    return { ...verdict, ms: Math.round((performance.now() - from) * 100) / 100 }
  }
}
