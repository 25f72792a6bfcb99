/** German: chosen at any moment, at once, with nothing lost; complete on every screen; kept with the learner. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { expect, test } from './fixtures/app.ts'
import { answerBox, button, check, editorReady, open, readAs, verdict } from './fixtures/desk.ts'
import { clean } from './fixtures/look.ts'
import { root } from './fixtures/process.ts'
import { modelName, modelSource } from '../../src-main/progress/model/parameters.ts'

/** Chooses a language by the radio buttons under Appearance, whatever that is called now. */
async function choose(page: Page, appearance: string, language: string): Promise<void> {
  await button(page, appearance).click()
  await page.getByRole('radio', { name: language, exact: true }).click()
  await page.keyboard.press('Escape')
}

/** Words that stand on nearly every English screen and in no German one. What the authors of exercises write is left out: that is in English. */
const english = /\b(the|and|not|your|with|yet|answer|exercise|exercises|shape|part|hint|hints|solution|library|review|learner|attempt|attempts|outcome|outcomes|check|next|show|due|secure|begun|level|pack|packs)\b/gi

/** All that the window itself says: text, names and hints for assistive technology, but for prose, formulas and titles of exercises. */
async function ownWords(page: Page, authored: readonly string[]): Promise<string> {
  const words = await page.evaluate(() => {
    const found: string[] = []
    const skip = '.prose, .katex, .monaco-editor, math, code, kbd, [data-authored], [lang="en"], script, style'
    const walk = (node: Node): void => {
      if (node instanceof Text) return void found.push(node.data)
      if (!(node instanceof Element) || node.matches(skip) || !node.checkVisibility()) return
      for (const name of ['aria-label', 'placeholder', 'title', 'aria-description']) found.push(node.getAttribute(name) ?? '')
      node.childNodes.forEach(walk)
    }
    walk(document.body)
    return found.map(each => each.trim()).filter(each => each !== '').join('\n')
  })
  return authored.toSorted((a, b) => b.length - a.length).reduce((text, title) => text.replaceAll(title, ''), words)
}

/** What is written in English whatever the window speaks: titles in the course, by its files; the name of a learner who chose none; where the model was published. */
function authoredTitles(): string[] {
  const course = join(root, 'exercises')
  const files = readdirSync(course, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.yaml'))
  const found: string[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('title' in value && typeof value.title === 'string') found.push(value.title)
    Object.values(value).forEach(look)
  }
  for (const file of files) look(parse(readFileSync(join(course, file), 'utf8')))
  expect(found.length).toBeGreaterThan(100)
  return [...found, 'Learner', modelName, modelSource]
}

test('switches at once in the midst of an exercise, and back, with nothing lost', async ({ page, host }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await check(page, '2 x (A x - y)^T')
  await expect(verdict(page)).toContainText('Not right yet.')
  const said = await verdict(page).innerText()
  await button(page, 'Hint').click()
  await expect(page.getByRole('heading', { name: 'Hint 1' })).toBeVisible()

  await choose(page, 'Appearance', 'Deutsch')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  const box = page.getByRole('textbox', { name: 'Antwort', exact: true })
  await expect(box).toHaveValue('2 x (A x - y)^T')
  await expect(page.getByRole('heading', { name: 'Hinweis 1' })).toBeVisible()
  await expect(page.getByText('Layout: Ziel mal Eingabe (Jacobi-Matrix).')).toBeVisible()
  // What was said stays as it was said; what is said from now on is German.
  await expect(page.getByRole('status', { name: 'Urteil' })).toContainText(said.split('\n')[0]!)
  await expect(page.getByRole('figure', { name: 'Gelesen als' })).toContainText('Form N × M')
  await box.fill('2 (A x - y')
  await expect(page.getByText('Dieses „(“ wird nicht geschlossen: Ein „)“ fehlt.')).toBeVisible()
  await box.fill('(A x - y) x^T')
  await button(page, 'Prüfen').click()
  await expect(page.getByRole('status', { name: 'Urteil' })).toContainText('Noch nicht richtig. Bis auf einen konstanten Faktor richtig')
  await clean(page, `an exercise in German, ${host}`)

  await choose(page, 'Darstellung', 'English')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(answerBox(page)).toHaveValue('(A x - y) x^T')
  await expect(verdict(page)).toContainText('Noch nicht richtig.')
  await expect(readAs(page)).toContainText('shape M × N')
  await expect(page.getByText('Layout: target by input (Jacobian).')).toBeVisible()
})

test('by the palette; the focus stays; it is kept with the learner', async ({ page, app }) => {
  await open(page, 'Least squares, by its matrix')
  await editorReady(page)
  await answerBox(page).fill('2 (A x - y) x^T')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Deutsch')
  await page.keyboard.press('Enter')
  const box = page.getByRole('textbox', { name: 'Antwort', exact: true })
  await expect(box).toBeFocused()
  await expect(box).toHaveValue('2 (A x - y) x^T')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Befehle' })).toBeVisible()
  await clean(page, 'the palette in German')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status', { name: 'Urteil' })).toContainText('Richtig.')

  // A browser that remembers nothing, and an app started anew: the learner's choice holds.
  await page.evaluate(() => localStorage.clear())
  const again = await app.restart('quit')
  await expect(again.locator('html')).toHaveAttribute('lang', 'de')
  await expect(again.getByRole('list', { name: 'Aufgaben' })).toBeVisible()
})

test('no English is left on the screens, but for what the authors of exercises wrote', async ({ page }) => {
  test.slow()
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  const authored = authoredTitles()
  await choose(page, 'Appearance', 'Deutsch')
  await expect(page.getByRole('list', { name: 'Aufgaben' })).toBeVisible()
  const look = async (screen: string): Promise<void> => {
    // A long title is drawn in several lines.
    const found = (await ownWords(page, authored)).split('\n').filter(line => line.match(english) !== null && !authored.some(title => title.includes(line)))
    expect(found, screen).toEqual([])
    await clean(page, screen)
  }
  await look('library')
  await page.getByRole('list', { name: 'Aufgaben' }).getByRole('link', { name: 'Least squares, by its matrix', exact: true }).click()
  await editorReady(page)
  await look('exercise')
  const box = page.getByRole('textbox', { name: 'Antwort', exact: true })
  await box.fill('2 x (A x - y)^T')
  await button(page, 'Prüfen').click()
  await expect(page.getByRole('status', { name: 'Urteil' })).toContainText('Noch nicht richtig.')
  await look('a wrong answer')
  await box.fill('2 (A x - y) x^T')
  await button(page, 'Prüfen').click()
  await expect(page.getByRole('status', { name: 'Urteil' })).toContainText('Richtig.')
  await look('a right answer')
  for (const [link, screen] of [['Lernziele', 'outcomes'], ['Fällig', 'due'], ['Fehler', 'mistakes'], ['Verlauf', 'history'], ['Export und Import', 'exchange']] as const) {
    if (screen === 'outcomes') await page.getByRole('link', { name: 'Rückblick', exact: true }).click()
    await page.getByRole('main').getByRole('link', { name: link, exact: true }).first().click()
    await expect(page.getByText('Wird geladen …')).toHaveCount(0)
    await look(screen)
  }
  for (const command of ['Pakete zeigen', 'Üben', 'Profil wechseln', 'Deine Daten und ihre Sicherungen', 'Tasten der Befehle ändern']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('Wird geladen …')).toHaveCount(0)
    await look(command)
  }
})
