/** Progress as files: saved, told apart, taken in on another machine; and tables that a spreadsheet opens. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { button, check, open } from './fixtures/desk.ts'
import { sound } from './fixtures/look.ts'
import { startProcess } from './fixtures/process.ts'
import { expect, test } from './fixtures/weeks-app.ts'

async function exchange(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await page.getByRole('link', { name: 'Export and import' }).click()
}

async function saved(page: Page, name: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download')
  await button(page, name).click()
  const download = await coming
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

test.skip(({ host }) => host !== 'browser', 'Downloads are seen in the browser.')

test('tables come as CSV with a byte order mark and as JSON', async ({ page }) => {
  await exchange(page)
  const csv = await saved(page, 'Save “All attempts” as CSV')
  expect(csv.name).toMatch(/^nabla-attempts-ada-\d{4}-\d\d-\d\d\.csv$/)
  expect(csv.text).toMatch(/^\uFEFFid,at,pack,/)
  expect(csv.text.split('\r\n').length).toBeGreaterThan(50)
  await expect(page.getByText(`${csv.name} was made.`)).toBeVisible()
  const json = await saved(page, 'Save “Outcomes and skills” as JSON')
  const rows = JSON.parse(json.text) as { outcome: string; mastery: string }[]
  expect(rows.some(row => row.outcome === 'compute' && row.mastery !== 'new')).toBe(true)
})

test('a progress file is taken in on another machine, under another name only when that is wanted, and twice does no harm', async ({ page, context }) => {
  test.slow()
  await exchange(page)
  const file = await saved(page, 'Save a progress file')
  expect(file.name).toMatch(/^nabla-ada-\d{4}-\d\d-\d\d\.nabla-progress$/)
  await expect(page.getByText(/was made, with \d+ entries\./)).toBeVisible()

  const folder = mkdtempSync(join(tmpdir(), 'nabla-other-'))
  const elsewhere = await startProcess(folder)
  const other = await context.newPage()
  try {
    await other.goto(elsewhere.url)
    await open(other, 'Traces')
    await check(other, '0')
    await exchange(other)
    const path = join(folder, file.name)
    writeFileSync(path, file.text)
    await other.locator('input[type=file]').setInputFiles(path)
    const preview = other.getByRole('group', { name: 'Progress of Ada' })
    await expect(preview).toBeFocused().catch(() => {})
    await expect(preview).toContainText(/\d+ entries, from .* to /)
    await expect(preview).toContainText(/\d+ of them are not here yet\./)
    const take = button(other, 'Take it in')
    await expect(take).toBeDisabled()
    await preview.getByRole('checkbox', { name: 'These are my own attempts, made under another name' }).check()
    await sound(other, 'preview of a progress file')
    await take.click()
    await expect(other.getByText(/\d+ new entries were taken in\. A backup was made before\./)).toBeVisible()
    await expect(button(other, 'Choose a progress file')).toBeFocused()
    await other.getByRole('link', { name: 'History' }).click()
    await expect(other.getByRole('list', { name: 'Attempts' }).getByRole('listitem')).toHaveCount(50)
    await expect(other.getByRole('list', { name: 'Attempts' }).getByRole('listitem').first()).toContainText('Traces')

    await other.getByRole('link', { name: 'Export and import' }).click()
    await other.locator('input[type=file]').setInputFiles(path)
    await expect(preview).toContainText('All of them are here already.')
    await expect(take).toHaveCount(0)
    await button(other, 'Close').click()

    writeFileSync(path, file.text.replace(/"uuid"/, '"other"'))
    await other.locator('input[type=file]').setInputFiles(path)
    await expect(other.getByRole('group', { name: 'It cannot be taken in.' }).getByRole('alert')).toHaveText(/\S/)
    await expect(take).toHaveCount(0)
  } finally {
    await other.close()
    await elsewhere.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a progress file that is dropped on any screen is looked over', async ({ page }) => {
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['nothing of the kind'], 'x.nabla-progress'))
    return transfer
  })
  await page.dispatchEvent('main', 'drop', { dataTransfer: files })
  await expect(page).toHaveURL(/#\/review\/exchange$/)
  await expect(page.getByRole('group', { name: 'It cannot be taken in.' })).toBeVisible()
})
