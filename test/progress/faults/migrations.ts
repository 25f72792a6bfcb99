/** Migrations killed at each step, from every format there has been: the format before or the one after, whole, and a backup of the one before. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStore } from '../../../src-main/progress/index.ts'
import { migrations } from '../../../src-main/progress/migrations/index.ts'
import { options, uuids, valueOf } from '../samples.ts'
import { allFormats, storeOfFormat } from './formats.ts'

export interface Step {
  readonly from: number
  readonly step: 'within' | 'after' | 'time'
  /** The migration, by the format that it leads to; for `time`, the ms after the start at which the process is killed. */
  readonly at: number
}

/** Every step of every migration, from every format. */
export const steps: readonly Step[] = migrations.flatMap(({ version: from }) => allFormats.filter(({ version }) => version > from)
  .flatMap(({ version: at }) => (['within', 'after'] as const).map((step) => ({ from, step, at }))))

/** Every step of every migration, from the last format before it that there is a fixture of. */
export const nearSteps: readonly Step[] = steps.filter(({ from, at }) => from === Math.min(at - 1, migrations.length))

const script = join(import.meta.dirname, 'migrator.ts')

/** What is wrong after a migration was killed there; empty if all is as it must be. */
export function migrationRound(dir: string, { from, step, at }: Step): readonly string[] {
  rmSync(dir, { recursive: true, force: true })
  const path = storeOfFormat(dir, from)
  const args = ['--disable-warning=ExperimentalWarning', script, dir, ...(step === 'time' ? [] : [step, String(at)])]
  const child = spawnSync(process.execPath, args, { encoding: 'utf8', killSignal: 'SIGKILL', ...(step === 'time' ? { timeout: at } : {}) })
  const wrong: string[] = []
  if (step !== 'time' && child.signal !== 'SIGKILL') wrong.push(`it was not killed: ${child.stdout} ${child.stderr}`)
  if (child.stdout.startsWith('failed')) wrong.push(`it could not open: ${child.stdout}`)
  const file = new Database(path)
  const format = file.pragma('user_version', { simple: true }) as number
  const answers = file.prepare('SELECT answer FROM event WHERE answer IS NOT NULL ORDER BY seq').pluck().all()
  if (file.pragma('integrity_check', { simple: true }) !== 'ok') wrong.push('the database is not whole')
  file.close()
  if (step !== 'time' && format !== at - 1) wrong.push(`the format is ${format}`)
  if (answers.length !== 2) wrong.push(`${answers.length} answers are left`)
  const backups = existsSync(join(path, '..', 'backups')) ? readdirSync(join(path, '..', 'backups')).filter((name) => name.includes('before-migration')) : []
  if ((step !== 'time' || format > from) && backups.length === 0) wrong.push('there is no backup from before')
  return [...wrong, ...goOn(dir)].map((what) => `migration from ${from}, ${step} ${at}: ${what}`)
}

/** The next start runs to the end. */
function goOn(dir: string): readonly string[] {
  const opened = openStore({ ...options(dir), random: uuids(8), migrations: allFormats, appVersion: '9.0.0' })
  if (!opened.ok) return [`the next start: ${opened.failure.kind}: ${opened.failure.message}`]
  const store = opened.value
  const wrong = store.notices.map((notice) => `notice: ${notice}`)
  if (store.connection.pragma('user_version', { simple: true }) !== allFormats.length) wrong.push('the next start does not bring it to the newest format')
  if (store.history().events.length !== 3) wrong.push(`${store.history().events.length} events are left`)
  if (store.drafts()[0]?.text !== '2 (A x') wrong.push('the draft is gone')
  if (store.connection.prepare('SELECT count(*) FROM note').pluck().get() !== 2) wrong.push('the migration to come has not all of the log')
  for (const finding of valueOf(store.doctor())) wrong.push(`doctor: ${finding.message}`)
  store.close()
  return wrong
}
