/** Learners' names, the folders they stand for, and who is there. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fail, guarded, ok } from './failure.ts'
import type { Result } from './failure.ts'
import { flushFolder, writeWhole } from './files.ts'
import { words } from './words.ts'

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
  if (name === '') return wrong(words.nameEmpty)
  if ([...name].length > longest) return wrong(words.nameLong(longest))
  if (!/^[\p{L}\p{M}\p{N} .,'’_@+()-]+$/u.test(name)) return wrong(words.nameSigns)
  if (!/[\p{L}\p{N}]/u.test(name)) return wrong(words.nameLetter)
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
  // A name that ends as a hash does must not pass for the hashed name of another.
  const hashed = /-[0-9a-f]{8}$/.test(plain)
  if (plain !== '' && !reserved && !hashed && folded.replaceAll('-', '_').replaceAll(' ', '-') === plain) return plain
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, 8)
  return `${plain.slice(0, 40) || 'learner'}-${hash}`
}

/** Where a (checked) learner's files are: a folder of the data folder. */
export const learnerFolder = (dir: string, name: string): string => join(dir, 'learners', learnerSlug(name))

/** Where the files of a (checked) learner's name are. */
export function learnerFiles(dir: string, name: string): LearnerFiles {
  const folder = learnerFolder(dir, name)
  const database = join(folder, 'progress.db')
  return {
    folder, database, wal: `${database}-wal`, marker: join(folder, 'learner.json'), suspect: join(folder, 'suspect'),
    backups: join(folder, 'backups'), quarantine: join(folder, 'quarantine'),
  }
}

/**
 * Names of the learners that have a folder here, sorted; a folder whose marker cannot be read goes by the folder's name. None where the folder cannot be
 * read: opening a store in it then says why.
 */
export function listLearners(dir: string): readonly string[] {
  const home = join(dir, 'learners')
  if (!existsSync(home)) return []
  const listed = guarded(home, () => readdirSync(home, { withFileTypes: true }))
  const names = (listed.ok ? listed.value : []).filter((entry) => entry.isDirectory()).map((entry) => nameIn(join(home, entry.name), entry.name))
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en'))
}

/** Whether two names stand for the same learner, and so for the same folder. */
export const sameLearner = (a: string, b: string): boolean => learnerSlug(a) === learnerSlug(b)

/**
 * Gives a learner another name; the folder moves with all that is in it. The store of that learner is to be closed. Refused, in plain words, where there is
 * no such learner, where the new name will not do, and where it is taken.
 */
export function renameLearner(dir: string, from: string, typed: string): Result<string> {
  const to = learnerName(typed)
  if (!to.ok) return to
  const [now, then] = [learnerFiles(dir, from), learnerFiles(dir, to.value)]
  if (!existsSync(now.folder)) return fail({ kind: 'not-found', message: words.learnerUnknown(from), path: now.folder })
  if (now.folder !== then.folder && existsSync(then.folder)) return fail({ kind: 'bad-name', message: words.learnerThere(to.value), path: then.folder })
  return guarded(now.folder, () => {
    // The name first: between the two steps the folder goes by its own name, and nothing is lost.
    if (existsSync(now.marker)) writeWhole(now.marker, markerText(to.value))
    if (now.folder !== then.folder) renameSync(now.folder, then.folder)
    flushFolder(join(dir, 'learners'))
    return to.value
  })
}

const chosenFile = (dir: string): string => join(dir, 'learners', 'chosen.json')

/** Who was chosen last in this data folder; null where that is not known. */
export function chosenLearner(dir: string): string | null {
  try {
    const read = JSON.parse(readFileSync(chosenFile(dir), 'utf8')) as { name?: unknown } | null
    return typeof read?.name === 'string' ? read.name : null
  } catch {
    return null
  }
}

/** Keeps who was chosen, for the next start. Throws the system's error. */
export function rememberLearner(dir: string, name: string): void {
  writeWhole(chosenFile(dir), markerText(name))
}

/** What a learner's marker says. */
export const markerText = (name: string): string => `${JSON.stringify({ name })}\n`

function nameIn(folder: string, fallback: string): string {
  try {
    const marker = JSON.parse(readFileSync(join(folder, 'learner.json'), 'utf8')) as { name?: unknown } | null
    return typeof marker?.name === 'string' && learnerSlug(marker.name) === fallback ? marker.name : fallback
  } catch {
    return fallback
  }
}
