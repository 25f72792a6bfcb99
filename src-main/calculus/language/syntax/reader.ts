/** Where undressing stands in the source, and what it has found. */
import type { Glyph, GlyphKind } from './glyph.ts'
import type { Report } from './report.ts'

/** Dress that goes with the next glyph (`\mathbf A`, `\left(`): where it started, and what it says. */
export interface Dress {
  readonly from: number
  /** A type face: the glyph is a word of its own. */
  readonly own?: boolean
  readonly upright?: boolean
  /** `\left`, `\right`: which way a bar faces, and what goes before the closing bracket. */
  readonly facing?: 'open' | 'close'
  readonly closing?: string
}

export class Reader {
  readonly source: string
  readonly report: Report
  readonly glyphs: Glyph[] = []
  at = 0
  /** White space came since the last glyph. */
  spaced = false
  dress: Dress | null = null
  /** Where braces close that only held the argument of a type face: they group nothing. */
  readonly vanishing = new Set<number>()

  constructor(source: string, report: Report) {
    this.source = source
    this.report = report
  }

  /** Matches a sticky expression here and steps over it. */
  match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at
    const found = sticky.exec(this.source)
    if (found !== null) this.at = sticky.lastIndex
    return found
  }

  /** True where a sticky expression matches here; does not move. */
  looksAt(sticky: RegExp): boolean {
    sticky.lastIndex = this.at
    return sticky.test(this.source)
  }

  space(): void {
    this.spaced = true
  }

  last(): Glyph | undefined {
    return this.glyphs.at(-1)
  }

  /** Adds a glyph at `from..to`, dressed in what came before it. */
  emit(kind: GlyphKind, text: string, from: number, to: number, extra: Partial<Glyph> = {}): void {
    const dress = this.dress
    const plain: Glyph = { kind, text, from: dress?.from ?? from, to, spaced: this.spaced, join: 'run', ...extra }
    this.glyphs.push(dress === null ? plain : dressed(plain, dress))
    this.spaced = false
    this.dress = null
  }
}

function dressed(glyph: Glyph, dress: Dress): Glyph {
  return {
    ...glyph,
    ...(dress.own === true ? { join: 'own' } : {}),
    ...(dress.upright === true && glyph.text === 'd' ? { pulls: true } : {}),
    ...(dress.facing !== undefined && glyph.kind === 'bar' ? { facing: dress.facing } : {}),
    ...(dress.closing !== undefined && glyph.closer !== undefined ? { closer: dress.closing + glyph.closer } : {}),
  }
}
