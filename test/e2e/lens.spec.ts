/** One piece of the answer, seen in the editor and in the typeset line alike; symbols, names and mends by keys; lines of a derivation. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/standing.ts'
import { answerBox, button, check, editorReady, open, readAs, verdict } from './fixtures/desk.ts'

/** What is lit in the editor, and the box that is lit in the formula, as the texts under it. */
const inEditor = (page: Page) => page.locator('.mark-lens').allTextContents().then(pieces => pieces.join('').replaceAll('\u00A0', ' '))
const inFormula = (page: Page) => readAs(page).evaluate(figure => {
  const box = figure.querySelector('.lit')?.getBoundingClientRect()
  if (box === undefined) return null
  const middle = (rect: DOMRect) => [rect.x + rect.width / 2, rect.y + rect.height / 2] as const
  const walker = document.createTreeWalker(figure.querySelector('.katex-html')!, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let text = ''
  while (walker.nextNode() !== null) {
    range.selectNodeContents(walker.currentNode)
    const [x, y] = middle(range.getBoundingClientRect())
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) text += walker.currentNode.nodeValue
  }
  return text.replace(/[\u200B\s]/g, '')
})

test.beforeEach(async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
})

test('the caret lights the piece that it stands in, in both, and tells its shape', async ({ page }) => {
  await answerBox(page).click()
  await page.keyboard.type('2 (A x - y) x^T')
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowLeft')
  await expect.poll(() => inEditor(page)).toBe('A x - y')
  await expect.poll(() => inFormula(page)).toBe('Ax−y')
  await expect(readAs(page)).toContainText(/This piece\s*A x - y\s*M\s/)
  await page.keyboard.press('End')
  await expect.poll(() => inEditor(page)).toBe('x^T')
  await expect.poll(() => inFormula(page)).toBe('xT')
  await expect(readAs(page)).toContainText('1 × N')
  await button(page, 'Check').focus()
  await expect.poll(() => inEditor(page)).toBe('')
})

test('the pointer lights a piece from either side', async ({ page }) => {
  await answerBox(page).fill('2 (A x - y) x^T')
  const formula = readAs(page).locator('.katex-html')
  await formula.locator('[data-span="5-6"]').hover()
  await expect.poll(() => inEditor(page)).toBe('x')
  await expect(readAs(page)).toContainText(/This piece\s*x\s*N\s/)
  const line = (await page.locator('.view-line').first().boundingBox())!
  await page.mouse.move(line.x + 4, line.y + line.height / 2, { steps: 5 })
  await expect.poll(() => inFormula(page)).toBe('2')
})

test('keys walk from piece to piece; Enter selects it in the answer, Escape leaves', async ({ page }) => {
  await answerBox(page).fill('2 (A x - y) x^T')
  await page.keyboard.press('Home')
  await expect(readAs(page)).toContainText('M × N')
  await page.keyboard.press('Alt+w')
  const group = readAs(page).getByRole('group', { name: 'Pieces of your answer' })
  await expect(group).toBeFocused()
  await expect.poll(() => inEditor(page)).toBe('2')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => inFormula(page)).toBe('(Ax−y)')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => inEditor(page)).toBe('A x')
  await expect(readAs(page).getByText('A x: M', { exact: true })).toHaveAttribute('aria-live', 'polite')
  await page.keyboard.press('Enter')
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.type('y')
  await expect(answerBox(page)).toHaveValue('2 (y - y) x^T')
  await page.keyboard.press('Alt+w')
  await page.keyboard.press('Escape')
  await expect(answerBox(page)).toBeFocused()
})

test('symbols are typed by mouse and by keys, and those of right answers come first', async ({ page }) => {
  const row = page.getByRole('toolbar', { name: 'Symbols' })
  await expect(row.getByRole('button').first()).toHaveAccessibleName('A')
  await row.getByRole('button', { name: 'norm' }).click()
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.type('x')
  await expect(answerBox(page)).toHaveValue('||x||')
  await page.keyboard.press('End')
  await page.keyboard.press('Alt+b')
  await expect(row.getByRole('button', { name: 'A', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(answerBox(page)).toHaveValue('||x|| x')
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.press('Alt+b')
  await page.keyboard.press('Escape')
  await expect(answerBox(page)).toBeFocused()
  await expect(row.getByRole('button', { name: 'Kronecker product' })).toHaveCount(0)
  await check(page, '2 outer(A x - y, x) + 0 tr(kron(A, x) kron(A, x)^T) A')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
  await page.keyboard.press('Alt+n')
  await expect(row.getByRole('button', { name: 'Kronecker product' })).toBeVisible()
})

test('each answer keeps its undo while other parts are in sight', async ({ page }) => {
  await answerBox(page).click()
  await page.keyboard.type('2 A x')
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('heading', { level: 2, name: 'By entries' })).toBeVisible()
  await expect(answerBox(page)).toHaveValue('')
  await page.keyboard.type('x_i')
  await page.keyboard.press('Alt+p')
  await expect(answerBox(page)).toHaveValue('2 A x')
  await page.keyboard.press('Control+z')
  await expect(answerBox(page)).not.toHaveValue('2 A x')
  await page.keyboard.press('Control+Shift+z')
  await expect(answerBox(page)).toHaveValue('2 A x')
  await page.keyboard.press('Alt+n')
  await expect(answerBox(page)).toHaveValue('x_i')
  await page.keyboard.press('Control+z')
  await expect(answerBox(page)).toHaveValue('')
})

test('a derivation goes on by Enter, keeps its goal in sight, and tells which line does not follow', async ({ page }) => {
  await page.getByRole('navigation', { name: 'Parts' }).getByRole('link', { name: 'By expanding first' }).click()
  await expect(answerBox(page)).toBeFocused()
  await expect(page.getByRole('region', { name: 'Answer desk' }).getByText('Goal', { exact: true })).toBeVisible()
  await page.keyboard.type('(A x - y)^T (A x - y)')
  await page.keyboard.press('Enter')
  await expect(page.locator('.mark-line-right')).toHaveCount(1)
  await page.keyboard.type('x^T A^T A x + y^T y')
  await page.keyboard.press('Enter')
  await expect(answerBox(page)).toHaveValue('(A x - y)^T (A x - y)\n= x^T A^T A x + y^T y\n= ')
  await expect(page.locator('.mark-line-wrong')).toHaveCount(1)
  await expect(page.getByText(/^Line 2: \S/)).toHaveAttribute('aria-live', 'polite')
  await button(page, 'Show it in the answer').click()
  await expect(answerBox(page)).toBeFocused()
  await page.keyboard.type('x^T A^T A x - 2 y^T A x + y^T y')
  await page.keyboard.press('Control+Enter')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)
  await expect(page.locator('.mark-line-right')).toHaveCount(2)
})

test('a name begun in any way completes, and Tab takes it', async ({ page }) => {
  for (const [typed, name] of [['\\del', 'delta'], ['δ', 'delta'], ['\\otim', 'kron'], ['\\fra', '\\frac'], ['trac', 'tr']] as const) {
    await answerBox(page).fill('')
    await answerBox(page).click()
    await page.keyboard.type(typed)
    await expect(page.locator('.suggest-widget.visible'), typed).toContainText(name)
    await page.keyboard.press('Tab')
    await expect(answerBox(page), typed).toHaveValue(new RegExp(`^${name.replace('\\', '\\\\')}[({_]`))
    await expect(answerBox(page)).toBeFocused()
  }
})
