/** An author's text in typeset mathematics, by the names that its question declares. */
import { declare, readFree, typeset } from '../../calculus/index.ts'
import type { Scope, Typed } from '../../calculus/index.ts'
import { componentNames } from '../../checking/prepare/layout.ts'
import type { Question } from '../../checking/question.ts'

/** The part of a question that says what its names stand for. */
export type Names = Pick<Question, 'given' | 'define' | 'component' | 'summation'>

/** What the names of a question stand for. Names whose declaration cannot be read are left out: lint tells the author of them. */
export function scopeOf({ given, define, component, summation }: Names): Scope {
  return { ...declare({ given, define, component: componentNames(component) ?? [] }).scope, summation }
}

/** The text in LaTeX and what it stands for; as it was typed where it cannot be read, of which lint tells the author. */
export function shown(text: string, scope: Scope, names: readonly string[] = []): { readonly latex: string; readonly value: Typed | null } {
  const reading = readFree(text, scope, names)
  return {
    latex: (reading.value && typeset(reading).latex) ?? `\\text{${text.replace(/[\\{}$#%&_^~]/g, ' ').trim()}}`,
    value: reading.value,
  }
}
