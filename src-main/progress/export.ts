/** Writing a progress file: JSON Lines; the format is described in `progress-file.ts`. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { Connection } from './connection.ts'
import type { EventRow } from './event.ts'
import { putInPlace } from './files.ts'
import { allRows, countEvents } from './log.ts'
import { fileFormat, fileVersion } from './progress-file.ts'

export interface Exported {
  readonly path: string
  readonly events: number
  /** Of the form of the file. */
  readonly version: number
  /** SHA-256 of all lines but the last, in hexadecimal. */
  readonly sha256: string
}

/** Writes the log beside `path` and puts it there whole. The same log gives the same bytes on every machine. */
export function exportProgress(db: Connection, learner: string, path: string): Exported {
  const beside = `${path}.unfinished`
  const events = countEvents(db)
  const sum = createHash('sha256')
  const file = openSync(beside, 'w')
  try {
    let waiting = ''
    const flush = (): void => {
      sum.update(waiting)
      writeSync(file, waiting)
      waiting = ''
    }
    const line = (text: string): void => {
      waiting += `${text}\n`
      if (waiting.length > 1 << 20) flush()
    }
    line(JSON.stringify({ format: fileFormat, version: fileVersion, learner, events }))
    const questions = new Map<string, number>()
    for (const row of allRows(db)) {
      const known = row.question === null || questions.has(row.question)
      if (row.question !== null && !known) {
        questions.set(row.question, questions.size)
        line(`{"question":${row.question}}`)
      }
      line(eventLine(row, row.question === null ? null : (questions.get(row.question) ?? null)))
    }
    flush()
    const sha256 = sum.digest('hex')
    writeSync(file, `${JSON.stringify({ sha256 })}\n`)
    closeSync(file)
    putInPlace(beside, path)
    return { path, events, version: fileVersion, sha256 }
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** JSON columns go in as they stand; `question` is the number of the question's line, counted from 0. */
function eventLine(row: EventRow, question: number | null): string {
  const { verdict, evidence, detail, question: _, ...plain } = row
  const start = JSON.stringify({ ...plain, question })
  return `${start.slice(0, -1)},"verdict":${verdict ?? 'null'},"evidence":${evidence ?? 'null'},"detail":${detail ?? 'null'}}`
}
