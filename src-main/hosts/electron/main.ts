/** The Electron host: the app in a window of its own. This file is the order in which things happen; each is done next door. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog } from 'electron'
import { Refusal } from '../../app/refusal.ts'
import { type OpenApp, openApp } from '../common/app.ts'
import { readBundle } from '../common/bundle.ts'
import { dataFolder } from '../common/data-folder.ts'
import { packsIn } from '../common/opened.ts'
import { registerCalls } from './calls.ts'
import { refusedStatus } from './launch.ts'
import { lockDown } from './lockdown.ts'
import { setMenu } from './menu.ts'
import { registerPdf } from './pdf.ts'
import { claimScheme, serveBundle } from './scheme.ts'
import { openWindow, showPacks, showWindow } from './window.ts'

const log = (line: string) => void process.stderr.write(`nabla: ${line}\n`)
// Electron and its tools add switches of their own, so what is not known is passed over here; `npm start` has checked ours.
const { values } = parseArgs({ args: process.argv.slice(1), options: { data: { type: 'string' }, learner: { type: 'string' } }, strict: false })
const data = typeof values.data === 'string' ? values.data : undefined
const learner = typeof values.learner === 'string' ? values.learner : undefined
/** Packs that came before there was a window to show them. */
let early = packsIn(process.argv.slice(1), process.cwd())

app.enableSandbox()
claimScheme()
// Chromium's own files stand apart from the learner's, and the single-instance lock goes by this folder.
app.setPath('userData', join(dataFolder(data), 'window'))

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, args, cwd) => {
    showWindow()
    open(packsIn(args.slice(1), cwd))
  })
  // On a Mac, a double click says so in this way, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    showWindow()
    open([path])
  })
  app.on('window-all-closed', () => app.quit())
  app.whenReady().then(start).catch(fail)
} else {
  log('Nabla is already open on this data folder; its window was brought to the front')
  app.exit(0)
}

async function start(): Promise<void> {
  const root = app.getAppPath()
  const bundle = readBundle(join(root, 'out', 'renderer'))
  const opened = await openApp({ data, learner, root, checkerEntry: new URL('./thread.js', import.meta.url), examinerEntry: new URL('./examine.js', import.meta.url), log })
  closeBeforeQuitting(opened)
  lockDown()
  serveBundle(bundle)
  registerCalls(async (call, input) => {
    const reply = await opened.dispatch(call, input)
    if (call === 'language') setMenu(open)
    return reply
  })
  registerPdf(log)
  setMenu(open)
  remember(early)
  openWindow(join(import.meta.dirname, '..', 'preload', 'index.cjs'), early)
}

function open(packs: readonly string[]): void {
  remember(packs)
  if (!showPacks(packs)) early = [...early, ...packs]
}

/** For the system's list of what was opened last. */
function remember(packs: readonly string[]): void {
  for (const path of packs) app.addRecentDocument(path)
}

/** Electron does not wait for promises when it quits: quitting is put off until the store is closed. */
function closeBeforeQuitting(opened: OpenApp): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    opened.close().catch((error: Error) => log(error.stack ?? error.message)).finally(() => {
      closed = true
      app.quit()
    })
  })
}

function fail(error: unknown): void {
  const plain = error instanceof Refusal
  const text = error instanceof Error ? error.message : String(error)
  log(plain || !(error instanceof Error) ? text : (error.stack ?? text))
  dialog.showErrorBox('Nabla cannot be opened', plain ? text : `An error of Nabla's own: ${text}`)
  app.exit(plain ? refusedStatus : 1)
}
