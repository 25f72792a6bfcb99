import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore, restoreBackup } from '../../src-main/progress/index.ts'
import { schemaOf } from '../../src-main/progress/migrate.ts'
import type { Migration } from '../../src-main/progress/migrate.ts'
import { migrations } from '../../src-main/progress/migrations/index.ts'
import { allFormats, storeOfFormat } from './faults/formats.ts'
import { attempt, newFolder, opened, options, valueOf } from './helpers.ts'

const next = migrations.length + 1
const later = allFormats
const toCome = later.slice(migrations.length)

function written(): ReturnType<typeof options> {
  const given = options(newFolder())
  const store = opened(given)
  valueOf(store.recordAttempt(attempt({ answer: 'kept' })))
  store.close()
  return given
}

describe('migrations', () => {
  it('bring an old database to the newest format, with a backup first that the old program can restore', () => {
    const given = written()
    const store = opened({ ...given, migrations: later, appVersion: '0.3.0' })
    expect(store.connection.prepare('SELECT text FROM note').pluck().all()).toEqual(['kept'])
    expect(store.connection.pragma('user_version', { simple: true })).toBe(next + 1)
    const backup = store.backups().find(({ reason }) => reason === 'before-migration')
    store.close()
    const file = new Database(join(store.folder, 'backups', backup?.name ?? ''), { readonly: true })
    expect([file.pragma('user_version', { simple: true }), file.prepare('SELECT answer FROM event').pluck().all()]).toEqual([migrations.length, ['kept']])
    file.close()
    const refused = restoreBackup({ ...given, appVersion: '0.1.0' }, backup?.name ?? '')
    expect(refused.ok ? '' : refused.failure.kind).toBe('newer')
    const again = valueOf(restoreBackup({ ...given, migrations: later }, backup?.name ?? ''))
    expect(again.history().events).toHaveLength(1)
    again.close()
  })

  it.each(toCome.flatMap((migration, i) => ['within its SQL', 'after its SQL'].map((where) => ({ where, name: migration.name, i }))))(
    'interrupted $where ($name) leave a format that is whole, and run to the end the next time', ({ where, i }) => {
      const given = written()
      const broken = later.map((migration, at): Migration => (at !== migrations.length + i ? migration : where === 'within its SQL'
        ? { ...migration, sql: `${migration.sql} SELECT interrupted;` }
        : { ...migration, then: () => { throw new Error('interrupted') } }))
      expect(() => openStore({ ...given, migrations: broken })).toThrow('interrupted')
      const path = join(given.dir, 'learners', 'learner', 'progress.db')
      const file = new Database(path)
      expect(file.pragma('user_version', { simple: true })).toBe(migrations.length + i)
      expect(file.prepare('SELECT answer FROM event').pluck().all()).toEqual(['kept'])
      file.close()
      const store = opened({ ...given, migrations: later })
      expect(store.connection.pragma('user_version', { simple: true })).toBe(next + 1)
      expect(store.connection.prepare('SELECT text FROM note').pluck().all()).toEqual(['kept'])
    })

  it('refuse a database of a newer program, with both versions named, and change nothing', () => {
    const given = written()
    opened({ ...given, migrations: later, appVersion: '7.8.9' }).close()
    const path = join(given.dir, 'learners', 'learner', 'progress.db')
    const before = readFileSync(path)
    const refused = openStore(given)
    expect(refused.ok ? '' : refused.failure).toMatchObject({
      kind: 'newer', path,
      message: `The progress of Learner was written by Nabla 7.8.9 (format ${next + 1}); this is Nabla 0.1.0, which knows formats up to ${migrations.length}. `
        + 'Nothing was changed. Use the newer Nabla, or choose another data folder with --data.',
    })
    expect(readFileSync(path).equals(before)).toBe(true)
    opened({ ...given, migrations: later }).close()
  })

  it('take over a database of every format there has been', () => {
    const fixtures = join(import.meta.dirname, 'formats')
    const names = readdirSync(fixtures).sort()
    expect(names).toEqual(migrations.map(({ version }) => `${version}.sql`))
    for (const name of names) {
      const given = options(newFolder())
      storeOfFormat(given.dir, Number(name.replace('.sql', '')))
      const store = opened(given)
      expect(store.notices).toEqual([])
      expect(store.history().events.map(({ answer, verdict }) => [answer, verdict?.verdict])).toEqual([['2 (A x - y) x^T', 'correct'], [null, undefined], ['(A x - y) x^T', 'incorrect']])
      expect(store.drafts().map(({ text }) => text)).toEqual(['2 (A x'])
      expect(valueOf(store.doctor())).toEqual([])
      const fresh = opened(options(newFolder()))
      expect(schemaOf(store.connection)).toBe(schemaOf(fresh.connection))
    }
  })
})
