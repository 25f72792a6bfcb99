/** Worked solutions, held against the checker. */
import { check } from '../../src-main/checking/check.ts'
import type { Question } from '../../src-main/checking/question.ts'
import type { SolutionLine, WorkedSolution } from '../../src-main/checking/solution/solution.ts'

/** The question that a line answers, as anyone could ask it. */
function questionOf(q: Question, s: WorkedSolution, line: SolutionLine): Question {
  const named = { ...q, define: { ...q.define, ...s.define }, mistakes: [] }
  const { component: _, ...whole } = named
  const entry = { ...whole, form: 'any' as const, ...(s.component.length > 0 ? { component: [...s.component] } : {}) }
  if (line.about === 'entry') return entry
  if (line.about === 'answer') return s.inEntries ? entry : q
  const { f, wrt: __, form: ___, ...rest } = whole
  const shown = [...line.latex.matchAll(/^[^=]*?_\{([^{}]*)\} =/g)].flatMap(m => m[1]!.split(/, /).flatMap(x => (x.startsWith('\\') ? [x.slice(1).trim()] : [...x])))
  if (shown.length === 0) return { ...rest, form: 'any', kind: 'expression', value: f! }
  return { ...rest, form: 'any', kind: 'expression', component: shown, value: s.lines[0]!.latex.startsWith('f_{') ? f! : `(${f})_{${shown.map(n => (n.length > 1 ? `\\${n}` : n)).join(',')}}` }
}

/** What is wrong with the lines of a solution, each judged as a learner's answer. */
export function confirm(q: Question, s: WorkedSolution): string[] {
  return s.lines.flatMap(line => {
    if (line.about === 'name') return []
    const v = check(questionOf(q, s, line), line.text, { evidence: false })
    return v.verdict === 'correct' ? [] : [`${line.about} ${line.text}: ${v.verdict} ${v.diagnosis[0]?.message ?? v.sentence}`]
  })
}
