/** Files that were made for the window or came from it: outside the learners' folders, gone when Nabla ends. */
import { randomUUID } from 'node:crypto'
import { appendFileSync, closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'
import { refusalWords } from './words/index.ts'

export interface MadeFile {
  /** The token by which it is asked for. */
  readonly file: string
  readonly name: string
  /** Its media type. */
  readonly type: string
  readonly bytes: number
}

/** Bytes of a piece: as base64 it stays well below what one message may have. */
const piece = 1_000_000
/** As many of each kind are held; the oldest goes when another comes. */
const held = 2
/** Bytes of an upload: some millions of attempts. */
const maxUpload = 4 * 2 ** 30

export class MadeFiles {
  readonly #made = new Map<string, string>()
  readonly #uploads = new Map<string, { path: string; received: number }>()
  readonly #ready = new Map<string, string>()
  #folder: string | null = null

  /** Makes a file; `write` gets the path at which it is to stand. Refuses where that cannot be done. */
  make<T>(name: string, type: string, write: (path: string) => T): { readonly made: MadeFile; readonly value: T } {
    const file = randomUUID()
    const path = join(this.#home(), file)
    const value = writing(() => write(path))
    keep(this.#made, file, path, each => each)
    return { made: { file, name, type, bytes: statSync(path).size }, value }
  }

  /** A piece of a made file; where the next begins, or null at its end. */
  piece(file: string, from: number): { readonly bytes: string; readonly next: number | null } {
    const path = this.#made.get(file)
    if (path === undefined) throw new Refusal(refusalWords.exportGone)
    const handle = openSync(path, 'r')
    try {
      const buffer = Buffer.alloc(piece)
      const read = readSync(handle, buffer, 0, piece, from)
      const next = from + read
      return { bytes: buffer.subarray(0, read).toString('base64'), next: read === 0 || next >= statSync(path).size ? null : next }
    } finally {
      closeSync(handle)
    }
  }

  /** Adds a piece to an upload, or begins one; its name, and how many bytes are there. */
  upload(name: string | undefined, base64: string): { readonly upload: string; readonly received: number } {
    const upload = name ?? randomUUID()
    if (name === undefined) keep(this.#uploads, upload, { path: join(this.#home(), upload), received: 0 }, each => each.path)
    const under = this.#uploads.get(upload)
    if (!under) throw new Refusal(refusalWords.tooSlow)
    const bytes = Buffer.from(base64, 'base64')
    if (under.received + bytes.length > maxUpload) throw new Refusal(refusalWords.progressTooLarge)
    writing(() => appendFileSync(under.path, bytes))
    under.received += bytes.length
    return { upload, received: under.received }
  }

  /** Where an upload stands. */
  uploaded(upload: string): string {
    const under = this.#uploads.get(upload)
    if (!under) throw new Refusal(refusalWords.tooSlow)
    return under.path
  }

  /** A token for a file that was looked over. */
  ready(path: string): string {
    const token = randomUUID()
    this.#ready.set(token, path)
    if (this.#ready.size > held) this.#ready.delete(this.#ready.keys().next().value!)
    return token
  }

  readyPath(token: string): string {
    const path = this.#ready.get(token)
    if (path === undefined) throw new Refusal(refusalWords.progressLookAgain)
    return path
  }

  close(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = null
    this.#made.clear()
    this.#uploads.clear()
    this.#ready.clear()
  }

  #home(): string {
    return (this.#folder ??= writing(() => mkdtempSync(join(tmpdir(), 'nabla-files-'))))
  }
}

function keep<T>(all: Map<string, T>, name: string, value: T, pathOf: (value: T) => string): void {
  all.set(name, value)
  if (all.size <= held) return
  const [oldest, gone] = all.entries().next().value!
  all.delete(oldest)
  rmSync(pathOf(gone), { force: true })
}

function writing<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    const full = error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG'
    throw new Refusal(full ? refusalWords.exportDiskFull : refusalWords.exportFailed(String(error.code)))
  }
}
