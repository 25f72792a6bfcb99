/** The app behind the contract: one function a call, over the packs, the checker and the learner's store. */
import { randomUUID } from 'node:crypto'
import type { Checker } from '../checking/worker/pool.ts'
import type { FolderLock } from '../progress/index.ts'
import { another } from './calls/another.ts'
import { saveDraft } from './calls/draft.ts'
import { hint } from './calls/hint.ts'
import { history } from './calls/history.ts'
import { library } from './calls/library.ts'
import { openExercise } from './calls/open-exercise.ts'
import { exportPack, importPack, picture, previewPack, removePack, restorePack, uploadPack } from './calls/packs.ts'
import { practice } from './calls/practice.ts'
import { read } from './calls/read.ts'
import { solution } from './calls/solution.ts'
import { submit } from './calls/submit.ts'
import type { Api, CallInput, CallName, CallOutput } from './contract.ts'
import type { Desk } from './desk.ts'
import { Keeper } from './keeper.ts'
import { Packs } from './packs.ts'
import { Refusal } from './refusal.ts'

export interface ApiOptions {
  /** Where the learner's work is kept. */
  readonly dataDir: string
  /** The folder of exercise packs, each in a folder of its own. */
  readonly packsDir: string
  readonly learner?: string
  /** ms since 1970. */
  readonly clock: () => number
  /** Ended by its owner, not by `close`. */
  readonly checker: Checker
  /** Of the app, as it is shown and written beside each attempt. */
  readonly version: string
  /** The data folder's lock, where the host holds it already. */
  readonly lock?: FolderLock
  /** The bundled thread in which packs are examined, where the host is bundled. */
  readonly examinerEntry?: URL
  /** A new UUID at each call; the platform's where not given. */
  readonly random?: () => string
}

/**
 * Opens the app. Throws a `Refusal` in plain words where it must not start on this folder: another copy has it, or a newer version wrote it. A store
 * that cannot be written is no reason not to start: the library tells of it, and verdicts are shown with "not saved".
 */
export function createApi(options: ApiOptions): Api & { close(): Promise<void> } {
  const { dataDir, packsDir, learner, clock, checker, version, lock, examinerEntry, random = randomUUID } = options
  const keeper = new Keeper({
    dir: dataDir,
    clock,
    random,
    appVersion: version,
    ...(learner === undefined ? {} : { learner }),
    ...(lock ? { lock } : {}),
  })
  const packs = new Packs({ packsDir, dataDir, ...(examinerEntry ? { examiner: { entry: examinerEntry } } : {}) })
  const desk: Desk = { get shelf() { return packs.shelf }, packs, packsDir, keeper, checker, dataDir, version, random }
  const running = new Set<Promise<unknown>>()
  let closed = false

  /** Calls are followed to their end, so that closing waits for an attempt that is being written. */
  const serve =
    <K extends CallName>(call: (desk: Desk, input: CallInput<K>) => Promise<CallOutput<K>> | CallOutput<K>) =>
    (input: CallInput<K>): Promise<CallOutput<K>> => {
      if (closed) return Promise.reject(new Refusal('Nabla is closing.'))
      const outcome = packs.opened.then(() => call(desk, input))
      running.add(outcome)
      return outcome.finally(() => running.delete(outcome))
    }

  return {
    library: serve<'library'>(library),
    openExercise: serve<'openExercise'>(openExercise),
    read: serve<'read'>(read),
    submit: serve<'submit'>(submit),
    saveDraft: serve<'saveDraft'>(saveDraft),
    hint: serve<'hint'>(hint),
    solution: serve<'solution'>(solution),
    history: serve<'history'>(history),
    uploadPack: serve<'uploadPack'>(uploadPack),
    previewPack: serve<'previewPack'>(previewPack),
    importPack: serve<'importPack'>(importPack),
    removePack: serve<'removePack'>(removePack),
    restorePack: serve<'restorePack'>(restorePack),
    exportPack: serve<'exportPack'>(exportPack),
    picture: serve<'picture'>(picture),
    another: serve<'another'>(another),
    practice: serve<'practice'>(practice),
    async close() {
      closed = true
      await Promise.allSettled(running)
      keeper.close()
    },
  }
}
