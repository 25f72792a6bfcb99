import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { calls } from '../../../src-main/app/contract.ts'
import { pdfChannel } from '../../../src-main/hosts/electron/pdf.ts'
import { fixtureApi, part } from '../fixtures/api.ts'
import { builtFolder, freshFolder } from '../fixtures/folder.ts'

// One stand-in for all starts: the module registry is emptied between them.
const fake = await vi.hoisted(() => import('./fake-electron.ts'))
const { api, asked } = fixtureApi()
const closeApi = vi.fn(async () => {})
vi.mock('electron', () => fake)
// The app and its checker are tested next door; here they are only what stands behind the channels.
vi.mock('../../../src-main/app/api.ts', () => ({ createApi: () => ({ ...api, close: closeApi }) }))

vi.mock('../../../src-main/checking/worker/pool.ts', () => ({ createChecker: () => ({ warm: () => {}, close: async () => {} }) }))

const argv = process.argv
const own = { url: 'app://bundle/', parent: null }
let data: string

/** Runs the Electron host from its first line, on a data folder and a build of its own. */
async function start(...args: string[]): Promise<void> {
  const root = freshFolder()
  cpSync(builtFolder(), join(root, 'out', 'renderer'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"version":"0.0.0"}')
  fake.app.root = root
  data = freshFolder()
  process.argv = ['electron', root, '--inspect=0', `--data=${data}`, ...args]
  await import('../../../src-main/hosts/electron/main.ts')
  if (fake.app.firstCopy) await vi.waitFor(() => expect(fake.FakeWindow.all.length + fake.dialog.showErrorBox.mock.calls.length).toBeGreaterThan(0))
}

/** As Electron does it: quitting goes through `will-quit`, which may put it off. */
async function quit(): Promise<void> {
  const event = { preventDefault: vi.fn() }
  fake.app.emit('will-quit', event)
  if (event.preventDefault.mock.calls.length > 0) await vi.waitFor(() => expect(fake.app.quit).toHaveBeenCalled())
}

beforeEach(() => {
  vi.resetModules()
  vi.clearAllMocks()
  fake.app.firstCopy = true
  fake.app.order.length = 0
  asked.length = 0
})
afterEach(async () => {
  await quit()
  process.argv = argv
  fake.app.removeAllListeners()
  fake.session.defaultSession.removeAllListeners()
  fake.handlers.clear()
  fake.schemes.clear()
  fake.FakeWindow.all.length = 0
})

test('what Chromium must know before it is ready is said before: sandbox, scheme, folder, lock', async () => {
  await start()
  expect(fake.app.order).toEqual(['enableSandbox', 'scheme app', `setPath userData ${join(data, 'window')}`, 'lock', 'ready'])
  expect(fake.protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }])
})

test('the window is sandboxed, isolated, keeps its place, and shows our page', async () => {
  await start()
  expect(fake.FakeWindow.all).toHaveLength(1)
  const [window] = fake.FakeWindow.all
  expect(window!.options.webPreferences).toMatchObject({
    sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
    webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, spellcheck: false,
  })
  expect(window!.options.webPreferences.preload).toMatch(/preload[/\\]index\.cjs$/)
  expect(window!.options).toMatchObject({ name: 'main', windowStatePersistence: true, show: false })
  expect(window!.loadURL).toHaveBeenCalledWith('app://bundle/')
  window!.emit('ready-to-show')
  expect(window!.show).toHaveBeenCalledOnce()
})

test('every call of the contract has a channel, and beside them only the PDF', async () => {
  await start()
  expect([...fake.handlers.keys()].sort()).toEqual([...Object.keys(calls).map((call) => `nabla:${call}`), pdfChannel].sort())
})

test('our page is answered, through the schemas', async () => {
  await start()
  const read = fake.handlers.get('nabla:read') as (event: object, input: unknown) => Promise<unknown>
  expect(await read({ senderFrame: own }, { ...part, answer: 'x' })).toEqual({ ok: true, output: { problems: [], notes: ['x'], parts: [] } })
  expect(await read({ senderFrame: own }, { ...part, answer: 1 })).toMatchObject({ ok: false })
  expect(asked).toHaveLength(1)
})

test.each([
  ['another page', { url: 'https://evil.example/', parent: null }], ['a page that only looks like ours', { url: 'app://bundle.evil/', parent: null }],
  ['another scheme', { url: 'file:///bundle/', parent: null }], ['a blank page', { url: 'about:blank', parent: null }],
  ['a frame inside our page', { url: 'app://bundle/', parent: own }], ['a frame that has gone', null],
])('%s is refused on every channel', async (_, senderFrame) => {
  await start()
  for (const handler of fake.handlers.values()) {
    const answer = await (handler as (event: object, input: unknown) => Promise<unknown>)({ senderFrame }, { ...part, answer: 'x', ms: 1 })
    expect(answer).toEqual({ ok: false, error: { message: 'Nabla answers only its own window.' } })
  }
  expect(asked).toEqual([])
})

test('no page leaves, opens windows or embeds others; only addresses of our own table reach the system’s browser', async () => {
  await start()
  const contents = fake.FakeWindow.all[0]!.webContents
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    const event = { preventDefault: vi.fn() }
    contents.emit(name, event, 'app://bundle/')
    expect([name, event.preventDefault.mock.calls.length]).toEqual([name, 1])
  }
  for (const url of ['https://evil.example/', 'file:///etc/passwd', 'app://bundle/', 'https://en.wikipedia.org/wiki/Matrix_calculus?x']) {
    expect(contents.openHandler!({ url })).toEqual({ action: 'deny' })
  }
  expect(fake.shell.openExternal).not.toHaveBeenCalled()
  expect(contents.openHandler!({ url: 'https://en.wikipedia.org/wiki/Matrix_calculus' })).toEqual({ action: 'deny' })
  expect(fake.shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://en.wikipedia.org/wiki/Matrix_calculus')
})

test('no permission is given, nothing is downloaded but what the window made itself, no network is reached', async () => {
  await start()
  const { defaultSession } = fake.session
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen']) {
    const answer = vi.fn()
    defaultSession.permissionRequest!({}, permission, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith(false)
  }
  expect(defaultSession.permissionCheck!()).toBe(false)
  expect(defaultSession.devicePermission!()).toBe(false)
  for (const [url, stopped] of [['https://evil.example/x.zip', 1], ['blob:https://evil.example/1', 1], ['data:text/plain,x', 1], ['app://bundle/index.html', 1], ['blob:app://other/1', 1], ['blob:app://bundle/1', 0]] as const) {
    const download = { preventDefault: vi.fn() }
    defaultSession.emit('will-download', download, { getURL: () => url })
    expect([url, download.preventDefault.mock.calls.length]).toEqual([url, stopped])
  }
  for (const [url, cancel] of [['https://evil.example/', true], ['http://127.0.0.1/', true], ['file:///etc/passwd', true], ['ws://127.0.0.1/', true], ['app://bundle/x', false], ['app://other/x', true], ['blob:app://bundle/1', false], ['blob:https://evil.example/1', true]] as const) {
    const answer = vi.fn()
    defaultSession.beforeRequest!({ url }, answer)
    expect([url, answer.mock.calls]).toEqual([url, [[{ cancel }]]])
  }
})

test('the scheme serves the table of built files and nothing beside it', async () => {
  await start()
  const serve = fake.schemes.get('app')!
  const page = serve(new Request('app://bundle/'))
  expect([page.status, page.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.headers.get('Content-Security-Policy')).toContain("connect-src 'none'")
  expect(await serve(new Request('app://bundle/assets/index-1.js?v')).text()).toBe('document.title = "on"')
  for (const address of ['app://bundle/assets/index-1.js.map', 'app://bundle/../package.json', 'app://bundle/%2e%2e/package.json', 'app://other/', 'app://bundle/nothing']) {
    expect([address, serve(new Request(address)).status]).toEqual([address, 404])
  }
  expect(serve(new Request('app://bundle/', { method: 'POST' })).status).toBe(404)
})

test('a second copy leaves at once, and the first shows its window', async () => {
  await start()
  fake.app.emit('second-instance', {}, ['electron', '/app', '--data=x'], '/home/ada')
  expect(fake.FakeWindow.all[0]!.restore).toHaveBeenCalledOnce()
  expect(fake.FakeWindow.all[0]!.focus).toHaveBeenCalledOnce()
  expect(fake.FakeWindow.all[0]!.loadURL.mock.calls).toEqual([['app://bundle/']])
  vi.resetModules()
  fake.app.firstCopy = false
  await import('../../../src-main/hosts/electron/main.ts')
  expect(fake.app.exit).toHaveBeenCalledExactlyOnceWith(0)
  expect(fake.FakeWindow.all).toHaveLength(1)
})

test('a build that is missing is told in a box, and the process leaves with the status of a refusal', async () => {
  const root = freshFolder()
  fake.app.root = root
  process.argv = ['electron', root, `--data=${freshFolder()}`]
  await import('../../../src-main/hosts/electron/main.ts')
  await vi.waitFor(() => expect(fake.app.exit).toHaveBeenCalledWith(3))
  expect(fake.dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith('Nabla cannot be opened', expect.stringMatching(/^The app has not been built: /))
})

test('quitting waits until the store is closed', async () => {
  await start()
  fake.app.emit('window-all-closed')
  expect(fake.app.quit).toHaveBeenCalledOnce()
  fake.app.quit.mockClear()
  const event = { preventDefault: vi.fn() }
  fake.app.emit('will-quit', event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(fake.app.quit).toHaveBeenCalledOnce())
  expect(closeApi).toHaveBeenCalledOnce()
  const second = { preventDefault: vi.fn() }
  fake.app.emit('will-quit', second)
  expect(second.preventDefault).not.toHaveBeenCalled()
})

test('a pack on the command line is looked over when the window opens', async () => {
  await start('my pack.nabla', 'notes.txt')
  expect(fake.FakeWindow.all[0]!.loadURL.mock.calls).toEqual([[`app://bundle/#/packs/${encodeURIComponent(join(process.cwd(), 'my pack.nabla'))}`]])
})

test('a double click is taken before there is a window, and while there is one', async () => {
  const early = { preventDefault: vi.fn() }
  vi.spyOn(fake.app, 'whenReady').mockImplementationOnce(async () => void fake.app.emit('open-file', early, '/packs/early.nabla'))
  await start()
  const [window] = fake.FakeWindow.all
  expect(early.preventDefault).toHaveBeenCalledOnce()
  expect(window!.loadURL.mock.calls).toEqual([['app://bundle/#/packs/%2Fpacks%2Fearly.nabla']])
  const event = { preventDefault: vi.fn() }
  fake.app.emit('open-file', event, '/packs/late.nabla')
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(window!.focus).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(window!.loadURL).toHaveBeenLastCalledWith('app://bundle/#/packs/%2Fpacks%2Flate.nabla'))
})

test.skipIf(process.platform === 'win32')('a second start with packs hands them to the first, by their full paths', async () => {
  await start()
  fake.app.emit('second-instance', {}, ['electron', '/app', '--data=x', 'a.nabla', '/b.NABLA'], '/home/ada')
  await vi.waitFor(() => expect(fake.FakeWindow.all[0]!.loadURL).toHaveBeenLastCalledWith('app://bundle/#/packs/%2Fhome%2Fada%2Fa.nabla/%2Fb.NABLA'))
  fake.app.emit('second-instance', {}, ['electron', '--original-process-start-time=1', 'file:///home/ada/my%20pack.nabla'], '/')
  await vi.waitFor(() => expect(fake.FakeWindow.all[0]!.loadURL).toHaveBeenLastCalledWith('app://bundle/#/packs/%2Fhome%2Fada%2Fmy%20pack.nabla'))
})

test('files that are opened together come one by one, and none puts another out', async () => {
  await start()
  const [window] = fake.FakeWindow.all
  for (const name of ['a', 'b', 'c']) fake.app.emit('open-file', { preventDefault() {} }, `/${name}.nabla`)
  await vi.waitFor(() => expect(window!.loadURL).toHaveBeenCalledTimes(2))
  expect(window!.loadURL).toHaveBeenLastCalledWith('app://bundle/#/packs/%2Fa.nabla/%2Fb.nabla/%2Fc.nabla')
})

test('a pack that comes while the page is being loaded waits for it, beside the one that the app was started with', async () => {
  let loaded = (): void => {}
  const first = new Promise<void>((resolve) => (loaded = resolve))
  fake.FakeWindow.nextLoad = first
  await start('early.nabla')
  const [window] = fake.FakeWindow.all
  fake.app.emit('open-file', { preventDefault() {} }, '/late.nabla')
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(window!.loadURL).toHaveBeenCalledOnce()
  loaded()
  await vi.waitFor(() => expect(window!.loadURL).toHaveBeenLastCalledWith('app://bundle/#/packs/%2Flate.nabla'))
})

test('packs are opened from the menu by the system’s dialog; leaving it opens nothing', async () => {
  await start()
  const template = fake.Menu.buildFromTemplate.mock.calls[0]![0] as { role: string; submenu?: { label?: string; click(): void }[] }[]
  const item = template.find((each) => each.role === 'fileMenu')!.submenu![0]!
  expect(item.label).toBe('Open an exercise pack …')
  item.click()
  await vi.waitFor(() => expect(fake.dialog.showOpenDialog).toHaveBeenCalledOnce())
  await fake.dialog.showOpenDialog.mock.results[0]!.value
  expect(fake.FakeWindow.all[0]!.loadURL).toHaveBeenCalledOnce()
  fake.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/packs/x.nabla'] })
  item.click()
  await vi.waitFor(() => expect(fake.FakeWindow.all[0]!.loadURL).toHaveBeenLastCalledWith('app://bundle/#/packs/%2Fpacks%2Fx.nabla'))
})

test('the menu speaks the language of the app, from the moment on that the window chooses it', async () => {
  await start()
  const { speak } = await import('../../../src-main/calculus/index.ts')
  speak('de')
  const choose = fake.handlers.get('nabla:language') as (event: object, input: unknown) => Promise<unknown>
  await choose({ senderFrame: own }, { language: 'de' })
  const template = fake.Menu.buildFromTemplate.mock.calls.at(-1)![0] as { label?: string; submenu?: { label?: string; role?: string }[] }[]
  expect(template.map((item) => item.label).slice(-5)).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Fenster', 'Hilfe'])
  expect(template.at(-5)!.submenu![0]!.label).toBe('Aufgabenpaket öffnen …')
  expect(template.at(-4)!.submenu!.filter((item) => item.role !== undefined && item.label === undefined)).toEqual([])
})

test('the menu has the usual roles, and its pages are in the table', async () => {
  await start()
  const template = fake.Menu.buildFromTemplate.mock.calls[0]![0] as { role: string; submenu?: { role?: string; label?: string; click?(): void }[] }[]
  expect(template.map((item) => item.role).slice(-5)).toEqual(['fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'help'])
  for (const page of template.at(-1)!.submenu!) page.click?.()
  expect(fake.shell.openExternal.mock.calls).toEqual([['https://en.wikipedia.org/wiki/Matrix_calculus'], ['https://en.wikipedia.org/wiki/Einstein_notation']])
  expect(fake.Menu.setApplicationMenu).toHaveBeenCalledOnce()
  // On a Mac, what an app is stands in the menu of its own name.
  if (process.platform !== 'darwin') expect(template.at(-1)!.submenu!.at(-1)).toEqual({ role: 'about', label: 'About Nabla' })
  expect(fake.app.setAboutPanelOptions).toHaveBeenCalledWith(expect.objectContaining({ applicationName: 'Nabla', applicationVersion: '1.2.3' }))
})

test('packs that were opened are on the system’s list of recent files, however they came', async () => {
  await start()
  fake.app.emit('open-file', { preventDefault() {} }, '/packs/clicked.nabla')
  fake.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/packs/chosen.nabla'] })
  const template = fake.Menu.buildFromTemplate.mock.calls[0]![0] as { role: string; submenu?: { click(): void }[] }[]
  template.find((each) => each.role === 'fileMenu')!.submenu![0]!.click()
  await vi.waitFor(() => expect(fake.app.addRecentDocument.mock.calls).toEqual([['/packs/clicked.nabla'], ['/packs/chosen.nabla']]))
})
