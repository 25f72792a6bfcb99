/** `nabla doctor`, `nabla rebuild` and `nabla recheck`: a learner's progress looked over, worked out again, and judged again. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change, RecheckReport } from '../../app/recheck.ts'
import { Refusal } from '../../app/refusal.ts'
import { listLearners, openStore, sameLearner } from '../../progress/index.ts'
import type { Result, Store, TagsOf } from '../../progress/index.ts'
import { comesWith } from '../common/course.ts'
import { dataFolder } from '../common/data-folder.ts'
import { inLanguage, words } from './arguments.ts'
import { told } from './words.ts'

const root = join(import.meta.dirname, '..', '..', '..')

const options = { data: { type: 'string' }, learner: { type: 'string' }, json: { type: 'boolean', default: false }, ...inLanguage } as const
const none = { what: '', least: 0, most: 0 }

/** Tells each finding; 1 where one could not be mended. */
export async function runDoctor(args: readonly string[]): Promise<number> {
  const { values } = words('doctor', args, options, none)
  return eachStore(values.data, values.learner, store => {
    const findings = valueOf(store.doctor())
    const { notices } = store
    const lines = [...notices, ...findings.map(({ message, mended }) => (mended ? told.progress.mended(message) : told.progress.left(message)))]
    if (values.json) say(JSON.stringify({ learner: store.learner, folder: store.folder, notices, findings }))
    else say(lines.length === 0 ? told.progress.inOrder(store.learner) : `${store.learner}:\n  ${lines.join('\n  ')}`)
    return findings.some(finding => !finding.mended) ? 1 : 0
  })
}

/** Works out everything that is derived afresh. */
export async function runRebuild(args: readonly string[]): Promise<number> {
  const { values } = words('rebuild', args, options, none)
  return eachStore(values.data, values.learner, store => {
    const parts = valueOf(store.rebuild())
    say(values.json ? JSON.stringify({ learner: store.learner, folder: store.folder, parts }) : told.progress.rebuilt(store.learner, parts))
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
      if (values.json) say(JSON.stringify({ learner: store.learner, folder: store.folder, written: !values.preview, ...report }))
      else for (const line of linesOf(store.learner, report, values.preview)) say(line)
      return 0
    })
  } finally {
    await checker.close()
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** A report as one reads it: what changed stands by exercise, with what was said before. */
function linesOf(learner: string, { attempts, answers, unaskable, undecided, changes }: RecheckReport, preview: boolean): readonly string[] {
  const { judged, same, wouldBe, otherwise, place, ...left } = told.progress
  const outcome = changes.length === 0 ? same : preview ? wouldBe(changes.length) : otherwise(changes.length)
  const places = [...Map.groupBy(changes, change => place(change.pack, change.exercise, change.part))]
  return [
    judged(learner, attempts, answers) + outcome,
    ...(unaskable > 0 ? [`  ${left.unaskable(unaskable)}`] : []),
    ...(undecided > 0 ? [`  ${left.undecided(undecided)}`] : []),
    ...places.flatMap(([name, own]) => [`  ${name}`, ...own.map(change => `    ${lineOf(change)}`)]),
  ]
}

function lineOf({ answer, was, wasMistake, now, nowMistake }: Change): string {
  const shown = answer.replaceAll(/\s+/g, ' ')
  return `${judgement(was, wasMistake)} → ${judgement(now, nowMistake)}: ${shown.length > 80 ? `${shown.slice(0, 79)}…` : shown}`
}

function judgement(verdict: string, mistake: string | null): string {
  const { verdicts } = told
  const name = verdict in verdicts ? verdicts[verdict as keyof typeof verdicts] : verdict
  return mistake === null ? name : `${name} (${mistake})`
}

/** Runs for one learner, or for all that there are; the highest status. A folder without progress is left as it is. */
async function eachStore(data: string | undefined, learner: string | undefined, run: (store: Store) => number | Promise<number>): Promise<number> {
  const dir = dataFolder(data)
  const known = existsSync(dir) ? listLearners(dir) : []
  const asked = learner === undefined ? known : known.filter(name => sameLearner(name, learner))
  if (asked.length === 0) throw new Refusal(learner === undefined ? told.progress.nowhere(dir) : told.progress.nobody(learner, dir))
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
