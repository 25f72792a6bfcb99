/** Shapes as people write them: `M x (M x N)`, `(P x Q) × N`, `(P, Q, M, N)`, `((P, Q), (M, N))`, `M*N`, `scalar`. */
import type { Axis } from '../../calculus/index.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'

/** Axes and groups of axes. `tuple`: written with commas. */
export type ShapeNode = { readonly axis: Axis } | { readonly group: readonly ShapeNode[]; readonly tuple: boolean }

export class ShapeFault extends Error {
  override name = 'ShapeFault'
  readonly fault: Diagnosis
  constructor(fault: Diagnosis) {
    super(fault.message)
    this.fault = fault
  }
}

interface Token { readonly text: string; readonly from: number; readonly to: number }

/** Reads a shape; `names` are the axis names of the question. Throws `ShapeFault` with the place of what cannot be read. */
export function readShape(source: string, names: ReadonlySet<string>): ShapeNode {
  return new ShapeReader(source, names).read()
}

class ShapeReader {
  readonly #source: string
  readonly #names: ReadonlySet<string>
  readonly #tokens: Token[]
  #at = 0

  constructor(source: string, names: ReadonlySet<string>) {
    this.#source = source
    this.#names = names
    const plain = source.replace(/\\times\b/g, m => '×'.padEnd(m.length)).replace(/\\cdot\b/g, m => '·'.padEnd(m.length)).replace(/\\(left|right)\b/g, m => ' '.repeat(m.length)).replace(/[$\\]/g, ' ')
    this.#tokens = [...plain.matchAll(/\d+|[A-Za-z_]+(?:_\{?\w+\}?)?|[^\s]/g)].map(m => ({ text: m[0], from: m.index, to: m.index + m[0].length }))
  }

  read(): ShapeNode {
    if (this.#tokens.length === 0) this.#fail('syntax', words.empty, { text: '', from: 0, to: this.#source.length })
    const made = this.#list(true)
    const extra = this.#tokens[this.#at]
    if (extra) this.#fail('syntax', extra.text === ')' ? words.shapeBracketExtra : words.shapeSeparator(extra.text), extra)
    return made
  }

  /** Axes joined by × or by commas. */
  #list(top: boolean): ShapeNode {
    const items: ShapeNode[] = []
    let tuple = false
    for (;;) {
      const t = this.#tokens[this.#at]
      if (!t || t.text === ')' || t.text === ']') break
      items.push(this.#item())
      const sep = this.#tokens[this.#at]
      if (sep?.text === ',') { tuple = true; this.#at++ }
      else if (sep && /^[x×X]$/.test(sep.text)) {
        this.#at++
        const next = this.#tokens[this.#at]
        if (!next || next.text === ')' || next.text === ',') this.#fail('syntax', words.shapeAxisAfter, sep)
      } else break
    }
    if (top && items.length === 1 && !tuple) return items[0]!
    return { group: items, tuple }
  }

  #item(): ShapeNode {
    const t = this.#tokens[this.#at]!
    if (t.text === '(' || t.text === '[') {
      this.#at++
      const inner = this.#list(false)
      const close = this.#tokens[this.#at]
      if (!close) this.#fail('syntax', words.shapeBracketOpen, t)
      if (close!.text !== ')' && close!.text !== ']') this.#fail('syntax', words.shapeSeparator(close!.text), close!)
      this.#at++
      return inner
    }
    return { axis: this.#axis() }
  }

  /** A product of sizes: `N`, `3`, `M*N`, `MN`, `2N`. */
  #axis(): Axis {
    const dims: (string | number)[] = []
    for (;;) {
      const t = this.#tokens[this.#at]
      if (!t) this.#fail('syntax', words.shapeAxisAtEnd, this.#tokens.at(-1)!)
      if (/^\d+$/.test(t!.text)) {
        if (t!.text.length > 9 || Number(t!.text) === 0) this.#fail('syntax', words.shapeNoEntries, t!)
        if (Number(t!.text) > 1) dims.push(Number(t!.text))
      } else if (t!.text === 'scalar' && dims.length === 0) { /* no axis */ }
      else dims.push(...this.#split(t!))
      this.#at++
      const next = this.#tokens[this.#at]
      if (next && (next.text === '*' || next.text === '·')) { this.#at++; continue }
      if (next && /^\d+$/.test(t!.text) && next.from === t!.to && /^[A-WYZa-wyz_]/.test(next.text)) continue
      return dims
    }
  }

  /** A run of letters as names of axes; the longest name first. */
  #split(t: Token): string[] {
    if (!/^[A-Za-z_]/.test(t.text)) this.#fail('syntax', words.shapeStray(t.text), t)
    const found: string[] = []
    for (let at = 0; at < t.text.length;) {
      const name = [...this.#names].filter(n => t.text.startsWith(n, at)).sort((a, b) => b.length - a.length)[0]
      if (!name) {
        if (/^[xX]$/.test(t.text)) this.#fail('syntax', words.shapeAxisBefore, t)
        this.#fail('unknown-name', words.shapeUnknownAxis(t.text.slice(at), [...this.#names].join(', ')), { ...t, from: t.from + at })
      }
      found.push(name!)
      at += name!.length
    }
    return found
  }

  #fail(code: 'syntax' | 'unknown-name', message: string, t: Token): never {
    throw new ShapeFault({ code, message, from: t.from, to: t.to })
  }
}

/** All axes in order. */
export function flat(s: ShapeNode): Axis[] {
  return 'axis' in s ? [s.axis] : s.group.flatMap(flat)
}

/** Written with commas anywhere. */
export function isTuple(s: ShapeNode): boolean {
  return !('axis' in s) && (s.tuple || s.group.some(isTuple))
}

export function axisKey(axis: Axis): string {
  const number = axis.filter(d => typeof d === 'number').reduce((a, b) => a * b, 1)
  const names = axis.filter(d => typeof d === 'string').sort()
  return names.length === 0 ? `${number}` : [...(number > 1 ? [number] : []), ...names].join('*')
}
