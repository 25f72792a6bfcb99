/** Everything by keys, and the focus never lost. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/standing.ts'
import { answerBox, button, editorReady, open, verdict } from './fixtures/desk.ts'

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '')

test('the whole way by keyboard alone', async ({ page }) => {
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  // "Start" has the focus: Enter begins the work.
  await expect.poll(() => focused(page)).toContain('Target by input')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Target by input' })).toBeVisible()
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.type('M x N')
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('heading', { level: 2, name: 'Scalar by vector' })).toBeVisible()
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.press('Alt+h')
  await expect(page.getByRole('heading', { name: 'Hint 1' })).toBeVisible()
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.press('Alt+p')
  await expect(page.getByRole('heading', { level: 2, name: 'Vector by vector' })).toBeVisible()
  await expect(answerBox(page)).toHaveValue('M x N')
  await page.keyboard.press('Alt+l')
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
})

test('Tab leaves the answer for Check and goes on in order', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await answerBox(page).focus()
  const seen: string[] = []
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('Tab')
    seen.push(await focused(page))
  }
  expect(seen).toEqual(['Check', 'Hint', 'Show solution', 'Next'])
  await page.keyboard.press('Shift+Tab')
  await expect(button(page, 'Show solution')).toBeFocused()
})

test('the palette lists what can be done with its keys, does it, and gives the focus back', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await answerBox(page).focus()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('option', { name: /^Hint Alt\+H/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(answerBox(page)).toBeFocused()
  const [editor, sheet] = await page.evaluate(() => ['.monaco-editor', '[aria-label="Question"]'].map(name => getComputedStyle(document.querySelector(name)!).backgroundColor))
  expect(editor, 'the colours of the editor').toBe(sheet)
})

test('tabs of the evidence go by arrows', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await answerBox(page).fill('2 (A x - y) x^T')
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('tab', { name: 'Numbers' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'Proof' })).toBeFocused()
  await expect(page.getByRole('tab', { name: 'Proof' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Alt+a')
  await expect(answerBox(page)).toBeFocused()
})
