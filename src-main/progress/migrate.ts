/** Brings a database from the format it has to the newest. */
import Database from 'better-sqlite3'
import { InternalError } from '../calculus/problem.ts'
import { applicationId } from './connection.ts'
import type { Connection } from './connection.ts'

export interface Migration {
  /** The format that it leads to: the `user_version` afterwards. */
  readonly version: number
  readonly name: string
  readonly sql: string
  /** What SQL alone cannot do, after it, in the same transaction. */
  readonly then?: (db: Connection) => void
}

export const formatOf = (db: Connection): number => db.pragma('user_version', { simple: true }) as number

/**
 * Runs what is missing, each migration in one transaction with its number, so that an interruption leaves the format before or the
 * format after, whole. Returns how many ran. The caller has made a backup first.
 */
export function migrate(db: Connection, migrations: readonly Migration[], appVersion: string): number {
  migrations.forEach((migration, i) => {
    if (migration.version !== i + 1) throw new InternalError(`migration ${migration.name} has number ${migration.version} at place ${i + 1}`)
  })
  const missing = migrations.filter((migration) => migration.version > formatOf(db))
  for (const migration of missing) {
    db.transaction(() => {
      db.exec(migration.sql)
      migration.then?.(db)
      db.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID')
      setMeta(db, 'format', String(migration.version))
      setMeta(db, 'written_by', appVersion)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${migration.version}`)
    }).immediate()
  }
  return missing.length
}

/** What the database says of itself. */
export function meta(db: Connection, key: string): string | null {
  return (db.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key) as string | undefined) ?? null
}

export function setMeta(db: Connection, key: string, value: string): void {
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value)
}

/** All tables, indices and triggers as one text. */
export function schemaOf(db: Connection): string {
  return JSON.stringify(db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE \'sqlite\\_%\' ESCAPE \'\\\' ORDER BY type, name').raw().all())
}

const schemas = new WeakMap<readonly Migration[], Map<number, string>>()

/** What `schemaOf` gives for a database that the migrations have brought to this format. */
export function expectedSchema(migrations: readonly Migration[], format: number): string {
  const known = schemas.get(migrations) ?? new Map<number, string>()
  schemas.set(migrations, known)
  const found = known.get(format)
  if (found !== undefined) return found
  const model = new Database(':memory:')
  try {
    migrate(model, migrations.slice(0, format), '')
    const made = schemaOf(model)
    known.set(format, made)
    return made
  } finally {
    model.close()
  }
}
