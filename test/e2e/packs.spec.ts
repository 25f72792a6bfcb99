/** Packs come and go: looked over before, updated without loss, removed and brought back, handed out; by mouse, by keys, by dropping a file. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'
import { answerOtherwise, listen } from './fixtures/calls.ts'
import { button, check, open, verdict } from './fixtures/desk.ts'
import { sound, watchShifts } from './fixtures/look.ts'
import { packFile, second, type PackFile } from './fixtures/packs.ts'
import { startProcess } from './fixtures/process.ts'

const list = (page: Page): Locator => page.getByRole('list', { name: 'Packs that are here' })
const preview = (page: Page, title = 'Mine'): Locator => page.getByRole('region', { name: title, exact: true })

async function choose(page: Page, ...files: PackFile[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Open a pack …').click()])
  await chooser.setFiles(files)
}
async function toPacks(page: Page): Promise<void> {
  await page.goto(page.url().split('#')[0] + '#/packs')
  await expect(list(page).getByRole('heading')).not.toHaveCount(0)
}

test('by mouse: opened, looked over, installed, worked on, updated without loss, removed, brought back', async ({ page }) => {
  test.slow()
  await page.getByRole('link', { name: 'Open, update or remove packs' }).click()
  await expect(list(page).getByRole('heading')).toHaveText([/Matrix & Array Derivatives/])
  await expect(page.getByRole('button', { name: 'Remove “Matrix & Array Derivatives”' })).toHaveCount(0)
  await sound(page, 'packs')
  await choose(page, packFile())
  await expect(preview(page)).toContainText('Version 1.0.0, by Ada Byron, Emmy Noether. Licence: CC-BY-4.0.')
  await expect(preview(page)).toContainText('It holds 1 exercise, 1 chapter, 1 part, 2 tests, 1 picture.')
  await expect(preview(page)).toContainText('New here.')
  await expect(list(page).getByRole('listitem')).toHaveCount(1)
  await sound(page, 'a preview')
  await preview(page).getByRole('button', { name: 'Install' }).click()
  await expect(page.getByText('“Mine” 1.0.0 is installed.')).toBeVisible()
  await expect(list(page).getByRole('listitem')).toHaveCount(2)

  await page.getByRole('link', { name: 'To its exercises' }).click()
  await open(page, 'The length of a vector')
  await check(page, '2 x^T')
  await expect(verdict(page)).toHaveText(/^\s*Right\./)

  await toPacks(page)
  await choose(page, packFile({ version: '1.1.0', exercises: { '1-one/20-square.yaml': second } }))
  await expect(preview(page)).toContainText('An update, from version 1.0.0 to 1.1.0. Your progress stays.')
  await expect(preview(page).getByRole('listitem')).toHaveText(['1 new exercise: A square'])
  await sound(page, 'the preview of an update')
  await preview(page).getByRole('button', { name: 'Update' }).click()
  await expect(page.getByText('“Mine” is now version 1.1.0, before it was 1.0.0.')).toBeVisible()
  await page.getByRole('link', { name: 'To its exercises' }).click()
  const done = page.getByRole('list', { name: 'Exercises' }).getByRole('listitem').filter({ has: page.getByRole('link', { name: 'The length of a vector', exact: true }) }).last()
  await expect(done).toContainText('1 part, done')

  await toPacks(page)
  await page.getByRole('button', { name: 'Remove “Mine”' }).click()
  await expect(page.getByText('“Mine” was removed. Your attempts stay.')).toBeVisible()
  await sound(page, 'a pack removed')
  await page.keyboard.press('Alt+l')
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'The length of a vector' })).toHaveCount(0)
  await toPacks(page)
  await choose(page, packFile())
  await button(page, 'Install').click()
  await page.getByRole('link', { name: 'To its exercises' }).click()
  await expect(done).toContainText('1 part, done')
})

test('a removed pack comes back by Undo, with all that was done', async ({ page }) => {
  await toPacks(page)
  await choose(page, packFile())
  await button(page, 'Install').click()
  await page.getByRole('button', { name: 'Remove “Mine”' }).click()
  const moved = await watchShifts(page)
  await button(page, 'Undo').click()
  await expect(page.getByText('“Mine” is back.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove “Mine”' })).toBeVisible()
  expect(await moved()).toEqual([])
})

test('by keyboard alone: to the packs, a file, its preview, and the focus is never lost', async ({ page }) => {
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('packs')
  await page.keyboard.press('Enter')
  await expect(button(page, 'Open a pack …')).toBeFocused()
  await expect(list(page).getByRole('listitem').first()).toBeVisible()
  // On a busy machine the browser now and then passes over a key that comes before it watches for the dialog.
  await expect(async () => {
    await expect(button(page, 'Open a pack …')).toBeFocused()
    const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 5_000 }), page.keyboard.press('Enter')])
    await chooser.setFiles([packFile(), packFile({ id: 'other' })])
  }).toPass({ timeout: 40_000 })
  await expect(preview(page)).toContainText('1 more file after this one')
  await page.keyboard.press('Tab')
  await expect(button(page, 'Install')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('“Mine” 1.0.0 is installed.')).toBeVisible()
  await expect(preview(page)).toContainText('New here.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(button(page, 'Cancel')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(preview(page)).toHaveCount(0)
  await expect(button(page, 'Open a pack …')).toBeFocused()
  await expect(list(page).getByRole('listitem')).toHaveCount(2)
  const remove = page.getByRole('button', { name: 'Remove “Mine”' })
  await remove.focus()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Undo')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(remove).toBeFocused()
})

test('a file is handed out as it came', async ({ page }) => {
  test.skip(test.info().project.name === 'electron', 'There the system asks where to.')
  const file = packFile()
  await toPacks(page)
  await choose(page, file)
  await button(page, 'Install').click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export “Mine”' }).click()])
  expect(download.suggestedFilename()).toBe('mine-1.0.0.nabla')
  expect(readFileSync(await download.path()).equals(file.buffer)).toBe(true)
  await expect(page.getByText('Saved as mine-1.0.0.nabla.')).toBeVisible()
  const [course] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export “Matrix & Array Derivatives”' }).click()])
  expect(course.suggestedFilename()).toMatch(/^matrix-derivatives-\d+\.\d+\.\d+\.nabla$/)
})

test('a file dropped on any screen is looked at, and the page stays', async ({ page }) => {
  await open(page, 'Target by input')
  const file = packFile()
  const transfer = await page.evaluateHandle(({ name, bytes }) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(bytes)], name))
    return data
  }, { name: file.name, bytes: [...file.buffer] })
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
  await expect(page.getByText('Drop it to look at the pack')).toBeVisible()
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  await expect(page.getByText('Drop it to look at the pack')).toHaveCount(0)
  await expect(preview(page)).toContainText('New here.')
})

test('what cannot be a pack is refused in plain words, with every problem at its place, and nothing is installed', async ({ page }) => {
  await toPacks(page)
  await choose(page, { name: 'holiday.nabla', mimeType: '', buffer: Buffer.from('not a zip file at all') })
  await expect(page.getByRole('alert')).toContainText('This pack cannot be installed.')
  await expect(preview(page, 'holiday.nabla').getByRole('button')).toHaveText(['Close'])
  await choose(page, packFile({ exercises: { '1-one/20-square.yaml': second.replace('kind: derivative', 'kind: derivation of it').replace('outcomes: [compute]', 'outcomes: [computing]') } }))
  await expect(preview(page).getByRole('alert')).toContainText('and is not installed')
  const problems = preview(page).getByRole('list', { name: /problems?$/ }).getByRole('listitem')
  await expect(problems.filter({ hasText: /1-one\/20-square\.yaml:\d+:\d+/ }).first()).toBeVisible()
  await expect(button(page, 'Install')).toHaveCount(0)
  await sound(page, 'a pack with errors')
  await choose(page, packFile({ id: 'matrix-derivatives' }))
  await expect(preview(page).getByRole('alert')).toContainText('which comes with Nabla')
  await button(page, 'Close').click()
  await expect(list(page).getByRole('listitem')).toHaveCount(1)
})

test('an older version, the same one, and a pack that builds on another say so', async ({ page }) => {
  await toPacks(page)
  await choose(page, packFile({ version: '2.0.0', exercises: { '1-one/20-square.yaml': second } }))
  await button(page, 'Install').click()
  await choose(page, packFile({ version: '1.0.0', more: 'prerequisites: [linear-algebra]\n' }))
  await expect(preview(page)).toContainText('Older than the version 2.0.0 that is installed.')
  await expect(preview(page)).toContainText('1 no longer in it; your attempts on it stay: A square')
  await expect(preview(page)).toContainText('It builds on packs that are not here: linear-algebra.')
  await button(page, 'Cancel').click()
  await choose(page, packFile({ version: '2.0.0', exercises: { '1-one/20-square.yaml': second } }))
  await expect(preview(page)).toContainText('Version 2.0.0 is installed already.')
  await expect(preview(page)).toContainText('Nothing is different.')
  await expect(preview(page).getByRole('button')).toHaveText(['Install again', 'Cancel'])
})

test.describe('in a browser', () => {
  test.skip(({ host }) => host !== 'browser', 'Electron is given files by the system.')

  test('a large file comes in pieces, and is told as it comes', async ({ page }) => {
    const sent = listen(page)
    await page.reload()
    await toPacks(page)
    const file = packFile({ noise: 3_000_000 })
    expect(file.buffer.length).toBeGreaterThan(2_000_000)
    await choose(page, file)
    await expect(preview(page)).toContainText('6 pictures')
    expect(sent.filter(({ call }) => call === 'uploadPack')).toHaveLength(Math.ceil(file.buffer.length / 1_000_000))
    await button(page, 'Install').click()
    await expect(page.getByText('“Mine” 1.0.0 is installed.')).toBeVisible()
  })

  test('a pack named on the command line is looked over at once', async ({ browser }, testInfo) => {
    const file = testInfo.outputPath('my pack & more.nabla')
    writeFileSync(file, packFile().buffer)
    const { url, end } = await startProcess(testInfo.outputPath('data'), [file])
    const page = await browser.newPage()
    await page.goto(url)
    await expect(preview(page)).toContainText('New here.')
    expect(new URL(page.url()).hash).toBe('#/packs')
    await page.close()
    await end('SIGTERM')
    const gone = await startProcess(testInfo.outputPath('data'), [join(testInfo.outputDir, 'gone.nabla')])
    const other = await browser.newPage()
    await other.goto(gone.url)
    await expect(other.getByRole('alert')).toContainText('This file could not be looked at. The file gone.nabla cannot be read: ENOENT.')
    await other.close()
    await gone.end('SIGTERM')
  })

  test('loading, nothing there, and calls that fail are told, and the preview stays', async ({ page }) => {
    let mood: 'silent' | 'empty' | 'refusing' = 'silent'
    await answerOtherwise(page, (call, reply) => {
      if (call === 'library' && mood === 'silent') return null
      if (call === 'library' && mood === 'empty' && reply.ok) return { ok: true, output: { ...(reply.output as object), packs: [] } }
      return mood === 'refusing' && (call === 'library' || call === 'importPack') ? { ok: false, error: { message: 'The disk is full. Nothing was changed.' } } : undefined
    })
    await page.goto(page.url().split('#')[0] + '#/packs')
    await page.reload()
    await expect(page.getByText('Opening …')).toBeVisible()
    await sound(page, 'packs while they load')
    mood = 'empty'
    await page.reload()
    await expect(page.getByText('There is no pack yet.')).toBeVisible()
    await choose(page, packFile())
    mood = 'refusing'
    await button(page, 'Install').click()
    await expect(preview(page).getByRole('alert')).toContainText('This pack could not be installed. The disk is full. Nothing was changed.')
    await expect(button(page, 'Install')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('The packs could not be listed.')
    await sound(page, 'packs that cannot be listed')
  })
})
