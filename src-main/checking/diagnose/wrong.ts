/** A wrong answer and what a diagnosis needs to ask of it. */
import { permute, slots } from '../../calculus/tensors/build.ts'
import { Probe, read, slotsCount, sliceText, type Expr, type Span, type Symbols } from '../../calculus/index.ts'
import { same } from '../judges/judge.ts'
import { toRead, wholeSpan, type Read } from '../kinds/expression.ts'
import type { Diagnosis, DiagnosisCode } from '../verdict.ts'

export class Wrong {
  readonly found: Read
  readonly truth: Expr
  readonly symbols: Symbols
  readonly seed: number
  #probe: Probe | null = null
  /** How many variants of the text may still be tried, and how many characters of them. */
  #left = 120
  #characters = 20_000
  /** How many pairs may still be judged in vain that no probe tells apart. */
  #doubts = 8

  constructor(found: Read) {
    this.found = found
    this.truth = found.prepared.truth.expr
    this.symbols = found.prepared.symbols
    this.seed = found.prepared.seed
  }

  get probe(): Probe {
    return this.#probe ??= new Probe([this.truth, this.found.expr], this.symbols, this.seed)
  }

  /** Are two expressions equal? First at a few points, then by the judges. */
  is(a: Expr, b: Expr): boolean {
    const [p, q] = [slots(a), slots(b)]
    if (p.length !== q.length || p.some((d, n) => d !== q[n])) return false
    if (this.#doubts <= 0 || !this.probe.alike(a, b)) return false
    const equal = same(a, b, this.symbols, this.seed)
    if (!equal) this.#doubts--
    return equal
  }

  /** Would this text be a right answer? Counts against a limit, so that no diagnosis tries for ever. */
  isRight(text: string): boolean {
    this.#characters -= text.length
    if (this.#left-- <= 0 || this.#characters < 0) return false
    const { prepared } = this.found
    const reading = read(text, prepared.scope, { expected: prepared.truth.axes, mends: false })
    if (!reading.value) return false
    const other = toRead(prepared, text, reading)
    return other.fits && this.is(other.expr, this.truth)
  }

  /** The answer with a stretch of its text replaced. */
  edited(span: Span, text: string): string {
    return this.found.text.slice(0, span.from) + text + this.found.text.slice(span.to)
  }

  textOf(span: Span): string {
    return sliceText(this.found.text, span)
  }

  say(code: DiagnosisCode, message: string, span: Span = wholeSpan(this.found.text)): Diagnosis {
    return { code, message, from: span.from, to: span.to }
  }

  /** Number of slots of the matrix axes of the reference. */
  get matrixSlots(): number {
    return slotsCount(this.found.prepared.truth.axes)
  }
}

/** `e` with its first slots in another order; those beyond `order` stay. */
export function reordered(e: Expr, order: readonly number[]): Expr {
  return permute(e, slots(e).map((_, n) => order[n] ?? n))
}
