/** How names are set and spoken. */
import { readingWords } from '../messages/speech.ts'
import { GREEK_NAMES } from '../syntax/letters.ts'
import { MARK_SIGNS } from './marks.ts'

const greek: ReadonlySet<string> = new Set(GREEK_NAMES)
/** Capitals that look like Latin ones have no command of their own in LaTeX. */
const latinCapitals: Readonly<Record<string, string>> = {
  Alpha: 'A', Beta: 'B', Epsilon: 'E', Zeta: 'Z', Eta: 'H', Iota: 'I', Kappa: 'K', Mu: 'M', Nu: 'N', Omicron: 'O', Rho: 'P', Tau: 'T', Chi: 'X',
}

/** A name without its subscript. */
function base(name: string): string {
  if (name === 'omicron') return 'o'
  if (/^\d+$/.test(name)) return name
  if (greek.has(name)) return latinCapitals[name] ? `\\mathrm{${latinCapitals[name]}}` : `\\${name}`
  return [...name].length === 1 ? escaped(name) : `\\mathrm{${escaped(name)}}`
}

/** The characters that mean something to TeX, as themselves. */
export function escaped(text: string): string {
  return text.replace(MARK_SIGNS, '').replace(/[\\{}$&#^_%~]/g, c => (c === '\\' ? '\\backslash ' : c === '^' ? '\\hat{}' : c === '~' ? '\\sim ' : `\\${c}`))
}

/** A name as LaTeX: `\theta_{1}`, `A`, `\mathrm{loss}`. */
export function latexName(name: string): string {
  const cut = name.indexOf('_')
  if (cut <= 0) return base(name)
  const sub = name.slice(cut + 1)
  return `${base(name.slice(0, cut))}_{${greek.has(sub) || /^[\p{L}\p{N}]$/u.test(sub) || /^\d+$/.test(sub) ? base2(sub) : escaped(sub)}}`
}

function base2(sub: string): string {
  return /^\d+$/.test(sub) ? sub : base(sub)
}

/** A name as it is said: `theta one`, `A`. */
export function spokenName(name: string): string {
  const cut = name.indexOf('_')
  return cut <= 0 ? name : `${name.slice(0, cut)} ${readingWords.sub} ${[...name.slice(cut + 1).matchAll(/\d+|\D/g)].map(m => spokenNumber(m[0])).join(' ')}`
}

/** A number as it is said. */
export function spokenNumber(text: string): string {
  return /^\d{1,2}$/.test(text) && readingWords.numbers[Number(text)] !== undefined ? readingWords.numbers[Number(text)]! : text.replace('.', readingWords.point)
}

/** An integer as LaTeX; `1e-3` as a power of ten. */
export function latexNumber(text: string): string {
  const [digits, exponent] = text.toLowerCase().split('e')
  return exponent === undefined ? digits! : `${digits} \\cdot 10^{${exponent.replace('+', '')}}`
}
