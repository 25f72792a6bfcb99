/** Taking in a progress file: the union of two sets of events, so that order and repetition do not matter and nothing is lost. */
import type { Connection } from './connection.ts'
import type { Place } from './event.ts'
import { StoreError } from './failure.ts'
import { append } from './log.ts'
import { placeKey } from './outcomes.ts'
import { openProgressFile } from './progress-file.ts'
import type { ProgressFile } from './progress-file.ts'
import { refold } from './standings.ts'

export interface Merged {
  /** Events in the file, and how many of them were new here. */
  readonly events: number
  readonly added: number
}

/** `before` runs once the file is known to be whole and fit, and before anything is written: the place for a backup. */
export function mergeProgress(db: Connection, learner: string, path: string, options: { anyLearner?: boolean }, before: () => void): Merged {
  const file = openProgressFile(path)
  if (file.learner !== learner && options.anyLearner !== true) {
    const message = `${path} holds the progress of ${file.learner}, and this is the progress of ${learner}. `
      + 'Nothing was changed. Merge it only if both are the same person.'
    throw new StoreError({ kind: 'other-learner', path, message })
  }
  before()
  // Room for the indices of a long log, which one transaction would otherwise write out again and again.
  const room = db.pragma('cache_size', { simple: true }) as number
  db.pragma('cache_size = -262144')
  try {
    return takeIn(db, file)
  } finally {
    db.pragma(`cache_size = ${room}`)
  }
}

function takeIn(db: Connection, file: ProgressFile): Merged {
  return db.transaction(() => {
    const touched = new Map<string, Place>()
    let added = 0
    for (const row of file.events()) {
      if (!append(db, row)) continue
      added++
      const key = placeKey(row)
      if (!touched.has(key)) touched.set(key, { pack: row.pack, exercise: row.exercise, part: row.part })
    }
    for (const place of touched.values()) refold(db, place)
    return { events: file.count, added }
  }).immediate()
}
