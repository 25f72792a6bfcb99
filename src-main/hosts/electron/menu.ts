/** The menu: the usual roles of the platform, and a few pages to read on. */
import { Menu, type MenuItemConstructorOptions, shell } from 'electron'
import { links } from './links.ts'

/** Sets the menu of the app. */
export function setMenu(): void {
  const page = (label: string, address: string): MenuItemConstructorOptions => ({ label, click: () => void shell.openExternal(address) })
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { role: 'viewMenu' },
    { role: 'windowMenu' },
    { role: 'help', submenu: [page('Matrix calculus (web page)', links.matrixCalculus), page('Einstein notation (web page)', links.einsteinNotation)] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
