/** `nabla doctor` and `nabla rebuild`: a learner's progress looked over, and worked out again. */
import { existsSync, readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Refusal } from '../../app/refusal.ts'
import { listLearners, openStore } from '../../progress/index.ts'
import type { Result, Store } from '../../progress/index.ts'
import { dataFolder } from '../common/data-folder.ts'
import { words } from './arguments.ts'

const options = { data: { type: 'string' }, learner: { type: 'string' }, json: { type: 'boolean', default: false } } as const

/** Tells each finding; 1 where one could not be mended. */
export async function runDoctor(args: readonly string[]): Promise<number> {
  const { values } = words('doctor', args, options, { what: '', least: 0, most: 0 })
  return eachStore(values.data, values.learner, store => {
    const findings = valueOf(store.doctor())
    const told = [...store.notices, ...findings.map(({ message, mended }) => (mended ? `${message} (mended)` : message))]
    if (values.json) process.stdout.write(`${JSON.stringify({ learner: store.learner, folder: store.folder, notices: store.notices, findings })}\n`)
    else process.stdout.write(`${store.learner}: ${told.length === 0 ? 'all is in order.' : `\n  ${told.join('\n  ')}`}\n`)
    return findings.some(finding => !finding.mended) ? 1 : 0
  })
}

/** Works out everything that is derived afresh. */
export async function runRebuild(args: readonly string[]): Promise<number> {
  const { json: _, ...known } = options
  const { values } = words('rebuild', args, known, { what: '', least: 0, most: 0 })
  return eachStore(values.data, values.learner, store => {
    const parts = valueOf(store.rebuild())
    process.stdout.write(`${store.learner}: the standing in ${parts === 1 ? 'one part was' : `${parts} parts was`} worked out again.\n`)
    return 0
  })
}

/** Runs for one learner, or for all that there are; the highest status. A folder without progress is left as it is. */
function eachStore(data: string | undefined, learner: string | undefined, run: (store: Store) => number): number {
  const dir = dataFolder(data)
  const known = existsSync(dir) ? listLearners(dir) : []
  const asked = learner === undefined ? known : known.filter(name => name === learner)
  if (asked.length === 0) throw new Refusal(learner === undefined ? `There is no progress in ${dir}.` : `There is no learner “${learner}” in ${dir}.`)
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8')) as { version: string }
  return Math.max(...asked.map(name => {
    const store = valueOf(openStore({ dir, learner: name, clock: Date.now, random: randomUUID, appVersion: version }))
    try {
      return run(store)
    } finally {
      store.close()
    }
  }))
}

/** Refuses, in the store's own words, what could not be done. */
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.failure.message)
  return result.value
}
