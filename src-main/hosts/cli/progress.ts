/** `nabla doctor`, `nabla rebuild` and `nabla recheck`: a learner's progress looked over, worked out again, and judged again. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../../app/recheck.ts'
import { Refusal } from '../../app/refusal.ts'
import { listLearners, openStore, sameLearner } from '../../progress/index.ts'
import type { Result, Store, TagsOf } from '../../progress/index.ts'
import { comesWith } from '../common/course.ts'
import { dataFolder } from '../common/data-folder.ts'
import { words } from './arguments.ts'

const root = join(import.meta.dirname, '..', '..', '..')

const options = { data: { type: 'string' }, learner: { type: 'string' }, json: { type: 'boolean', default: false } } as const
const none = { what: '', least: 0, most: 0 }

/** Tells each finding; 1 where one could not be mended. */
export async function runDoctor(args: readonly string[]): Promise<number> {
  const { values } = words('doctor', args, options, none)
  return eachStore(values.data, values.learner, store => {
    const findings = valueOf(store.doctor())
    const told = [...store.notices, ...findings.map(({ message, mended }) => (mended ? `${message} (mended)` : message))]
    if (values.json) say(JSON.stringify({ learner: store.learner, folder: store.folder, notices: store.notices, findings }))
    else say(`${store.learner}: ${told.length === 0 ? 'all is in order.' : `\n  ${told.join('\n  ')}`}`)
    return findings.some(finding => !finding.mended) ? 1 : 0
  })
}

/** Works out everything that is derived afresh. */
export async function runRebuild(args: readonly string[]): Promise<number> {
  const { json: _, ...known } = options
  const { values } = words('rebuild', args, known, none)
  return eachStore(values.data, values.learner, store => {
    const parts = valueOf(store.rebuild())
    say(`${store.learner}: the standing in ${parts === 1 ? 'one part was' : `${parts} parts was`} worked out again.`)
    return 0
  })
}

/** Judges all answers again, and tells what came out otherwise. */
export async function runRecheck(args: readonly string[]): Promise<number> {
  const { values } = words('recheck', args, { ...options, preview: { type: 'boolean', default: false } }, none)
  const [{ recheck }, { createChecker }] = await Promise.all([import('../../app/recheck.ts'), import('../../checking/worker/pool.ts')])
  const checker = createChecker()
  try {
    return await eachStore(values.data, values.learner, async store => {
      const report = valueOf(await recheck(store, checker, !values.preview))
      if (values.json) say(JSON.stringify({ learner: store.learner, written: !values.preview, ...report }))
      else {
        const { attempts, answers, unaskable, undecided, changes } = report
        say(`${store.learner}: ${counted(attempts, 'attempt')} with ${counted(answers, 'different answer')} judged again; ${changes.length === 0 ? 'nothing came out otherwise' : `${changes.length} came out otherwise${values.preview ? ', and nothing was written' : ''}`}.`)
        if (unaskable > 0) say(`  ${counted(unaskable, 'attempt')} at questions that can no longer be asked: left as they are.`)
        if (undecided > 0) say(`  ${counted(undecided, 'attempt')} that could not be decided this time: left as they are.`)
        for (const change of changes) say(`  ${lineOf(change)}`)
      }
      return 0
    })
  } finally {
    await checker.close()
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
const judgement = (verdict: string, mistake: string | null): string => (mistake === null ? verdict : `${verdict} (${mistake})`)

function lineOf({ attempt, answer, was, wasMistake, now, nowMistake }: Change): string {
  const shown = answer.replaceAll(/\s+/g, ' ')
  return `${attempt}: ${judgement(was, wasMistake)} is now ${judgement(now, nowMistake)}: ${shown.length > 80 ? `${shown.slice(0, 79)}…` : shown}`
}

/** Runs for one learner, or for all that there are; the highest status. A folder without progress is left as it is. */
async function eachStore(data: string | undefined, learner: string | undefined, run: (store: Store) => number | Promise<number>): Promise<number> {
  const dir = dataFolder(data)
  const known = existsSync(dir) ? listLearners(dir) : []
  const asked = learner === undefined ? known : known.filter(name => sameLearner(name, learner))
  if (asked.length === 0) throw new Refusal(learner === undefined ? `There is no progress in ${dir}.` : `There is no learner “${learner}” in ${dir}.`)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  let tagsOf: TagsOf | undefined
  let status = 0
  for (const name of asked) {
    const store = valueOf(openStore({ dir, learner: name, clock: Date.now, random: randomUUID, appVersion: version, tagsOf: event => tagsOf?.(event) ?? null }))
    try {
      if (store.review.untagged()) tagsOf ??= await tagsByPacks(dir)
      status = Math.max(status, await run(store))
    } finally {
      store.close()
    }
  }
  return status
}

/** Reading packs takes longer than most of what is done here, and only what was written long ago needs them. */
async function tagsByPacks(dataDir: string): Promise<TagsOf> {
  const [{ Packs }, { tagsOfOld }] = await Promise.all([import('../../app/packs.ts'), import('../../app/tags.ts')])
  const packs = new Packs({ ...comesWith(root), dataDir, keeps: false })
  await packs.opened
  return tagsOfOld(() => packs.shelf)
}

/** Refuses, in the store's own words, what could not be done. */
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.failure.message)
  return result.value
}
