/**
 * The worked solution of a derivative, in a student's steps: the function, its inner functions by name, its entries, the product and the chain
 * rule, the deltas, their contraction, and back to the notation that is asked. Each line is confirmed by the checker; what is not is left out.
 */
import { InternalError, KeptInTongue, read, showAxes, sumsWritten, typeset, type Expr, type FreeIndex, type Symbols, type Typed } from '../../calculus/index.ts'
import { latexName } from '../../calculus/print/forms/latex.ts'
import { derive } from '../derive.ts'
import { QuestionError } from '../prepare/fault.ts'
import { prepare, readAuthor, scopeOf, type Prepared } from '../prepare/prepare.ts'
import { componentNames } from '../prepare/layout.ts'
import { prepareOnce } from '../prepared.ts'
import type { Question } from '../question.ts'
import { aboutFunction, confirmed } from './confirm.ts'
import { derivativeLatex, entriesOf, entryLatex, type Entries } from './entries.ts'
import { nameInner, type Named } from './names.ts'
import { entriesWords, namedWords, reasonWords as reasons, rulesWords } from './reasons.ts'
import { rulesOf } from './rules.ts'
import { einsumText, indexText, matrixText, waysOfSums } from './texts.ts'
import { contracted, dependsOn, holds, isAtom, replaced, unevaluated, withDeltas } from './surgery.ts'

export interface SolutionLine {
  /** What the line is about: f, a name for an inner function, one entry of the derivative, the derivative as it is asked. */
  readonly about: 'function' | 'name' | 'entry' | 'answer'
  /** The whole line, with its left side; it begins with `=` where it goes on from the line before. */
  readonly latex: string
  /** Its right side in the answer language. */
  readonly text: string
  /** Markdown with TeX: the rule that leads to this line. */
  readonly why: string
  /** False where the line only tidies up what the rules have brought. */
  readonly rule: boolean
}

export interface WorkedSolution {
  readonly lines: readonly SolutionLine[]
  /** The right side of the last line. */
  readonly answer: string
  /** The names of the entry in which it was worked out, and which `entry` lines hold; none where no entries were needed. */
  readonly component: readonly string[]
  /** The last line is an entry too: that is asked, or there is no other notation for the whole. */
  readonly inEntries: boolean
  /** The inner functions that the lines name, as the field `define` has them. */
  readonly define: Readonly<Record<string, string>>
}

/** Longer lines are left out: a line that has to be searched explains nothing. */
const LONGEST = 240
/** The same for the entry with all names written out, where the derivative follows without indices: it says the same in fewer signs. */
const LONGEST_BEFORE_MATRIX = 110
const known = { einstein: new KeptInTongue<Question, WorkedSolution>(), explicit: new KeptInTongue<Question, WorkedSolution>() }

/** The worked solution of a `derivative`. Throws `QuestionError` where the question is at fault, and `InternalError` for another kind. */
export function workedSolution(question: Question): WorkedSolution {
  if (question.kind !== 'derivative') throw new InternalError(`a ${question.kind} has no worked solution`)
  return known[sumsWritten()].get(question, () => new Working(question).run())
}

class Working {
  private readonly question: Question
  private readonly asked: Prepared
  private readonly wrt: string
  private readonly f: Typed
  private readonly fName: string
  private readonly lines: SolutionLine[] = []
  private inEntries = false
  /** What stands in the lines: functions that are not told are taken to depend on the input alone until their turn comes. */
  private symbols: Symbols

  constructor(question: Question) {
    this.question = question
    this.asked = prepareOnce(question)
    this.wrt = this.asked.derivative!.wrt
    const scope = scopeOf(question)
    this.f = readAuthor('f', question.f!, scope, componentNames(question.component) ?? [])
    this.symbols = scope.symbols
    this.fName = this.f.expr.k === 'var' && this.f.expr.derivs.length === 0 ? this.f.expr.name : 'f'
  }

  run(): WorkedSolution {
    const named = nameInner(this.f.expr, this.wrt, scopeOf(this.question))
    this.symbols = named.symbols
    const define = Object.fromEntries(named.inner.filter(i => i.own).map(i => [i.name, i.text]))
    const working = this.entries(named, define)
    this.given()
    if (working) this.work(named, working.entries, working.prepared)
    const shown = this.lines.some(l => l.about === 'entry')
    this.answer()
    return {
      lines: this.lines, answer: this.lines.at(-1)!.text, inEntries: this.inEntries, component: shown ? working!.entries.component : [],
      define: this.lines.some(l => l.about === 'name') ? define : {},
    }
  }

  /** What `entry` lines are held against; null where the derivative has no plain entries. */
  private entries(named: Named, define: Readonly<Record<string, string>>): { entries: Entries; prepared: Prepared } | null {
    const entries = entriesOf(this.question, this.f, this.wrt, named.symbols)
    if (!entries) return null
    try {
      const { component: _, ...rest } = this.question
      const component = entries.component.length > 0 ? { component: [...entries.component] } : {}
      return { entries, prepared: prepare({ ...rest, ...component, form: 'any', define: { ...rest.define, ...define }, mistakes: [] }) }
    } catch (error) {
      if (error instanceof QuestionError) return null
      throw error
    }
  }

  private given(): void {
    const { f, question } = this
    const text = question.f!.trim()
    const reading = read(text, { ...scopeOf(question), components: f.free })
    const { latex } = typeset(reading)
    const left = this.untold() ? '' : `${entryLatex('f', f.free)} = `
    this.lines.push({ about: 'function', latex: `${left}${latex}`, text, why: this.untold() ? reasons.untold : reasons.given, rule: false })
  }

  private work(named: Named, entries: Entries, p: Prepared): void {
    this.function(named, entries, p)
    const { wrt } = this
    const scalar = entries.input.length === 0
    // The derivative of a scalar by itself is 1, and needs no line.
    const derived = (e: Expr): Expr => (scalar ? contracted(unevaluated(e, wrt, this.symbols), wrt, this.symbols) : unevaluated(e, wrt, this.symbols))
    let d = derived(named.f)
    const line = (why: string, rule = true): void => this.entry(d, entries, p, named, why, rule)
    line(rulesWords(rulesOf(named.f, wrt, named.symbols), latexName(wrt)))
    const waiting = new Set(named.inner)
    while (waiting.size > 0) {
      // One that another still leads to comes after it.
      const there = [...waiting].filter(i => holds(d, e => isAtom(e, i.name, wrt)))
      const here = there.filter(i => !there.some(j => j !== i && dependsOn(j.body.expr, i.name, this.asked.symbols)))
      if (here.length === 0) break
      here.forEach(i => waiting.delete(i))
      this.symbols = new Map([...this.symbols, ...here.flatMap(i => (i.untold ? [[i.name, i.untold] as const] : []))])
      d = replaced(d, e => {
        const inner = here.find(i => isAtom(e, i.name, wrt))
        return inner ? derived(inner.body.expr) : null
      })
      const rules = here.flatMap(i => rulesOf(i.body.expr, wrt, this.symbols))
      const once = rules.filter((r, k) => rules.findIndex(x => JSON.stringify(x) === JSON.stringify(r)) === k)
      line(`${reasons.inner(here.map(i => latexName(i.name)))} ${rulesWords(once, latexName(wrt))}`)
    }
    const open = d
    if (!scalar) {
      d = withDeltas(open, wrt, this.symbols)
      line(reasons.deltas(latexName(wrt), entries.input.length))
    }
    d = contracted(open, wrt, this.symbols)
    line(scalar ? reasons.simplified : reasons.contracted, !scalar)
    // The author's own names stay: the answer is written with them.
    const names = named.inner.filter(i => i.own && holds(d, e => e.k === 'var' && e.name === i.name))
    for (let n = 0; n < named.inner.length; n++) d = writtenOut(d, named)
    const whole = names.length > 0 && this.asked.truth.free.length === 0 && derive(this.question).matrix !== null
    if (whole && (indexText({ expr: d, axes: [], free: [...entries.target, ...entries.input] }, this.symbols, 'einstein')?.length ?? 0) > LONGEST_BEFORE_MATRIX) return
    line(names.length > 0 ? reasons.written(names.map(i => latexName(i.name))) : reasons.simplified, false)
  }

  /** A symbol of which only what it depends on is known. */
  private untold(): boolean {
    const { expr } = this.f
    return expr.k === 'var' && expr.derivs.length === 0 && !this.asked.scope.bodies.has(expr.name)
  }

  /** The function with its inner functions as names, then in entries. */
  private function(named: Named, entries: Entries, p: Prepared): void {
    if (this.untold()) return
    // The innermost first, so that a name is known before it is used.
    const own = named.inner.filter(i => i.own).toReversed()
    for (const i of own) {
      const { latex } = typeset(read(i.text, p.scope))
      this.lines.push({ about: 'name', latex: `${latexName(i.name)} = ${latex}`, text: `${i.name} = ${i.text}`, why: namedWords(latexName(i.name), i.within), rule: true })
    }
    const whole = this.asked.derivative!.f
    let shown = this.question.f!
    if (own.length > 0 && this.f.free.length === 0) {
      const text = matrixText({ ...this.f, expr: named.f }, named.symbols)
      const found = text === null ? null : confirmed(aboutFunction({ ...p, scope: { ...p.scope, components: [] } }, whole), text)
      if (found) shown = text!
      if (found) this.push('function', text!, `f = ${found.latex}`, reasons.withNames(own.filter(i => holds(named.f, e => e.k === 'var' && e.name === i.name)).map(i => latexName(i.name))))
    }
    const about = aboutFunction(p, { expr: whole.expr, axes: [], free: entries.target })
    const found = this.byEntries(named.f, entries.target, about, named)
    if (found) this.push('function', found.text, `${entryLatex(this.fName, entries.target)} = ${found.latex}`, entriesWords(read(shown, p.scope)))
  }

  private entry(d: Expr, entries: Entries, p: Prepared, named: Named, why: string, rule: boolean): void {
    const found = this.byEntries(d, [...entries.target, ...entries.input], p, named)
    if (!found) return
    const first = !this.lines.some(l => l.about === 'entry')
    const left = first ? `${derivativeLatex(this.fName, this.wrt, entries.target, entries.input)} ` : ''
    this.push('entry', found.text, `${left}= ${found.latex}`, why, rule)
  }

  /** The expression in index notation, where it is not too long and the checker confirms it. */
  private byEntries(expr: Expr, free: readonly FreeIndex[], p: Prepared, named: Named): { readonly text: string; readonly latex: string } | null {
    for (const summation of waysOfSums(this.question)) {
      const text = indexText({ expr, axes: [], free }, this.symbols, summation)
      if (text === null || text.length > LONGEST) continue
      const found = confirmed(p, text)
      if (found) return { text, latex: found.latex }
    }
    return null
  }

  /** Adds the line, unless it only says again what the last one of its kind says. */
  private push(about: SolutionLine['about'], text: string, latex: string, why: string, rule = true): void {
    const last = this.lines.findLast(l => l.about === about)
    if (last?.text !== text) this.lines.push({ about, latex, text, why, rule })
  }

  /** The last line, in the notation and layout that is asked. */
  private answer(): void {
    const { asked, question, lines } = this
    const last = lines.at(-1)!
    if (asked.truth.free.length > 0) {
      this.inEntries = true
      if (last.about === 'entry') lines[lines.length - 1] = { ...last, about: 'answer' }
      else this.whole(derive(question).index!, reasons.answerEntry)
      return
    }
    const { matrix } = derive(question)
    const shape = showAxes(asked.truth.axes)
    const why = lines.length === 1 ? reasons.answerShort : question.form === 'vec' ? reasons.answerVec : shape === 'scalar' ? reasons.answerScalar
      : question.layout === 'jacobian' ? reasons.answerMatrix(shape) : reasons.answerLayout(shape, question.layout)
    if (matrix !== null && this.whole(matrix, why)) return
    const array = einsumText(asked.truth, asked.symbols)
    if (array !== null && this.whole(array, reasons.answerEinsum)) return
    if (last.about !== 'entry') return
    this.inEntries = true
    lines[lines.length - 1] = { ...last, about: 'answer' }
  }

  private whole(text: string, why: string): boolean {
    const { lines, question, fName, wrt } = this
    const found = confirmed(this.asked, text)
    if (!found) return false
    const left = question.form === 'vec' ? `\\frac{\\partial \\operatorname{vec}(${latexName(fName)})}{\\partial \\operatorname{vec}(${latexName(wrt)})}` : derivativeLatex(fName, wrt)
    const last = lines.at(-1)!
    // A scalar by a scalar has one entry, and that is the answer.
    if (last.about === 'entry' && last.text === text) lines[lines.length - 1] = { ...last, about: 'answer' }
    else lines.push({ about: 'answer', latex: `${left} = ${found.latex}`, text, why, rule: true })
    return true
  }
}

/** The names that the derivation gave to inner functions replaced by their bodies, one level. */
function writtenOut(e: Expr, named: Named): Expr {
  return replaced(e, x => (x.k === 'var' && x.derivs.length === 0 ? named.inner.find(i => i.own && i.name === x.name)?.body.expr ?? null : null))
}
