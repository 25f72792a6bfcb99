/** Databases of every format there has been, and formats to come. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStore } from '../../../src-main/progress/index.ts'
import type { Migration } from '../../../src-main/progress/migrate.ts'
import { migrations } from '../../../src-main/progress/migrations/index.ts'
import { options, valueOf } from '../samples.ts'

const next = migrations.length + 1
/** The formats that there are, and two that are made up: one copies the whole log, one changes a table. */
export const allFormats: readonly Migration[] = [
  ...migrations,
  { version: next, name: 'notes', sql: 'CREATE TABLE note (event INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; INSERT INTO note SELECT seq, answer FROM event WHERE answer IS NOT NULL;' },
  { version: next + 1, name: 'colours', sql: 'ALTER TABLE draft ADD COLUMN colour TEXT; CREATE TABLE colour (name TEXT PRIMARY KEY) STRICT;' },
]

/** Makes a data folder whose store is of the given format: that of the fixture of its number. Returns the path of the database. */
export function storeOfFormat(dir: string, format: number): string {
  const first = valueOf(openStore(options(dir)))
  first.close()
  const path = join(first.folder, 'progress.db')
  const old = new Database(path)
  old.pragma('foreign_keys = OFF')
  const things = old.prepare('SELECT type, name FROM sqlite_schema WHERE type IN (\'table\', \'trigger\') AND name NOT LIKE \'sqlite%\' ORDER BY type DESC').all() as { type: string; name: string }[]
  for (const { type, name } of things) old.exec(`DROP ${type} ${name}`)
  old.exec(readFileSync(join(import.meta.dirname, '..', 'formats', `${format}.sql`), 'utf8'))
  old.close()
  return path
}
