/**
 * Values of YAML files that were read before, kept in a file: reading YAML is nearly all of the time that opening a pack takes. The file may be
 * deleted at any time, and is not trusted: every value in it goes through the pack's schema again.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ArchiveEntry } from '../archive/directory.ts'
import type { YamlValues } from '../yaml/known.ts'
import { writeWhole } from './place.ts'

/** Of the rules by which YAML is read here. Raise it when `packs/yaml/` takes a text for something else than before. */
const readerVersion = 1

export interface KeptValues extends YamlValues {
  /** Where the files of an archive stand in it, as it was when this was kept. */
  archive: KeptArchive | null
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

/** Values that are gathered as they are read, to be kept later. */
export class GatheredValues implements YamlValues {
  readonly values = new Map<string, unknown>()

  get(name: string): unknown {
    return this.values.get(name)
  }

  set(name: string, value: unknown): void {
    this.values.set(name, value)
  }
}

/** `name`: of the pack, one file each. Without a folder nothing is kept. */
export function openValues(cacheDir: string | null, name: string): KeptValues {
  const file = cacheDir === null ? null : join(cacheDir, `${name}.json`)
  const { values: kept, archive } = load(file)
  const used = new Map<string, unknown>()
  return {
    archive,
    get(text) {
      if (kept.has(text)) used.set(text, kept.get(text))
      return used.get(text)
    },
    set(text, value) {
      used.set(text, value)
    },
    save() {
      if (file === null) return
      if (this.archive === archive && used.size === kept.size && [...used.keys()].every(text => kept.has(text))) return
      try {
        writeWhole(file, JSON.stringify({ reader: readerVersion, archive: this.archive, values: Object.fromEntries(used) }))
      } catch {
        // A folder that cannot be written is told of elsewhere; packs are read all the same.
      }
    },
  }
}

function load(file: string | null): { readonly values: ReadonlyMap<string, unknown>; readonly archive: KeptArchive | null } {
  const nothing = { values: new Map<string, unknown>(), archive: null }
  if (file === null) return nothing
  try {
    const { reader, values, archive } = JSON.parse(readFileSync(file, 'utf8')) as { reader?: unknown; values?: unknown; archive?: unknown }
    if (reader !== readerVersion || typeof values !== 'object' || values === null) return nothing
    const parsed = archiveSchema.safeParse(archive)
    return { values: new Map(Object.entries(values)), archive: parsed.success ? parsed.data : null }
  } catch {
    return nothing
  }
}
