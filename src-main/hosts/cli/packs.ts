/** Packs as they are named on the command line: a folder, a folder of such folders, or a `.nabla` file. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../app/refusal.ts'
import { formatProblem, packFileName, readPackFolder } from '../../packs/index.ts'
import type { PackProblem, PackReading } from '../../packs/index.ts'
import { readPackArchive } from '../../packs/archive/read.ts'
import { readArchiveFile } from '../../packs/library/index.ts'
import { told } from './words.ts'

/** A pack that was read, with the path it was named by. */
export interface NamedPack extends PackReading {
  readonly path: string
}

/** Reads the packs at a path. Refuses what cannot be read at all. */
export async function packsAt(path: string): Promise<readonly NamedPack[]> {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) throw new Refusal(told.nothingThere(path))
  if (!stats.isDirectory()) return [{ path, ...(await readPackArchive(bytesAt(path))) }]
  if (existsSync(join(path, packFileName))) return [{ path, ...readPackFolder(path) }]
  const inside = readdirSync(path).filter(name => existsSync(join(path, name, packFileName))).toSorted()
  // A folder without `pack.yaml` and without packs in it is told like a pack that lacks it.
  return inside.length === 0 ? [{ path, ...readPackFolder(path) }] : inside.map(name => ({ path: join(path, name), ...readPackFolder(join(path, name)) }))
}

/** The bytes of a `.nabla` file. Refuses what cannot be read. */
export function bytesAt(path: string): Uint8Array {
  try {
    return readArchiveFile(path)
  } catch (error) {
    throw new Refusal(told.unreadable(path, reasonOf(error)))
  }
}

/** The system's code for what went wrong, which is the same in every language; else what was said. */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message
}

/** `path/file:line:column: message`, fit for a terminal: what a pack holds cannot steer it. */
export function lineOf(path: string, problem: PackProblem): string {
  const whole = problem.file === '.' ? path : join(path, problem.file)
  const message = problem.severity === 'warning' ? told.warning(problem.message) : problem.message
  return harmless(formatProblem({ ...problem, file: whole, message }))
}

/** Control characters as their codes, and line breaks as spaces. */
export function harmless(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, c => `\\u{${c.codePointAt(0)!.toString(16)}}`)
}
