/** A store that fails: told in plain words, nothing lost, and a way back. */
import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallOutput } from '../../src-main/app/contract.ts'
import { expect, test as base } from './fixtures/app.ts'
import { answerOtherwise } from './fixtures/calls.ts'
import { button, check, open, verdict } from './fixtures/desk.ts'
import { sound } from './fixtures/look.ts'
import { test as withWeeks } from './fixtures/weeks-app.ts'

/** On a folder in which nothing can be written: where the learners' folders should be stands a file. */
const test = base.extend({
  dataDir: async ({ dataDir }, use) => {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(join(dataDir, 'learners'), 'in the way')
    await use(dataDir)
  },
})

test('a folder that cannot be written: work goes on, waits, and is written once it can be', async ({ page, dataDir }) => {
  const chip = page.getByRole('link', { name: 'Not saved' })
  await expect(chip).toBeVisible()
  await open(page, 'Traces')
  await check(page, '0')
  await expect(verdict(page)).toHaveText(/Not right/)
  await expect(page.getByText('Not written down yet.')).toBeVisible()
  await chip.click()
  const condition = page.getByRole('alert').filter({ hasText: 'Your work cannot be saved just now.' })
  await expect(condition).toContainText('Nabla cannot write in the folder of your work.')
  // That it cannot be read says nothing of backups, and nothing could be made or mended.
  for (const name of ['Make a backup now', 'Begin']) await expect(button(page, name)).toHaveCount(0)
  await expect(condition).toContainText(/things? that you did waits? in memory|things that you did wait in memory/)
  await expect(page.getByRole('heading', { name: 'What you can do' })).toBeVisible()
  await sound(page, 'a store that cannot be written')
  await button(page, 'Try again').click()
  await expect(page.getByText('It still does not work.')).toBeVisible()

  rmSync(join(dataDir, 'learners'))
  await button(page, 'Try again').click()
  await expect(page.getByText('All is saved.')).toBeVisible()
  await expect(chip).toHaveCount(0)
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('list', { name: 'Attempts' }).getByRole('listitem')).toHaveCount(1)
})

withWeeks('a damaged database is put together from what can be read, and it is told', async ({ page: first, app, dataDir }) => {
  // A page that is still loading would complain that its server is gone.
  await first.waitForLoadState('networkidle')
  const folder = join(dataDir, 'learners', 'ada')
  const file = join(folder, 'progress.db')
  // Damaged while Nabla was closed, in the midst of the file.
  const page = await app.restart('quit', () => {
    truncateSync(file, Math.floor(statSync(file).size / 2))
  })
  const chip = page.getByRole('link', { name: 'About your data' })
  await expect(chip).toBeVisible()
  await chip.click()
  const notices = page.getByRole('region', { name: 'What happened when it was opened' })
  await expect(notices.getByRole('listitem').first()).toHaveText(/damaged/)
  await expect(chip).toHaveCount(0)
  await sound(page, 'a damaged store')
  expect(readdirSync(folder).length).toBeGreaterThan(1)
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('list', { name: 'Attempts' }).getByRole('listitem')).toHaveCount(50)
})

withWeeks('a backup is made and gone back to after a question, and that is undone in the same way', async ({ page }) => {
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('backups')
  await page.keyboard.press('Enter')
  await expect(page.getByText('All is saved.')).toBeVisible()
  const list = page.getByRole('list', { name: 'Backups' })
  const before = await list.getByRole('listitem').count()
  await button(page, 'Make a backup now').click()
  await expect(page.getByText(/^A backup was made: /)).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(before + 1)
  await sound(page, 'backups')
  await list.getByRole('button', { name: 'Go back to it' }).first().click()
  await expect(button(page, 'Yes, go back')).toBeFocused()
  await button(page, 'No, stay').click()
  await list.getByRole('button', { name: 'Go back to it' }).first().click()
  await button(page, 'Yes, go back').click()
  await expect(page.getByText(/^You are back at /)).toBeVisible()
  await expect(list.getByText('before going back')).toBeVisible()
  await button(page, 'Begin').click()
  await expect(page.getByText('Everything is in order.')).toBeVisible()
})

base.describe('in a browser', () => {
  base.skip(({ host }) => host !== 'browser', 'Replies are changed on their way.')

  base('what can be done is told for each kind of failure', async ({ page }) => {
    let kind = ''
    const state = (): CallOutput<'storeState'> => ({ learner: 'Learner', folder: '/data', waiting: 2, notices: [], backups: [], failure: { kind, message: 'It did not work.', detail: 'SQLITE_FULL: full', quarantine: '/data/set-aside' } })
    await answerOtherwise(page, call => (call === 'storeState' ? { ok: true, output: state() } : undefined))
    const kinds = [['disk-full', 'Free some space'], ['locked', 'Another program holds the folder'], ['damaged', 'Go back to a backup below'], ['newer', 'written by a newer Nabla'], ['a-new-one', 'make a copy of the folder']] as const
    for (const [each, advice] of kinds) {
      kind = each
      await page.reload()
      await page.getByRole('link', { name: 'Not saved' }).click()
      await expect(page.getByText(advice)).toBeVisible()
      await expect(page.getByText('2 things that you did wait in memory.')).toBeVisible()
      await expect(page.getByText('The damaged file was set aside in /data/set-aside.')).toBeVisible()
      await expect(page.getByText('There is no backup yet.')).toHaveCount(0)
    }
  })

  base('screens whose calls are refused say so, and try again', async ({ page }) => {
    let failing = true
    await answerOtherwise(page, call => (failing && ['outcomes', 'due', 'mistakes', 'attempts', 'attempt', 'storeState'].includes(call) ? { ok: false, error: { message: 'The disk did not answer.' } } : undefined))
    for (const address of ['review/outcomes', 'review/due', 'review/mistakes', 'review/history', 'review/attempt/x', 'review/report', 'data']) {
      failing = true
      await page.goto(page.url().replace(/#.*$/, '') + `#/${address}`)
      await page.reload()
      const notice = page.getByRole('alert').filter({ hasText: 'The disk did not answer.' }).first()
      await expect(notice, address).toBeVisible()
      failing = false
      await notice.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'The disk did not answer.' }), address).toHaveCount(0)
    }
  })
})

base('a new learner finds every screen of review empty, and told why', async ({ page }) => {
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await expect(page.getByText('Nothing is known of you yet')).toBeVisible()
  await sound(page, 'empty outcomes')
  for (const [name, told] of [['Due', 'No exercise comes back yet.'], ['Mistakes', 'No mistake yet.'], ['History', 'No attempt yet.']] as const) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByText(told)).toBeVisible()
    await sound(page, `empty ${name}`)
  }
})
