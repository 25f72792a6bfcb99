/** The main path: an exercise is read, an answer typed, read as mathematics, judged, and the next one follows. */
import { expect, test } from './fixtures/standing.ts'
import { answerBox, button, check, editorReady, givenOf, open, readAs, verdict } from './fixtures/desk.ts'

test('by mouse: from the library to a proof, and on to the next part', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await expect(page.getByRole('table', { name: 'Given' }).getByRole('rowheader')).toHaveText([/A/, /x/, /y/])
  await editorReady(page)
  await answerBox(page).fill('2 (A x - y) x^T')
  await expect(readAs(page).locator('.katex')).toBeVisible()
  await expect(readAs(page)).toContainText('M × N')
  await expect(readAs(page)).toHaveAccessibleDescription(/x transpose/)

  await button(page, 'Check').click()
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
  await expect(page.getByText('same normal form: a proof')).toBeVisible()
  await expect(page.getByText(/agrees at \d+ points, /)).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Proof' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel').locator('.katex').first()).toBeVisible()

  await page.getByRole('tab', { name: 'Numbers' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('All entries agree.')
  await expect(page.getByRole('tabpanel').getByRole('group', { name: 'Yours' }).getByRole('cell').first()).toBeVisible()

  await button(page, 'Next').click()
  await expect(page.getByRole('heading', { level: 2, name: 'By entries' })).toBeVisible()
  await expect(answerBox(page)).toBeFocused()
  await expect(verdict(page)).toBeEmpty()
})

test('after the last part, Next leads to the next exercise', async ({ page }) => {
  await open(page, 'Least squares, by its matrix', 'By expanding first')
  await button(page, 'Next').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Traces' })).toBeVisible()
  await expect(answerBox(page)).toBeFocused()
})

test('a transposed gradient is told as another layout', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await check(page, '2 x (A x - y)^T')
  await expect(verdict(page)).toHaveText(/^\s*\S/)
  await expect(verdict(page)).toHaveText(/^\s*Not right yet\. Right in the numerator layout/)
  await expect(page.getByText('not the same', { exact: true })).toBeVisible()
  await expect(page.getByText('Checked', { exact: true })).toBeVisible()
})

test('an entry that differs is marked by a sign and said in words, and sizes are told', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await check(page, '2 A x x^T')
  await page.getByRole('tab', { name: 'Numbers' }).click()
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText(/M = \d, N = \d/)
  await expect(panel.getByRole('group', { name: 'Yours' }).getByRole('cell', { name: /differs/ }).first()).toContainText('≠')
  await page.getByRole('tab', { name: 'Proof' }).click()
  await expect(panel.getByRole('row', { name: 'same' })).toHaveCount(1)
  await expect(panel).toContainText('the others would give it away')
  await check(page, '2 A x x^T - 3 y x^T')
  await expect(panel.getByRole('row', { name: /differs/ })).toContainText('not a term of the reference')
})

test('what cannot be read is marked at its place, mended by one key, and never counts', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await answerBox(page).fill('2 (A x - z) x^T')
  await expect(page.locator('.mark-problem')).toHaveText('z')
  await button(page, 'Check').click()
  await expect(page.getByText('Could not be read')).toBeVisible()
  await expect(verdict(page)).toContainText('does not count')
  await page.getByText('Earlier attempts').click()
  await expect(page.getByText('No attempt on this part yet.')).toBeVisible()
})

test('the mend of a product of two columns is applied by Alt+Enter and then reads', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await answerBox(page).fill('2 (A x - y) x')
  const mend = page.getByRole('button', { name: /^(Replace|Insert|Remove)/ })
  await expect(mend).toBeVisible()
  await page.keyboard.press('Alt+Enter')
  await expect(answerBox(page)).not.toHaveValue('2 (A x - y) x')
  await expect(page.locator('.mark-problem')).toHaveCount(0)
  await expect(answerBox(page)).toBeFocused()
})

test('hints come one at a time, and the solution when it is asked for', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await button(page, 'Hint').click()
  await expect(page.getByRole('heading', { name: 'Hint 1' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Hint 2' })).toHaveCount(0)
  await button(page, 'Hint').click()
  await expect(page.getByRole('heading', { name: 'Hint 2' })).toBeVisible()
  await button(page, 'Show solution').click()
  await expect(page.getByRole('region', { name: 'Solution' })).toContainText('outer product')
})

test('an array of three axes is drawn as a grid of grids', async ({ page }) => {
  await open(page, 'A linear map, by its matrix', 'All in one line')
  await check(page, `delta_{ip} ${await givenOf(page, 'N')}_q`)
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await expect(page.getByRole('tabpanel').getByRole('group', { name: 'Reference' }).getByRole('table')).not.toHaveCount(1)
  await expect(page.getByRole('tabpanel')).toContainText('Each block is one entry of the target')
})

test('a derivation has lines: Enter makes one, Ctrl+Enter checks, and a wrong line is marked', async ({ page }) => {
  await open(page, 'Least squares, by its matrix', 'By expanding first')
  await editorReady(page)
  await answerBox(page).click()
  await page.keyboard.type('(A x - y)^T (A x - y)')
  await page.keyboard.press('Enter')
  await page.keyboard.type('x^T A^T A x + y^T y')
  await expect(verdict(page)).toBeEmpty()
  await page.keyboard.press('Control+Enter')
  await expect(verdict(page)).not.toBeEmpty()
  await expect(page.locator('.mark-line-wrong').first()).toBeVisible()
  await check(page, '(A x - y)^T (A x - y)\nx^T A^T A x - 2 y^T A x + y^T y')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
})

test('a choice is made by mouse or keys', async ({ page }) => {
  await open(page, 'When the derivative is no matrix', 'Which product is meant?')
  const group = page.getByRole('radiogroup', { name: 'Answer' })
  await expect(group.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(group.getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
})
