/**
 * The installed packs of a data folder: `packs/<id>/<version>.nabla`, each a file that is read in memory and never unpacked. What is replaced or
 * removed is moved to `packs/.aside/<id>/`, and can be brought back. Progress is kept elsewhere and by ids, so that nothing here touches it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { words } from '../archive/words.ts'
import { inBytes, limits } from '../limits.ts'
import type { Pack } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { wholeFile } from '../contents.ts'
import { moveInto, writeWhole } from './place.ts'
import { readKept } from './kept.ts'
import { keptEnding, openValues } from './values.ts'
import type { KeptFile } from './values.ts'
import { compareVersions } from './version.ts'

/** An installed pack, as it was read. */
export interface InstalledPack {
  readonly id: string
  readonly version: string
  readonly pack: Pack
}
export interface InstalledReading {
  readonly packs: readonly InstalledPack[]
  /** What is wrong with files in the folder; `file` begins with the name of the archive. */
  readonly problems: readonly PackProblem[]
}

const ending = '.nabla'
/** Names that Windows keeps for devices: no folder can have them there. No id holds an underscore, so that the other name is free. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/
const folderOf = (id: string): string => (devices.test(id) ? `${id}_` : id)
const idOf = (folder: string): string => folder.replace(/_$/, '')

/** Where what was read of packs is kept, in a data folder. It may be deleted at any time. */
export function cacheFolder(dataDir: string): string {
  return join(dataDir, 'cache', 'packs')
}

export class InstalledPacks {
  readonly #packs: string
  readonly #aside: string
  readonly #cache: string | null

  /** `dataDir`: the learner's data folder. Nothing is made or read yet. `keeps`: whether what was read is kept for the next time. */
  constructor(dataDir: string, keeps = true) {
    this.#packs = join(dataDir, 'packs')
    this.#aside = join(this.#packs, '.aside')
    this.#cache = keeps ? cacheFolder(dataDir) : null
  }

  /** The version of each installed pack that counts: the newest in its folder. In the order of ids. */
  list(): readonly { readonly id: string; readonly version: string }[] {
    return names(this.#packs)
      .filter(folder => !folder.startsWith('.'))
      .flatMap(folder => {
        const [newest] = versionsIn(join(this.#packs, folder))
        return newest === undefined ? [] : [{ id: idOf(folder), version: newest }]
      })
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** The bytes of the version that counts; null where the pack is not installed. */
  bytes(id: string): Uint8Array | null {
    const [version] = versionsIn(join(this.#packs, folderOf(id)))
    return version === undefined ? null : new Uint8Array(readFileSync(this.#file(id, version)))
  }

  /** Reads all of them. A file that is damaged is told, and the others are there. */
  async read(): Promise<InstalledReading> {
    const packs: InstalledPack[] = []
    const problems: PackProblem[] = []
    for (const { id, version } of this.list()) {
      const reading = await this.#readOne(id, version)
      problems.push(...reading.problems.map(problem => ({ ...problem, file: `${id}-${version}${ending}/${problem.file}` })))
      if (reading.pack) packs.push({ id, version, pack: reading.pack })
    }
    this.#forgetValues()
    return { packs, problems }
  }

  /** Drops what was kept of packs that are gone. */
  #forgetValues(): void {
    const cache = this.#cache
    if (cache === null) return
    const known = new Set(this.list().map(({ id, version }) => `${id}-${version}${keptEnding}`))
    for (const name of names(cache)) if (!(name.startsWith('folder_') && name.endsWith(keptEnding)) && !known.has(name)) rmSync(join(cache, name), { force: true })
  }

  async #readOne(id: string, version: string): Promise<{ readonly pack: Pack | null; readonly problems: readonly PackProblem[] }> {
    const refuse = (message: string): { pack: null; problems: PackProblem[] } => ({ pack: null, problems: [wholeFile('unreadable-file', '.', message)] })
    let bytes: Uint8Array
    try {
      bytes = readArchiveFile(this.#file(id, version))
    } catch (error) {
      return refuse(words.unreadable((error as Error).message))
    }
    const values = openValues(this.#cache, `${id}-${version}`)
    const { pack, problems } = await readKept(bytes, values)
    values.save()
    if (pack && (pack.id !== id || pack.version !== version)) return refuse(words.another(id, version, pack.id, pack.version))
    return { pack, problems }
  }

  /**
   * Puts a pack in its place, durably, and moves every other version of it aside. The bytes must have been examined. Throws the system's
   * error where the folder cannot be written; then nothing has changed. `values`: what was gathered when they were examined.
   */
  install(id: string, version: string, bytes: Uint8Array, values: ReadonlyMap<string, KeptFile> = new Map()): void {
    const others = versionsIn(join(this.#packs, folderOf(id))).filter(other => other !== version)
    const same = existsSync(this.#file(id, version)) ? readFileSync(this.#file(id, version)) : null
    if (same && !same.equals(bytes)) moveInto(this.#file(id, version), this.asideFolder(id), `${version}${ending}`)
    // First the new one, then away with the others: after a crash in between, the newest counts.
    if (!same?.equals(bytes)) writeWhole(this.#file(id, version), bytes)
    for (const other of others) moveInto(this.#file(id, other), this.asideFolder(id), `${other}${ending}`)
    const kept = openValues(this.#cache, `${id}-${version}`)
    for (const [name, known] of values) kept.take(name, known)
    kept.save()
  }

  /** Moves a pack aside. The name under which it can be brought back; null where it is not installed. */
  remove(id: string): string | null {
    const versions = versionsIn(join(this.#packs, folderOf(id)))
    const moved = versions.map(version => moveInto(this.#file(id, version), this.asideFolder(id), `${version}${ending}`))
    return moved[0] ?? null
  }

  /** The bytes of a pack that was set aside under this name; null where there is none. */
  setAside(id: string, name: string): Uint8Array | null {
    const folder = this.asideFolder(id)
    return names(folder).includes(name) && name.endsWith(ending) ? readArchiveFile(join(folder, name)) : null
  }

  /** Where packs of this id are set aside. */
  asideFolder(id: string): string {
    return join(this.#aside, folderOf(id))
  }

  /** Drops a pack that was set aside and has been installed again. */
  forget(id: string, name: string): void {
    rmSync(join(this.asideFolder(id), name), { force: true })
  }

  #file(id: string, version: string): string {
    return join(this.#packs, folderOf(id), `${version}${ending}`)
  }
}

/** The bytes of a file that is to be a pack. Throws, in plain words, where it is too large or no file; else the system's error. */
export function readArchiveFile(path: string): Uint8Array {
  const stats = statSync(path)
  if (!stats.isFile()) throw new Error(words.noFile)
  if (stats.size > limits.archiveBytes) throw new Error(words.fileTooLarge(inBytes(stats.size), inBytes(limits.archiveBytes)))
  return new Uint8Array(readFileSync(path))
}

/** Versions in the folder of a pack, the newest first. */
function versionsIn(folder: string): string[] {
  return names(folder)
    .filter(name => name.endsWith(ending) && /^\d+\.\d+\.\d+$/.test(name.slice(0, -ending.length)))
    .map(name => name.slice(0, -ending.length))
    .toSorted((a, b) => compareVersions(b, a))
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}
