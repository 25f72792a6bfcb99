/** A learner's settings: small plain values by name. No part of the log: they are not exchanged, and go back with a backup. */
import type { Connection } from './connection.ts'
import { prepared } from './prepared.ts'

export type Setting = string | number | boolean

/** All of them, in the order of their names. One that cannot be read is left out. */
export function settings(db: Connection): Readonly<Record<string, Setting>> {
  const rows = prepared(db, 'SELECT key, value FROM setting ORDER BY key').all() as { key: string; value: string }[]
  return Object.fromEntries(rows.flatMap(({ key, value }) => {
    const read = valueIn(value)
    return read === null ? [] : [[key, read] as const]
  }))
}

function valueIn(text: string): Setting | null {
  try {
    const value = JSON.parse(text) as unknown
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  } catch {
    return null
  }
}

/** Sets what is given, and takes away what is null. */
export function saveSettings(db: Connection, set: Readonly<Record<string, Setting | null>>): void {
  db.transaction(() => {
    for (const [key, value] of Object.entries(set)) {
      if (value === null) prepared(db, 'DELETE FROM setting WHERE key = ?').run(key)
      else prepared(db, 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, typeof value === 'string' ? JSON.stringify(value.toWellFormed()) : JSON.stringify(value))
    }
  }).immediate()
}
