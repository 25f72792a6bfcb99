import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureBuilt } from '../../../src-main/hosts/build.ts'
import { freshFolder } from '../fixtures/folder.ts'

const root = join(import.meta.dirname, '..', '..', '..')

test('the built main process comes up, finds its exercises, reads in its bundled thread, and closes', { timeout: 180_000 }, async () => {
  await ensureBuilt(root, () => {})
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'built.ts'), root, freshFolder()], { encoding: 'utf8', timeout: 60_000 })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const { exercises, problems } = JSON.parse(stdout) as { exercises: number; problems: string[] }
  expect(exercises).toBeGreaterThan(11)
  expect(problems).toEqual(['syntax'])
})
