/** The words of a generated exercise: its prompt, its hints, its solution. */
import { declare, read, readFree, typeset, type Scope } from '../../calculus/index.ts'
import { latexName } from '../../calculus/print/forms/latex.ts'
import type { Question } from '../../checking/question.ts'
import { slotNames } from './axes.ts'
import { shapeWords } from './prose-shapes.ts'
import type { Step, Tools } from './tools.ts'
import { words } from './words.ts'

export interface Words {
  readonly prompt: string
  readonly hints: readonly string[]
  readonly solution: string
}

/** What a learner is told of a question; `answer` is the printed reference, `origin` the function whose gradient is differentiated once more. */
export function wordsOf(question: Question, answer: string, tools: Tools, origin: string | null): Words {
  switch (question.kind) {
    case 'derivative': return derivative(question, tools.solve(question).lines, origin)
    case 'shape': return shapeWords(question, answer, functionOf(question))
    case 'expression': return expression(question, answer)
    case 'derivation': return derivation(question, tools)
    default: throw new RangeError(`no words for a ${question.kind}`)
  }
}

function scopeOf(question: Question): Scope {
  const component = question.component === undefined ? [] : [...question.component]
  return { ...declare({ given: question.given, define: question.define, component }).scope, summation: question.summation }
}

function tex(text: string, question: Question): string {
  const names = question.component === undefined ? [] : [...question.component]
  return typeset(names.length > 0 ? readFree(text, scopeOf(question), names) : read(text, scopeOf(question))).latex
}

const subscript = (names: readonly string[]): string => (names.length === 0 ? '' : `_{${names.join('')}}`)

/** `f = A x`, `f` alone where it is not told; as a formula. A function that is given by its entries has their indices. */
function functionOf(question: Question): string {
  const { f = '', define, component } = question
  if (f === '') return ''
  // A function that is not told may be one of something that is.
  const untold = question.given[f]
  const names = untold ?? f
  const inner = Object.entries(define).filter(([name]) => new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`).test(names)).map(([name, body]) => `$${latexName(name)} = ${tex(body, question)}$`)
  if (untold !== undefined) return inner.length > 0 ? words.with(`$${latexName(f)}$`, words.and(inner)) : `$${latexName(f)}$`
  const target = component === undefined ? [] : slotNames(question).target
  const formula = tex(f, question)
  // Entries are entries of a function only where the names of its axes stand in it.
  const free = target.length > 0 && byEntries(f, target) ? subscript(target) : ''
  return inner.length > 0 ? words.with(`$f${free} = ${formula}$`, words.and(inner)) : `$f${free} = ${formula}$`
}

/** Do the names of a function's axes stand in its formula, as indices? */
function byEntries(f: string, target: readonly string[]): boolean {
  return target.every(name => new RegExp(`_(\\{[^}]*${name}[^}]*\\}|${name}(?![A-Za-z]))`).test(f))
}

/** What is known of functions that are not told, and of matrices that are of a kind. */
function known({ given, define }: Question): string {
  const depends = Object.entries(given).flatMap(([name, text]) => {
    const of = / of (.*)/.exec(text)?.[1]
    return of === undefined ? [] : [words.dependsOn(latexName(name), words.and(of.split(',').map(n => n.trim()).filter(n => given[n] !== undefined || define[n] !== undefined).map(n => `$${latexName(n)}$`)))]
  })
  const kinds = Object.entries(given).flatMap(([name, text]) => {
    const is = text.split(',').slice(1).map(each => (words.kinds as Readonly<Record<string, string>>)[each.trim()]).filter(each => each !== undefined)
    return is.length === 0 ? [] : [words.is(latexName(name), words.and(is))]
  })
  return [
    ...(depends.length > 0 ? [` ${words.untold(depends)}`] : []),
    ...(kinds.length > 0 ? [` ${words.kindsTogether(kinds)}`] : []),
  ].join('')
}

function derivative(question: Question, lines: readonly Step[], origin: string | null): Words {
  const { f = '', wrt = '', layout, form } = question
  const own = question.given[f] === undefined ? 'f' : f
  const { target, input } = slotNames(question)
  const asked = question.component !== undefined ? ` ${words.giveEntry(`\\partial ${latexName(own)}${subscript(target)} / \\partial ${latexName(wrt)}${subscript(input)}`)}`
    : form === 'vec' ? ` ${words.giveStacked(`\\partial \\operatorname{vec}(${latexName(own)}) / \\partial \\operatorname{vec}(${latexName(wrt)})`)}`
      : layout === 'jacobian' ? '' : ` ${words.useLayout(layout)}`
  const what = origin === null ? words.differentiate(functionOf(question), latexName(wrt))
    : words.hessian(tex(origin, question), functionOf(question), latexName(wrt))
  return {
    prompt: `${what}${known(question)}${asked}`, hints: hintsOf(lines),
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

function expression(question: Question, answer: string): Words {
  const value = String(question.value)
  if (question.form === 'matrix') {
    return {
      prompt: words.asProduct(tex(value, question)),
      hints: [words.hintFactors, words.hintTranspose, words.hintTrace],
      solution: `$$\nf = ${tex(answer, question)}\n$$`,
    }
  }
  const names = question.component === undefined ? [] : [...question.component]
  const inner = value.includes('einsum')
    ? [words.hintLetters, words.hintArrow]
    : [words.hintProduct]
  const array = value.replace(/_\{[a-z]+\}$/, '')
  const formula = value.includes('einsum') ? (names.length === 0 ? words.theNumber(array) : words.theEntry(`f${subscript(names)}`, array)) : `$f${subscript(names)} = ${tex(value, question)}$`
  return {
    prompt: `${words.withEntries(formula)}${known(question)}`,
    hints: [...inner, names.length === 0 ? words.hintAllSummed : words.hintOthersSummed(names)],
    solution: `$$\nf${subscript(names)} = ${tex(answer, question)}\n$$`,
  }
}

/** From `df` to the derivative times the differential of the input. */
function derivation(question: Question, tools: Tools): Words {
  const { wrt = '', goal = '', f = '', given, define } = question
  const differentials: Scope = scopeOf({ ...question, given: { ...given, [`d${wrt}`]: given[wrt]!.split(',')[0]!.split(' of ')[0]! } })
  // A differential is one symbol to the reader of formulas, and a d before one to the reader of books.
  const line = typeset(read(goal, differentials)).latex.replaceAll(`\\mathrm{d${wrt}}`, `\\mathrm{d}${latexName(wrt)}`)
  const derived = tools.solve({ ...question, kind: 'derivative', start: undefined, goal: undefined, f, given, define })
  return {
    prompt: `${words.showLines(functionOf(question), line, latexName(wrt), wrt)}${known(question)}`,
    hints: [
      words.hintDifferential(latexName(wrt)),
      ...hintsOf(derived.lines.filter(l => l.about !== 'entry' || l.rule).slice(0, -1).filter(l => !/delta/i.test(l.why))).slice(0, 4),
      words.hintLast,
    ],
    solution: [...derived.lines.map(l => `${l.why}\n\n$$\n${l.latex}\n$$`), `${words.changePutIn(latexName(wrt))}\n\n$$\n\\mathrm{d}f = ${line}\n$$`].join('\n\n'),
  }
}
