/** Nothing that was typed or judged is lost: not by a reload, not by a crash, not by a main process that does not answer. */
import { expect, test } from './fixtures/app.ts'
import { answerBox, button, check, editorReady, open, verdict } from './fixtures/desk.ts'

test('a draft survives a reload and a killed process', async ({ page, app }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await answerBox(page).click()
  await page.keyboard.type('2 (A x - ')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await page.reload()
  await expect(answerBox(page)).toHaveValue('2 (A x - ')
  await editorReady(page)
  await page.keyboard.press('End')
  await page.keyboard.type('y) x')
  await expect(answerBox(page)).toHaveValue('2 (A x - y) x')
  await expect(page.getByText('Draft saved')).toBeVisible()
  const again = await app.restart('kill')
  await open(again, 'Least squares, by its matrix')
  await expect(answerBox(again)).toHaveValue('2 (A x - y) x')
})

test('a draft is saved on leaving, before its half second is over', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await answerBox(page).fill('A x')
  await page.keyboard.press('Alt+l')
  await open(page, 'Least squares, by its matrix')
  await expect(answerBox(page)).toHaveValue('A x')
})

test('each part keeps its own draft and its own undo', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await answerBox(page).click()
  await page.keyboard.type('first')
  await page.keyboard.press('Alt+n')
  await expect(answerBox(page)).toHaveValue('')
  await page.keyboard.type('second')
  await page.keyboard.press('Alt+p')
  await expect(answerBox(page)).toHaveValue('first')
  await page.keyboard.press('Control+z')
  await expect(answerBox(page)).not.toHaveValue('first')
  await page.keyboard.press('Alt+n')
  await expect(answerBox(page)).toHaveValue('second')
})

test('an attempt is found again after a crash, with its verdict, and counts as progress', async ({ page, app }) => {
  await open(page, 'Least squares, by its matrix')
  await check(page, '2 (A x - y) x^T')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
  const again = await app.restart('kill')
  const row = again.getByRole('listitem').filter({ has: again.getByRole('link', { name: 'Least squares, by its matrix', exact: true }) }).last()
  await expect(row).toContainText('1 of 4 parts right')
  await expect(again.getByRole('region', { name: 'Outcomes' })).toContainText(/[1-9]\d* of \d+ right/)
  await open(again, 'Least squares, by its matrix', 'As a matrix')
  await again.getByText('Earlier attempts').click()
  await again.getByRole('button', { name: 'Show this attempt' }).click()
  await expect(verdict(again)).toHaveText(/^\s*Right\./)
  await again.getByRole('link', { name: 'Review', exact: true }).click()
  await again.getByRole('link', { name: 'History' }).click()
  await expect(again.getByRole('list', { name: 'Attempts' })).toContainText('2 (A x - y) x^T')
})

test('an answer equal to the last one is said to be so', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await check(page, '(A x - y) x^T')
  await check(page, '(A x - y)  x^T')
  await expect(verdict(page)).toContainText('does not count again')
})

test.describe('in a browser', () => {
  test.skip(({ host }) => host !== 'browser', 'Electron has one process.')

  test('while the main process is gone, typing goes on, and all is saved once it is back', async ({ page, context }) => {
    await open(page, 'Least squares, by its matrix')
    await editorReady(page)
    await context.setOffline(true)
    await page.evaluate(() => undefined)
    await answerBox(page).fill('A x - y')
    await context.setOffline(false)
    await expect(answerBox(page)).toHaveValue('A x - y')
    await expect(page.getByText('Draft saved')).toBeVisible()
    await button(page, 'Check').click()
    await expect(verdict(page)).not.toBeEmpty()
  })
})
