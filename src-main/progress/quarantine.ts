/** Where damaged files go: moved whole with their WAL, never deleted, until the learner has chosen what takes their place. */
import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileStamp, flushFolder, freeName, makeFolder, sizeOf, writeWhole } from './files.ts'
import type { LearnerFiles } from './learners.ts'

export interface Quarantined {
  readonly folder: string
  readonly database: string
  readonly wal: string
  readonly reason: string
}

const noteOf = (folder: string): string => join(folder, 'why.json')
const resolutionOf = (folder: string): string => join(folder, 'resolved.json')

/**
 * Moves the database and all that belongs to it into a new folder with a note saying why. The note is first and the moves are
 * repeated by `unresolved`, so that an interruption between any two of them loses nothing.
 */
export function quarantine(files: LearnerFiles, reason: string, at: number): Quarantined {
  const folder = newFolder(files, at)
  const moves = ['', '-wal', '-shm', '-journal'].map((ending) => basename(files.database) + ending).filter((name) => existsSync(join(files.folder, name)))
  writeNote(folder, { reason, at: new Date(at).toISOString(), open: true, moves })
  moveInto(files, folder, moves)
  return inside(folder, reason)
}

/** Copies the WAL, with the database that it belongs to, for later; both stay where they are. */
export function setAside(files: LearnerFiles, reason: string, at: number): Quarantined {
  const folder = newFolder(files, at)
  const kept = inside(folder, reason)
  try {
    if (existsSync(files.database)) copyFileSync(files.database, kept.database)
    copyFileSync(files.wal, kept.wal)
    writeNote(folder, { reason, at: new Date(at).toISOString(), open: false, moves: [] })
    return kept
  } catch (error) {
    // Half a copy is of no use, and each start would leave another on a disk that is full already.
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function newFolder(files: LearnerFiles, at: number): string {
  const folder = freeName(join(files.quarantine, fileStamp(at)))
  makeFolder(folder)
  flushFolder(files.quarantine)
  return folder
}

const inside = (folder: string, reason: string): Quarantined => {
  const database = join(folder, 'progress.db')
  return { folder, database, wal: `${database}-wal`, reason }
}

function moveInto(files: LearnerFiles, folder: string, names: readonly string[]): void {
  for (const name of names) {
    const path = join(files.folder, name)
    if (existsSync(path) && !existsSync(join(folder, name))) renameSync(path, join(folder, name))
  }
  flushFolder(folder)
  flushFolder(files.folder)
}

/** Completes moves that were interrupted. To be called before the database is looked at. */
export function completeMoves(files: LearnerFiles): void {
  for (const { folder, moves } of open(files)) moveInto(files, folder, moves)
}

/** Quarantines for which nothing has been chosen yet, newest first. */
export function unresolved(files: LearnerFiles): readonly Quarantined[] {
  return open(files).map(({ folder, reason }) => inside(folder, reason))
}

interface Note {
  readonly reason: string
  readonly at: string
  /** Whether the learner has to choose what takes the place of what is kept. */
  readonly open: boolean
  readonly moves: readonly string[]
}

const writeNote = (folder: string, note: Note): void => writeWhole(noteOf(folder), `${JSON.stringify(note, null, 2)}\n`)

function open(files: LearnerFiles): readonly (Note & { folder: string })[] {
  if (!existsSync(files.quarantine)) return []
  const folders = readdirSync(files.quarantine, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map((entry) => join(files.quarantine, entry.name)).sort().reverse()
    .map((folder) => ({ ...readNote(folder), folder })).filter((note) => note.open)
}

function readNote(folder: string): Note {
  const none: Note = { reason: 'unknown', at: '', open: false, moves: [] }
  if (existsSync(resolutionOf(folder)) || sizeOf(noteOf(folder)) === 0) return none
  try {
    const note = JSON.parse(readFileSync(noteOf(folder), 'utf8')) as Partial<Note> | null
    return { ...none, ...note, moves: Array.isArray(note?.moves) ? note.moves : [] }
  } catch {
    // A note that cannot be read was damaged itself; what it stands beside is as unresolved as it was.
    return { ...none, open: true }
  }
}

/** Says that something has taken the place of what is kept there. The files stay. */
export function resolve(kept: Quarantined, by: string, at: number): void {
  writeWhole(resolutionOf(kept.folder), `${JSON.stringify({ by, at: new Date(at).toISOString() }, null, 2)}\n`)
}
