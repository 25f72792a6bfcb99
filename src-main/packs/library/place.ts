/** Writing and moving files so that a crash leaves either the old state or the new one. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a file beside its place and puts it there whole; the folder is made where it is missing. Throws the system's error. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  makeFolder(dirname(path))
  const beside = `${path}.new`
  try {
    writeFileSync(beside, content)
    flush(beside, 'r+')
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  flush(dirname(path), 'r')
}

/** Moves a file into a folder, which is made where it is missing; the name it got there: its own, or with a number where that is taken. */
export function moveInto(file: string, folder: string, name: string): string {
  makeFolder(folder)
  const dot = name.lastIndexOf('.')
  let free = name
  for (let n = 2; existsSync(join(folder, free)); n++) free = `${name.slice(0, dot)}-${n}${name.slice(dot)}`
  renameSync(file, join(folder, free))
  flush(folder, 'r')
  flush(dirname(file), 'r')
  return free
}

/** Node's own recursive `mkdirSync` never comes back from a file system that refuses new folders with ENOENT, as /proc does (Node 24). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have made it in between.
    if (!existsSync(folder)) throw error
  }
}

function flush(path: string, how: 'r' | 'r+'): void {
  // Windows cannot flush a folder, and does it by itself.
  if (how === 'r' && process.platform === 'win32') return
  const file = openSync(path, how)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
