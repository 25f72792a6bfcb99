import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { electronBinary, noWindowHere } from '../../../src-main/hosts/electron/launch.ts'
import { freshFolder } from '../fixtures/folder.ts'

test('a window needs a screen and, on Linux, someone who is not root', () => {
  expect(noWindowHere('linux', {}, 1000)).toBe('there is no screen')
  expect(noWindowHere('linux', { DISPLAY: ':0' }, 0)).toBe('Electron does not run as root')
  expect(noWindowHere('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeUndefined()
  expect(noWindowHere('win32', {}, undefined)).toBeUndefined()
  expect(noWindowHere('darwin', {}, 501)).toBeUndefined()
})

test('the binary counts only when it is really there', () => {
  const root = freshFolder()
  const folder = join(root, 'node_modules', 'electron')
  expect(electronBinary(root)).toBeUndefined()
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(electronBinary(root)).toBeUndefined()
  writeFileSync(join(folder, 'dist', 'electron'), '')
  expect(electronBinary(root)).toBe(join(folder, 'dist', 'electron'))
})
