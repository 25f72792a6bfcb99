/** The app behind a host: its data folder taken, its checker running, its store open. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { createApi } from '../../app/api.ts'
import { Refusal } from '../../app/refusal.ts'
import { createChecker } from '../../checking/worker/pool.ts'
import { acquireLock, type FolderLock } from '../../progress/index.ts'
import { comesWith } from './course.ts'
import { dataFolder } from './data-folder.ts'
import { createDispatch, type Dispatch, type Log } from './dispatch.ts'

/** A copy that was told to end has this long to let go of the folder; who starts the app again at once is not turned away. */
const patienceMs = 2_500

export interface AppPlace {
  /** The data folder asked for, or undefined for the platform's. */
  readonly data: string | undefined
  /** Whose progress it is; the learner who was chosen last where it is left out. */
  readonly learner?: string | undefined
  /** The folder that holds package.json and the exercise packs. */
  readonly root: string
  /** The checker's bundled thread, where the host is bundled. */
  readonly checkerEntry?: URL
  /** The bundled thread in which packs are examined, where the host is bundled. */
  readonly examinerEntry?: URL
  readonly log: Log
}

export interface OpenApp {
  readonly dataDir: string
  readonly dispatch: Dispatch
  /** Writes down where the app is found, for the message that a second copy gives. */
  announce(where: string): void
  /** Ends the checker, closes the store, lets the folder go; in that order, and once. */
  close(): Promise<void>
}

/**
 * Opens the app on its data folder. Refuses in plain words where another copy has it. A folder that cannot be written is no refusal:
 * that is said here and in the app, which tries again at every write.
 */
export async function openApp({ data, learner, root, checkerEntry, examinerEntry, log }: AppPlace): Promise<OpenApp> {
  const dataDir = dataFolder(data)
  const lock = await take(dataDir, log)
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const checker = createChecker({
      onTrouble: (trouble, detail) => log(`checker, ${trouble}: ${detail}`),
      ...(checkerEntry && { entry: checkerEntry }),
    })
    const api = createApi({ dataDir, ...comesWith(root), clock: Date.now, checker, version, ...(learner !== undefined && { learner }), ...(examinerEntry && { examinerEntry }), ...(lock && { lock }) })
    checker.warm()
    let closing: Promise<void> | undefined
    const close = async () => {
      try {
        await checker.close()
        await api.close()
      } finally {
        lock?.release()
      }
    }
    return {
      dataDir, dispatch: createDispatch(api, log), close: () => (closing ??= close()),
      announce: (where) => lock?.describe(where),
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

async function take(dataDir: string, log: Log): Promise<FolderLock | undefined> {
  const giveUp = performance.now() + patienceMs
  for (;;) {
    const taken = acquireLock(dataDir, { clock: Date.now })
    if (taken.ok) return taken.value
    const { kind, message } = taken.failure
    if (kind !== 'locked') return void log(message)
    if (performance.now() > giveUp) throw new Refusal(message)
    await after(100)
  }
}
