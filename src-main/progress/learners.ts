/** Learners' names, the folders they stand for, and who is there. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok } from './failure.ts'
import type { Result } from './failure.ts'

/** The name used where nobody gave one. */
export const defaultLearner = 'Learner'
const longest = 60

export interface LearnerFiles {
  /** The learner's folder. */
  readonly folder: string
  readonly database: string
  readonly wal: string
  /** Written once the database stands: its presence without a database means that the database was lost. */
  readonly marker: string
  /** Written when an open database turned out to be damaged, so that the next opening looks at all of it. */
  readonly suspect: string
  readonly backups: string
  readonly quarantine: string
}

/** A name as it is kept: trimmed, composed, single spaces. Empty, over-long and unprintable names are refused in plain words. */
export function learnerName(typed: string): Result<string> {
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const wrong = (message: string): Result<string> => fail({ kind: 'bad-name', message })
  if (name === '') return wrong('A learner needs a name.')
  if ([...name].length > longest) return wrong(`A learner's name can have ${longest} characters at most.`)
  if (!/^[\p{L}\p{M}\p{N} .,'’_@+()-]+$/u.test(name)) return wrong('A learner\'s name can hold letters, digits, spaces and . , \' _ @ + ( ) - only.')
  if (!/[\p{L}\p{N}]/u.test(name)) return wrong('A learner\'s name needs at least one letter or digit.')
  return ok(name)
}

/**
 * The folder name for a (checked) learner's name: plain ASCII in lower case, which every file system takes, and a short hash of the
 * name where that loses something, so that two names never share a folder. Names that differ only in case are the same learner.
 */
export function learnerSlug(name: string): string {
  const folded = name.toLowerCase()
  const plain = folded.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(plain)
  if (plain !== '' && !reserved && folded.replaceAll('-', '_').replaceAll(' ', '-') === plain) return plain
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, 8)
  return `${plain.slice(0, 40) || 'learner'}-${hash}`
}

/** Where the files of a (checked) learner's name are. */
export function learnerFiles(dir: string, name: string): LearnerFiles {
  const folder = join(dir, 'learners', learnerSlug(name))
  const database = join(folder, 'progress.db')
  return {
    folder, database, wal: `${database}-wal`, marker: join(folder, 'learner.json'), suspect: join(folder, 'suspect'),
    backups: join(folder, 'backups'), quarantine: join(folder, 'quarantine'),
  }
}

/** Names of the learners that have a folder here, sorted; a folder whose marker cannot be read goes by the folder's name. */
export function listLearners(dir: string): readonly string[] {
  const home = join(dir, 'learners')
  if (!existsSync(home)) return []
  const names = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => nameIn(join(home, entry.name), entry.name))
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en'))
}

function nameIn(folder: string, fallback: string): string {
  try {
    const marker = JSON.parse(readFileSync(join(folder, 'learner.json'), 'utf8')) as { name?: unknown } | null
    return typeof marker?.name === 'string' && learnerSlug(marker.name) === fallback ? marker.name : fallback
  } catch {
    return fallback
  }
}
