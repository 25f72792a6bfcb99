/** The words of questions for shapes. */
import { read, declare, typeset } from '../../calculus/index.ts'
import { latexName } from '../../calculus/print/forms/latex.ts'
import type { Question } from '../../checking/question.ts'
import type { Words } from './prose.ts'

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
    return arg === undefined ? [] : [`$${latexName(name)}$ depends on $${latexName(arg)}$`]
  })
  const prompt = `What is the shape of $\\partial ${latexName(target)} / \\partial ${latexName(input)}$${told === '' ? '' : ` for ${told}`}?${depends.length > 1 ? ` Here ${depends.join(', and ')}.` : ''}${layout === 'jacobian' ? '' : ` Use the ${layout} layout.`}`
  return {
    prompt, solution: solution('Target first, then input:'),
    hints: [
      told === '' ? `Look at the shapes of $${latexName(target)}$ and of $${latexName(input)}$. How many axes has each?` : `First find the shape of $f$ itself; that of $${latexName(input)}$ is given.`,
      ...(depends.length > 1 ? ['What stands between or beyond the two plays no part in the shape.'] : []),
      'There is one entry for each entry of the target and each entry of the input: the axes of the target, then those of the input.',
      ...(layout === 'jacobian' ? [] : [layout === 'denominator' ? 'In the denominator layout a derivative by a vector stands upright, as the input does.' : 'In the numerator layout the input is transposed.']),
    ],
  }
}

/** The shape of an expression. */
function plain({ given }: Question, of: string, solution: (why: string) => string): Words {
  const { latex } = typeset(read(of, declare({ given }).scope))
  return {
    prompt: `What is the shape of $${latex}$?`, solution: solution('Inner axes meet and vanish, outer ones stay:'),
    hints: ['Write the shape beneath each factor. A vector is a column, and its transpose a row.', 'In a product the inner axes meet and vanish; in a sum, and entry by entry, the shapes are the same.'],
  }
}

/** A number, differentiated by one vector and then by another. */
function second(f: string, outer: string, inner: string, solution: (why: string) => string): Words {
  const same = outer === inner
  const [a, b] = [latexName(outer), latexName(inner)]
  return {
    prompt: `$${latexName(f)}$ is a number. What is the shape of $\\partial^2 ${latexName(f)} / \\partial ${same ? `${a}^2` : `${a}\\, \\partial ${b}`}$?${same ? '' : ` It is differentiated by $${b}$ first, and then by $${a}$.`}`,
    hints: [`The first derivative has one entry for each entry of $${b}$.`, `Each of these is a target of the second derivative, and each entry of $${a}$ an input: target by input.`],
    solution: solution('Those of the first derivative, by those of the second input:'),
  }
}

function texShape(shape: string): string {
  return shape.replaceAll(' x ', ' \\times ').replaceAll('*', ' ')
}
