/** Reading a question's declarations and definitions into a scope. */
import { read } from './read.ts'
import { readDeclaration } from './declared-shape.ts'
import { canonicalName } from './declared-name.ts'
import { tell, type MeaningArguments, type MeaningId } from './messages/meaning.ts'
import { children, permute } from '../tensors/build.ts'
import type { Expr } from '../tensors/expr.ts'
import type { Problem, Span } from '../problem.ts'
import type { Scope } from './scope.ts'
import type { SymbolInfo } from '../tensors/symbols.ts'
import type { Typed } from '../tensors/typed.ts'

/** A problem of a question: `where` is the field, `given.A`, `define.g` or `f`; the span is in that field's text. */
export type DeclarationProblem = Problem & { readonly where: string }

export interface DeclareInput {
  readonly given: Readonly<Record<string, string>>
  readonly define?: Readonly<Record<string, string>>
  /** The question's own f. It gets the name `f`, unless something else has it. */
  readonly f?: string
  /** Names that are free indices of f: each is an axis of it. */
  readonly component?: readonly string[]
}

/**
 * The scope of a question: its components, `summation`, `layout` and `asked` are for the caller to add. A definition in which something is
 * wrong is told and has no body.
 */
export function declare(input: DeclareInput): { readonly scope: Scope; readonly problems: readonly DeclarationProblem[] } {
  const run = new Declarations(input)
  return { scope: run.scope, problems: run.problems }
}

/** Symbols whose definitions are read when they are first asked for, so that definitions may stand in any order. */
class LazySymbols extends Map<string, SymbolInfo> {
  /** Reads the definition of this name, if it has one that is not read yet. */
  settle: (name: string) => boolean = () => true

  override get(name: string): SymbolInfo | undefined {
    return super.has(name) && this.settle(name) ? super.get(name) : undefined
  }

  stored(name: string): SymbolInfo | undefined {
    return super.get(name)
  }
}

class Declarations {
  readonly problems: DeclarationProblem[] = []
  readonly scope: Scope
  private readonly symbols = new LazySymbols()
  private readonly bodies = new Map<string, Typed>()
  private readonly waiting = new Map<string, { text: string; where: string; component: readonly string[] }>()
  private readonly open: string[] = []
  private readonly failed = new Set<string>()

  constructor(input: DeclareInput) {
    this.scope = { symbols: this.symbols, bodies: this.bodies, components: [], summation: 'einstein' }
    for (const [key, text] of Object.entries(input.given)) this.given(key, text)
    for (const [key, text] of Object.entries(input.define ?? {})) this.waitFor(key, text, `define.${key}`, [])
    if (input.f !== undefined && !this.symbols.has('f')) this.waitFor('f', input.f, 'f', input.component ?? [])
    this.dependences(input.given)
    this.symbols.settle = name => this.settle(name)
    for (const name of [...this.waiting.keys()]) this.settle(name)
  }

  private tell<K extends MeaningId>(where: string, id: K, at: Span, args: MeaningArguments<K>): void {
    this.problems.push({ ...tell(id, args), id, from: at.from, to: at.to, where })
  }

  private named(key: string, where: string, text: string): string | null {
    const whole = { from: 0, to: text.length }
    const name = canonicalName(key)
    if (name === null) this.tell(where, 'bad-name', whole, [key])
    else if (this.symbols.has(name)) this.tell(where, 'given-twice', whole, [key])
    else return name
    return null
  }

  private given(key: string, text: string): void {
    const where = `given.${key}`
    const name = this.named(key, where, text)
    if (name === null) return
    const { info, problems } = readDeclaration(name, text)
    for (const p of problems) this.problems.push({ ...p, where })
    this.symbols.set(name, info)
  }

  private waitFor(key: string, text: string, where: string, component: readonly string[]): void {
    const name = this.named(key, where, text)
    if (name === null) return
    this.waiting.set(name, { text, where, component })
    this.symbols.set(name, { name, kind: 'array', axes: [], properties: new Set(), of: [] })
  }

  /** What stands after `of` must be declared, and nothing may depend on itself. */
  private dependences(given: Readonly<Record<string, string>>): void {
    for (const [key, text] of Object.entries(given)) {
      const info = this.symbols.stored(canonicalName(key) ?? '')
      if (!info || info.of.length === 0) continue
      const where = `given.${key}`
      const whole = { from: 0, to: text.length }
      const known = info.of.filter(name => this.symbols.has(name))
      for (const name of info.of) if (!known.includes(name)) this.tell(where, 'unknown-name', placeOf(text, name) ?? whole, [name, null])
      const circle = this.circleFrom(info.name)
      if (circle) this.tell(where, 'circle', whole, [circle])
      this.symbols.set(info.name, { ...info, of: circle ? [] : known })
    }
  }

  private circleFrom(start: string): readonly string[] | null {
    // Names from which no way leads back: each is looked at once, however many ways lead to it.
    const dead = new Set<string>()
    const go = (name: string, path: readonly string[]): readonly string[] | null => {
      if (path.includes(name)) return name === start ? [...path, name] : null
      if (dead.has(name)) return null
      for (const next of this.symbols.stored(name)?.of ?? []) {
        const found = go(next, [...path, name])
        if (found) return found
      }
      dead.add(name)
      return null
    }
    return go(start, [])
  }

  /** Reads a definition; false where it has none that can be used. */
  private settle(name: string): boolean {
    const waiting = this.waiting.get(name)
    if (!waiting) return !this.failed.has(name)
    const { text, where, component } = waiting
    if (this.open.includes(name)) {
      if (!this.failed.has(name)) this.tell(where, 'circle', { from: 0, to: text.length }, [[...this.open.slice(this.open.indexOf(name)), name]])
      this.failed.add(name)
      return false
    }
    this.open.push(name)
    const typed = this.body(text, where, component)
    this.open.pop()
    this.waiting.delete(name)
    if (!typed || this.failed.has(name)) {
      this.failed.add(name)
      return false
    }
    this.bodies.set(name, typed)
    this.symbols.set(name, { name, kind: 'array', axes: typed.axes, properties: new Set(), of: namesOf(typed.expr) })
    return true
  }

  private body(text: string, where: string, component: readonly string[]): Typed | null {
    const components = component.map(name => ({ name, dim: `?c-${name}` }))
    const before = this.problems.length
    const { value, problems, relation } = read(text, { ...this.scope, components })
    for (const p of problems) this.problems.push({ ...p, where })
    if (relation && problems.length === 0) this.tell(where, 'define-equation', { from: 0, to: text.length }, [])
    return value && !relation && this.problems.length === before ? freeAsAxes(value) : null
  }
}

/** Free indices become axes, before those that there are. */
function freeAsAxes(t: Typed): Typed {
  if (t.free.length === 0) return t
  const own = t.axes.flat().length
  const order = [...t.free.map((_, n) => own + n), ...Array.from({ length: own }, (_, n) => n)]
  return { expr: permute(t.expr, order), axes: [...t.free.map(f => [f.dim]), ...t.axes], free: [] }
}

/** The names of the symbols in an expression. */
function namesOf(e: Expr): readonly string[] {
  const names = new Set<string>()
  const seen = new Set<Expr>()
  const stack: Expr[] = [e]
  while (stack.length > 0) {
    const x = stack.pop()!
    if (seen.has(x)) continue
    seen.add(x)
    if (x.k === 'var') names.add(x.name)
    stack.push(...children(x))
  }
  return [...names].sort()
}

/** Where a name stands after `of`. */
function placeOf(text: string, name: string): Span | null {
  const from = text.indexOf(name, text.search(/\bof\b/))
  return from < 0 ? null : { from, to: from + name.length }
}

