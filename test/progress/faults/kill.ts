/** kill -9 at random moments: nothing that was acknowledged may be gone, and the store opens again. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openStore } from '../../../src-main/progress/index.ts'
import { options, place, uuids, valueOf } from '../samples.ts'
import { generator } from './random.ts'

export interface KillReport {
  readonly rounds: number
  /** Attempts and drafts that were acknowledged before a kill. */
  readonly attempts: number
  readonly drafts: number
  /** What was acknowledged and is gone, or anything else that went wrong; to be empty. */
  readonly wrong: readonly string[]
}

const writer = join(import.meta.dirname, 'writer.ts')

/** Kills a writer `rounds` times in one folder, looking at the store after each second kill, and at the last. */
export async function killRounds(dir: string, rounds: number, seed: number): Promise<KillReport> {
  const random = generator(seed)
  const acknowledged = new Map<string, string>()
  const wrong: string[] = []
  let lastDraft = 0
  let drafts = 0
  let n = 0
  for (let round = 0; round < rounds; round++) {
    // A third of the kills fall into the opening, the rest into the writing.
    const out = await killed(dir, n, random(3) === 0 ? { afterStart: 60 + random(200) } : { afterOpen: random(120) })
    for (const line of out.split('\n').slice(0, -1)) {
      const [kind, first = '', second = ''] = line.split(' ')
      if (kind === 'a') acknowledged.set(first, second)
      if (kind === 'd') {
        lastDraft = Number(first)
        drafts++
      }
      if (kind === 'f') wrong.push(`round ${round}: the writer could not open: ${line}`)
    }
    n = Math.max(n + 1000, lastDraft)
    if (round % 2 === 1 || round === rounds - 1) wrong.push(...look(dir, acknowledged, lastDraft).map((what) => `round ${round}: ${what}`))
  }
  return { rounds, attempts: acknowledged.size, drafts, wrong }
}

function killed(dir: string, n: number, when: { afterStart?: number; afterOpen?: number }): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer, dir, String(n)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    let waiting = false
    const killIn = (ms: number): void => {
      waiting = true
      setTimeout(() => child.kill('SIGKILL'), ms)
    }
    if (when.afterStart !== undefined) killIn(when.afterStart)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (!waiting && out.startsWith('o')) killIn(when.afterOpen ?? 0)
    })
    child.on('close', () => done(out))
  })
}

function look(dir: string, acknowledged: ReadonlyMap<string, string>, lastDraft: number): string[] {
  const opened = openStore(options(dir, { clock: Date.now, random: uuids(9) }))
  if (!opened.ok) return [`the store does not open: ${opened.failure.kind}: ${opened.failure.message}`]
  const store = opened.value
  const wrong: string[] = store.notices.map((notice) => `notice: ${notice}`)
  for (const [uuid, answer] of acknowledged) {
    if (store.event(uuid)?.answer?.startsWith(`${answer} `) !== true) wrong.push(`the attempt ${uuid} is gone`)
  }
  const draft = store.draft({ ...place, pack: 'p', exercise: 'e', part: 'a' })
  // A later draft than the last that was acknowledged may have been written, never an earlier one.
  if (lastDraft > 0 && (draft === null || Number.parseInt(draft.text, 10) < lastDraft)) wrong.push(`the draft ${lastDraft} is gone`)
  for (const finding of valueOf(store.doctor())) wrong.push(`doctor: ${finding.message}`)
  store.close()
  return wrong
}
