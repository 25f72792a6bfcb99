/** What no page may do, whatever it holds: leave, open windows, embed others, ask for permissions, reach a network, download from anywhere. */
import { app, session, shell, type WebContents } from 'electron'
import { isLink } from './links.ts'
import { isOwn, isOwnBlob } from './scheme.ts'

/** Puts the locks on the session, and on every page from now on. Call it before the first window is made. */
export function lockDown(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) && !isOwnBlob(details.url) && !isDevtools(details.url) }))
  // What the window itself has made may be saved: Electron asks where.
  defaultSession.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) event.preventDefault()
  })
  app.on('web-contents-created', (_event, contents) => lockPage(contents))
}

function lockPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    // The system's browser may show the few addresses that we wrote down ourselves.
    if (isLink(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** The developer tools are pages of Chromium's own; the menu opens them on request. */
function isDevtools(address: string): boolean {
  return address.startsWith('devtools://')
}
