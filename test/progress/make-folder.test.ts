import { expect, test } from 'vitest'
import { requireWritable } from '../../src-main/progress/files.ts'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

test('missing folders are made, and nothing is left in them', () => {
  const top = mkdtempSync(join(tmpdir(), 'nabla-'))
  requireWritable(join(top, 'a', 'b'))
  expect(readdirSync(top, { recursive: true }).sort()).toEqual(['a', join('a', 'b')])
  rmSync(top, { recursive: true })
})

test.skipIf(process.platform !== 'linux')('a file system that takes no folders is an error, not a wait without end', () => {
  expect(() => requireWritable('/proc/nabla/deeper')).toThrow('ENOENT')
})
