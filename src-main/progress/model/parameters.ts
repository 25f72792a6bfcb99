/** Every number of the model of mastery and of the review dates, with what it means. Changing one is a new `derivation`. */

/** The form and the parameters of everything that is derived from the log: another one has it worked out again at the next look. */
export const derivation = 'dynamic-rasch-2'

/**
 * The model: ability is a number on the logit scale that moves with practice and with time; an exercise of difficulty b comes out right at the first try
 * and unaided with chance 1 / (1 + exp(b - ability)).
 */
export const modelName = 'Dynamic Rasch model, filtered by assumed density'
export const modelSource = 'X. Wang, J. O. Berger, D. S. Burdick: Bayesian analysis of dynamic item response models in educational testing, Annals of Applied Statistics 7(1), 2013, 126-153; '
  + 'the filter: T. P. Minka: Expectation propagation for approximate Bayesian inference, UAI 2001, 362-369'

export const ability = {
  /** What is believed of a learner who has done nothing: mean and standard deviation, in logits. */
  mean: -0.4, deviation: 1.3,
  /** What an exercise moves: by how much on average, and with which standard deviation, in logits. */
  gain: 0.04, drift: 0.16,
  /** Standard deviation that a day without practice adds, in logits: a day adds its square to the variance, up to the deviation of the start. */
  daily: 0.06,
}

/** Difficulty of a generated exercise by its level, 1 to 5, in logits; an exercise of a pack has that of level 3. */
export const levelDifficulty: readonly number[] = [-1, -0.5, 0, 0.5, 1]

/** How much easier an exercise is, in logits, and so how much less its success says. */
export const ease = { hint: 1, mistake: 0.7, mostHints: 3, mostMistakes: 3 }

/** Weight of one observation: what comes after the first mistake of an exercise, right or wrong, hangs together with it and says little more. */
export const weight = { first: 1, again: 0.4 }

/**
 * When an outcome (or a skill) counts as secure. Mixed success on different days: D. Rohrer, K. Taylor: The shuffling of mathematics problems improves
 * learning, Instructional Science 35, 2007, 481-498.
 */
export const secure = { chance: 0.8, certainty: 0.6, mixed: 3, days: 2 }
/** From where on one that is not secure is growing rather than begun. */
export const growing = { chance: 0.5, exercises: 3 }

/** FSRS with the default weights of its authors, without chance in it. `retention`: the share to be remembered when a review is due. */
export const review = { retention: 0.9, longestDays: 365, dailyLoad: 12 }

/** An exercise is met anew on another day of the learner, if that is at least so many ms later: midnight alone does not part two tries. */
export const anewAfterMs = 4 * 3_600_000
