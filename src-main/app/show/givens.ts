/** The table of what is given: symbol, shape, property. */
import { showAxes } from '../../calculus/index.ts'
import type { Scope } from '../../calculus/index.ts'
import { greek } from '../../calculus/print/forms/greek.ts'
import { scopeOf, shown } from './typeset.ts'
import type { Names } from './typeset.ts'
import { givenWords } from '../words/index.ts'

export interface GivenRow {
  readonly name: string
  readonly latex: string
  readonly shape: string
  readonly properties: string
}

/** What stands as the shape of a function that is applied entry by entry. Like `scalar` it is a code, which the window says in its language. */
export const entryByEntry = 'entry by entry'

/** One row for each declared and each defined name, in the author's order. */
export function givensOf(given: Names['given'], define: Names['define']): GivenRow[] {
  const scope = scopeOf({ given, define, component: undefined, summation: 'einstein' })
  return [
    ...Object.entries(given).map(([name, text]) => declared(name, text, scope)),
    ...Object.entries(define).map(([name, text]) => defined(name, text, scope)),
  ]
}

function declared(name: string, text: string, scope: Scope): GivenRow {
  const info = scope.symbols.get(name)
  const latex = info?.kind === 'elementwise' ? shownFunction(name) : shown(name, scope).latex
  // The author's own words for the shape, without what follows them: `1 x N` stays a row.
  const shape = info?.kind === 'elementwise' ? entryByEntry : text.split(/,|\bof\b/)[0]!.trim()
  const properties = [
    ...[...(info?.properties ?? [])].map(property => givenWords.properties[property]),
    ...(info && info.of.length > 0 ? [givenWords.dependsOn(info.of.map(other => greek.get(other)?.letter ?? other).join(', '))] : []),
  ].join(', ')
  return { name, latex, shape, properties }
}

function defined(name: string, text: string, scope: Scope): GivenRow {
  const body = shown(text, scope)
  return { name, latex: `${shown(name, scope).latex} = ${body.latex}`, shape: body.value ? showAxes(body.value.axes) : '', properties: '' }
}

/** A function has no value of its own, so that it cannot be read by itself. */
function shownFunction(name: string): string {
  return greek.get(name)?.tex ?? (name.length === 1 ? name : `\\operatorname{${name.replaceAll('_', '\\_')}}`)
}
