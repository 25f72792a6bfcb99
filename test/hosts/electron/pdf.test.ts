import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { freshFolder } from '../fixtures/folder.ts'

const fake = await vi.hoisted(() => import('./fake-electron.ts'))
vi.mock('electron', () => fake)
const { fileName, pdfChannel, registerPdf } = await import('../../../src-main/hosts/electron/pdf.ts')

const own = { url: 'app://bundle/', parent: null }
const said: string[] = []
const window = new fake.FakeWindow({ webPreferences: {} })

function ask(input: unknown, senderFrame: unknown = own): Promise<unknown> {
  const handler = fake.handlers.get(pdfChannel) as (event: object, input: unknown) => Promise<unknown>
  return handler({ senderFrame, sender: window.webContents }, input)
}

beforeEach(() => {
  vi.clearAllMocks()
  said.length = 0
  fake.app.country = 'DE'
  registerPdf((line) => said.push(line))
})

test('asks where the file goes, makes it as it would print, and writes it', async () => {
  const path = join(freshFolder(), 'report.pdf')
  fake.dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: path })
  expect(await ask({ name: 'Progress of Ada' })).toEqual({ ok: true, output: { path } })
  expect(fake.dialog.showSaveDialog).toHaveBeenCalledExactlyOnceWith(window, { defaultPath: join('/home/ada/documents', 'Progress of Ada.pdf'), filters: [{ name: 'PDF', extensions: ['pdf'] }] })
  expect(window.webContents.printToPDF).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ pageSize: 'A4', printBackground: true, generateTaggedPDF: true }))
  expect(readFileSync(path, 'utf8')).toBe('%PDF')
})

test('takes the paper of the country', async () => {
  fake.app.country = 'US'
  fake.dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(freshFolder(), 'x.pdf') })
  await ask({ name: 'x' })
  expect(window.webContents.printToPDF).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ pageSize: 'Letter' }))
})

test('leaving the dialog makes nothing', async () => {
  expect(await ask({ name: 'x' })).toEqual({ ok: true, output: { path: null } })
  expect(window.webContents.printToPDF).not.toHaveBeenCalled()
})

test('a folder that cannot be written, and a page that cannot be printed, are told in plain words', async () => {
  fake.dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(freshFolder(), 'gone', 'x.pdf') })
  expect(await ask({ name: 'x' })).toEqual({ ok: false, error: { message: 'The PDF cannot be written there. Choose another folder.' } })
  fake.dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(freshFolder(), 'x.pdf') })
  window.webContents.printToPDF.mockRejectedValueOnce(new Error('Failed to generate PDF'))
  expect(await ask({ name: 'x' })).toEqual({ ok: false, error: { message: 'The PDF could not be made. Print the page instead.' } })
  expect(said.map((line) => line.split('\n')[0])).toEqual([expect.stringContaining('savePdf: Error: ENOENT'), 'savePdf: Error: Failed to generate PDF'])
})

test.each([['another page', { url: 'https://evil.example/', parent: null }], ['a frame', { url: 'app://bundle/', parent: own }], ['nobody', null]])('%s is refused', async (_, frame) => {
  expect(await ask({ name: 'x' }, frame)).toEqual({ ok: false, error: { message: 'Nabla answers only its own window.' } })
  expect(fake.dialog.showSaveDialog).not.toHaveBeenCalled()
})

test.each([[undefined], [{}], [{ name: '' }], [{ name: 'x', path: '/etc/passwd' }], [{ name: 'x'.repeat(301) }]])('%j is no wish for a PDF', async (input) => {
  expect(await ask(input)).toEqual({ ok: false, error: { message: 'The window asked for a PDF without a name.' } })
})

describe('names of files', () => {
  test.each([
    ['Progress of Ada', 'Progress of Ada.pdf'], ['a/b\\c:d', 'a b c d.pdf'], ['../../etc', 'etc.pdf'], ['...', 'Nabla.pdf'], ['\u0000\n', 'Nabla.pdf'], ['Ødegård Σ', 'Ødegård Σ.pdf'],
  ])('%j becomes %j', (name, file) => {
    expect(fileName(name)).toBe(file)
  })
})
