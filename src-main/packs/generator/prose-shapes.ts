/** The words of questions for shapes. */
import { read, declare, typeset } from '../../calculus/index.ts'
import { latexName } from '../../calculus/print/forms/latex.ts'
import type { Question } from '../../checking/question.ts'
import type { Words } from './prose.ts'
import { words } from './words.ts'

/** `told`: the function of a derivative as it is shown; empty where there is none. */
export function shapeWords(question: Question, answer: string, told: string): Words {
  const { of = '', layout } = question
  const solution = (why: string): string => `${why} $${texShape(answer)}$.`
  const twice = /^∂\^2 (\w+)\/∂(\w+)∂(\w+)$/.exec(of)
  if (twice) return second(twice[1]!, twice[2]!, twice[3]!, solution)
  const [, target, input] = /^d(\w+)\/d(\w+)$/.exec(of) ?? []
  if (target === undefined || input === undefined) return plain(question, of, solution)
  const depends = Object.entries(question.given).flatMap(([name, text]) => {
    const arg = / of (\w+)/.exec(text)?.[1]
    return arg === undefined ? [] : [words.dependsOn(latexName(name), `$${latexName(arg)}$`)]
  })
  const asked = words.shapeOf(`\\partial ${latexName(target)} / \\partial ${latexName(input)}`, told)
  const prompt = `${asked}${depends.length > 1 ? ` ${words.here(depends)}` : ''}${layout === 'jacobian' ? '' : ` ${words.useLayout(layout)}`}`
  return {
    prompt, solution: solution(words.solutionTarget),
    hints: [
      told === '' ? words.hintShapes(latexName(target), latexName(input)) : words.hintFirst(latexName(input)),
      ...(depends.length > 1 ? [words.hintBetween] : []),
      words.hintEntries,
      ...(layout === 'jacobian' ? [] : [layout === 'denominator' ? words.hintDenominator : words.hintNumerator]),
    ],
  }
}

/** The shape of an expression. */
function plain({ given }: Question, of: string, solution: (why: string) => string): Words {
  const { latex } = typeset(read(of, declare({ given }).scope))
  return {
    prompt: words.shapeOf(latex, ''), solution: solution(words.solutionInner),
    hints: [words.hintBeneath, words.hintMeet],
  }
}

/** A number, differentiated by one vector and then by another. */
function second(f: string, outer: string, inner: string, solution: (why: string) => string): Words {
  const same = outer === inner
  const [a, b] = [latexName(outer), latexName(inner)]
  return {
    prompt: `${words.secondShape(latexName(f), `\\partial^2 ${latexName(f)} / \\partial ${same ? `${a}^2` : `${a}\\, \\partial ${b}`}`)}${same ? '' : ` ${words.inOrder(b, a)}`}`,
    hints: [words.hintFirstDerivative(b), words.hintSecondDerivative(a)],
    solution: solution(words.solutionSecond),
  }
}

function texShape(shape: string): string {
  return shape.replaceAll(' x ', ' \\times ').replaceAll('*', ' ')
}
