/** `einsum("ij,j->i", A, x)`, as in NumPy. */
import type { Axis } from '../../tensors/typed.ts'
import type { EinsumCall } from '../resolved.ts'
import { compose, type Label } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { freeLabels, labelled, once, together } from './indices.ts'
import { einsumReasons } from '../messages/meaning.ts'
import { showAxes, showAxis } from './length.ts'
import { longAxes, type Meaning } from './meaning.ts'
import { value } from './elaborate.ts'

export function einsumCall(c: Context, node: EinsumCall): Meaning {
  const args = node.args.map(a => value(c, a))
  const free = once({ axes: null, free: together(c, args.map(a => a.free)), build: () => { throw new Error('no expression') } }).free
  const formula = parts(node.formula)
  const wrong = (reason: string): Meaning => {
    c.faults.problem('einsum-formula-wrong', node.formulaSpan, [node.formula, reason])
    return broken(null, free)
  }
  if (typeof formula === 'string') return wrong(formula)
  if (formula.inputs.length !== args.length) return wrong(einsumReasons.arrays(formula.inputs.length, args.length))
  const sizes = new Map<string, { axis: Axis; where: string }>()
  const keys: (readonly string[])[] = []
  for (const [n, m] of args.entries()) {
    const letters = [...formula.inputs[n]!]
    if (!m.axes) return broken(formula.output.length === 0 ? [] : null, free)
    const axes = longAxes(m.axes)
    const text = quote(c, node.args[n]!)
    if (letters.length !== axes.length && letters.length !== m.axes.length) {
      return wrong(einsumReasons.letters(formula.inputs[n]!, letters.length, text, showAxes(m.axes.map(a => c.sizes.solve(a)))))
    }
    const all = letters.length === m.axes.length ? [...letters] : m.axes.map(a => (a.length === 0 ? '' : letters.shift()!))
    for (const [k, letter] of all.entries()) {
      const axis = m.axes[k]!
      const known = sizes.get(letter)
      if (!known) sizes.set(letter, { axis, where: text })
      else if (known.axis.length === 0 || axis.length === 0 ? known.axis.length !== axis.length : !c.sizes.unify(known.axis, axis)) {
        return wrong(einsumReasons.sizes(letter, showAxis(c.sizes.solve(known.axis)), known.where, showAxis(c.sizes.solve(axis)), text))
      }
    }
    keys.push(all)
  }
  const axes = formula.output.map(l => sizes.get(l)!.axis)
  const long = axes.filter(a => a.length > 0)
  return {
    axes: long, free, ...(args.some(a => a.unsure) ? { unsure: true } : {}),
    build: () => {
      const out = formula.output.map((l): Label => ({ key: l, axis: c.sizes.solve(sizes.get(l)!.axis) }))
      return compose(args.map((m, n) => labelled(c, m, keys[n]!)), [...out, ...freeLabels(c, free)])
    },
  }
}

/** The letters of each array and of the result, or what is wrong with the formula. */
function parts(formula: string): { readonly inputs: readonly string[]; readonly output: readonly string[] } | string {
  const text = formula.replace(/\\(?:to|rightarrow)\b|→/, '->').replace(/\s+/g, '')
  if (text.includes('.')) return einsumReasons.dots()
  if (!/^[A-Za-z,]*(->[A-Za-z]*)?$/.test(text)) return einsumReasons.signs()
  const [left, right] = text.split('->')
  const inputs = left!.split(',')
  const letters = [...left!.replaceAll(',', '')]
  // Without an arrow, as in NumPy: the letters that stand once, in alphabetical order.
  const output = right === undefined ? letters.filter((l, n) => letters.indexOf(l) === n && letters.lastIndexOf(l) === n).sort() : [...right]
  const unknown = output.find(l => !letters.includes(l))
  if (unknown !== undefined) return einsumReasons['unknown-output'](unknown)
  const twice = output.find((l, n) => output.indexOf(l) !== n)
  return twice !== undefined ? einsumReasons['output-twice'](twice) : { inputs, output }
}
