/** Review after weeks of work: outcomes and their evidence, what is due, mistakes, the history, and each attempt opened again. */
import { button } from './fixtures/desk.ts'
import { sound, watchShifts } from './fixtures/look.ts'
import { expect, test } from './fixtures/weeks-app.ts'

test.beforeEach(async ({ page }) => {
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'How secure each outcome is' })).toBeVisible()
})

test('an outcome shows its estimate, what is missing, its evidence and its skills, and an attempt behind it opens', async ({ page }) => {
  const chart = page.getByRole('figure', { name: 'How secure each outcome is' })
  await expect(chart.getByRole('img', { name: /Compute derivatives of matrices: \w+, \d+%, from \d+% to \d+%\./ })).toBeVisible()
  await chart.getByRole('button', { name: 'Show as table' }).click()
  await expect(chart.getByRole('row', { name: /^Compute derivatives of matrices (begun|growing|secure) \d+% \d+%–\d+% \d+$/ })).toBeVisible()
  await expect(chart.getByRole('button', { name: 'Show as chart' })).toBeFocused()
  const card = page.getByRole('region', { name: 'Compute derivatives of matrices' })
  await expect(card.getByText('Still missing until it is secure').or(card.getByText('Secure: nothing is missing.'))).toBeVisible()
  await card.getByText('Skills within it').click()
  await expect(card.getByRole('img', { name: /Derivatives by a matrix/ })).toBeVisible()
  await card.getByText('Evidence', { exact: false }).first().click()
  const evidence = card.getByRole('list', { name: 'Evidence: Compute derivatives of matrices' })
  await expect(evidence.getByRole('listitem').first()).toContainText(/right|solution|not right yet/)
  const title = (await evidence.getByRole('link').first().textContent())!
  await evidence.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What was asked' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'The verdict then' })).toContainText(/Right|Not right/)
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible()
})

test('the load of a day is changed, kept, and spreads the reviews; a review begins with one click', async ({ page, app }) => {
  await page.getByRole('link', { name: 'Due', exact: true }).click()
  const load = page.getByRole('textbox', { name: 'Reviews a day' })
  await expect(load).toHaveValue('12')
  await load.fill('3')
  await load.press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('heading', { name: '3 exercises are due today' })).toBeVisible()
  const chart = page.getByRole('figure', { name: 'The next four weeks' })
  await chart.getByRole('button', { name: 'Show as table' }).click()
  await expect(chart.getByRole('row').nth(1).getByRole('cell')).toHaveText('3')
  await expect(chart.getByRole('row')).toHaveCount(29)
  await load.fill('many')
  await load.press('Enter')
  await expect(page.getByText('A whole number from 1 to 200.')).toBeVisible()
  await button(page, 'Start review').click()
  await expect(page).toHaveURL(/#\/exercise\/.*review=\d+/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // Left without an answer it is skipped, and another one comes.
  const first = (await page.getByRole('heading', { level: 1 }).textContent())!
  for (let part = 0; part < 12 && (await page.getByRole('heading', { level: 1 }).textContent()) === first; part++) {
    const address = page.url()
    await button(page, 'Next').click()
    await expect.poll(() => page.url()).not.toBe(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first)
  await expect(page).toHaveURL(/review=\d+/)
  // A page that is still loading would complain that its server is gone.
  await page.goto('about:blank')
  const again = await app.restart('kill')
  await again.getByRole('link', { name: 'Review', exact: true }).click()
  await again.getByRole('link', { name: 'Due', exact: true }).click()
  await expect(again.getByRole('textbox', { name: 'Reviews a day' })).toHaveValue('3')
})

test('mistakes are drawn by kind and week, stand in a table, and lead to their attempts', async ({ page }) => {
  await page.getByRole('link', { name: 'Mistakes' }).click()
  const chart = page.getByRole('figure', { name: 'Mistakes by kind, week by week' })
  await expect(chart.getByRole('img', { name: /Sign: \d+\./ })).toBeVisible()
  await chart.getByRole('button', { name: 'Show as table' }).click()
  await expect(chart.getByRole('columnheader', { name: 'Sign' })).toBeVisible()
  await expect(chart.getByRole('row')).toHaveCount(14)
  await page.getByRole('combobox', { name: 'Weeks shown' }).selectOption('26 weeks')
  await expect(chart.getByRole('row')).toHaveCount(28)
  const examples = page.getByRole('list', { name: 'Last examples: Sign' })
  const answer = (await examples.locator('code').first().textContent())!
  await examples.getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'The answer' })).toContainText(answer.split('\n')[0]!)
  await expect(page.getByRole('region', { name: 'The verdict then' })).toContainText('Not right')
})

test('the history is paged and narrowed, and what it was narrowed to survives a look at an attempt', async ({ page }) => {
  await page.getByRole('link', { name: 'History' }).click()
  const list = page.getByRole('list', { name: 'Attempts' })
  await expect(list.getByRole('listitem')).toHaveCount(50)
  const first = await list.getByRole('listitem').first().textContent()
  await button(page, 'Older').click()
  await expect(page.getByRole('status').filter({ hasText: 'Page 2' })).toBeVisible()
  await expect(list.getByRole('listitem').first()).not.toHaveText(first!)
  await button(page, 'Newer').click()
  await expect(list.getByRole('listitem').first()).toHaveText(first!)

  await page.getByRole('combobox', { name: 'Verdict' }).selectOption('not right')
  await expect(list.getByRole('listitem').filter({ hasNotText: 'not right' })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Mistake' }).selectOption('Sign')
  await expect(list.getByRole('listitem').filter({ hasNotText: 'Sign' })).toHaveCount(0)
  expect(await list.getByRole('listitem').count()).toBeGreaterThan(0)
  await list.getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'The verdict then' })).toBeVisible()
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByRole('combobox', { name: 'Mistake' })).toHaveValue('sign')
  await expect(list.getByRole('listitem').filter({ hasNotText: 'Sign' })).toHaveCount(0)

  await button(page, 'Show all again').click()
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Compute derivatives of matrices')
  await expect(page).toHaveURL(/outcome=compute/)
  await page.getByRole('combobox', { name: 'Exercise' }).selectOption('Traces')
  await expect(list.getByRole('listitem').filter({ hasNotText: 'Traces' })).toHaveCount(0)
  await button(page, 'Show all again').click()
  await page.getByRole('checkbox', { name: 'Hints, solutions and skips too' }).check()
  await expect(list.getByText('A hint was taken').first()).toBeVisible()
  await page.getByLabel('To', { exact: true }).fill('2001-01-01')
  await expect(page.getByText('No attempt fits.')).toBeVisible()
})

test('the report has all of it, and prints without the window around it', async ({ page }) => {
  await page.getByRole('link', { name: 'Print or PDF' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Progress of Ada' })).toBeVisible()
  await page.evaluate(() => { Object.assign(globalThis, { printed: 0 }); window.print = () => { (globalThis as unknown as { printed: number }).printed++ } })
  await button(page, 'Print').click()
  expect(await page.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(1)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(button(page, 'Print')).toBeHidden()
  await expect(page.getByRole('figure', { name: 'The next four weeks' })).toBeVisible()
  // Paper is white whatever the theme, and nothing is cut off in a box that scrolls.
  const { ink, boxed } = await page.evaluate(() => {
    const screen = document.querySelector('article')!.parentElement!
    return { ink: getComputedStyle(document.querySelector('article h1')!).color, boxed: screen.scrollHeight - screen.clientHeight }
  })
  expect(ink).toBe('rgb(0, 0, 0)')
  expect(boxed).toBeLessThanOrEqual(1)
  await page.emulateMedia({ media: null, colorScheme: null })
})

test('by keys alone: each tab, an attempt and back, and a review', async ({ page }) => {
  for (const [key, heading] of [['2', 'The next four weeks'], ['3', 'Mistakes by kind, week by week'], ['5', 'Take progress in'], ['1', 'How secure each outcome is'], ['4', null]] as const) {
    await page.keyboard.press(`Alt+${key}`)
    if (heading !== null) await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  }
  const first = page.getByRole('list', { name: 'Attempts' }).getByRole('link').first()
  await expect(first).toBeVisible()
  for (let step = 0; step < 40 && !(await first.evaluate(node => node === document.activeElement)); step++) await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The verdict then' })).toBeVisible()
  await page.keyboard.press('Alt+r')
  await page.keyboard.press('Alt+2')
  await expect(button(page, 'Start review')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('start review')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/exercise\/.*review=\d+/)
})

test('every screen of review is sound in both themes and small windows, and nothing in it moves by itself', async ({ page }) => {
  test.slow()
  const shifts = await watchShifts(page)
  const screens = { outcomes: 'How secure each outcome is', due: 'The next four weeks', mistakes: 'Last examples', history: 'Review', exchange: 'Take progress in', report: 'Progress of Ada' }
  for (const [tab, heading] of Object.entries(screens)) {
    await page.evaluate(address => { location.hash = address }, `#/review/${tab}`)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    if (tab === 'outcomes') for (const summary of await page.locator('summary').all()) await summary.click()
    if (tab === 'history') await expect(page.getByRole('list', { name: 'Attempts' })).toBeVisible()
    expect(await shifts(), tab).toEqual([])
    for (const toggle of await page.getByRole('button', { name: 'Show as table' }).all()) await expect(toggle).toBeEnabled()
    await sound(page, tab)
  }
  await page.evaluate(() => { location.hash = '#/review/history?verdict=incorrect' })
  await page.getByRole('list', { name: 'Attempts' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'The verdict then' })).toBeVisible()
  await sound(page, 'attempt')
})
