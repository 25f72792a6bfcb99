/** The app behind the contract: one function a call, over the packs, the checker and the learner's store. */
import { randomUUID } from 'node:crypto'
import { speak, summations, tongues, writeSums, type Tongue } from '../calculus/index.ts'
import type { Checker } from '../checking/worker/pool.ts'
import type { FolderLock } from '../progress/index.ts'
import { another } from './calls/another.ts'
import { attempt, attempts, rechecks } from './calls/attempts.ts'
import { saveDraft } from './calls/draft.ts'
import { due, nextReview, saveDailyLoad } from './calls/due.ts'
import { exportProgress, filePiece, mergeProgress, previewProgress, uploadProgress } from './calls/exchange.ts'
import { hint } from './calls/hint.ts'
import { history } from './calls/history.ts'
import { backUp, chooseLearner, createLearner, language, learners, lookOver, renameLearner, restoreBackup, saveSettings, settings, storeState, tryAgain } from './calls/learners.ts'
import { library } from './calls/library.ts'
import { mistakes } from './calls/mistakes.ts'
import { openExercise } from './calls/open-exercise.ts'
import { exportPack, importPack, picture, previewPack, removePack, restorePack, uploadPack } from './calls/packs.ts'
import { outcomes } from './calls/outcomes.ts'
import { practice } from './calls/practice.ts'
import { read, readingScope } from './calls/read.ts'
import { solution } from './calls/solution.ts'
import { skip } from './calls/skip.ts'
import { submit } from './calls/submit.ts'
import { exportTable } from './calls/tables.ts'
import type { Api, CallInput, CallName, CallOutput } from './contract.ts'
import type { Desk } from './desk.ts'
import { Learners } from './learners.ts'
import { MadeFiles } from './made-files.ts'
import { Packs } from './packs.ts'
import { Refusal } from './refusal.ts'
import { tagsOfOld } from './tags.ts'
import { refusalWords } from './words/index.ts'

export interface ApiOptions {
  /** Where the learner's work is kept. */
  readonly dataDir: string
  /** The folder of exercise packs, each in a folder of its own. */
  readonly packsDir: string
  /** Where what was read of these packs is kept, for every data folder alike; in `dataDir` where not given. */
  readonly readDir?: string
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
  /** The learner's clock at a time (ms since 1970), in minutes east of UTC; the machine's where not given. */
  readonly zone?: (at: number) => number
  /** A new UUID at each call; the platform's where not given. */
  readonly random?: () => string
}

/**
 * Opens the app. Throws a `Refusal` in plain words where it must not start on this folder: another copy has it, or a newer version wrote it. A store
 * that cannot be written is no reason not to start: the library tells of it, and verdicts are shown with "not saved".
 */
export function createApi(options: ApiOptions): Api & { close(): Promise<void> } {
  const { dataDir, packsDir, readDir, learner, clock, checker, version, lock, examinerEntry, random = randomUUID, zone = at => -new Date(at).getTimezoneOffset() } = options
  const packs = new Packs({ packsDir, dataDir, ...(readDir !== undefined && { readDir }), ...(examinerEntry ? { examiner: { entry: examinerEntry } } : {}) })
  const people = new Learners({
    dir: dataDir,
    clock,
    random,
    appVersion: version,
    tagsOf: tagsOfOld(() => packs.shelf),
    ...(learner === undefined ? {} : { learner }),
    ...(lock ? { lock } : {}),
  })
  const files = new MadeFiles()
  let tongue: Tongue = tongues.find(each => each === people.keeper.settings()['language']) ?? 'en'
  const say = (chosen: Tongue): void => speak(tongue = chosen)
  const desk = (): Desk => ({ get shelf() { return packs.shelf }, packs, packsDir, keeper: people.keeper, learners: people, files, checker, speak: say, dataDir, version, clock, zone, random })
  const running = new Set<Promise<unknown>>()
  let closed = false
  /** What a new call waits for: the packs, and a call that has to be alone. */
  let turn: Promise<unknown> = packs.opened

  /** Calls are followed to their end, so that closing waits for an attempt that is being written. */
  const follow = <T>(outcome: Promise<T>): Promise<T> => {
    running.add(outcome)
    return outcome.finally(() => running.delete(outcome))
  }
  const closing = (): Promise<never> => Promise.reject(new Refusal(refusalWords.closing))
  /** The language and the way of writing sums are settings of the thread, which another app may share: each call begins in those of its own learner. */
  const begin = <I, O>(call: (desk: Desk, input: I) => O, input: I): O => {
    speak(tongue)
    writeSums(summations.find(each => each === people.keeper.settings()['notation.sums']) ?? 'einstein')
    return call(desk(), input)
  }
  const serve =
    <K extends CallName>(call: (desk: Desk, input: CallInput<K>) => Promise<CallOutput<K>> | CallOutput<K>) =>
    (input: CallInput<K>): Promise<CallOutput<K>> => (closed ? closing() : follow(turn.then(() => begin(call, input))))
  /** For what changes whose store is open: when all calls before it have ended, and before all that come after it. */
  const alone =
    <K extends CallName>(call: (desk: Desk, input: CallInput<K>) => Promise<CallOutput<K>> | CallOutput<K>) =>
    (input: CallInput<K>): Promise<CallOutput<K>> => {
      if (closed) return closing()
      const before = Promise.allSettled(running)
      const outcome = turn.then(() => before).then(() => begin(call, input))
      turn = outcome.catch(() => undefined)
      return follow(outcome)
    }

  return {
    library: serve<'library'>(library),
    openExercise: serve<'openExercise'>(openExercise),
    read: serve<'read'>(read),
    readingScope: serve<'readingScope'>(readingScope),
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
    skip: serve<'skip'>(skip),
    attempt: serve<'attempt'>(attempt),
    outcomes: serve<'outcomes'>(outcomes),
    due: serve<'due'>(due),
    nextReview: serve<'nextReview'>(nextReview),
    saveDailyLoad: serve<'saveDailyLoad'>(saveDailyLoad),
    mistakes: serve<'mistakes'>(mistakes),
    attempts: serve<'attempts'>(attempts),
    rechecks: serve<'rechecks'>(rechecks),
    exportProgress: serve<'exportProgress'>(exportProgress),
    exportTable: serve<'exportTable'>(exportTable),
    filePiece: serve<'filePiece'>(filePiece),
    uploadProgress: serve<'uploadProgress'>(uploadProgress),
    previewProgress: serve<'previewProgress'>(previewProgress),
    mergeProgress: serve<'mergeProgress'>(mergeProgress),
    learners: serve<'learners'>(learners),
    createLearner: alone<'createLearner'>(createLearner),
    renameLearner: alone<'renameLearner'>(renameLearner),
    chooseLearner: alone<'chooseLearner'>(chooseLearner),
    language: serve<'language'>(language),
    settings: serve<'settings'>(settings),
    saveSettings: serve<'saveSettings'>(saveSettings),
    storeState: serve<'storeState'>(storeState),
    tryAgain: serve<'tryAgain'>(tryAgain),
    backUp: serve<'backUp'>(backUp),
    restoreBackup: alone<'restoreBackup'>(restoreBackup),
    lookOver: serve<'lookOver'>(lookOver),
    another: serve<'another'>(another),
    practice: serve<'practice'>(practice),
    async close() {
      closed = true
      await Promise.allSettled(running)
      people.close()
      files.close()
    },
  }
}
