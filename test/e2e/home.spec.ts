/** Home: one click from work, every exercise in sight however many there are, and its states when there is nothing or no answer. */
import type { CallOutput } from '../../src-main/app/contract.ts'
import { test as alone } from './fixtures/app.ts'
import { expect, test } from './fixtures/standing.ts'
import { answerOtherwise } from './fixtures/calls.ts'
import { answerBox, button, check, open } from './fixtures/desk.ts'
import { sound, watchShifts } from './fixtures/look.ts'

const exercises = { name: 'Exercises' }

test('a new learner starts with the first exercise, or practises, by one click each', async ({ page }) => {
  await page.getByRole('link', { name: /^Start/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Target by input')
  await page.goBack()
  await button(page, 'Practise A new question, at the level that fits').click()
  await expect(page.getByText('Level 1 of 5')).toBeVisible()
  await expect(answerBox(page)).toBeFocused()
})

test('the chapter at hand is open, the others are titles, and each opens and closes by keys', async ({ page }) => {
  const list = page.getByRole('list', exercises)
  const current = list.getByRole('button', { name: /^Shapes first/ })
  await expect(current).toHaveAttribute('aria-expanded', 'true')
  await expect(current).toContainText(/^\s*Shapes first\s*0 of \d+ done\s*$/)
  const other = list.getByRole('button', { name: /^Derivatives by a vector/ })
  await expect(other).toHaveAttribute('aria-expanded', 'false')
  // A title of a closed chapter is a link like any other, with its state for those who cannot see the sign.
  const row = list.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Quadratic forms', exact: true }) }).last()
  await expect(row).toContainText(/\d parts, new/)
  const height = (await row.boundingBox())!.height
  await other.focus()
  await page.keyboard.press('Enter')
  await expect(other).toHaveAttribute('aria-expanded', 'true')
  await expect(other).toBeFocused()
  expect((await row.boundingBox())!.height).toBeGreaterThan(height)
  await page.keyboard.press('Space')
  await expect(other).toHaveAttribute('aria-expanded', 'false')
  await list.getByRole('link', { name: 'Quadratic forms', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quadratic forms')
})

test('what was worked on is what to continue with, and stands under recent', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await check(page, '2 (A x - y) x^T')
  await page.keyboard.press('Alt+l')
  await expect(page.getByRole('link', { name: 'Continue Least squares, by its matrix' })).toBeFocused()
  await expect(page.getByRole('navigation', { name: 'Recent' }).getByRole('link')).toHaveText(['Least squares, by its matrix'])
  await expect(page.getByRole('button', { name: /^Derivatives by a matrix/ })).toHaveAttribute('aria-expanded', 'true')
  await sound(page, 'home')
})

test('search goes by every word, in title and chapter, and shows what it found in full', async ({ page }) => {
  const links = page.getByRole('list', exercises).getByRole('link')
  await expect(links.first()).toBeVisible()
  const all = await links.count()
  await page.getByRole('searchbox', { name: 'Search exercises' }).fill('matrix least')
  await expect(links.filter({ hasText: 'Least squares, by its matrix' })).toBeVisible()
  expect(await links.count()).toBeLessThan(all)
  await page.getByRole('searchbox').fill('no such thing')
  await expect(page.getByText('No exercise matches “no such thing”.')).toBeVisible()
  await sound(page, 'a search without a result')
  await page.getByRole('searchbox').fill('')
  await expect(links).toHaveCount(all)
})

// What these put between window and app stays there.
alone.describe('in a browser', () => {
  alone.skip(({ host }) => host !== 'browser', 'Only there can the reply be another.')

  alone('what is due comes first to hand, and opens as a review', async ({ page }) => {
    const family = { pack: 'matrix-derivatives', family: 'target-by-input', title: 'Target by input', outcomes: [], due: '', planned: '2026-11-23', overdueDays: 0, last: '', intervalDays: 1, reviews: 1, lapses: 0, recall: 0.8 }
    const due: CallOutput<'due'> = { dailyLoad: 20, done: 0, waiting: 0, today: [family, { ...family, family: 'x', title: 'X' }], later: [], days: [] }
    await answerOtherwise(page, call => (call === 'due' ? { ok: true, output: due } : call === 'nextReview' ? { ok: true, output: { next: { pack: 'matrix-derivatives', exercise: 'target-by-input', seed: 0, since: 1_764_000_000_000, title: 'Target by input' }, left: 1 } } : undefined))
    await page.reload()
    const way = page.getByRole('button', { name: /^Due for review/ })
    await expect(way).toContainText('2 exercises come back')
    await sound(page, 'home with reviews')
    await way.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Target by input')
    expect(new URL(page.url()).hash).toContain('review=1764000000000')
  })

  alone('nothing due is nothing said; nothing at all is told with a way on', async ({ page }) => {
    await expect(page.getByRole('link', { name: /^Start/ })).toBeVisible()
    await expect(page.getByText('Due for review')).toHaveCount(0)
    await answerOtherwise(page, (call, reply) => (call === 'library' && reply.ok ? { ok: true, output: { ...(reply.output as CallOutput<'library'>), exercises: [], outcomes: [], packs: [], continueWith: null } } : undefined))
    await page.reload()
    await expect(page.getByText('No exercises were found.')).toBeVisible()
    await sound(page, 'an empty home')
    await page.getByText('No exercises were found.').getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Packs')
  })

  alone('exercises that cannot be loaded are told, and asked for again', async ({ page }) => {
    let refuse = true
    await answerOtherwise(page, call => (call === 'library' && refuse ? { ok: false, error: { message: 'The disk does not answer.' } } : undefined))
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('The exercises could not be loaded. The disk does not answer.')
    await sound(page, 'home without exercises')
    refuse = false
    await button(page, 'Try again').click()
    await expect(page.getByRole('list', exercises).getByRole('link').first()).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  alone('nothing moves once home has come', async ({ page }) => {
    await page.reload()
    const moved = await watchShifts(page)
    await expect(page.getByRole('list', exercises).getByRole('link').first()).toBeVisible()
    await page.waitForTimeout(500)
    expect(await moved()).toEqual([])
  })
})
