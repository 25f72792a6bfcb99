import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { formatProblem, readPackFolder } from '../../src-main/packs/index.ts'
import { exerciseText, packText } from './samples.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nabla-pack-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('reads a folder with its folders, passes over hidden files, and follows no links', () => {
  writeFileSync(join(dir, 'pack.yaml'), packText)
  mkdirSync(join(dir, 'one/.git'), { recursive: true })
  writeFileSync(join(dir, 'one/a.yaml'), exerciseText)
  writeFileSync(join(dir, 'one/.git/b.yaml'), exerciseText)
  writeFileSync(join(dir, '.c.yaml'), exerciseText)
  writeFileSync(join(dir, 'README.md'), '# Sample')
  symlinkSync('/etc/hostname', join(dir, 'd.yaml'))
  const { pack, problems } = readPackFolder(dir)
  expect(pack!.exercises.map(e => e.source.file)).toEqual(['one/a.yaml'])
  expect(problems.map(formatProblem)).toEqual(['d.yaml:1:1: Symbolic links are not followed. Put the file itself here.'])
})

it('says that a folder cannot be read', () => {
  expect(readPackFolder(join(dir, 'nought'))).toEqual({
    pack: null,
    problems: [
      {
        code: 'unreadable-file',
        severity: 'error',
        file: '.',
        line: 1,
        column: 1,
        message: `The folder ${join(dir, 'nought')} cannot be read: ENOENT.`,
      },
    ],
  })
})

it('leaves out what is nested without end', () => {
  writeFileSync(join(dir, 'pack.yaml'), packText)
  writeFileSync(join(dir, 'a.yaml'), exerciseText)
  mkdirSync(join(dir, Array.from({ length: 12 }, (_, i) => `f${i}`).join('/')), { recursive: true })
  const { pack, problems } = readPackFolder(dir)
  expect(pack!.exercises).toHaveLength(1)
  expect(problems.map(formatProblem)).toEqual([
    'f0/f1/f2/f3/f4/f5/f6/f7/f8:1:1: Folders in a pack are nested at most 8 deep. This one is left out.',
  ])
})
