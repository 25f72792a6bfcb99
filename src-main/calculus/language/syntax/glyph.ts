/** Glyphs: the characters of a learner's text, undressed. */
import type { Group, Unit } from '../ast.ts'

/**
 * One undressed sign of the text: LaTeX commands and Unicode lookalikes are already seen through.
 * - `letter`, `greek`, `name`: parts of words; `text` is the plain letter, the Greek name, the whole name (`tr` of `\operatorname{tr}`).
 * - `digit`; `sup`, `sub`: a raised or lowered Unicode letter or digit, by its plain form.
 * - `sign`: an operator or mark, by its plain spelling (`kron`, `.*`, `≠`); `compare`: a comparison that the language lacks.
 * - `open`, `close`: a bracket, `text` its family; `bar`: `|` or `‖`.
 * - `string`: quoted text; `frac`, `root`; `vulgar`: `½` as `1/2`; `hole`: something unreadable that is already reported.
 */
export type GlyphKind =
  | 'letter' | 'greek' | 'name' | 'digit' | 'sup' | 'sub' | 'sign' | 'compare'
  | 'open' | 'close' | 'bar' | 'string' | 'frac' | 'root' | 'vulgar' | 'hole'

export interface Glyph {
  readonly kind: GlyphKind
  readonly text: string
  readonly from: number
  readonly to: number
  /** White space, or dress that stands for it, came just before. */
  readonly spaced: boolean
  /** How a word or number goes on: `run` joins the run before it, `own` starts a new one, `stay` belongs to the `own` before it. */
  readonly join: 'run' | 'own' | 'stay'
  /** `∂` and an upright `d`: joins whatever word comes next, even over a space. */
  readonly pulls?: boolean
  /** What is wrong with it has been reported. */
  readonly faulty?: boolean
  /** `∑`, `\sum`. */
  readonly sumSign?: boolean
  /** For `open`, `close`, `bar`: the family of bracket, and which way a directed bar (`\lVert`, `\right|`) faces. */
  readonly group?: Group['kind']
  readonly facing?: 'open' | 'close'
  /** For `open`: what would close it, as the learner would type it. For `close` of `\begin{…}`: the environment. */
  readonly closer?: string
}

/** True for a glyph that a word can be made of. */
export function wordly(glyph: Glyph | undefined): boolean {
  return glyph !== undefined && (glyph.kind === 'letter' || glyph.kind === 'greek' || glyph.kind === 'name')
}

/** The unit of a word that a glyph stands for. */
export function unitOf(glyph: Glyph): Unit {
  const unit = { text: glyph.text, whole: glyph.kind !== 'letter', from: glyph.from, to: glyph.to }
  return glyph.sumSign === true ? { ...unit, sumSign: true } : unit
}
