/** Endless practice, by mouse and by keyboard alone: a level that fits and why, another like this, and an address that brings it all back. */
import type { Page } from '@playwright/test'
import { newPractice, practiceExercise } from '../../src-main/app/practice.ts'
import { test as alone } from './fixtures/app.ts'
import { expect, test } from './fixtures/standing.ts'
import { answerOtherwise, listen } from './fixtures/calls.ts'
import { answerBox, button, check, editorReady, open, verdict } from './fixtures/desk.ts'
import { sound, watchShifts } from './fixtures/look.ts'

/** The id of the generated exercise in sight. */
const question = (page: Page): string => /endless-practice\/([^/?]+)/.exec(page.url())?.[1] ?? ''
/** Its right answer. */
const right = (page: Page): string => practiceExercise(question(page))!.parts[0]!.tests!.right[0]!
const changed = (page: Page, before: string): Promise<void> => expect.poll(() => question(page)).not.toBe(before)

test('by mouse: what and how hard are chosen, a right answer leads on, and two of them lead up', async ({ page }) => {
  await page.getByRole('link', { name: 'Choose what to practise' }).click()
  await page.getByRole('radio', { name: /^Derivatives/ }).check()
  await expect(page.getByText('norms, quotients, determinants, inverses')).toBeVisible()
  await sound(page, 'practise')
  await button(page, 'Start').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Derivatives, level 1')
  await expect(page.getByText('The first level. Two in a row right at the first try lead one level up.')).toBeVisible()
  for (const level of [1, 2]) {
    const before = question(page)
    await check(page, right(page))
    await expect(verdict(page)).toHaveText(/^\s*Right\./)
    await button(page, 'Next').click()
    await changed(page, before)
    await expect(page.getByText(`Level ${level} of 5`)).toBeVisible()
  }
  await expect(page.getByText('One level up: the last two were right at the first try.')).toBeVisible()
  await expect(page.getByText('In this sitting: 2 of 2 right')).toBeAttached()
  await sound(page, 'a question of a practice')
})

test('by keyboard alone: from home to the second question, and out again', async ({ page }) => {
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  await page.keyboard.press('Alt+g')
  await expect(button(page, 'Start')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(answerBox(page)).toBeFocused()
  await editorReady(page)
  const first = question(page)
  await page.keyboard.type(right(page))
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
  await page.keyboard.press('Alt+n')
  await changed(page, first)
  await expect(answerBox(page)).toBeFocused()
  const second = question(page)
  await page.keyboard.press('Alt+m')
  await changed(page, second)
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.press('Alt+l')
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
})

test('the level goes down after two that did not come right, and says so', async ({ page }) => {
  await page.goto(page.url().split('#')[0] + `#/exercise/endless-practice/${newPractice('compute', 3, 1237, []).id}?practice=compute&level=fits&at=3`)
  for (const _ of [1, 2]) {
    const before = question(page)
    await expect(page.getByText('Level 3 of 5')).toBeVisible()
    await check(page, '0')
    await expect(verdict(page)).toHaveText(/^\s*Not right/)
    await button(page, 'Next').click()
    await changed(page, before)
  }
  await expect(page.getByText('Level 2 of 5')).toBeVisible()
  await expect(page.getByText('One level down: the last two did not come right.')).toBeVisible()
})

test('reload and Back bring back the question, its draft and its place in the practice', async ({ page }) => {
  await page.keyboard.press('Alt+g')
  await page.getByRole('radio', { name: /^Shapes/ }).check()
  await page.getByRole('radio', { name: /^Level 2/ }).check()
  await button(page, 'Start').click()
  await expect(page.getByText('You chose this level.')).toBeVisible()
  await editorReady(page)
  const first = question(page)
  await answerBox(page).fill('M x (')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await page.reload()
  await expect(answerBox(page)).toHaveValue('M x (')
  await expect(page.getByText('You chose this level.')).toBeVisible()
  await button(page, 'Another like this').click()
  await changed(page, first)
  await expect(page.getByText('Level 2 of 5')).toBeVisible()
  await expect(answerBox(page)).toHaveValue('')
  await page.goBack()
  await expect(answerBox(page)).toHaveValue('M x (')
  expect(question(page)).toBe(first)
})

test('another variant of an exercise of the course is another desk, and every call names it', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Only there can calls be listened to.')
  const sent = listen(page)
  await page.reload()
  await open(page, 'As many axes as you like')
  await editorReady(page)
  await answerBox(page).fill('here')
  await button(page, 'Another like this').click()
  await expect.poll(() => page.url()).toContain('seed=1')
  await expect(answerBox(page)).toHaveValue('')
  await check(page, 'M x N')
  await button(page, 'Hint').click()
  await expect(page.getByRole('heading', { name: 'Hint 1' })).toBeVisible()
  await button(page, 'Show solution').click()
  await expect(page.getByRole('region', { name: 'Solution' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Parts' }).getByRole('link').nth(1).click()
  await expect.poll(() => page.url()).toMatch(/\/[\w-]+\?seed=1$/)
  await page.reload()
  await expect(page.getByText('Part 2 of')).toBeVisible()
  const seeds = new Map(sent.map(({ call, input }) => [call, (input as { seed?: number }).seed]))
  expect([...seeds].filter(([call]) => ['openExercise', 'readingScope', 'submit', 'saveDraft', 'hint', 'solution'].includes(call)).map(([call, seed]) => `${call} ${seed}`).sort())
    .toEqual(['hint 1', 'openExercise 1', 'readingScope 1', 'saveDraft 1', 'solution 1', 'submit 1'])
  await page.goto(page.url().split('?')[0]!)
  await expect(page.getByRole('heading', { level: 1, name: 'As many axes as you like' })).toBeVisible()
})

test('nothing moves when the verdict of a practice comes', async ({ page }) => {
  await page.keyboard.press('Alt+g')
  await expect(button(page, 'Start')).toBeFocused()
  await page.keyboard.press('Enter')
  await editorReady(page)
  await answerBox(page).fill(right(page))
  await page.waitForTimeout(800)
  const moved = await watchShifts(page)
  await page.keyboard.press('Enter')
  await expect(verdict(page)).not.toBeEmpty()
  await page.waitForTimeout(700)
  expect(await moved()).toEqual([])
})

// What these put between window and app stays there.
alone.describe('in a browser', () => {
  alone.skip(({ host }) => host !== 'browser', 'Only there can the reply be another.')

  alone('a question that cannot be made is told where it was asked for, and asked for again', async ({ page }) => {
    const told = (words: string) => page.getByRole('alert').filter({ hasText: words })
    let refuse = true
    await answerOtherwise(page, call => ((call === 'practice' || call === 'another') && refuse ? { ok: false, error: { message: 'Nothing comes to mind.' } } : undefined))
    await page.reload()
    await button(page, 'Practise A new question, at the level that fits').click()
    await expect(page.getByRole('alert')).toContainText('The next question could not be made. Nothing comes to mind.')
    await page.getByRole('link', { name: 'Choose what to practise' }).click()
    await button(page, 'Start').click()
    await expect(page.getByRole('alert')).toContainText('Nothing comes to mind.')
    await sound(page, 'practise without a question')
    refuse = false
    await button(page, 'Try again').click()
    await expect(answerBox(page)).toBeVisible()
    const before = question(page)
    refuse = true
    await button(page, 'Another like this').click()
    await expect(told('Another one could not be found.')).toBeVisible()
    await button(page, 'Next').click()
    await expect(told('The next question could not be made.')).toBeVisible()
    refuse = false
    await button(page, 'Try again').click()
    await changed(page, before)
  })
})
