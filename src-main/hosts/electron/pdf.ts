/** The page as a PDF: what a window of its own can do beyond the contract, since a browser prints by itself. Open to our own page only. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, type WebContents } from 'electron'
import { z } from 'zod'
import type { Log, Reply } from '../common/dispatch.ts'
import { isOwnPage } from './calls.ts'
import { words } from './words.ts'

/** The channel; its name stands apart from those of the calls. */
export const pdfChannel = 'nabla-window:savePdf'
/** Where paper is cut in inches. */
const letterCountries = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'CR', 'GT', 'PA', 'SV', 'VE', 'DO', 'NI', 'PR']
const asked = z.strictObject({ name: z.string().min(1).max(300) })

/** Answers the window's wish for a PDF of itself: asks where it goes, makes it as it would print, and writes it. `path` is null where the learner left the dialog. */
export function registerPdf(log: Log): void {
  ipcMain.handle(pdfChannel, async (event, input: unknown): Promise<Reply> => {
    if (!isOwnPage(event.senderFrame)) return refusal('Nabla answers only its own window.')
    const wanted = asked.safeParse(input)
    if (!wanted.success) return refusal('The window asked for a PDF without a name.')
    try {
      return { ok: true, output: { path: await save(event.sender, fileName(wanted.data.name)) } }
    } catch (error) {
      log(`savePdf: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return refusal(reasonOf(error))
    }
  })
}

async function save(page: WebContents, name: string): Promise<string | null> {
  const options = { defaultPath: join(app.getPath('documents'), name), filters: [{ name: 'PDF', extensions: ['pdf'] }] }
  const window = BrowserWindow.fromWebContents(page)
  const { canceled, filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
  if (canceled || filePath === '') return null
  const pageSize = letterCountries.includes(app.getLocaleCountryCode()) ? 'Letter' : 'A4'
  // The page's own style says how wide its margins are; tags let a screen reader follow.
  const bytes = await page.printToPDF({ pageSize, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true, displayHeaderFooter: false })
  await writeFile(filePath, bytes)
  return filePath
}

/** A name without anything that a file system would read otherwise. */
export function fileName(name: string): string {
  const plain = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '').slice(0, 120).trim()
  return `${plain === '' ? 'Nabla' : plain}.pdf`
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return words.pdfDiskFull
  if (/^(EACCES|EPERM|EROFS|EISDIR|ENOENT|ENOTDIR)$/.test(code)) return words.pdfPlace
  if (code === 'EBUSY') return words.pdfOpen
  return words.pdfFailed
}

function refusal(message: string): Reply {
  return { ok: false, error: { message } }
}
