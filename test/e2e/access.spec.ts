/** Every screen in both themes without a violation that axe can find, and usable in a small window. */
import { expect, test } from './fixtures/standing.ts'
import { answerBox, button, check, editorReady, givenOf, open } from './fixtures/desk.ts'
import { allLooks, clean } from './fixtures/look.ts'

test('no screen has a violation in light or dark, with common or with high contrast', async ({ page }) => {
  test.slow()
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  await clean(page, 'library', allLooks)
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await clean(page, 'exercise', allLooks)
  await answerBox(page).fill('2 (A x - z) x')
  await page.waitForTimeout(400)
  await clean(page, 'a problem while typing', allLooks)
  await check(page, '2 x (A x - y)^T')
  await button(page, 'Hint').click()
  await button(page, 'Show solution').click()
  await expect(page.getByRole('region', { name: 'Solution' })).toBeVisible()
  await clean(page, 'a wrong answer', allLooks)
  await check(page, '2 (A x - y) x^T')
  await clean(page, 'a right answer', allLooks)
  await page.getByText('Earlier attempts').click()
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await clean(page, 'numbers and attempts', allLooks)
  await page.keyboard.press('Control+k')
  await clean(page, 'palette', allLooks)
  await page.keyboard.type('keys')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Change the keys of: Hint' }).click()
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('button', { name: 'Take it from there' })).toBeFocused()
  await clean(page, 'keys', allLooks)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+w')
  await clean(page, 'walking through the formula', allLooks)
  await page.keyboard.press('Alt+b')
  await clean(page, 'symbols', allLooks)
  await button(page, 'Appearance').click()
  await clean(page, 'appearance', allLooks)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('list', { name: 'Attempts' })).toBeVisible()
  await clean(page, 'attempts', allLooks)
})

test('choices, derivations and grids of grids have no violation', async ({ page }) => {
  await open(page, 'When the derivative is no matrix', 'Which product is meant?')
  await clean(page, 'choice')
  await page.keyboard.press('Alt+l')
  await open(page, 'Least squares, by its matrix', 'By expanding first')
  await answerBox(page).fill('(A x - y)^T (A x - y)\nx^T A^T A x + y^T y\n= ')
  await expect(page.locator('.mark-line-wrong')).toBeVisible()
  await clean(page, 'a derivation being written')
  await check(page, '(A x - y)^T (A x - y)\nx^T A^T A x + y^T y')
  await clean(page, 'derivation')
  await page.keyboard.press('Alt+l')
  await open(page, 'A linear map, by its matrix', 'All in one line')
  await check(page, `${await givenOf(page, 'N')}_q`)
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await clean(page, 'grid of grids')
})

for (const [width, height] of [[900, 600], [640, 400]] as const) {
  test(`nothing is cut off sideways at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await open(page, 'Least squares, by its matrix')
    await check(page, '2 x (A x - y)^T')
    await expect(page.getByRole('status', { name: 'Verdict' }).locator('p').first()).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    for (const name of ['Check', 'Hint', 'Show solution', 'Next']) {
      const box = await button(page, name).boundingBox()
      expect(box, name).not.toBeNull()
      expect(box!.x + box!.width, name).toBeLessThanOrEqual(width)
    }
  })
}

test('colours, contrast, motion and size are the reader’s own choice and are kept', async ({ page }) => {
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  await button(page, 'Appearance').click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.getByRole('checkbox', { name: 'High contrast' }).check()
  await page.getByRole('checkbox', { name: 'Reduce motion' }).check()
  await page.getByRole('radio', { name: 'written out' }).check()
  await button(page, 'Larger text').click()
  const root = page.locator('html')
  const asChosen = async () => {
    await expect(root).toHaveAttribute('data-theme', 'dark')
    await expect(root).toHaveAttribute('data-contrast', 'more')
    await expect(root).toHaveAttribute('data-motion', 'less')
    expect(await root.evaluate(node => getComputedStyle(node).fontSize)).toBe('18px')
  }
  await asChosen()
  await page.reload()
  await asChosen()
  await button(page, 'Appearance').click()
  await expect(page.getByRole('radio', { name: 'written out' })).toBeChecked()
})

test('every choice of appearance can be reached in a small window with letters of twice the size', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  await button(page, 'Appearance').click()
  for (let step = 0; step < 5; step++) await button(page, 'Larger text').click()
  const panel = page.getByRole('dialog', { name: 'Appearance' })
  const box = (await panel.boundingBox())!
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.y + box.height).toBeLessThanOrEqual(600)
  for (const name of ['Smaller text', 'Larger text']) {
    await button(page, name).scrollIntoViewIfNeeded()
    await expect(button(page, name)).toBeInViewport()
  }
})
