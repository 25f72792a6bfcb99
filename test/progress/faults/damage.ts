/** Bytes flipped, cut, zeroed in database, WAL and backups: never a crash, never an overwrite, always a way back. */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { openStore, recover, restoreBackup } from '../../../src-main/progress/index.ts'
import type { LoggedEvent, Store, StoreOptions } from '../../../src-main/progress/index.ts'
import { attempt, clockAt, options, uuids, valueOf, wrong as wrongVerdict } from '../samples.ts'
import { generator } from './random.ts'

export interface Base {
  readonly dir: string
  readonly events: ReadonlyMap<string, LoggedEvent>
  /** UUIDs of the events that the backup has. */
  readonly backedUp: readonly string[]
  readonly backup: string
}

const learnerOf = (dir: string): string => join(dir, 'learners', 'learner')

/** A folder as a crash leaves it: a database, a backup of part of it, and a WAL with the last attempts. */
export function makeBase(dir: string): Base {
  const clock = clockAt('2026-11-03T10:00:00Z')
  const live = join(dir, 'live')
  const store = valueOf(openStore(options(live, { clock })))
  const write = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      clock.now += 1000
      valueOf(store.recordAttempt(attempt({ part: `p${i % 5}`, answer: `${i} ${'z'.repeat((i * 131) % 2500)}`, question: { i: i % 9 }, ...(i % 3 === 0 ? { verdict: wrongVerdict } : {}) })))
      valueOf(store.saveDraft({ pack: 'matrix', exercise: 'least-squares', part: `p${i % 5}` }, `draft ${i}`))
    }
  }
  write(0, 40)
  const backup = valueOf(store.backup()).name
  const backedUp = store.history({ limit: 500 }).events.map(({ uuid }) => uuid)
  write(40, 70)
  store.connection.pragma('wal_checkpoint(TRUNCATE)')
  write(70, 100)
  const events = new Map(store.history({ limit: 500 }).events.map((event) => [event.uuid, event]))
  const crashed = join(dir, 'crashed')
  cpSync(live, crashed, { recursive: true, filter: (path) => !path.includes('nabla.lock') })
  store.close()
  return { dir: crashed, events, backedUp, backup }
}

export type Target = 'database' | 'wal' | 'backup' | 'database and wal' | 'database and backup'
export const targets: readonly Target[] = ['database', 'wal', 'backup', 'database and wal', 'database and backup']

/** One round in a copy of the base. Returns what is wrong, in words; empty if all is as it must be. */
export function damageRound(base: Base, dir: string, target: Target, seed: number): readonly string[] {
  const random = generator(seed)
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  cpSync(base.dir, dir, { recursive: true })
  const home = learnerOf(dir)
  const files = { database: join(home, 'progress.db'), wal: join(home, 'progress.db-wal'), backup: join(home, 'backups', base.backup) }
  const damaged = (['database', 'wal', 'backup'] as const).filter((name) => target.includes(name))
  for (const name of damaged) damage(files[name], random)
  const kept = (['database', 'wal', 'backup'] as const).map((name) => ({ name, bytes: existsSync(files[name]) ? readFileSync(files[name]) : null }))
  const wrong: string[] = []
  const given = options(dir, { clock: clockAt('2026-11-04T10:00:00Z'), random: uuids(1 + random(1 << 20)) })
  try {
    const opened = openStore(given)
    if (opened.ok) wrong.push(...lookAtOpened(opened.value, base, home, target, kept))
    else wrong.push(...lookAtRefused(given, opened.failure.kind, base, home, target, kept))
    const backup = kept.find(({ name }) => name === 'backup')?.bytes
    if (backup && !readFileSync(files.backup).equals(backup)) wrong.push('the backup was changed')
    wrong.push(...tryRestore(given, base, target))
  } catch (error) {
    wrong.push(`an exception: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  return wrong.map((what) => `${target}, seed ${seed}: ${what}`)
}

function damage(path: string, random: (below: number) => number): void {
  const bytes = readFileSync(path)
  const way = random(5)
  const at = random(4) === 0 ? random(100) : random(bytes.length)
  if (way === 0) return truncateSync(path, random(10) === 0 ? 0 : at)
  if (way === 1) bytes.fill(0, at, Math.min(bytes.length, at + [1, 512, 4096][random(3)]!))
  else if (way === 2) copyWithin(bytes, at, random)
  else for (let i = 0; i <= random(12); i++) bytes[way === 3 ? at : random(bytes.length)]! ^= 1 << random(8)
  writeFileSync(path, bytes)
}

function copyWithin(bytes: Buffer, at: number, random: (below: number) => number): void {
  const page = 4096
  bytes.copyWithin(Math.floor(at / page) * page, Math.floor(random(bytes.length) / page) * page, Math.floor(random(bytes.length) / page) * page + page)
}

type Kept = readonly { readonly name: string; readonly bytes: Buffer | null }[]

function lookAtOpened(store: Store, base: Base, home: string, target: Target, kept: Kept): string[] {
  const wrong: string[] = []
  const writes = store.recordAttempt(attempt({ part: 'after' }))
  const found = store.doctor()
  const reported = !writes.ok || !found.ok || found.value.some((finding) => !finding.mended)
  if (writes.ok && store.event(writes.value.uuid) === null && !reported) wrong.push('what was recorded is not there')
  let missing = 0
  for (const [uuid, event] of base.events) {
    const now = attemptRead(() => store.event(uuid))
    if (now === null) missing++
    else if (now !== undefined && !reported && !isDeepStrictEqual(now, event)) wrong.push(`the event ${uuid} was changed, and doctor did not say so`)
  }
  if (missing > 0 && !reported && !(target.includes('wal') && aside(home, kept, 'wal'))) wrong.push(`${missing} events are gone, without a word and without a copy`)
  if (target === 'backup' && (missing > 0 || reported)) wrong.push('a damaged backup did harm to the database')
  store.close()
  return wrong
}

/** The value; undefined where the store says that its file is damaged. */
function attemptRead<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && error.name === 'StoreError') return undefined
    throw error
  }
}

function aside(home: string, kept: Kept, name: string): boolean {
  const bytes = kept.find((file) => file.name === name)?.bytes
  if (!bytes || bytes.length === 0) return true
  const quarantine = join(home, 'quarantine')
  const ending = name === 'wal' ? 'progress.db-wal' : 'progress.db'
  return existsSync(quarantine) && readdirSync(quarantine).some((folder) => existsSync(join(quarantine, folder, ending)) && readFileSync(join(quarantine, folder, ending)).equals(bytes))
}

function lookAtRefused(given: StoreOptions, kind: string, base: Base, home: string, target: Target, kept: Kept): string[] {
  const wrong: string[] = []
  if (kind !== 'damaged') return [`refused as ${kind}`]
  for (const name of ['database', 'wal']) if (!aside(home, kept, name)) wrong.push(`the ${name} is not whole in quarantine`)
  const again = openStore(given)
  if (again.ok || again.failure.kind !== 'damaged') wrong.push('a second start went on as if nothing had been')
  if (again.ok) again.value.close()
  const back = recover(given)
  if (!back.ok) return [...wrong, `no way back: ${back.failure.message} ${back.failure.detail ?? ''}`]
  const store = back.value
  const found = valueOf(store.doctor())
  for (const [uuid, event] of base.events) {
    const now = store.event(uuid)
    if (now === null && base.backedUp.includes(uuid) && !target.includes('backup')) wrong.push(`the event ${uuid} of the backup is gone`)
    if (now !== null && !isDeepStrictEqual(now, event) && found.length === 0) wrong.push(`the event ${uuid} was changed`)
  }
  for (const name of ['database', 'wal']) if (!aside(home, kept, name)) wrong.push(`the ${name} is no longer in quarantine`)
  if (!store.recordAttempt(attempt({ part: 'after' })).ok) wrong.push('nothing can be recorded after the recovery')
  store.close()
  return wrong
}

function tryRestore(given: StoreOptions, base: Base, target: Target): string[] {
  const restored = restoreBackup(given, base.backup)
  if (!restored.ok) return restored.failure.kind === 'damaged' && target.includes('backup') ? [] : [`the backup could not be restored: ${restored.failure.message}`]
  const store = restored.value
  const wrong: string[] = []
  if (!target.includes('backup')) for (const uuid of base.backedUp) if (!isDeepStrictEqual(store.event(uuid), base.events.get(uuid))) wrong.push(`the restored event ${uuid} is not as it was`)
  store.close()
  return wrong
}

