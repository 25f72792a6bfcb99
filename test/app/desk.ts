/** An app on fresh folders: the real packs, the real store, the real checker (in the same thread, so that tests are quick). */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { createApi } from '../../src-main/app/api.ts'
import type { ApiOptions } from '../../src-main/app/api.ts'
import { checker } from './checker.ts'

export { checker, gradient, ridge } from './checker.ts'

export const course = fileURLToPath(new URL('../../exercises', import.meta.url))

/** An empty folder that lives as long as the test that asks for it. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nabla-app-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Opens an app; it is closed with the test at the latest. The clock ticks one second at each look. */
export function openApp(options: Partial<ApiOptions> = {}) {
  let now = Date.UTC(2026, 10, 2, 9)
  const api = createApi({
    dataDir: options.dataDir ?? freshFolder(),
    packsDir: course,
    clock: () => (now += 1000),
    checker,
    version: '1.2.3',
    ...options,
  })
  onTestFinished(() => api.close())
  return api
}

/** A copy of the packs, to be changed. */
export function copyOfCourse(): string {
  const folder = freshFolder()
  cpSync(course, folder, { recursive: true })
  return folder
}
