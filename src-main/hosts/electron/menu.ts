/** The menu: the usual roles of the platform, opening a pack, what was opened last, a few pages to read on, and what this is. */
import { app, dialog, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import { spoken } from '../../calculus/index.ts'
import { packEnding } from '../common/opened.ts'
import { links } from './links.ts'
import { words } from './words.ts'

/** Sets the menu of the app, in the language that is spoken. `openPacks` is given full paths. */
export function setMenu(openPacks: (paths: readonly string[]) => void): void {
  const page = (label: string, address: string): MenuItemConstructorOptions => ({ label, click: () => void shell.openExternal(address) })
  const mac = process.platform === 'darwin'
  const recent: MenuItemConstructorOptions = { role: 'recentDocuments', label: words.recent, submenu: [{ role: 'clearRecentDocuments', label: words.clearRecent }] }
  const about: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: 'about', label: words.about }]
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      role: 'fileMenu', ...named('fileMenu'),
      submenu: [
        { label: words.openPack, accelerator: 'CmdOrCtrl+O', click: () => void choosePacks().then(openPacks) },
        // Elsewhere the system shows them at the app's own icon.
        ...(mac ? [recent] : []),
        { type: 'separator' },
        item(mac ? 'close' : 'quit'),
      ],
    },
    usual('editMenu', ['undo', 'redo', null, 'cut', 'copy', 'paste', 'delete', null, 'selectAll']),
    usual('viewMenu', ['reload', 'toggleDevTools', null, 'resetZoom', 'zoomIn', 'zoomOut', null, 'togglefullscreen']),
    usual('windowMenu', ['minimize', 'close']),
    { role: 'help', ...named('help'), submenu: [page(words.matrixCalculus, links.matrixCalculus), page(words.einsteinNotation, links.einsteinNotation), ...(mac ? [] : about)] },
  ]
  app.setAboutPanelOptions({ applicationName: 'Nabla', applicationVersion: app.getVersion(), credits: words.aboutText, copyright: words.aboutText })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Electron names its roles in English; in another language each gets its name from the catalogue. */
function named(menu: keyof typeof words.menus): { readonly label?: string } {
  return spoken() === 'en' ? {} : { label: words.menus[menu] }
}

function item(role: keyof typeof words.roles): MenuItemConstructorOptions {
  return spoken() === 'en' ? { role } : { role, label: words.roles[role] }
}

/** A menu that Electron makes by itself in English, piece by piece in another language; `null` parts the pieces. */
function usual(role: 'editMenu' | 'viewMenu' | 'windowMenu', pieces: readonly (keyof typeof words.roles | null)[]): MenuItemConstructorOptions {
  return spoken() === 'en' ? { role } : { role, ...named(role), submenu: pieces.map(piece => (piece === null ? { type: 'separator' } : item(piece))) }
}

async function choosePacks(): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: words.openPackTitle, properties: ['openFile', 'multiSelections'], filters: [{ name: words.packFiles, extensions: [packEnding.slice(1)] }],
  })
  return canceled ? [] : filePaths
}
