/** Letters and digits in all the Unicode guises that a mathematician may paste. */

const LOWER = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'
const LOWER_CHARS = 'αβγδεζηθικλμνξοπρστυφχψω'
const UPPER_CHARS = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ'

const lowerNames = LOWER.split(' ')
const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1)

/** All Greek letters by name, `alpha` … `Omega`. */
export const GREEK_NAMES: readonly string[] = [...lowerNames, ...lowerNames.map(capital)]

const greekByChar = new Map<string, string>([
  ...[...LOWER_CHARS].map((c, k): [string, string] => [c, lowerNames[k]!]),
  ...[...UPPER_CHARS].map((c, k): [string, string] => [c, capital(lowerNames[k]!)]),
  ['ς', 'sigma'], ['∂', '∂'], ['∆', 'Delta'],
])

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱᵀᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵁⱽᵂᵝᵞᵟᵠᵡᶿ'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ'

/** The plain form of a compatibility character: a Greek letter becomes its name, `−` (the true minus) `-`. */
function plain(c: string): string {
  const form = c.normalize('NFKC').replace('−', '-')
  return greekByChar.get(form) ?? form
}

const raised = new Map<string, string>([...[...RAISED].map((c): [string, string] => [c, plain(c)]), ['⊤', 'T']])
const lowered = new Map<string, string>([...LOWERED].map((c) => [c, plain(c)]))

/** `½` and its like, as numerator and denominator. */
export const VULGAR: ReadonlyMap<string, string> = new Map([
  ['½', '1/2'], ['⅓', '1/3'], ['⅔', '2/3'], ['¼', '1/4'], ['¾', '3/4'], ['⅕', '1/5'], ['⅙', '1/6'], ['⅛', '1/8'],
])

/** Letters of other alphabets that look like Latin ones, by what was likely meant. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [...'АВЕКМНОРСТХаеорсухіјѕ'].map((c, k) => [c, [...'ABEKMHOPCTXaeopcyxijs'][k]!]),
)

/** What a letter-like character stands for, or `null` for any other character. */
export type Letterlike =
  | { readonly kind: 'letter' | 'greek' | 'digit' | 'sup' | 'sub'; readonly text: string }
  | { readonly kind: 'other'; readonly text: string }

/**
 * Classifies one code point. Mathematical bold, italic, double-struck and full-width forms fall together with the plain ones.
 * `other` gives the plain form of a full-width or compatibility sign, which the caller looks up again.
 */
export function letterlike(char: string): Letterlike {
  const code = char.codePointAt(0)!
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return { kind: 'letter', text: char }
  if (code >= 48 && code <= 57) return { kind: 'digit', text: char }
  if (code < 128) return { kind: 'other', text: char }
  const up = raised.get(char)
  if (up !== undefined) return { kind: 'sup', text: up }
  const down = lowered.get(char)
  if (down !== undefined) return { kind: 'sub', text: down }
  const form = greekByChar.has(char) || VULGAR.has(char) ? char : char.normalize('NFKC')
  const greek = greekByChar.get(form)
  if (greek !== undefined) return { kind: 'greek', text: greek }
  if (/^[A-Za-zÀ-ÖØ-öø-ÿ]$/.test(form)) return { kind: 'letter', text: form }
  if (/^[0-9]$/.test(form)) return { kind: 'digit', text: form }
  return { kind: 'other', text: form.length === 1 ? form : char }
}
