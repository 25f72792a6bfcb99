/** The menu: the usual roles of the platform, opening a pack, and a few pages to read on. */
import { dialog, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import { packEnding } from '../common/opened.ts'
import { links } from './links.ts'

/** Sets the menu of the app. `openPacks` is given full paths. */
export function setMenu(openPacks: (paths: readonly string[]) => void): void {
  const page = (label: string, address: string): MenuItemConstructorOptions => ({ label, click: () => void shell.openExternal(address) })
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      role: 'fileMenu',
      submenu: [
        { label: 'Open an exercise pack …', accelerator: 'CmdOrCtrl+O', click: () => void choosePacks().then(openPacks) },
        { type: 'separator' },
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    { role: 'viewMenu' },
    { role: 'windowMenu' },
    { role: 'help', submenu: [page('Matrix calculus (web page)', links.matrixCalculus), page('Einstein notation (web page)', links.einsteinNotation)] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

async function choosePacks(): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: 'Open an exercise pack', properties: ['openFile', 'multiSelections'], filters: [{ name: 'Nabla exercise packs', extensions: [packEnding.slice(1)] }],
  })
  return canceled ? [] : filePaths
}
