/** The one window. Electron keeps its size and place itself. */
import { BrowserWindow } from 'electron'
import { packsFragment } from '../common/opened.ts'
import { pageAddress } from './scheme.ts'

/** When the page is there, so that the end of its address can change without its being loaded anew. */
let there: Promise<unknown> = Promise.resolve()
/** Packs that are looked over with the next change of the address. */
let gathered: readonly string[] = []
/** Milliseconds. Systems tell several files that are opened together one by one, and each new address would put the one before it out. */
const gathering = 100

/** Makes the window and loads the page. `preload` is the full path of the bundled preload; `packs`: files that it looks over at once. */
export function openWindow(preload: string, packs: readonly string[]): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main', windowStatePersistence: true,
    width: 1280, height: 800, minWidth: 640, minHeight: 480, show: false, title: 'Nabla', backgroundColor: '#808080',
    webPreferences: {
      preload, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false,
      // Chromium would fetch dictionaries from a server, and mathematics is not spelt.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  // A page that cannot be loaded is told by the window itself.
  there = window.loadURL(pageAddress + packsFragment(packs)).catch(() => {})
  return window
}

/** Has the window look these files over. The page stays as it is: only the end of its address changes. Says whether there is a window. */
export function showPacks(packs: readonly string[]): boolean {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) return false
  if (packs.length > 0 && gathered.length === 0) setTimeout(() => void there.then(() => load(window)), gathering)
  gathered = [...gathered, ...packs]
  return true
}

function load(window: BrowserWindow): void {
  const packs = gathered
  gathered = []
  if (!window.isDestroyed()) window.loadURL(pageAddress + packsFragment(packs)).catch(() => {})
}

/** Brings the window to the front: what a second start of the app amounts to. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
