/** A folder that can be read and not written, whatever state the store in it was left in: refused in plain words, not a byte changed, and whole once it can be written again. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, recover, restoreBackup, startFresh } from '../../../src-main/progress/index.ts'
import type { Store } from '../../../src-main/progress/index.ts'
import { attempt, clockAt, options, place, uuids, valueOf } from '../samples.ts'
import { mountSmall, unmount } from './full-disk.ts'
import { generator } from './random.ts'

/** A place that can be shut and opened: a file system of its own where one can be mounted, else the rights of a folder, which hold for everyone but root. */
export interface Shuttable {
  readonly dir: string
  shut(): void
  open(): void
  remove(): void
}

/** Null where neither can be had here. */
export function shuttable(dir: string): Shuttable | null {
  if (mountSmall(dir, 20_000)) {
    const remount = (how: string): void => {
      const done = spawnSync('mount', ['-o', `remount,${how}`, dir], { encoding: 'utf8' })
      if (done.status !== 0) throw new Error(`remount,${how}: ${done.stderr}`)
    }
    return { dir, shut: () => remount('ro'), open: () => remount('rw'), remove: () => unmount(dir) }
  }
  if (process.getuid?.() === 0 || process.platform === 'win32') return null
  mkdirSync(dir, { recursive: true })
  const all = (mode: number): void => {
    for (const path of [dir, ...readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name))]) chmodSync(path, statSync(path).isDirectory() ? mode | 0o500 : mode)
  }
  return { dir, shut: () => all(0o400), open: () => all(0o600), remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** One round in an empty place. Returns what is wrong, in words. */
export function readOnlyRound(disk: Shuttable, seed: number): readonly string[] {
  const random = generator(seed)
  const dir = join(disk.dir, 'data')
  const live = join(disk.dir, 'live')
  for (const each of [dir, live]) rmSync(each, { recursive: true, force: true })
  const clock = clockAt('2026-11-03T10:00:00Z')
  const store = valueOf(openStore(options(live, { clock, random: uuids(seed) })))
  const written = Array.from({ length: 1 + random(12) }, (_, i) => valueOf(store.recordAttempt(attempt({ answer: `${i} ${'x'.repeat(random(3000))}` }))).uuid)
  const backup = valueOf(store.backup()).name
  valueOf(store.saveDraft(place, 'a draft'))
  // Closed in good order, or as a program that was killed leaves it.
  if (random(2) === 0) store.close()
  cpSync(live, dir, { recursive: true, filter: (path) => !path.includes('nabla.lock') || random(2) === 0 })
  store.close()
  rmSync(live, { recursive: true })
  const before = contentOf(dir)
  const given = options(dir, { clock: clockAt('2026-11-05T10:00:00Z'), random: uuids(seed + 1_000_000) })
  const wrong: string[] = []
  disk.shut()
  try {
    for (const [what, run] of Object.entries({ opening: openStore, recovering: recover, restoring: () => restoreBackup(given, backup), 'beginning afresh': startFresh })) {
      const refused = run(given)
      if (refused.ok) refused.value.close()
      if (refused.ok || refused.failure.kind !== 'cannot-write') wrong.push(`${what} ${refused.ok ? 'goes on' : `fails as ${refused.failure.kind}: ${refused.failure.message}`}`)
    }
    if (contentOf(dir) !== before) wrong.push('something was changed')
  } catch (error) {
    wrong.push(`an exception: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  } finally {
    disk.open()
  }
  const opened = openStore(given)
  if (opened.ok) wrong.push(...lookAt(opened.value, written))
  else wrong.push(`once it can be written, the store does not open: ${opened.failure.message}`)
  return wrong.map((what) => `read-only, seed ${seed}: ${what}`)
}

function lookAt(store: Store, written: readonly string[]): string[] {
  const wrong = store.notices.map((notice) => `notice: ${notice}`)
  for (const uuid of written) if (store.event(uuid) === null) wrong.push(`the attempt ${uuid} is gone`)
  if (store.draft(place)?.text !== 'a draft') wrong.push('the draft is gone')
  for (const finding of valueOf(store.doctor())) wrong.push(`doctor: ${finding.message}`)
  store.close()
  return wrong
}

/** All files below a folder with their bytes, as one text. */
function contentOf(dir: string): string {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort().filter((name) => statSync(join(dir, name)).isFile())
  return JSON.stringify(paths.map((name) => [name, readFileSync(join(dir, name), 'base64')]))
}
