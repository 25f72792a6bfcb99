/** Numbers that stand in the text as numbers: exponents, factors. */
import Fraction from 'fraction.js'
import type { Resolved } from '../resolved.ts'

/** Digits that a number may have, and how far its decimal point may be moved. */
export const mostDigits = 1_000
const mostShift = 400

/** A decimal number as typed, `0.5` or `1e-3`; null where it is over the budget. */
export function decimal(text: string): Fraction | null {
  const [digits, exponent = '0'] = text.toLowerCase().split('e')
  const shift = Number(exponent)
  if (text.length > mostDigits || Math.abs(shift) > mostShift) return null
  const scale = new Fraction(10n ** BigInt(Math.abs(shift)), 1n)
  const n = new Fraction(digits!)
  return shift < 0 ? n.div(scale) : n.mul(scale)
}

/** The rational number that a part is, where it is written with digits only: `2`, `-1/2`, `0.5`; else null. */
export function constantOf(node: Resolved): Fraction | null {
  switch (node.k) {
    case 'number': return decimal(node.text)
    case 'minus': return constantOf(node.node)?.neg() ?? null
    case 'bracketed': return constantOf(node.node)
    case 'terms': return node.terms.reduce<Fraction | null>((sum, { sign, node: next }) => {
      const n = constantOf(next)
      return sum && n && (sign === '+' ? sum.add(n) : sum.sub(n))
    }, new Fraction(0))
    case 'fraction': return quotient(constantOf(node.num), constantOf(node.den))
    case 'factors': {
      let product = constantOf(node.items[0]!.node)
      for (const { op, node: next } of node.items.slice(1)) {
        const n = constantOf(next)
        if (!product || !n || (op !== '*' && op !== '/')) return null
        product = op === '*' ? product.mul(n) : quotient(product, n)
      }
      return product
    }
    default: return null
  }
}

function quotient(a: Fraction | null, b: Fraction | null): Fraction | null {
  return a && b && !b.equals(0) ? a.div(b) : null
}
