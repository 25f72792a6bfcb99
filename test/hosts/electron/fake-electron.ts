/** A stand-in for the `electron` module: it notes what it is told, and lets a test play the part of Chromium. */
import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

type Handler = (...args: never[]) => unknown

export class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  printToPDF = vi.fn(async (_options: object) => Buffer.from('%PDF'))
  setWindowOpenHandler = (handler: FakeContents['openHandler']) => void (this.openHandler = handler)
}

export class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = []
  /** When the page that is loaded next is there. */
  static nextLoad = Promise.resolve()
  static getAllWindows = () => FakeWindow.all
  static fromWebContents = (contents: FakeContents) => FakeWindow.all.find((each) => each.webContents === contents) ?? null
  readonly webContents = new FakeContents()
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> }
  loadURL = vi.fn(async (_address: string) => {
    const loading = FakeWindow.nextLoad
    FakeWindow.nextLoad = Promise.resolve()
    await loading
  })
  show = vi.fn()
  focus = vi.fn()
  restore = vi.fn()
  isMinimized = () => true
  isDestroyed = () => false
  constructor(options: FakeWindow['options']) {
    super()
    this.options = options
    FakeWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
}

class FakeApp extends EventEmitter {
  ready = Promise.resolve()
  firstCopy = true
  root = ''
  /** What happened in which order, for the things that Electron wants before it is ready. */
  readonly order: string[] = []
  enableSandbox = vi.fn(() => void this.order.push('enableSandbox'))
  setPath = vi.fn((name: string, path: string) => void this.order.push(`setPath ${name} ${path}`))
  requestSingleInstanceLock = vi.fn(() => (this.order.push('lock'), this.firstCopy))
  whenReady = () => this.ready.then(() => void this.order.push('ready'))
  getAppPath = () => this.root
  getPath = (name: string) => `/home/ada/${name}`
  country = 'DE'
  getLocaleCountryCode = () => this.country
  getVersion = () => '1.2.3'
  addRecentDocument = vi.fn((_path: string) => {})
  setAboutPanelOptions = vi.fn((_options: object) => {})
  quit = vi.fn()
  exit = vi.fn()
}
export const app = new FakeApp()

export const handlers = new Map<string, Handler>()
export const ipcMain = { handle: vi.fn((channel: string, handler: Handler) => void handlers.set(channel, handler)) }

export const schemes = new Map<string, (request: Request) => Response>()
export const protocol = {
  registerSchemesAsPrivileged: vi.fn((schemes: { scheme: string; privileges: object }[]) => void app.order.push(`scheme ${schemes[0]?.scheme}`)),
  handle: vi.fn((scheme: string, handler: (request: Request) => Response) => void schemes.set(scheme, handler)),
}

class FakeSession extends EventEmitter {
  permissionRequest: ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | undefined
  permissionCheck: (() => boolean) | undefined
  devicePermission: (() => boolean) | undefined
  beforeRequest: ((details: { url: string }, answer: (response: { cancel: boolean }) => void) => void) | undefined
  setPermissionRequestHandler = (handler: FakeSession['permissionRequest']) => void (this.permissionRequest = handler)
  setPermissionCheckHandler = (handler: FakeSession['permissionCheck']) => void (this.permissionCheck = handler)
  setDevicePermissionHandler = (handler: FakeSession['devicePermission']) => void (this.devicePermission = handler)
  webRequest = { onBeforeRequest: (handler: FakeSession['beforeRequest']) => void (this.beforeRequest = handler) }
}
export const session = { defaultSession: new FakeSession() }
export const shell = { openExternal: vi.fn(async () => {}) }
export const dialog = { showErrorBox: vi.fn(), showOpenDialog: vi.fn(async () => ({ canceled: true, filePaths: [] as string[] })), showSaveDialog: vi.fn(async (..._args: unknown[]) => ({ canceled: true, filePath: '' })) }
export const Menu = { buildFromTemplate: vi.fn((template: unknown) => template), setApplicationMenu: vi.fn() }
export const exposed = new Map<string, unknown>()
export const contextBridge = { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api) }
export const ipcRenderer = { invoke: vi.fn(async (channel: string, input: unknown) => ({ channel, input })) }
export { FakeWindow as BrowserWindow }
