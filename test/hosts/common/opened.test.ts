import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { packEnding, packsFragment, packsIn } from '../../../src-main/hosts/common/opened.ts'

test('packs are told from switches and other arguments, and get their full paths', () => {
  expect(packsIn(['.', '--data=x.nabla', 'notes.txt', 'a.nabla', '../B.NABLA', resolve('/c.nabla')], '/home/ada')).toEqual([resolve('/home/ada/a.nabla'), resolve('/home/B.NABLA'), resolve('/c.nabla')])
})

test('a pack that a desktop gives by its address is the file itself', () => {
  const path = resolve('/home/ada/my päck #1.nabla')
  expect(packsIn([pathToFileURL(path).href, 'FILE://elsewhere.example/%00.nabla', 'file:a%2Fb.nabla'], '/home/ada')).toEqual([path])
})

test('an address names them without a character that a shell reads', () => {
  expect(packsFragment([])).toBe('')
  expect(packsFragment(['/home/ada/my pack & "more";$x?.nabla', '/b.nabla'])).toBe('#/packs/%2Fhome%2Fada%2Fmy%20pack%20%26%20%22more%22%3B%24x%3F.nabla/%2Fb.nabla')
})

test('the system is told of the ending that the app takes', () => {
  const { build } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8')) as { build: { fileAssociations: { ext: string }[] } }
  expect(build.fileAssociations.map(({ ext }) => `.${ext}`)).toEqual([packEnding])
})
