import { expect, test } from 'vitest'
import { readBundle } from '../../../src-main/hosts/common/bundle.ts'
import { builtFolder, freshFolder } from '../fixtures/folder.ts'

test('the table holds the built files by address, with their types, and nothing else', () => {
  const bundle = readBundle(builtFolder())
  expect([...bundle].map(([address, { type, hashed }]) => [address, type, hashed]).sort()).toEqual([
    ['/', 'text/html; charset=utf-8', false],
    ['/assets/face-2.woff2', 'font/woff2', true],
    ['/assets/index-1.js', 'text/javascript; charset=utf-8', true],
    ['/index.html', 'text/html; charset=utf-8', false],
  ])
  expect(bundle.get('/assets/index-1.js')?.content.toString()).toBe('document.title = "on"')
})

test('an app that has not been built says so', () => {
  const folder = freshFolder()
  expect(() => readBundle(folder)).toThrow(`The app has not been built: there is no index.html in ${folder}. Build it with: npm run build`)
  expect(() => readBundle(`${folder}/none`)).toThrow('The app has not been built')
})
