/**
 * What is known of files that were read before, kept in a file: reading YAML, and holding it against the schema, is nearly all of the time that
 * opening a pack takes. The file may be deleted at any time. It has a checksum, and its values go through the pack's schema once more when they are used.
 *
 * Its first line names the reader and the checksum of the rest, its second holds outlines and where values stand, and then come the values, each
 * as JSON: they are most of it, and are parsed one by one when they are asked for.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { ArchiveEntry } from '../archive/directory.ts'
import { isOutline } from '../outline.ts'
import type { Outline } from '../outline.ts'
import type { KnownFiles } from '../read.ts'
import { writeWhole } from './place.ts'

/** Of the rules by which files are read here. Raise it when `packs/yaml/`, `packs/schema/` or `packs/variants/` take a text for something else than before. */
const readerVersion = 3

/** Of one text. */
export interface KeptFile {
  readonly value: unknown
  readonly outline: Outline | null
}

export interface KeptValues extends KnownFiles {
  /** Where the files of an archive stand in it, as it was when this was kept. */
  archive: KeptArchive | null
  /** Takes in what was gathered elsewhere. */
  take(name: string, file: KeptFile): void
  /** Writes what was used since it was opened, if anything is new or gone. Says nothing of a failure: the next opening reads the files again. */
  save(): void
}

const whole = z.number().int().nonnegative()
const archiveSchema = z.object({
  hash: z.string(),
  entries: z.array(z.object({ name: z.string(), from: whole, to: whole, deflated: z.boolean(), size: whole, crc32: whole, text: z.string().nullable() })),
})

export interface KeptArchive {
  /** SHA-256 of the archive. */
  readonly hash: string
  /** `text`: the name of its text, where its value is known. */
  readonly entries: readonly (ArchiveEntry & { readonly text: string | null })[]
}

/** What is gathered as files are read, to be kept later. */
export class GatheredValues implements KnownFiles {
  readonly files = new Map<string, KeptFile>()

  has(name: string): boolean {
    return this.files.has(name)
  }

  get(name: string): unknown {
    return this.files.get(name)?.value
  }

  set(name: string, value: unknown): void {
    this.files.set(name, { value, outline: null })
  }

  drop(name: string): void {
    this.files.delete(name)
  }

  outline(name: string): Outline | null {
    return this.files.get(name)?.outline ?? null
  }

  setOutline(name: string, outline: Outline): void {
    this.files.set(name, { value: this.get(name), outline })
  }

  take(name: string, file: KeptFile): void {
    this.files.set(name, file)
  }
}

/** A value as it stands in the file: parsed when it is asked for. */
interface Stored {
  readonly outline: Outline | null
  readonly json: () => string
}

/** How names of files end that this makes. */
export const keptEnding = '.kept'

/** `name`: of the pack, one file each. Without a folder nothing is kept. */
export function openValues(cacheDir: string | null, name: string): KeptValues {
  const file = cacheDir === null ? null : join(cacheDir, `${name}${keptEnding}`)
  const { stored, archive } = load(file)
  const used = new Set<string>()
  const fresh = new GatheredValues()
  let changed = false
  return {
    archive,
    has(text) {
      if (!fresh.has(text) && !stored.has(text)) return false
      used.add(text)
      return true
    },
    get(text) {
      const found = stored.get(text)
      if (found && !fresh.has(text)) {
        const value = parsed(found.json())
        if (value === undefined) this.drop(text)
        else fresh.take(text, { value, outline: found.outline })
      }
      return fresh.get(text)
    },
    set(text, value) {
      changed = true
      used.add(text)
      fresh.set(text, value)
    },
    drop(text) {
      changed = true
      for (const known of [used, stored]) known.delete(text)
      fresh.drop(text)
      if (file !== null) rmSync(file, { force: true })
    },
    outline: text => fresh.outline(text) ?? stored.get(text)?.outline ?? null,
    setOutline(text, outline) {
      changed = true
      fresh.setOutline(text, outline)
    },
    take(text, { value, outline }) {
      this.set(text, value)
      if (outline) this.setOutline(text, outline)
    },
    save() {
      if (file === null || (!changed && this.archive === archive && used.size === stored.size)) return
      const rows = [...used].map((text): [string, Stored] => {
        const known = fresh.files.get(text)
        return [text, known ? { outline: known.outline, json: () => JSON.stringify(known.value) } : stored.get(text)!]
      })
      try {
        writeWhole(file, textOf(this.archive, rows))
      } catch {
        // A folder that cannot be written is told of elsewhere; packs are read all the same.
      }
    },
  }
}

/** Undefined where it is no JSON after all. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function textOf(archive: KeptArchive | null, rows: readonly (readonly [string, Stored])[]): Uint8Array {
  const values = rows.map(([, { json }]) => Buffer.from(`${json()}\n`))
  const index = { archive, values: rows.map(([text, { outline }], n) => [text, values[n]!.length, outline]) }
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...values])
  return Buffer.concat([Buffer.from(`${readerVersion} ${crc32(rest)}\n`), rest])
}

function load(file: string | null): { readonly stored: Map<string, Stored>; readonly archive: KeptArchive | null } {
  const nothing = { stored: new Map<string, Stored>(), archive: null }
  if (file === null) return nothing
  try {
    const bytes = readFileSync(file)
    const [head, middle] = [bytes.indexOf('\n') + 1, bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1]
    if (bytes.toString('utf8', 0, head) !== `${readerVersion} ${crc32(bytes.subarray(head))}\n`) return nothing
    const { archive, values } = JSON.parse(bytes.toString('utf8', head, middle)) as { archive: unknown; values: [string, number, unknown][] }
    const stored = new Map<string, Stored>()
    let at = middle
    for (const [text, length, outline] of values) {
      const from = at
      at += length
      stored.set(text, { outline: isOutline(outline) ? outline : null, json: () => bytes.toString('utf8', from, from + length) })
    }
    const read = archiveSchema.safeParse(archive)
    return { stored, archive: read.success ? read.data : null }
  } catch {
    return nothing
  }
}
