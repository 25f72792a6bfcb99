/** Values that become something else by what they stand beside: `2 {c} x` with -3 is a difference, `{c}^2` the negative of a square, and a sum falls apart. */
import type { PackProblem } from '../problem.ts'
import type { ExerciseFile } from '../schema/exercise.ts'
import type { SourceFile } from '../yaml/document.ts'
import type { Path } from '../yaml/places.ts'
import { written } from './draw.ts'
import { placeholdersIn } from './fill.ts'
import { words } from './words.ts'

/** Fields that hold mathematics as it is typed. */
const formulas = new Set(['f', 'value', 'of', 'start', 'goal', 'when', 'right', 'wrong'])
/** Right before the placeholder: what keeps its braces, so that it stays together. */
const braced = /(?:[_^}]|\\[A-Za-z]+)$/
const operandBefore = /[\p{L}\p{N})\]'°]\s*$/u
const productBefore = /[*/·@-]\s*$/
const powerAfter = /^\s*(?:\.?\^|')/
const operandAfter = /^\s*(?:[\p{L}\p{N}([{\\*/·@]|\.[*/])/u

/** A warning for each placeholder in a formula at which some value would not stay together. */
export function looseValues(source: SourceFile, file: ExerciseFile): PackProblem[] {
  const vary = file.vary ?? {}
  const names = new Set(Object.keys(vary))
  return formulasOf(file, [], false).flatMap(({ path, text }) =>
    placeholdersIn(text, names).flatMap(({ name, field, from, to }) => {
      const [before, after] = [text.slice(0, from), text.slice(to)]
      if (braced.test(before)) return []
      const value = vary[name]!.map(written).map(each => (typeof each === 'string' ? each : (each[field ?? ''] ?? ''))).find(each => comesApart(each, before, after))
      if (value === undefined) return []
      const place = source.within(path, from, to)
      const whole = text.slice(from, to)
      const mend = source.text.slice(place.from, place.to) === whole ? { mend: { from: place.from, to: place.to, text: `(${whole})` } } : {}
      return [source.problem('vary', words.loose(whole, value), place, { severity: 'warning', ...mend })]
    }),
  )
}

function comesApart(value: string, before: string, after: string): boolean {
  // A matrix stays together by itself, and a mere sign is meant to stand between two things.
  const plain = value.trim().replace(/\\begin\{[^]*?\\end\{\w+\*?\}/g, 'x')
  if (/^[-−]\s*\S/.test(plain) && (operandBefore.test(before) || powerAfter.test(after))) return true
  if (hasSign(plain, '/') && (/\/\s*$/.test(before) || powerAfter.test(after))) return true
  return hasSign(plain, '+-−') && (operandBefore.test(before) || productBefore.test(before) || powerAfter.test(after) || operandAfter.test(after))
}

/** Whether one of these signs stands between two things, outside all brackets. */
function hasSign(text: string, signs: string): boolean {
  let depth = 0
  for (const [at, letter] of [...text].entries()) {
    if ('([{'.includes(letter)) depth++
    else if (')]}'.includes(letter)) depth--
    else if (depth === 0 && signs.includes(letter) && /[\p{L}\p{N})\]}']\s*$/u.test([...text].slice(0, at).join(''))) return true
  }
  return false
}

function formulasOf(value: unknown, path: Path, within: boolean): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return within && value.includes('{') ? [{ path, text: value }] : []
  if (Array.isArray(value)) return value.flatMap((each, n) => formulasOf(each, [...path, n], within))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'vary' ? [] : formulasOf(inner, [...path, key], within ? key !== 'for' : formulas.has(key) || key === 'define')))
}
