/** Learners, what is kept for each of them, and how their store is. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupInfo } from '../../progress/index.ts'
import { learnerFolder } from '../../progress/index.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { iso } from '../show/attempts.ts'

export function learners({ learners: all, dataDir }: Desk, _: CallInput<'learners'>): CallOutput<'learners'> {
  return { asked: all.asked, learners: all.list().map(name => ({ name, current: all.isCurrent(name), last: lastOf(learnerFolder(dataDir, name)) })) }
}

/** When a file of the database was last written; null where there is none. */
function lastOf(folder: string): string | null {
  const times = ['progress.db', 'progress.db-wal'].flatMap(name => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? [])
  return times.length === 0 ? null : iso(Math.max(...times))
}

export function createLearner({ learners: all }: Desk, { name }: CallInput<'createLearner'>): CallOutput<'createLearner'> {
  return { name: all.create(name) }
}

export function renameLearner({ learners: all }: Desk, { name, to }: CallInput<'renameLearner'>): CallOutput<'renameLearner'> {
  return { name: all.rename(name, to) }
}

export function chooseLearner({ learners: all }: Desk, { name }: CallInput<'chooseLearner'>): CallOutput<'chooseLearner'> {
  return { name: all.choose(name) }
}

export function language(desk: Desk, { language }: CallInput<'language'>): CallOutput<'language'> {
  desk.speak(language)
  return {}
}

export function settings({ keeper }: Desk, _: CallInput<'settings'>): CallOutput<'settings'> {
  return { settings: keeper.settings() }
}

export function saveSettings({ keeper }: Desk, { set }: CallInput<'saveSettings'>): CallOutput<'saveSettings'> {
  const notSaved = keeper.saveSettings(set)
  return { settings: keeper.settings(), ...(notSaved === null ? {} : { notSaved }) }
}

export function storeState({ keeper, dataDir }: Desk, _: CallInput<'storeState'>): CallOutput<'storeState'> {
  const { failure, learner, waiting, notices } = keeper
  const { kind, message, detail, quarantine } = failure ?? { kind: '', message: '' }
  return {
    learner, folder: learnerFolder(dataDir, learner), waiting, notices: [...notices], backups: keeper.review(store => store.backups(), []).map(shown),
    failure: failure && { kind, message, ...(detail === undefined ? {} : { detail }), ...(quarantine === undefined ? {} : { quarantine }) },
  }
}

const shown = ({ name, at, reason, bytes }: BackupInfo): CallOutput<'backUp'> => ({ name, at: iso(at), reason, bytes })

export function tryAgain({ keeper }: Desk, _: CallInput<'tryAgain'>): CallOutput<'tryAgain'> {
  const failure = keeper.tryAgain()
  return { waiting: keeper.waiting, failure }
}

export function backUp({ keeper }: Desk, _: CallInput<'backUp'>): CallOutput<'backUp'> {
  return shown(keeper.change(store => store.backup()))
}

export function restoreBackup({ keeper }: Desk, { name }: CallInput<'restoreBackup'>): CallOutput<'restoreBackup'> {
  keeper.restore(name)
  return { notices: [...keeper.notices] }
}

export function lookOver({ keeper }: Desk, _: CallInput<'lookOver'>): CallOutput<'lookOver'> {
  return { findings: keeper.change(store => store.doctor()).map(finding => ({ ...finding })) }
}
