/** Statements prepared once for each connection. */
import type { Statement } from 'better-sqlite3'
import type { Connection } from './connection.ts'

const known = new WeakMap<Connection, Map<string, Statement>>()

export function prepared(db: Connection, sql: string): Statement {
  const statements = known.get(db) ?? new Map<string, Statement>()
  known.set(db, statements)
  const found = statements.get(sql)
  if (found !== undefined) return found
  const made = db.prepare(sql)
  statements.set(sql, made)
  return made
}
