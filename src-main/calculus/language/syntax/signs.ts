/** Operators, marks and brackets, in ASCII and Unicode, by their plain spelling. */
import type { Group } from '../ast.ts'
import type { GlyphKind } from './glyph.ts'

/** What one sign becomes. `refuse` names a message: mathematics that the language does not have. */
export type Sign =
  | { readonly kind: Exclude<GlyphKind, 'open' | 'close'>; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly text: string; readonly group: Group['kind']; readonly closer: string }
  | { readonly kind: 'space' }
  | { readonly kind: 'invisible' }
  | { readonly kind: 'refuse'; readonly id: 'not-in-language' | 'dots' }

const table = new Map<string, Sign>()
const put = (chars: string, kind: Exclude<GlyphKind, 'open' | 'close'>, text?: string): void => {
  for (const char of chars) table.set(char, { kind, text: text ?? char })
}
const bracket = (open: string, close: string, group: Group['kind']): void => {
  table.set(open, { kind: 'open', text: open, group, closer: close })
  table.set(close, { kind: 'close', text: close, group, closer: '' })
}

put('+-*/^_,;:&=<>.', 'sign')
put('−–—‐‑‒﹣', 'sign', '-')
put('·⋅∙•×∗⋆✕✖⨯@', 'sign', '*')
put('∘⊙◦', 'sign', '.*')
put('⊘', 'sign', './')
put('⊗', 'sign', 'kron')
put('÷∕⁄', 'sign', '/')
put('≠', 'sign')
put('∶', 'sign', ':')
put("'’′´‛", 'sign', "'")
put('″', 'sign', "''")
put('‴', 'sign', "'''")
put('|∣│', 'bar', '|')
put('‖∥', 'bar', '‖')
put('√', 'root')
put('≤≥≈≡∈→⇒∝≔↦←⇔≃≅≪≫∼', 'compare')
put('∞', 'name', 'infty')
bracket('(', ')', 'paren')
bracket('[', ']', 'bracket')
bracket('{', '}', 'brace')
bracket('⟨', '⟩', 'angle')
bracket('〈', '〉', 'angle')
for (const char of '∇∏∫±∓†‡⊕⊖∪∩∀∃¬') table.set(char, { kind: 'refuse', id: 'not-in-language' })
for (const char of '…⋯⋮⋱') table.set(char, { kind: 'refuse', id: 'dots' })
for (const char of '~$\u2062\u00a0') table.set(char, { kind: 'space' })

/** Signs of one character. */
export const SIGNS: ReadonlyMap<string, Sign> = table

/** Signs that are typed with several characters, longest first, and what they mean. */
export const LONG_SIGNS: readonly (readonly [string, Sign])[] = [
  ['...', { kind: 'refuse', id: 'dots' }],
  ['===', { kind: 'sign', text: '=' }],
  ['<=>', { kind: 'compare', text: '' }],
  ['!==', { kind: 'sign', text: '≠' }],
  ['==', { kind: 'sign', text: '=' }],
  ['!=', { kind: 'sign', text: '≠' }],
  ['**', { kind: 'sign', text: '^' }],
  ['.*', { kind: 'sign', text: '.*' }],
  ['./', { kind: 'sign', text: './' }],
  ['.^', { kind: 'sign', text: '.^' }],
  [".'", { kind: 'sign', text: '.T' }],
  ['<=', { kind: 'compare', text: '' }],
  ['>=', { kind: 'compare', text: '>=' }],
  ['=>', { kind: 'compare', text: '' }],
  ['->', { kind: 'compare', text: '' }],
  [':=', { kind: 'compare', text: '' }],
]

/** White space of any kind; characters that show nothing and part nothing. */
export const WHITE = /[\s\u2000-\u200a\u2061-\u2064]/
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff]/
