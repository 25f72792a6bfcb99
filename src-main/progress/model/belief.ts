/** What is believed of an ability: a normal distribution on the logit scale, and how an observation changes it. Pure. */
import { ability } from './parameters.ts'

export interface Belief {
  /** In logits. */
  readonly mean: number
  readonly variance: number
  /** When it held, in ms since 1970. */
  readonly at: number
}

/** What was seen of one try. */
export interface Observation {
  readonly right: boolean
  /** In logits; help makes it smaller. */
  readonly difficulty: number
  /** 1 for a full observation; its likelihood is raised to this power. */
  readonly weight: number
}

/** A chance, and the range that holds the true one nine times out of ten. */
export interface Estimate {
  readonly chance: number
  readonly low: number
  readonly high: number
}

const day = 86_400_000
const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

export const unseen = (at: number): Belief => ({ mean: ability.mean, variance: ability.deviation ** 2, at })

/** The belief at a later time: the same, and less certain. A clock that went back changes nothing. */
export function later(belief: Belief, at: number): Belief {
  const days = Math.max(0, at - belief.at) / day
  const most = Math.max(belief.variance, ability.deviation ** 2)
  return { mean: belief.mean, variance: Math.min(most, belief.variance + days * ability.daily ** 2), at: Math.max(at, belief.at) }
}

/** The belief after an exercise was worked on: practice helps a little, by an amount that is not known. */
export const practised = (belief: Belief): Belief => ({ ...belief, mean: belief.mean + ability.gain, variance: belief.variance + ability.drift ** 2 })

/** Nodes in standard deviations and their shares of a normal distribution: a plain sum over them is exact to four digits for what is asked of it here. */
const nodes = Array.from({ length: 17 }, (_, i) => (i - 8) / 2)
const total = nodes.reduce((sum, x) => sum + Math.exp(-x * x / 2), 0)
const shares = nodes.map(x => Math.exp(-x * x / 2) / total)

/** Bayes' rule, with the result taken back to the normal distribution of the same mean and variance. */
export function observe(belief: Belief, { right, difficulty, weight }: Observation): Belief {
  const deviation = Math.sqrt(belief.variance)
  let mass = 0
  let first = 0
  let second = 0
  for (let i = 0; i < nodes.length; i++) {
    const x = nodes[i]!
    const margin = belief.mean + deviation * x - difficulty
    const seen = logistic(right ? margin : -margin)
    const likelihood = shares[i]! * (weight === 1 ? seen : seen ** weight)
    mass += likelihood
    first += likelihood * x
    second += likelihood * x * x
  }
  const shift = first / mass
  return { mean: belief.mean + deviation * shift, variance: belief.variance * (second / mass - shift * shift), at: belief.at }
}

/** The chance that an exercise of the given difficulty comes out right at the first try and unaided. */
export function estimateOf({ mean, variance }: Belief, difficulty = 0): Estimate {
  const deviation = Math.sqrt(variance)
  const chance = nodes.reduce((sum, x, i) => sum + shares[i]! * logistic(mean + deviation * x - difficulty), 0)
  return { chance, low: logistic(mean - 1.645 * deviation - difficulty), high: logistic(mean + 1.645 * deviation - difficulty) }
}
