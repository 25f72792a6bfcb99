/** The one window. Electron keeps its size and place itself. */
import { BrowserWindow } from 'electron'
import { packsFragment } from '../common/opened.ts'
import { pageAddress } from './scheme.ts'

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
  void window.loadURL(pageAddress + packsFragment(packs))
  return window
}

/** Has the window look these files over. The page stays as it is: only the end of its address changes. Says whether there is a window. */
export function showPacks(packs: readonly string[]): boolean {
  const [window] = BrowserWindow.getAllWindows()
  if (window !== undefined && packs.length > 0) void window.loadURL(pageAddress + packsFragment(packs))
  return window !== undefined
}

/** Brings the window to the front: what a second start of the app amounts to. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
