/** `nabla import` and `nabla remove`: packs come and go in a data folder that no app has open. */
import { join } from 'node:path'
import { Packs } from '../../app/packs.ts'
import { Refusal } from '../../app/refusal.ts'
import { acquireLock } from '../../progress/index.ts'
import type { Changes, PackSummary } from '../../packs/library/index.ts'
import { comesWith } from '../common/course.ts'
import { dataFolder } from '../common/data-folder.ts'
import { inLanguage, words } from './arguments.ts'
import { bytesAt, harmless, lineOf } from './packs.ts'
import { told } from './words.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** Installs each file that is in order; 1 where one is not. With `--preview` nothing is written. */
export async function runImport(args: readonly string[]): Promise<number> {
  const { values, names } = words('import', args, { ...inLanguage, data: { type: 'string' }, preview: { type: 'boolean', default: false } }, { what: told.needs.file, least: 1, most: Infinity })
  return withPacks(values.data, !values.preview, async packs => {
    let status = 0
    for (const path of names) {
      const { examination, ready, refusal } = await packs.preview(bytesAt(path))
      for (const problem of examination?.problems ?? []) process.stdout.write(`${lineOf(path, problem)}\n`)
      if (examination?.summary) process.stdout.write(`${harmless(titleOf(examination.summary))}\n${examination.changes ? `${changesIn(examination.changes)}\n` : ''}`)
      if (ready === null) {
        process.stderr.write(`${told.notInstalled(path, harmless(refusal ?? ''))}\n`)
        status = 1
      } else if (!values.preview) {
        const { pack, version, replaced } = await packs.install(ready)
        process.stderr.write(`${replaced === null ? told.installed(pack, version) : told.replaced(pack, version, replaced)}\n`)
      }
    }
    return status
  })
}

/** Takes an installed pack off the shelf. */
export async function runRemove(args: readonly string[]): Promise<number> {
  const { values, names } = words('remove', args, { ...inLanguage, data: { type: 'string' } }, { what: told.needs.id, least: 1, most: 1 })
  return withPacks(values.data, true, async packs => {
    const undo = await packs.remove(names[0]!)
    process.stderr.write(`${told.removed(names[0]!, join(packs.installed.asideFolder(names[0]!), undo))}\n`)
    return 0
  })
}

async function withPacks(data: string | undefined, writes: boolean, run: (packs: Packs) => Promise<number>): Promise<number> {
  const dataDir = dataFolder(data)
  const lock = writes ? acquireLock(dataDir, { clock: Date.now }) : null
  if (lock && !lock.ok) throw new Refusal(lock.failure.message)
  try {
    const packs = new Packs({ ...comesWith(root), dataDir, keeps: writes })
    await packs.opened
    return await run(packs)
  } finally {
    lock?.value.release()
  }
}

function titleOf({ id, title, version, authors, exercises, parts, licence }: PackSummary): string {
  const by = authors.length === 0 ? '' : told.by(authors.join(', '))
  return `${title} (${id} ${version})${by}: ${told.exercises(exercises)}, ${told.parts(parts)}${licence === null ? '' : `, ${licence}`}`
}

function changesIn({ from, direction, added, removed, changed, partsRemoved }: Changes): string {
  const more = `${told.changed(added.length, changed.length, removed.length)}${partsRemoved > 0 ? told.partsGone(partsRemoved) : ''}`
  return told.changes[direction](from, more)
}
