/**
 * The main screens as pictures, in both themes, held against those in `screens.spec.ts-snapshots`.
 * `npx playwright test screens --reporter html` shows each picture before, after and their difference; with `--update-snapshots` those of now are kept.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'
import { answerBox, check, editorReady, open, readAs, verdict } from './fixtures/desk.ts'

test.skip(({ host }) => host !== 'browser' || process.platform !== 'linux', 'Pictures are taken in a browser on Linux.')

/** The version of Chromium that the pictures were taken in. */
const madeBy = join(import.meta.dirname, 'screens.spec.ts-snapshots', 'chromium.txt')

async function shown(page: Page, name: string): Promise<void> {
  const version = page.context().browser()?.version() ?? ''
  if (test.info().config.updateSnapshots === 'all') writeFileSync(madeBy, `${version}\n`)
  // The same version draws the same letters; another may set each of them a little differently, which looks like far more than a button gone.
  const near = readFileSync(madeBy, 'utf8').trim() === version ? { maxDiffPixels: 400, threshold: 0.2 } : { maxDiffPixelRatio: 0.03, threshold: 0.3 }
  await page.evaluate(async () => void (await document.fonts.ready))
  await page.mouse.move(0, 0)
  await expect(page).toHaveScreenshot(`${name}.png`, { ...near, animations: 'disabled', caret: 'hide', scale: 'css' })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`library, desk, derivation and keys in ${colorScheme}`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
    // Where the work is kept is another folder each time.
    await page.getByText('Your work is kept in').evaluate(line => { line.firstChild!.textContent = 'Your work is kept in a folder' })
    await shown(page, `library-${colorScheme}`)
    await open(page, 'Least squares, by its matrix')
    await editorReady(page)
    await check(page, '2 x (A x - y)^T')
    await expect(verdict(page)).toContainText('Not right yet')
    await answerBox(page).press('Home')
    await expect(readAs(page).locator('.lit')).toBeVisible()
    await expect(page.getByText('Draft saved')).toBeVisible()
    await shown(page, `desk-${colorScheme}`)
    await page.getByRole('navigation', { name: 'Parts' }).getByRole('link', { name: 'By expanding first' }).click()
    await answerBox(page).fill('(A x - y)^T (A x - y)\n= x^T A^T A x + y^T y\n= ')
    await expect(page.locator('.mark-line-wrong')).toBeVisible()
    await expect(page.getByText('Draft saved')).toBeVisible()
    await shown(page, `derivation-${colorScheme}`)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('keys')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await shown(page, `keys-${colorScheme}`)
  })
}
