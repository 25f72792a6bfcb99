/**
 * The printer: a typed expression in matrix notation, index notation, LaTeX and words. Every form can be confirmed by the caller, who reads it
 * again and compares; what is not confirmed is not shown.
 */
import type { FreeIndex, Typed } from '../tensors/typed.ts'
import type { Symbols } from '../tensors/symbols.ts'
import type { Form } from './forms/form.ts'
import { latex } from './forms/latex.ts'
import { plain } from './forms/plain.ts'
import { speech } from './forms/speech.ts'
import { indexForm, slotNames } from './index/index.ts'
import { Fold, type Named } from './fold.ts'
import { Unsayable } from './unsayable.ts'
import { Names } from './index/names.ts'
import { IndexWriter, type Summation } from './index/writer.ts'
import { matrixForm } from './matrix/index.ts'
import { MatrixWriter, type Layout } from './matrix/writer.ts'
import { monoExpr, weight } from './simplify/mono.ts'
import { Simplifier } from './simplify/simplifier.ts'

export type Notation = 'matrix' | 'index'

export interface PrintOptions {
  /** Names wished for the indices of the axes, in order; what is missing is chosen fresh. */
  readonly names?: readonly string[]
  /** The slots of the axes in the order in which they are named; by default as they stand. */
  readonly order?: readonly number[]
  /** `einstein` (default): a sum sign only where it is needed. */
  readonly summation?: Summation
  /** Expressions that have a name of their own. */
  readonly named?: Named
  /** The layout of the question, which derivative atoms in matrix notation follow. */
  readonly layout?: Layout
  /**
   * Does the text read back to the expression? `names` label the slots in index notation. Without it nothing is checked. A matrix form that is
   * refused is null; an index form that is refused is written with every sum explicit.
   */
  readonly confirm?: (text: string, notation: Notation, names: readonly FreeIndex[]) => boolean
}

/** What was printed; each part is made when it is first asked for. */
export interface Printed {
  /** Plain matrix notation; null where none was found. */
  readonly matrix: string | null
  /**
   * Index notation, the slots named by `names`; where an axis that is a product of sizes can only be named as a whole, an entry of the
   * matrix form with one name for each axis. Throws where there is neither.
   */
  readonly index: string
  /** LaTeX of the matrix form where there is one, else of the index form. */
  readonly latex: string
  /** The same in English words. */
  readonly speech: string
  /** The name of each slot in index notation: of the axes, then of the free indices. */
  readonly names: readonly FreeIndex[]
  /** LaTeX of the index form. */
  readonly indexLatex: string
}

/** Symbols, functions and numbers in the longest text that is written. */
const LONGEST = 2_000

/** Asking for a form throws `Unsayable` where no one could read it for its length. */
export function print(typed: Typed, symbols: Symbols, options: PrintOptions = {}): Printed {
  const { confirm } = options
  const rules = new Simplifier(symbols)
  const fold = new Fold(options.named ?? new Map(), symbols, rules)
  const writer = new MatrixWriter(symbols, rules, options.layout, false, fold)
  const measured = once(() => {
    if (rules.terms(typed.expr).reduce((sum, t) => sum + weight(monoExpr(t)), 0) > LONGEST) throw new Unsayable('an expression too long to be written')
  })
  const names = once(() => slotNames(typed, symbols, options.names, options.order))
  const entries = once((): Form | null => {
    measured()
    try {
      const form = indexForm(typed, names(), new IndexWriter(writer, options.summation ?? 'einstein'))
      return !confirm || confirm(plain(form), 'index', names()) ? form : indexForm(typed, names(), new IndexWriter(writer, 'explicit'))
    } catch (error) {
      if (error instanceof Unsayable) return null
      throw error
    }
  })
  const found = once(() => measured() ?? matrixForm(typed, writer) ?? (entries() ? null : matrixForm(typed, new MatrixWriter(symbols, rules, options.layout, true, fold))))
  const matrix = once((): Form | null => {
    const form = found()
    return form && confirm && !confirm(plain(form), 'matrix', []) ? null : form
  })
  const index = once(() => entries() ?? wholeEntry(typed, symbols, found()))
  return {
    get matrix() {
      const form = matrix()
      return form && plain(form)
    },
    get index() { return plain(index()) },
    get latex() { return latex(matrix() ?? index()) },
    get speech() { return speech(matrix() ?? index()) },
    get names() { return names() },
    get indexLatex() { return latex(index()) },
  }
}

/** An entry of the matrix form, one name for each axis. */
function wholeEntry(typed: Typed, symbols: Symbols, whole: Form | null): Form {
  if (!whole) throw new Unsayable('an array that neither matrices nor indices can say')
  const letters = new Names(symbols)
  const at: string[] = []
  for (const axis of typed.axes) if (axis.length > 0) at.push(letters.fresh(new Set(at)))
  return at.length ? { f: 'entry', of: whole, at } : whole
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
