import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openBrowser, openers } from '../../../src-main/hosts/loopback/browser.ts'
import { freshFolder } from '../fixtures/folder.ts'

const url = 'http://127.0.0.1:1/?token=a-b_c'

test('each platform opens the address in its own way', () => {
  expect(openers('darwin', {}, url)).toEqual([['open', url]])
  expect(openers('win32', {}, url)).toEqual([['cmd', '/c', 'start', '""', url]])
  expect(openers('linux', { DISPLAY: ':0' }, url)).toEqual([['xdg-open', url], ['sensible-browser', url], ['x-www-browser', url]])
  expect(openers('linux', { WAYLAND_DISPLAY: 'wayland-0' }, url)[0]).toEqual(['xdg-open', url])
})

test('without a screen no browser is tried', () => {
  expect(openers('linux', {}, url)).toEqual([])
})

test.skipIf(process.platform !== 'linux')('the first program that is there and takes the address is enough', async () => {
  const folder = freshFolder()
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`)
  vi.stubEnv('DISPLAY', ':0')
  onTestFinished(() => void vi.unstubAllEnvs())
  const program = (name: string, status: number) => writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $1" >> "${folder}/log"\nexit ${status}\n`, { mode: 0o755 })
  program('xdg-open', 3)
  program('sensible-browser', 0)
  expect(await openBrowser(url)).toBe(true)
  expect(readFileSync(join(folder, 'log'), 'utf8')).toBe(`xdg-open ${url}\nsensible-browser ${url}\n`)
  for (const name of ['sensible-browser', 'x-www-browser']) program(name, 1)
  expect(await openBrowser(url)).toBe(false)
})
