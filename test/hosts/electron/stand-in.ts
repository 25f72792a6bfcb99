/** The least of Electron that the built main process needs to come up, for a run in plain Node. */
import { EventEmitter } from 'node:events'

type Handler = (event: object, input: object) => Promise<unknown>

class App extends EventEmitter {
  root = ''
  enableSandbox() {}
  setPath() {}
  requestSingleInstanceLock() { return true }
  whenReady() { return Promise.resolve() }
  getAppPath() { return this.root }
  getVersion() { return '0' }
  addRecentDocument() {}
  setAboutPanelOptions() {}
  quit() {}
  exit(status: number) { process.exit(status) }
}
class Session extends EventEmitter {
  setPermissionRequestHandler() {}
  setPermissionCheckHandler() {}
  setDevicePermissionHandler() {}
  webRequest = { onBeforeRequest() {} }
}

let open: () => void
/** Resolves when the window has been told which page to load. */
export const opened = new Promise<void>((resolve) => (open = resolve))
export const app = new App()
export const handlers = new Map<string, Handler>()
export const ipcMain = { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) }
export const protocol = { registerSchemesAsPrivileged() {}, handle() {} }
export const session = { defaultSession: new Session() }
export const shell = {}
export const dialog = { showErrorBox: (_title: string, text: string) => process.stderr.write(text) }
export const Menu = { buildFromTemplate() {}, setApplicationMenu() {} }
export class BrowserWindow extends EventEmitter {
  show() {}
  async loadURL() { open() }
}
