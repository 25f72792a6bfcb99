/** Several learners on one machine: each with progress and looks of their own, chosen at the start. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'
import { button, check, open } from './fixtures/desk.ts'
import { sound } from './fixtures/look.ts'

const learner = (page: Page, name: string) => page.getByRole('link', { name: `Learner: ${name}` })
const attempts = async (page: Page) => {
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await page.getByRole('link', { name: 'History' }).click()
  return page.getByRole('list', { name: 'Attempts' })
}

test('a second learner begins anew, and each finds their own again, also at the next start', async ({ page, app }) => {
  await open(page, 'Traces')
  await check(page, '0')
  await button(page, 'Appearance').click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.keyboard.press('Escape')
  await learner(page, 'Learner').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Grace')
  await button(page, 'Add and go on').click()
  await expect(learner(page, 'Grace')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Start/ })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(await attempts(page).then(list => list.count())).toBe(0)
  await expect(page.getByText('No attempt yet.')).toBeVisible()

  const again = await app.restart('quit')
  // Where the window stayed open, as a tab of a browser does, it was asked already.
  await again.evaluate(() => sessionStorage.clear())
  await again.reload()
  await expect(again.getByRole('heading', { level: 1, name: 'Who is practising?' })).toBeVisible()
  await sound(again, 'who is practising')
  await expect(button(again, 'Go on as Grace')).toBeFocused()
  await button(again, 'Go on as Learner').click()
  await expect(learner(again, 'Learner')).toBeVisible()
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect((await attempts(again)).getByRole('listitem')).toHaveCount(1)
  await again.reload()
  await expect(learner(again, 'Learner')).toBeVisible()
})

test('by keys alone: a learner is added, renamed and gone back from; a name that is taken is told', async ({ page }) => {
  await expect(learner(page, 'Learner')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('learner')
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'Name' })
  for (let step = 0; step < 30 && !(await field.evaluate(node => node === document.activeElement)); step++) await page.keyboard.press('Tab')
  await page.keyboard.type('learner')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('There is a learner “learner” already.')
  await expect(field).toHaveValue('learner')
  await field.press('Control+a')
  await page.keyboard.type('Σοφία')
  await page.keyboard.press('Enter')
  await expect(learner(page, 'Σοφία')).toBeVisible()
  await learner(page, 'Σοφία').press('Enter')
  await button(page, 'Rename Σοφία').press('Enter')
  await expect(page.getByRole('textbox', { name: 'New name of Σοφία' })).toBeFocused()
  await page.keyboard.type('Sofia')
  await page.keyboard.press('Enter')
  await expect(learner(page, 'Sofia')).toBeVisible()
  await sound(page, 'learners')
  await button(page, 'Go on as Learner').press('Enter')
  await expect(learner(page, 'Learner')).toBeVisible()
})

test('a draft stays with the learner who typed it', async ({ page }) => {
  await open(page, 'Traces')
  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('A^T')
  await learner(page, 'Learner').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Grace')
  await button(page, 'Add and go on').click()
  await expect(learner(page, 'Grace')).toBeVisible()
  await open(page, 'Traces')
  await expect(page.getByRole('textbox', { name: 'Answer', exact: true })).toHaveValue('')
  await learner(page, 'Grace').click()
  await button(page, 'Go on as Learner').click()
  await open(page, 'Traces')
  await expect(page.getByRole('textbox', { name: 'Answer', exact: true })).toHaveValue('A^T')
})
