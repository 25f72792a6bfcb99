/** The packs on the shelf, and those on their way to it: uploads, previews, installing and removing, one after the other. */
import { randomUUID } from 'node:crypto'
import { basename, isAbsolute } from 'node:path'
import { cacheFolder, examineApart, InstalledPacks, readArchiveFile } from '../packs/library/index.ts'
import type { Examination, ExaminerOptions, KeptFile } from '../packs/library/index.ts'
import { practicePack } from './practice.ts'
import { Refusal } from './refusal.ts'
import { problemWords, refusalWords } from './words/index.ts'
import { fillShelf, Shelf } from './shelf.ts'
import type { Sentence, ShelfPack } from './shelf.ts'

export interface PacksOptions {
  /** The folder of the packs that come with the app. */
  readonly packsDir: string
  /** Where what was read of the packs in `packsDir` is kept, for every data folder alike; in `dataDir` where not given. */
  readonly readDir?: string
  readonly dataDir: string
  readonly examiner?: ExaminerOptions
  /** `false`: only to look; not even what was read is kept for the next time. */
  readonly keeps?: boolean
}

/** A pack that was looked over and may be installed as it is. */
interface Ready {
  readonly bytes: Uint8Array
  readonly examination: Examination
  readonly values: ReadonlyMap<string, KeptFile>
}

/** As many uploads and previews are held; the oldest goes when another comes. */
const held = 2
/** Bytes of an upload: a little more than a pack may have, so that a larger one is refused by name. */
const maxUpload = 17 * 1024 * 1024

export class Packs {
  readonly installed: InstalledPacks
  /** Settled when the installed packs are on the shelf too. */
  readonly opened: Promise<void>
  readonly #options: PacksOptions
  readonly #builtIn: Shelf
  readonly #uploads = new Map<string, Uint8Array[]>()
  readonly #ready = new Map<string, Ready>()
  #shelf: Shelf
  #turn: Promise<unknown>

  /** The packs that come with the app are on the shelf at once. */
  constructor(options: PacksOptions) {
    this.#options = options
    const { packsDir, dataDir, keeps = true, readDir = keeps ? cacheFolder(dataDir) : null } = options
    this.installed = new InstalledPacks(dataDir, keeps)
    this.#builtIn = fillShelf(packsDir, readDir)
    this.#shelf = this.#builtIn
    this.opened = this.#refresh()
    this.#turn = this.opened
  }

  get shelf(): Shelf {
    return this.#shelf
  }

  /** Adds a piece to an upload, or begins one; its name, and how many bytes are there. */
  upload(name: string | undefined, base64: string): { upload: string; received: number } {
    const upload = name ?? keep(this.#uploads, [])
    const pieces = this.#uploads.get(upload)
    if (!pieces) throw new Refusal(refusalWords.tooSlow)
    pieces.push(new Uint8Array(Buffer.from(base64, 'base64')))
    const received = pieces.reduce((sum, piece) => sum + piece.length, 0)
    if (received > maxUpload) {
      this.#uploads.delete(upload)
      throw new Refusal(refusalWords.packTooLarge)
    }
    return { upload, received }
  }

  /** The bytes that a preview asks for. Refuses what is not there. */
  bytesOf(input: { readonly bytes: string } | { readonly upload: string } | { readonly path: string }): Uint8Array {
    if ('bytes' in input) return new Uint8Array(Buffer.from(input.bytes, 'base64'))
    if ('path' in input) return fileAt(input.path)
    const pieces = this.#uploads.get(input.upload)
    if (!pieces) throw new Refusal(refusalWords.tooSlow)
    this.#uploads.delete(input.upload)
    return new Uint8Array(Buffer.concat(pieces))
  }

  /** Looks a file over. `ready`: the token with which it is installed; null with the reason where it cannot be. */
  async preview(bytes: Uint8Array): Promise<{ readonly examination: Examination | null; readonly ready: string | null; readonly refusal?: string }> {
    const outcome = await examineApart(bytes, this.#options.dataDir, this.#options.examiner)
    if ('refusal' in outcome) return { examination: null, ready: null, refusal: outcome.refusal }
    const { examination, values } = outcome
    const refusal = this.#refusalOf(examination)
    return refusal === null ? { examination, ready: keep(this.#ready, { bytes, examination, values }) } : { examination, ready: null, refusal }
  }

  #refusalOf({ summary, problems }: Examination): string | null {
    const errors = problems.filter(problem => problem.severity === 'error').length
    if (!summary) return problems.length === 1 ? problems[0]!.message : refusalWords.packUnreadable
    if (errors > 0) return refusalWords.packErrors(errors)
    const there = [...this.#builtIn.packs, practicePack].find(pack => pack.id === summary.id)
    return there ? refusalWords.packIdTaken(summary.id, there.title) : null
  }

  /** Installs what was looked over; the version that it replaces, or null. */
  install(token: string): Promise<{ pack: string; version: string; replaced: string | null }> {
    return this.#after(async () => {
      const ready = this.#ready.get(token)
      if (!ready) throw new Refusal(refusalWords.packLookAgain)
      const { id, version } = ready.examination.summary!
      const before = this.installed.list().find(each => each.id === id)
      writing(() => this.installed.install(id, version, ready.bytes, ready.values))
      this.#ready.delete(token)
      await this.#refresh()
      return { pack: id, version, replaced: before?.version ?? null }
    })
  }

  /** Takes a pack off the shelf; the name with which it is brought back. */
  remove(id: string): Promise<string> {
    return this.#after(async () => {
      if (this.#builtIn.packs.some(pack => pack.id === id)) throw new Refusal(refusalWords.packBuiltIn)
      const undo = writing(() => this.installed.remove(id))
      if (undo === null) throw new Refusal(refusalWords.packNotThere(id))
      await this.#refresh()
      return undo
    })
  }

  /** Brings back a pack that was set aside: it is looked over like any other, and installed. */
  async restore(id: string, undo: string): Promise<{ pack: string; version: string }> {
    const bytes = this.installed.setAside(id, undo)
    if (!bytes) throw new Refusal(refusalWords.packNotKept(id))
    const { ready, refusal } = await this.preview(bytes)
    if (ready === null) throw new Refusal(refusal ?? refusalWords.packNoLonger)
    const { pack, version } = await this.install(ready)
    this.installed.forget(id, undo)
    return { pack, version }
  }

  async #refresh(): Promise<void> {
    let shelf: { readonly packs: readonly ShelfPack[]; readonly problems: readonly Sentence[] }
    try {
      const { packs, problems } = await this.installed.read()
      shelf = {
        packs: packs.map(({ pack }): ShelfPack => ({ pack, builtIn: false, folder: null })),
        problems: problems.map(({ file, line, column, message }) => () => problemWords.at(file, line, column, message)),
      }
    } catch (error) {
      if (!isSystemError(error)) throw error
      shelf = { packs: [], problems: [() => problemWords.packsUnreadable(error.code)] }
    }
    this.#shelf = this.#builtIn.with(shelf.packs, shelf.problems)
  }

  /** Changes to the folder of packs come one after the other. */
  #after<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(run)
    this.#turn = next.catch(() => undefined)
    return next
  }
}

/** Keeps a value under a new name; the oldest one goes where there are too many. */
function keep<T>(all: Map<string, T>, value: T): string {
  const name = randomUUID()
  all.set(name, value)
  if (all.size > held) all.delete(all.keys().next().value!)
  return name
}

function fileAt(path: string): Uint8Array {
  if (!isAbsolute(path) || !path.endsWith('.nabla')) throw new Refusal(refusalWords.packName)
  try {
    return readArchiveFile(path)
  } catch (error) {
    throw new Refusal(isSystemError(error) ? refusalWords.fileUnreadable(basename(path), error.code) : refusalWords.fileNotTaken(basename(path), (error as Error).message))
  }
}

/** A folder that cannot be written is told in plain words; nothing has changed then. */
function writing<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new Refusal(error.code === 'ENOSPC' ? refusalWords.diskFull : refusalWords.packsFolder(error.code))
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error
}
