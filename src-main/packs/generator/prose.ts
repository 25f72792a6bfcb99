/** The words of a generated exercise: its prompt, its hints, its solution. */
import { declare, read, typeset, type Scope } from '../../calculus/index.ts'
import { latexName } from '../../calculus/print/forms/latex.ts'
import type { Question } from '../../checking/question.ts'
import type { Step, Tools } from './tools.ts'

export interface Words {
  readonly prompt: string
  readonly hints: readonly string[]
  readonly solution: string
}

/** What a learner is told of a question; `answer` is the printed reference. */
export function wordsOf(question: Question, answer: string, tools: Tools): Words {
  switch (question.kind) {
    case 'derivative': return derivative(question, tools.solve(question).lines)
    case 'shape': return shape(question, answer)
    case 'expression': return expression(question, answer)
    default: throw new RangeError(`no words for a ${question.kind}`)
  }
}

function scopeOf(question: Question): Scope {
  const component = question.component === undefined ? [] : [...question.component]
  return { ...declare({ given: question.given, define: question.define, component }).scope, summation: question.summation }
}

function tex(text: string, question: Question): string {
  return typeset(read(text, scopeOf(question))).latex
}

/** `f = A x`, `f` alone where it is not told; as a formula. */
function functionOf(question: Question): string {
  const { f = '' } = question
  return question.given[f] === undefined ? `$f = ${tex(f, question)}$` : `$${latexName(f)}$`
}

function derivative(question: Question, lines: readonly Step[]): Words {
  const { f = '', wrt = '', layout, form } = question
  const told = question.given[f] === undefined
  const depends = Object.entries(question.given).flatMap(([name, text]) => (/ of /.test(text) ? [`$${latexName(name)}$ depends on ${text.split(/ of /)[1]!.split(/[,\s]+/).filter(n => n !== '').map(n => `$${latexName(n)}$`).join(' and ')}`] : []))
  const names = question.component === undefined ? [] : [...question.component]
  const own = told ? 'f' : f
  const inputs = (question.given[wrt] ?? '').split(',')[0]!.split(' of ')[0]!.split(' x ').length
  const at = names.length - inputs
  const sub = (list: readonly string[]): string => (list.length === 0 ? '' : `_{${list.join('')}}`)
  const asked = names.length > 0 ? ` Give the entry $\\partial ${latexName(own)}${sub(names.slice(0, at))} / \\partial ${latexName(wrt)}${sub(names.slice(at))}$.`
    : form === 'vec' ? ` Stack the columns on both sides: give $\\partial \\operatorname{vec}(f) / \\partial \\operatorname{vec}(${latexName(wrt)})$.`
      : layout === 'jacobian' ? '' : ` Use the ${layout} layout.`
  const prompt = `Differentiate ${functionOf(question)} by $${latexName(wrt)}$.${depends.length > 0 ? ` Here ${depends.join(', and ')}, in ways that are not told: write their derivatives as they are.` : ''}${asked}`
  return {
    prompt, hints: hintsOf(lines),
    solution: lines.map(l => `${l.why}\n\n$$\n${l.latex}\n$$`).join('\n\n'),
  }
}

/** Rule by rule: a hint names the next rule, and shows formulas only of the function itself, never of its derivative. */
function hintsOf(lines: readonly Step[]): string[] {
  const named = lines.filter(l => l.about === 'name')
  const written = lines.slice(1).filter(l => l.about === 'function').at(-1)
  const rules = lines.filter(l => l.about === 'entry' && l.rule).map(l => l.why)
  const hints = [
    ...named.map(l => `${l.why} $${l.latex}$`), ...(written ? [`${written.why} $${written.latex}$`] : []), ...rules,
  ]
  return [...new Set(hints.length > 0 ? hints : [lines.at(-1)!.why])]
}

function shape(question: Question, answer: string): Words {
  const { f, of = '', layout } = question
  const [target, input] = of.slice(1).split('/d') as [string, string]
  const told = f !== undefined
  const prompt = `What is the shape of $\\partial ${latexName(target)} / \\partial ${latexName(input)}$${told ? ` for ${functionOf(question)}` : ''}?${layout === 'jacobian' ? '' : ` Use the ${layout} layout.`}`
  const hints = [
    told ? `First find the shape of $f$ itself; that of $${latexName(input)}$ is given.` : `Look at the shapes of $${latexName(target)}$ and of $${latexName(input)}$. How many axes has each?`,
    'There is one entry for each entry of the target and each entry of the input: the axes of the target, then those of the input.',
    ...(layout === 'jacobian' ? [] : [layout === 'denominator' ? 'In the denominator layout a derivative by a vector stands upright, as the input does.' : 'In the numerator layout the input is transposed.']),
  ]
  return { prompt, hints, solution: `Target first, then input: $${answer.replaceAll(' x ', ' \\times ').replaceAll('*', ' ')}$.` }
}

function expression(question: Question, answer: string): Words {
  const value = String(question.value)
  return {
    prompt: `Write $f = ${tex(value, question)}$ with entries: every sum either written or by Einstein’s convention.`,
    hints: ['A matrix product $A B$ has the entries $(A B)_{ij} = \\sum_k A_{ik} B_{kj}$: the inner index is summed.', 'The result is a scalar, so that every index is summed over.'],
    solution: `$f = ${tex(answer, question)}$`,
  }
}
