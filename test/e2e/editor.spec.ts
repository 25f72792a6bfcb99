/** The answer box: no key lost while the editor loads, nothing moves when a verdict comes, long answers do not hold it up. */
import { expect, test } from './fixtures/standing.ts'
import { answerBox, button, check, editorReady, open, verdict } from './fixtures/desk.ts'

test('what is typed before the editor has come is kept, with caret and focus', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await expect(answerBox(page)).toBeVisible()
  const url = page.url()
  // The editor's script is held back until ten letters are typed into the plain box.
  let release = () => {}
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route(/\/assets\/editor-[^/]*\.js$/, async route => {
    await held
    await route.continue()
  })
  await page.goto(url)
  await page.reload()
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.type('2(Ax-y)T')
  await page.keyboard.press('ArrowLeft')
  expect(await page.evaluate(() => performance.getEntriesByName('nabla:editor-ready').length)).toBe(0)
  release()
  await page.keyboard.type('x', { delay: 30 })
  await editorReady(page)
  await page.keyboard.type('^')
  await expect(answerBox(page)).toHaveValue('2(Ax-y)x^T')
  await expect(answerBox(page)).toHaveCount(1)
  await expect(answerBox(page)).toBeFocused()
})

test('a form filler or a dictation replaces the whole answer, from any caret', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  for (const text of ['A x', '(A x - y)', 'x', '', 'two\nlines', 'A']) {
    await answerBox(page).fill(text)
    await expect(answerBox(page)).toHaveValue(text)
    await page.keyboard.press('Home')
  }
  await page.keyboard.press('Control+z')
  await expect(answerBox(page)).toHaveValue('two\nlines')
})

test('what is typed over a selection takes its place, also where it begins with a bracket', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await answerBox(page).fill('2 (A x - y) x^T')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('(A x')
  await expect(answerBox(page)).toHaveValue('(A x')
})

test('nothing moves when a verdict arrives', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  for (const answer of ['2 (A x - y) x^T', '2 x (A x - y)^T', 'A (']) {
    await answerBox(page).fill(answer)
    await page.waitForTimeout(800)
    await page.evaluate(() => {
      const shifts: string[] = []
      Object.assign(globalThis, { shifts })
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node: Node | null }[] }
          if (value > 0) shifts.push(`${value} ${sources.map(source => (source.node instanceof Element ? source.node.outerHTML.slice(0, 80) : source.node?.textContent)).join('; ')}`)
        }
      }).observe({ type: 'layout-shift' })
    })
    await page.keyboard.press('Enter')
    await expect(verdict(page)).not.toBeEmpty()
    await page.waitForTimeout(400)
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts), answer).toEqual([])
  }
})

test('a hundred thousand characters are taken, judged and replaced', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await check(page, 'A x + '.repeat(16_667))
  await expect(verdict(page)).toHaveText(/\S/)
  await check(page, '2 (A x - y) x^T')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
})

test('an empty answer is told, and does not count', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await button(page, 'Check').click()
  await expect(verdict(page)).toContainText('There is no answer yet')
})

test('names complete, and Tab takes the one that is marked', async ({ page }) => {
  await open(page, 'A linear map, by its matrix', 'All in one line')
  await editorReady(page)
  await answerBox(page).click()
  await page.keyboard.type('\\delt')
  await expect(page.locator('.suggest-widget.visible')).toContainText('delta')
  await page.keyboard.press('Tab')
  await expect(answerBox(page)).toHaveValue(/delta/)
  await expect(answerBox(page)).toBeFocused()
})
