/** The task of a question in typeset mathematics. */
import { unknownKind } from '../../calculus/problem.ts'
import { componentNames } from '../../checking/prepare/layout.ts'
import type { Question } from '../../checking/question.ts'
import { scopeOf, shown } from './typeset.ts'

/** What is asked, in LaTeX; empty where the prompt says it all. A reference that was typed is never shown. */
export function taskOf(question: Question): string {
  switch (question.kind) {
    case 'derivative':
      return derivativeTask(question)
    case 'shape':
      return shapeTask(question)
    case 'derivation': {
      const { start, goal } = routeOf(question)!
      return `${start} \\;\\longrightarrow\\; ${goal}`
    }
    case 'expression':
    case 'number':
      return question.f === undefined ? '' : definition(question.f, question)
    case 'choice':
      return ''
    default:
      return unknownKind(question.kind)
  }
}

/** Where a derivation begins and what its last line must reach, in LaTeX; null for every other kind. */
export function routeOf(question: Question): { readonly start: string; readonly goal: string } | null {
  if (question.kind !== 'derivation') return null
  const scope = scopeOf(question)
  return { start: shown(question.start ?? '', scope).latex, goal: shown(question.goal ?? '', scope).latex }
}

/** `f = …`; with its free indices where it is written in index notation. */
function definition(f: string, question: Question): string {
  const names = componentNames(question.component) ?? []
  const { latex, value } = shown(f, scopeOf(question), names)
  const free = value?.free.map(index => index.name) ?? []
  return `f${subscript(free)} = ${latex}`
}

function derivativeTask(question: Question): string {
  const { f = '', wrt = '' } = question
  const scope = scopeOf(question)
  const own = scope.symbols.has(f.trim())
  const target = own ? shown(f, scope).latex : 'f'
  const input = shown(wrt, scope).latex
  const equation = own ? '' : `${definition(f, question)}, \\qquad `
  if (question.form === 'vec')
    return `${equation}\\frac{\\mathrm{d} \\operatorname{vec}(${target})}{\\mathrm{d} \\operatorname{vec}(${input})} = {?}`
  const names = componentNames(question.component) ?? []
  const inputAxes = (scope.symbols.get(wrt.trim())?.axes ?? []).filter(axis => axis.length > 0).length
  const at = names.length - Math.min(inputAxes, names.length)
  return `${equation}\\frac{\\partial ${target}${subscript(names.slice(0, at))}}{\\partial ${input}${subscript(names.slice(at))}} = {?}`
}

function shapeTask(question: Question): string {
  if (question.of === undefined) return ''
  const { latex } = shown(question.of, scopeOf(question))
  const equation = question.f === undefined ? '' : `${definition(question.f, question)}, \\qquad `
  return `${equation}${question.f === undefined ? latex : ofOwn(question.of, question)} \\in \\mathbb{R}^{?}`
}

/** `df/dA` of the question's own f, which no scope declares. */
function ofOwn(of: string, question: Question): string {
  const atom = /^\s*(?:d|∂|\\partial\s)\s*f\s*\/\s*(?:d|∂|\\partial\s)\s*(\S+)\s*$/.exec(of)
  const scope = scopeOf(question)
  return atom ? `\\frac{\\mathrm{d} f}{\\mathrm{d} ${shown(atom[1]!, scope).latex}}` : shown(of, scope).latex
}

/** Letters side by side; longer names are Greek. */
function subscript(names: readonly string[]): string {
  return names.length === 0 ? '' : `_{${names.map(name => (name.length === 1 ? name : `\\${name} `)).join('')}}`
}
