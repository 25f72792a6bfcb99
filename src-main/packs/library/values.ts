/**
 * Values of YAML files that were read before, kept in a file: reading YAML is nearly all of the time that opening a pack takes. The file may be
 * deleted at any time, and is not trusted: every value in it goes through the pack's schema again.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { YamlValues } from '../yaml/known.ts'
import { writeWhole } from './place.ts'

/** Of the rules by which YAML is read here. Raise it when `packs/yaml/` takes a text for something else than before. */
const readerVersion = 1

export interface KeptValues extends YamlValues {
  /** Writes what was used since it was opened, if anything is new or gone. Says nothing of a failure: the next opening reads the files again. */
  save(): void
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

/** `name`: of the pack, one file each. */
export function openValues(cacheDir: string, name: string): KeptValues {
  const file = join(cacheDir, `${name}.json`)
  const kept = load(file)
  const used = new Map<string, unknown>()
  return {
    get(text) {
      if (!kept.has(text)) return undefined
      used.set(text, kept.get(text))
      return kept.get(text)
    },
    set(text, value) {
      used.set(text, value)
    },
    save() {
      if (used.size === kept.size && [...used.keys()].every(text => kept.has(text))) return
      try {
        writeWhole(file, JSON.stringify({ reader: readerVersion, values: Object.fromEntries(used) }))
      } catch {
        // A folder that cannot be written is told of elsewhere; packs are read all the same.
      }
    },
  }
}

function load(file: string): Map<string, unknown> {
  try {
    const { reader, values } = JSON.parse(readFileSync(file, 'utf8')) as { reader?: unknown; values?: unknown }
    return new Map(reader === readerVersion && typeof values === 'object' && values !== null ? Object.entries(values) : [])
  } catch {
    return new Map()
  }
}
