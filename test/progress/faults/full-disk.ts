/** A disk that fills up under an open store, at a random moment of anything that is done with it: all that was acknowledged is there, and it goes on once there is room. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../../src-main/progress/index.ts'
import type { Result, Store } from '../../../src-main/progress/index.ts'
import { attempt, clockAt, event, options, place, uuids, valueOf, wrong as wrongVerdict } from '../samples.ts'
import { generator } from './random.ts'

/** Mounts a file system of this size (kB) in memory at a folder, or says that this may not be done here. */
export function mountSmall(dir: string, kilobytes: number): boolean {
  mkdirSync(dir, { recursive: true })
  return process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'nabla-test', dir]).status === 0
}

export function unmount(dir: string): void {
  spawnSync('umount', ['-l', dir])
}

/** What a full disk may be called, by the operation that meets it. */
const expected: readonly string[] = ['disk-full', 'cannot-write', 'io']

/** One round in a small file system that is empty. Returns what is wrong, in words. */
export function fullDiskRound(disk: string, seed: number): readonly string[] {
  const random = generator(seed)
  const dir = join(disk, 'data')
  const ballast = join(disk, 'ballast')
  rmSync(dir, { recursive: true, force: true })
  rmSync(ballast, { force: true })
  const given = options(dir, { clock: clockAt('2026-11-03T10:00:00Z'), random: uuids(seed) })
  const wrong: string[] = []
  const kept = new Map<string, string>()
  let draft = ''
  let store: Store | null = null
  let refused = 0

  const failed = (what: string, result: Result<unknown>): boolean => {
    if (result.ok) return false
    refused++
    if (!expected.includes(result.failure.kind)) wrong.push(`${what} fails as ${result.failure.kind}: ${result.failure.message} ${result.failure.detail ?? ''}`)
    return true
  }
  const deeds: readonly ((n: number) => void)[] = [
    (n) => record(n), (n) => record(n), (n) => record(n), (n) => record(n),
    (n) => { if (store && !failed('a draft', store.saveDraft(place, `${n}`))) draft = `${n}` },
    () => void (store && failed('a hint', store.recordHint(event({ tags: { family: 'f', outcomes: ['compute'], skills: [] } })))),
    () => void (store && failed('a backup', store.backup())),
    () => void (store && failed('an export', store.exportTo(join(dir, 'progress.out')))),
    () => void (store && failed('a setting', store.review.saveSettings({ theme: 'x'.repeat(random(3000)) }))),
    () => void (store && failed('a rebuild', store.rebuild())),
    () => void (store && failed('the doctor', store.doctor())),
    () => reopen(),
  ]
  function record(n: number): void {
    const answer = `${n} ${'x'.repeat(random(4000))}`
    const result = store?.recordAttempt(attempt({ answer, part: `p${n % 4}`, ...(n % 3 === 0 ? { verdict: wrongVerdict } : {}), tags: { family: 'f', outcomes: ['compute'], skills: ['trace'] } }))
    if (result && !failed('an attempt', result) && result.ok) kept.set(result.value.uuid, answer)
  }
  function reopen(): void {
    store?.close()
    const opened = openStore(given)
    store = failed('opening', opened) || !opened.ok ? null : opened.value
  }
  function look(): void {
    if (!store) return
    for (const [uuid, answer] of kept) if (store.event(uuid)?.answer !== answer) wrong.push(`the attempt ${uuid} is gone`)
    if (draft !== '' && (store.draft(place)?.text ?? '') < draft && store.draft(place)?.text !== draft) wrong.push(`the draft ${draft} is gone`)
  }

  try {
    store = valueOf(openStore(given))
    for (let n = 100; n < 108; n++) deeds[random(5)]!(n)
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - random(160) * 1024)))
    for (let n = 200; n < 260; n++) deeds[random(deeds.length)]!(n)
    look()
    rmSync(ballast)
    rmSync(join(dir, 'progress.out'), { force: true })
    if (store === null || random(2) === 0) reopen()
    if (store === null) wrong.push('the store does not open although there is room')
    look()
    const before = wrong.length
    record(300)
    if (wrong.length === before && kept.size === 0) wrong.push('nothing was ever recorded')
    for (const finding of valueOf(store!.doctor())) wrong.push(`doctor: ${finding.message}`)
    store!.close()
    const last = valueOf(openStore(given))
    store = last
    look()
    if (last.notices.some((notice) => !notice.startsWith('No backup'))) wrong.push(`notices: ${last.notices.join(' ')}`)
    last.close()
  } catch (error) {
    wrong.push(`an exception: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    store?.close()
  }
  if (refused === 0) wrong.push('the disk was never full')
  return wrong.map((what) => `full disk, seed ${seed}: ${what}`)
}
