import { expect, test } from 'vitest'
import { opener } from '../../../src-main/hosts/loopback/browser.ts'

const url = 'http://127.0.0.1:1/?token=a-b_c'

test('each platform opens the address in its own way', () => {
  expect(opener('darwin', {}, url)).toEqual(['open', url])
  expect(opener('win32', {}, url)).toEqual(['cmd', '/c', 'start', '""', url])
  expect(opener('linux', { DISPLAY: ':0' }, url)).toEqual(['xdg-open', url])
  expect(opener('linux', { WAYLAND_DISPLAY: 'wayland-0' }, url)).toEqual(['xdg-open', url])
})

test('without a screen no browser is tried', () => {
  expect(opener('linux', {}, url)).toBeUndefined()
})
