import { describe, expect, test } from 'vitest'
import { hostileAnswers } from './answers.ts'
import { hostileQuestions } from './questions.ts'
import { runGroup } from './run.ts'

/** What one check may take of a processor; most take a hundredth. */
const budgetMs = 2_000
const megabytes = 256
const minutes = 60_000

describe('an answer that is made to cost too much ends within its budget, with a clear word', () => {
  for (const [group, cases] of Object.entries(hostileAnswers)) {
    test(group, { timeout: 10 * minutes }, async () => {
      const { outcomes, ended } = await runGroup(group)
      expect(ended).toBeNull()
      expect(outcomes.map(o => o.name)).toEqual(cases.map(c => c.name))
      const faults = outcomes.flatMap(({ name, calls, megabytes: used }, n) => calls.flatMap(({ call, end, message, ms, astray }) => {
        const where = `${name}, ${call}: `
        const allowed: readonly string[] = call === 'report' ? ['read'] : cases[n]!.verdicts
        return [
          ...(allowed.includes(end) ? [] : [`${where}${end} (${message})`]), ...(call === 'report' || message !== '' ? [] : [`${where}no word`]),
          ...(ms < budgetMs ? [] : [`${where}${ms} ms`]), ...(used < megabytes ? [] : [`${where}${used} MB`]), ...astray.map(a => `${where}${a}`),
        ]
      }))
      expect(faults).toEqual([])
    })
  }
})

describe('a question that is made to cost too much is refused, or judged within its budget', () => {
  for (const [group, cases] of Object.entries(hostileQuestions)) {
    test(group, { timeout: 10 * minutes }, async () => {
      const { outcomes, ended } = await runGroup(group)
      expect(ended).toBeNull()
      expect(outcomes.map(o => o.name)).toEqual(cases.map(c => c.name))
      const faults = outcomes.flatMap(({ name, calls, megabytes: used }) => calls.flatMap(({ call, end, message, ms, astray }) => {
        const where = `${name}, ${call}: `
        return [
          ...(end === 'threw' ? [`${where}${message}`] : []), ...(end === 'refused' && message === '' ? [`${where}refused without a word`] : []),
          ...(ms < budgetMs ? [] : [`${where}${ms} ms`]), ...(used < megabytes ? [] : [`${where}${used} MB`]), ...astray.map(a => `${where}${a}`),
        ]
      }))
      expect(faults).toEqual([])
    })
  }
})
