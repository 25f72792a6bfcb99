/** The page on mastery says what the program does: each number in it is that of the parameters, and what it says of its forecasts is what they come to. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brier, calibrationError, learners, practise } from './learners.ts'
import { ability, anewAfterMs, ease, growing, levelDifficulty, modelName, modelSource, review, secure, weight } from '../../../src-main/progress/model/parameters.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'how-mastery-is-estimated.md'), 'utf8').replaceAll(/\s+/g, ' ')

describe('the page on mastery', () => {
  it('names the model and its sources', () => {
    expect(page).toContain(modelName)
    for (const source of modelSource.split('; the filter: ')) expect(page).toContain(source)
  })

  it.each<readonly [string, number | string]>([
    ...Object.entries(ability).map(([name, value]) => [`ability.${name}`, value] as const),
    ['ease.hint', ease.hint], ['ease.mistake', ease.mistake], ...Object.entries(weight).map(([name, value]) => [`weight.${name}`, value] as const),
    ['levelDifficulty', levelDifficulty.join(', ')],
  ])('has %s as it is', (name, value) => {
    expect(page).toContain(`| \`${name}\` | ${value} |`)
  })

  it('has the other numbers as they are', () => {
    for (const said of [
      `\`ease.mostHints\` ${ease.mostHints}`, `\`ease.mostMistakes\` ${ease.mostMistakes}`,
      `a chance of at least ${secure.chance}, a low end of the range of at least ${secure.certainty}, ${secure.mixed} successes on mixed exercises`, `on ${secure.days} different days`,
      `from a chance of ${growing.chance} and ${growing.exercises} exercises on`, `a recall of ${review.retention} on the day and at most ${review.longestDays} days later`, `Not more than ${review.dailyLoad} are asked`,
    ]) expect(page).toContain(said)
    expect(anewAfterMs).toBe(4 * 3_600_000)
  })

  it('tells of its forecasts what they come to', () => {
    const forecasts = learners(240, 77).flatMap((habits, i) => practise(habits, 40, 1000 + i).forecasts)
    const groups = Map.groupBy(forecasts, ({ estimate }) => Math.min(9, Math.floor(estimate.chance * 10)))
    const row = (of: (each: (typeof forecasts)[number]) => number): string =>
      Array.from({ length: 10 }, (_, height) => groups.get(height) ?? []).map(group => `${Math.round(100 * group.reduce((sum, each) => sum + of(each), 0) / group.length)} %`).join(' | ')
    expect(page).toContain(`| on average | ${row(({ estimate }) => estimate.chance)} | | came true | ${row(({ right }) => Number(right))} |`)
    const known = forecasts.map(each => ({ ...each, estimate: { ...each.estimate, chance: each.chance } }))
    expect(page).toContain(`error is ${calibrationError(forecasts).toFixed(2)}, the Brier score ${brier(forecasts).toFixed(3)} (${brier(known).toFixed(3)} for`)
  })
})
