/** What a part asks of a learner: computed from its question, never typed by an author. */
import { canonicalName, declare, expand, nodesOf, readFree, type Axis, type Reading, type Scope } from '../calculus/index.ts'
import type { Question } from '../checking/question.ts'
import { skills, type SkillId } from './skills/catalogue.ts'
import { notationSkills } from './skills/notation.ts'
import { meetsDelta, Rules } from './skills/rules.ts'

export { skillOf, skills, type Skill, type SkillId, type SkillOutcome } from './skills/catalogue.ts'

const known = new WeakMap<Question, readonly SkillId[]>()

/**
 * The skills that a question asks for, in the order of the catalogue; none for a choice. What cannot be read asks for nothing. Takes some tenths of
 * a millisecond for a question that was not asked about before.
 */
export function partSkills(question: Question): readonly SkillId[] {
  let found = known.get(question)
  if (!found) {
    const own = question.kind === 'choice' ? new Set<SkillId>() : new Asked(question).skills()
    known.set(question, found = skills.map(skill => skill.id).filter(id => own.has(id)))
  }
  return found
}

const special = ['symmetric', 'skew', 'diagonal', 'orthogonal', 'posdef', 'lower', 'upper'] as const

class Asked {
  private readonly question: Question
  private readonly scope: Scope
  private readonly components: readonly string[]
  private readonly sound: boolean
  private readonly found = new Set<SkillId>()

  constructor(question: Question) {
    const { given, define, f, component } = question
    this.question = question
    this.components = component === undefined ? [] : typeof component === 'string' ? (component.includes(',') ? component.split(',').map(c => c.trim()) : [...component.trim()]) : component
    const { scope, problems } = declare({ given, define, ...(f === undefined ? {} : { f }), component: this.components })
    this.sound = problems.length === 0
    this.scope = { ...scope, summation: question.summation, layout: question.layout }
  }

  skills(): ReadonlySet<SkillId> {
    const { question, found } = this
    const { kind } = question
    for (const text of this.texts()) this.text(text)
    if (kind === 'derivative') this.derivative(question.f ?? '', question.wrt ?? '')
    if (kind === 'shape') this.shape()
    if (kind === 'derivation') found.add('derivation')
    if (kind === 'number') found.add('numbers')
    if (this.components.length > 0 || question.form === 'index') found.add('index-notation')
    if (question.form === 'vec') found.add('vec')
    // A determinant's derivative is written with an inverse.
    if (kind === 'derivative' && found.has('determinant')) found.add('inverse')
    return found
  }

  /** The expressions that are asked about, and what they define. */
  private texts(): string[] {
    const { f, value, of, start, goal, kind } = this.question
    const asked = kind === 'derivative' ? [f] : kind === 'shape' ? [of ?? value, f] : kind === 'derivation' ? [start, goal] : [value]
    return asked.filter(text => typeof text === 'string')
  }

  private read(text: string): Reading {
    return readFree(text, this.scope, this.components)
  }

  /** A text and, once each, the definitions that it uses. */
  private text(text: string, seen = new Set<string>()): void {
    const reading = this.read(text)
    // The shape of an expression asks for no rule that the expression would take.
    if (this.question.kind !== 'shape') notationSkills(reading, text, this.found)
    else if (nodesOf(reading.resolved).some(node => node.k === 'einsum')) this.found.add('einsum')
    for (const node of nodesOf(reading.resolved)) {
      if (node.k === 'name') this.named(node.name, seen)
      if (node.k === 'derivative') {
        for (const name of [node.target.name, ...node.by.map(each => each.name)]) if (name !== null) this.named(name, seen)
      }
    }
  }

  private named(name: string, seen: Set<string>): void {
    if (seen.has(name)) return
    seen.add(name)
    const info = this.scope.symbols.get(name)
    if (this.question.kind !== 'shape' && info && special.some(property => info.properties.has(property))) this.found.add('special-matrices')
    const body = Object.entries(this.question.define).find(([key]) => canonicalName(key) === name)?.[1]
    if (body !== undefined) this.text(body, seen)
  }

  private derivative(f: string, by: string): void {
    const { found, scope, question } = this
    if (!this.sound) return
    const { value } = this.read(f)
    const wrt = this.read(by).value?.expr
    const info = wrt?.k === 'var' ? scope.symbols.get(wrt.name) : undefined
    if (!value || !info) return
    const input = long(info.axes)
    const target = value.free.length + long(value.axes)
    found.add(input === 0 ? 'derivative-by-scalar' : input === 1 ? 'derivative-by-vector' : input === 2 ? 'derivative-by-matrix' : 'three-axes')
    if (target === 1) found.add('vector-valued')
    if (target === 2) found.add('matrix-valued')
    if (input + target > 2) found.add('three-axes')
    if (question.layout !== 'jacobian') found.add('layout')
    if (question.form === 'vec' && target > 1) found.add('kron')
    if (special.some(property => info.properties.has(property))) found.add('special-matrices')
    if (nodesOf(this.read(f).resolved).some(node => node.k === 'derivative')) found.add('second-derivative')
    const whole = expand(value.expr, scope, info.name)
    new Rules(info.name, scope.symbols).skills(whole, found)
    if ((this.components.length > 0 || question.form === 'index') && meetsDelta(whole, info.name)) found.add('delta')
  }

  private shape(): void {
    const { found, question, scope } = this
    const node = question.of === undefined ? null : this.read(question.of).resolved
    if (node?.k !== 'derivative') {
      found.add('value-shape')
      return
    }
    found.add('derivative-shape')
    if (question.layout !== 'jacobian') found.add('layout')
    const axes = (name: string | null): number => (name === null ? 0 : long(scope.symbols.get(name)?.axes ?? []))
    if (axes(node.target.name) + node.by.reduce((sum, each) => sum + axes(each.name), 0) > 2) found.add('three-axes')
    if (node.by.length > 1) found.add('second-derivative')
  }
}

/** Axes that are longer than 1. */
function long(axes: readonly Axis[]): number {
  return axes.filter(axis => axis.length > 0).length
}
