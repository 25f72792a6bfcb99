/** The few file operations of the store, each durable before it returns. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Forces a file's content to the disk. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Forces a folder's names to the disk. Windows cannot, and does it by itself. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Renames over whatever is there, durably: after a crash either the old file or the new one stands there, whole. */
export function putInPlace(from: string, to: string): void {
  flushFile(from)
  renameSync(from, to)
  flushFolder(dirname(to))
}

/** Writes a small file so that a crash leaves either the old content or the new. */
export function writeWhole(path: string, content: string): void {
  const beside = `${path}.new`
  writeFileSync(beside, content)
  putInPlace(beside, path)
}

/**
 * Makes a folder with those above it. Node's own recursive `mkdirSync` never comes back from a file system that refuses new folders with
 * ENOENT, as /proc does (Node 24).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have made it in between.
    if (!existsSync(folder)) throw error
  }
}

/** Makes the folder and writes a file in it, so that a folder that cannot be written is known at once. Throws the system's error. */
export function requireWritable(folder: string): void {
  makeFolder(folder)
  const probe = join(folder, '.writable')
  writeFileSync(probe, 'Nabla looks whether it can write here.\n')
  rmSync(probe, { force: true })
}

/** Size in bytes; 0 where there is no such file. */
export const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

/** A time (ms since 1970) as a part of a file name that sorts by time: `2026-11-03T10-22-33-123Z`. */
export function fileStamp(at: number): string {
  return new Date(clampTime(at)).toISOString().replaceAll(':', '-').replace('.', '-')
}

/** The time (ms since 1970) in a name made by `fileStamp`, or null. */
export function timeOfStamp(stamp: string): number | null {
  const found = /^([+-]?\d+-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d\d\dZ)/.exec(stamp)
  if (found === null) return null
  const at = Date.parse(`${found[1]}:${found[2]}:${found[3]}.${found[4]}`)
  return Number.isNaN(at) ? null : at
}

const latest = 8.64e15
/** A clock's reading as whole milliseconds that a `Date` can show. */
export function clampTime(at: number): number {
  if (!Number.isFinite(at)) return 0
  return Math.min(latest, Math.max(-latest, Math.floor(at)))
}

/** `base`, or `base-2`, `base-3` …: the first of them that is not taken. */
export function freeName(base: string, ending = ''): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${base}${ending}` : `${base}-${n}${ending}`
    if (!existsSync(name)) return name
  }
}
