/** Why the checker cannot ask a question, in the language of the author: it says so in English where it does not speak of an expression. */
import { words } from './words.ts'

type Faults = typeof words.faults
interface Fault {
  /** The checker's words; its groups are what the sentence is about. */
  readonly raw: RegExp
  readonly say: (faults: Faults, ...found: string[]) => string
}

const faults: readonly Fault[] = [
  { raw: /^(\S+) is not declared in `given`\.$/, say: (f, name) => f.undeclared(name!) },
  { raw: /^(\S+) is a function: a derivative is by an array\.$/, say: (f, name) => f.byFunction(name!) },
  { raw: /^The derivative of this function is too large to be worked with\.$/, say: f => f.tooLarge },
  { raw: /^This cannot be read\.$/, say: f => f.unreadable },
  { raw: /^A question declares at most (\d+) symbols\.$/, say: (f, most) => f.manySymbols(most!) },
  { raw: /^A question defines at most (\d+) names\.$/, say: (f, most) => f.manyNames(most!) },
  { raw: /^A choice needs `options`\.$/, say: f => f.noOptions },
  { raw: /^(.+) is not the id of an option\.$/s, say: (f, id) => f.noOption(id!) },
  { raw: /^A derivation needs `goal`\.$/, say: f => f.noGoal },
  { raw: /^A derivative needs `f`, the function to be differentiated\.$/, say: f => f.noFunction },
  { raw: /^A derivative needs `wrt`, the symbol to differentiate by\.$/, say: f => f.noSymbol },
  { raw: /^This kind of question needs `value`, the reference\.$/, say: f => f.noValue },
  { raw: /^A shape question needs `value`, the shape, or `of`, the expression whose shape is asked\.$/, say: f => f.noShape },
  { raw: /^The reference of a number must be a number or an array of numbers\.$/, say: f => f.noNumber },
  { raw: /^The index (\S+) does not occur in `value`\.$/, say: (f, name) => f.indexNotInValue(name!) },
  { raw: /^The index (\S+) is free in `f` but not named in `component`\.$/, say: (f, name) => f.indexNotNamed(name!) },
  { raw: /^The derivative has (\d+) axes \((\d+) of the target, (\d+) of the input\), but `component` names (\d+)\.$/, say: (f, all, target, input, named) => f.otherAxes(all!, target!, input!, named!) },
  { raw: /^The names in `component` must be different\.$/, say: f => f.sameNames },
  { raw: /^The axis that `(.+)` should name is a product; a component needs a simple axis\.$/s, say: (f, name) => f.productAxis(name!) },
  { raw: /^“(.+)” is no name of an index\.$/s, say: (f, name) => f.noIndex(name!) },
]

/** The same in the language that is spoken; what is not known here is told as it came. */
export function faultInWords(message: string): string {
  for (const { raw, say } of faults) {
    const found = raw.exec(message)
    if (found) return say(words.faults, ...found.slice(1))
  }
  return message
}
