/** What the tests of the store share: folders and stores that go with the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore } from '../../src-main/progress/index.ts'
import type { Store, StoreOptions } from '../../src-main/progress/index.ts'
import { home } from './faults/home.ts'
import { valueOf } from './samples.ts'

export * from './samples.ts'

/** A new folder that is removed when the test has ended. */
export function newFolder(): string {
  const dir = mkdtempSync(join(home(), 'nabla-progress-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Opens a store that is closed when the test has ended. */
export function opened(given: StoreOptions): Store {
  const store = valueOf(openStore(given))
  onTestFinished(() => store.close())
  return store
}
