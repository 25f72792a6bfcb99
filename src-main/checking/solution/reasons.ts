/** Why each line of a worked solution follows, in the language that is spoken. */
import { inEveryTongue, nodesOf, type Reading, type Resolved } from '../../calculus/index.ts'
import { latexName } from '../../calculus/print/forms/latex.ts'
import type { Within } from './names.ts'
import type { Rule } from './rules.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const reasonWords = inEveryTongue<typeof english>({ en: english, de: german })

/** What the outer function does, for its derivative: in formulas here, which are the same in every language; in words in the catalogue. */
const slopes: Readonly<Record<string, string>> = {
  exp: '$\\exp\' = \\exp$', log: "$\\log'(u) = 1/u$", sin: "$\\sin' = \\cos$", cos: "$\\cos' = -\\sin$", tan: "$\\tan' = 1 + \\tan^2$",
  sinh: "$\\sinh' = \\cosh$", cosh: "$\\cosh' = \\sinh$", tanh: "$\\tanh' = 1 - \\tanh^2$",
  sigmoid: "$\\operatorname{sigmoid}' = \\operatorname{sigmoid} \\cdot (1 - \\operatorname{sigmoid})$",
  softplus: "$\\operatorname{softplus}' = \\operatorname{sigmoid}$",
}

/** Why an inner function gets a name. */
export function namedWords(name: string, within: Within): string {
  switch (within.k) {
    case 'map': return reasonWords.namedArgument(within.fn, name)
    case 'inverse': return reasonWords.namedInverted(name)
    case 'det': return reasonWords.namedInDeterminant(name)
    default: return reasonWords.namedInner(name)
  }
}

/** How the pieces of a formula in matrix notation are written with entries. */
export function entriesWords({ resolved, parts }: Reading): string {
  const nodes = nodesOf(resolved)
  const shapes = new Map(parts.map(part => [`${part.from} ${part.to}`, part.shape]))
  const isArray = ({ from, to }: Resolved): boolean => shapes.get(`${from} ${to}`) !== 'scalar'
  const has = (test: (n: Resolved) => boolean): boolean => nodes.some(test)
  const called = (...fns: string[]): boolean => has(n => n.k === 'call' && fns.includes(n.fn))
  const rules = reasonWords.entryRules
  const said = [
    ...(has(n => n.k === 'norm') ? [rules.norm] : []),
    ...(called('tr', 'trace') ? [rules.trace] : []),
    ...(called('softmax') ? [rules.softmax] : []),
    ...(has(n => n.k === 'factors' && n.items.some(i => i.op === '.*')) ? [rules.entrywise] : []),
    ...(has(n => n.k === 'factors' && n.items.some((item, i) => i > 0 && item.op === '*' && isArray(item.node) && n.items.slice(0, i).some(before => isArray(before.node)))) ? [rules.product] : []),
  ].slice(0, 2)
  return reasonWords.entries(said)
}

/** The rules that a step takes, at most three of them. */
export function rulesWords(rules: readonly Rule[], wrt: string): string {
  // The rules of functions say themselves that the inner derivative follows.
  const told = rules.some(r => r.k === 'map' || r.k === 'power' || r.k === 'square')
  return rules.filter(r => !(told && r.k === 'inner')).slice(0, 3).map(r => ruleWords(r, wrt)).join(' ')
}

function ruleWords(rule: Rule, wrt: string): string {
  switch (rule.k) {
    case 'constant': case 'linear': case 'product': case 'told': return reasonWords[rule.k](wrt)
    case 'sum': case 'square': case 'power': case 'exponent': case 'inverse': case 'det': case 'logdet': return reasonWords[rule.k]
    case 'inner': return reasonWords.chain
    case 'map': {
      const slope = slopes[rule.fn] ?? (reasonWords.slopes as Readonly<Record<string, string>>)[rule.fn]
      return reasonWords.map(rule.declared || !slope ? `$${latexName(rule.fn)}'$` : slope)
    }
    default: return rule satisfies never
  }
}
