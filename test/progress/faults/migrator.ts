/**
 * The process that is killed in a migration: opens the store of the folder on its command line with formats that are to come, and kills itself at the step
 * that is named there: after the SQL of migration N (`within N`), after all of it and before its commit (`after N`), or at no step (`none`), in which case it says `done`.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openStore } from '../../../src-main/progress/index.ts'
import type { Migration } from '../../../src-main/progress/migrate.ts'
import { allFormats } from './formats.ts'

const [dir = '', step = 'none', at = '0'] = process.argv.slice(2)
const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  // The signal is not always there at once.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
}

const migrations = allFormats.map((migration): Migration => {
  if (String(migration.version) !== at) return migration
  const then = (db: Parameters<NonNullable<Migration['then']>>[0]): void => {
    if (step === 'within') die()
    migration.then?.(db)
    if (step === 'after') die()
  }
  return { ...migration, then }
})
const opened = openStore({ dir, clock: Date.now, random: randomUUID, appVersion: '9.0.0', migrations })
writeSync(1, opened.ok ? 'done\n' : `failed ${opened.failure.kind} ${opened.failure.message}\n`)
if (opened.ok) opened.value.close()
