/** Looks a pack over before it is installed: what it is, what is wrong with it, and what it would change. Nothing is written. */
import { readPackArchive } from '../archive/read.ts'
import { unsafe } from '../lint/safety.ts'
import { countTests } from '../lint/tests.ts'
import type { Pack } from '../pack.ts'
import { byPlace } from '../problem.ts'
import type { PackProblem } from '../problem.ts'
import type { ReadOptions } from '../read.ts'
import { changesOf } from './changes.ts'
import type { Changes } from './changes.ts'
import { hashOf } from './hash.ts'

/** What a pack says of itself, and how much there is of it. */
export interface PackSummary {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly authors: readonly string[]
  readonly licence: string | null
  /** Markdown. */
  readonly about: string
  readonly prerequisites: readonly string[]
  readonly chapters: number
  readonly exercises: number
  readonly parts: number
  readonly tests: number
  readonly pictures: number
}

/** Survives being sent between threads. */
export interface Examination {
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string
  /** Null where it is no pack, or not one that may be opened. */
  readonly summary: PackSummary | null
  /** With any of severity `error` it is not installed. */
  readonly problems: readonly PackProblem[]
  /** Null where no version of it is installed. */
  readonly changes: Changes | null
}

/** At most this many problems are told of one pack. */
const maxProblems = 200

/** Examines the bytes of a `.nabla` file. `installed`: the bytes of the version that is there, if one is, by the id of a pack. */
export async function examine(bytes: Uint8Array, installed: (id: string) => Uint8Array | null = () => null, options: ReadOptions = {}): Promise<Examination> {
  const hash = hashOf(bytes)
  const { pack, problems: told } = await readPackArchive(bytes, options)
  const problems = [...told, ...(pack ? unsafe(pack) : [])].toSorted(byPlace)
  if (!pack || pack.exercises.length === 0) {
    const empty = problems.map((problem): PackProblem => (problem.code === 'no-exercises' ? { ...problem, severity: 'error' } : problem))
    return { hash, summary: null, problems: empty.slice(0, maxProblems), changes: null }
  }
  const there = installed(pack.id)
  const old = there && hashOf(there) !== hash ? (await readPackArchive(there, options)).pack : there ? pack : null
  return { hash, summary: summaryOf(pack), problems: problems.slice(0, maxProblems), changes: old ? changesOf(old, pack) : null }
}

export function summaryOf(pack: Pack): PackSummary {
  const parts = pack.exercises.flatMap(exercise => exercise.parts)
  const { id, title, version, authors, licence, about, prerequisites } = pack
  return {
    id, title, version, authors, licence, about, prerequisites,
    chapters: pack.chapters.length,
    exercises: pack.exercises.length,
    parts: parts.length,
    tests: parts.reduce((sum, part) => sum + countTests(part), 0),
    pictures: pack.pictures.size,
  }
}
