/** From the resolved tree to meanings: one rule for each kind of node. */
import { constant, size } from '../../tensors/build.ts'
import { slotsOf } from '../../tensors/symbols.ts'
import { unknownKind } from '../../problem.ts'
import type { Resolved } from '../resolved.ts'
import { broken, type Context } from './context.ts'
import { sumOver } from './binders.ts'
import { call } from './calls.ts'
import { decimal, mostDigits } from './constants.ts'
import { derivative } from './derivative.ts'
import { einsumCall } from './einsum.ts'
import { entry } from './entries.ts'
import { factors, fraction } from './factors.ts'
import { once, summed } from './indices.ts'
import { literal } from './literals.ts'
import { bars, norm } from './norms.ts'
import { entryPower, inverseTranspose, power, transpose } from './powers.ts'
import { commutation, delta, filled, identity, indicator, unit } from './special.ts'
import { negated, terms } from './terms.ts'
import type { Meaning } from './meaning.ts'

/** The meaning of a part as it stands alone: what Einstein's convention sums in it is summed. */
export function value(c: Context, node: Resolved): Meaning {
  return once(summed(c, factor(c, node), node))
}

/** The meaning of a factor: how often its indices occur is left to the product around it. */
export function factor(c: Context, node: Resolved): Meaning {
  const m = rule(c, node)
  if (m.axes) c.parts.push({ from: node.from, to: node.to, axes: m.axes })
  return m
}

function rule(c: Context, node: Resolved): Meaning {
  switch (node.k) {
    case 'number': return number(c, node)
    case 'pi': return { axes: [], free: [], build: () => ({ k: 'pi' }) }
    case 'name': return name(c, node.name)
    case 'size': return { axes: [], free: [], build: () => size(node.name) }
    case 'unknown': case 'hole': return broken()
    case 'terms': return terms(c, node)
    case 'factors': return factors(c, node)
    case 'fraction': return fraction(c, node)
    case 'minus': return negated(c, factor(c, node.node))
    case 'bracketed': return value(c, node.node)
    case 'bars': return bars(c, node)
    case 'norm': return norm(c, node)
    case 'entry': return entry(c, node)
    case 'transposed': return transpose(c, node)
    case 'inverse-transposed': return inverseTranspose(c, node)
    case 'powered': return power(c, node)
    case 'entry-powered': return entryPower(c, node)
    case 'call': return call(c, node)
    case 'sum-over': return sumOver(c, node)
    case 'identity': return identity(c, node)
    case 'filled': return filled(node)
    case 'unit': return unit(c, node)
    case 'delta': return delta(c, node)
    case 'indicator': return indicator(c, node)
    case 'comm': return commutation(node)
    case 'literal': return literal(c, node)
    case 'einsum': return einsumCall(c, node)
    case 'derivative': return derivative(c, node)
    default: return unknownKind(node)
  }
}

function number(c: Context, node: Extract<Resolved, { k: 'number' }>): Meaning {
  const n = decimal(node.text)
  if (!n) {
    c.faults.problem('too-many-digits', node, [mostDigits])
    return broken([])
  }
  return { axes: [], free: [], build: () => constant(n), ...(n.equals(0) ? { zero: true } : {}) }
}

function name(c: Context, text: string): Meaning {
  const info = c.scope.symbols.get(text)
  if (!info || info.kind === 'elementwise') return broken()
  return { axes: info.axes, free: [], build: () => ({ k: 'var', name: text, derivs: [], dims: slotsOf(info) }) }
}
