/** The way of writing sums that a learner chose, by the app's contract. */
import { describe, expect, test } from 'vitest'
import { openApp, freshFolder } from './desk.ts'

const sums = (text: string) => text.split('\\sum').length - 1

describe('sums, where a question leaves them open', () => {
  test('are written in generated exercises as their learner likes, at once and after the next start', async () => {
    const dataDir = freshFolder()
    let asked = 0
    const api = openApp({ dataDir, random: () => `${(((asked += 1) * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-${String(asked).padStart(12, '0')}` })
    const solved = async (from: typeof api, made: { pack: string; exercise: string }) => {
      const { parts } = await from.openExercise(made)
      return (await from.solution({ ...made, part: parts[0]!.id })).solution
    }
    // Seeds that are always the same; some of these have sums that go without saying.
    const made = []
    for (let count = 0; count < 6; count++) made.push(await api.practice({ outcome: 'indices', level: 2 }))
    const before = []
    for (const each of made) before.push(await solved(api, each))
    await api.saveSettings({ set: { 'notation.sums': 'explicit' } })
    const after = []
    for (const each of made) after.push(await solved(api, each))
    expect(after.reduce((all, text) => all + sums(text), 0)).toBeGreaterThan(before.reduce((all, text) => all + sums(text), 0))
    await api.close()
    const again = openApp({ dataDir })
    expect(await solved(again, made[0]!)).toBe(after[0])
    await again.saveSettings({ set: { 'notation.sums': null } })
    expect(await solved(again, made[0]!)).toBe(before[0])
  }, 90_000)
})
