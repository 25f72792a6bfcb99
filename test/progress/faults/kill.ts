/** kill -9 at random moments: nothing that was acknowledged may be gone, and the store opens again. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
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

/** What was said by a process that is no more: what it acknowledged, and what went wrong. */
class Said {
  readonly acknowledged = new Map<string, string>()
  readonly wrong: string[] = []
  lastDraft = 0
  drafts = 0

  take(out: string): void {
    for (const line of out.split('\n').slice(0, -1)) {
      const [kind, first = '', second = ''] = line.split(' ')
      if (kind === 'a') this.acknowledged.set(first, second)
      if (kind === 'd') {
        this.lastDraft = Number(first)
        this.drafts++
      }
      if (kind === 'f') this.wrong.push(`the writer could not open: ${line}`)
    }
  }
}

/** Kills a writer `rounds` times in one folder, and now and then one that is making a new store; looks at the store after each second kill, and at the last. */
export async function killRounds(dir: string, rounds: number, seed: number): Promise<KillReport> {
  const random = generator(seed)
  const said = new Said()
  let made = 0
  let n = 0
  for (let round = 0; round < rounds; round++) {
    const before = said.wrong.length
    if (random(6) === 0) {
      const born = new Said()
      born.take(await killed(join(dir, 'born'), 0, { sinceStart: random(60) }))
      said.wrong.push(...born.wrong, ...look(join(dir, 'born'), born))
      made += born.acknowledged.size
      rmSync(join(dir, 'born'), { recursive: true, force: true })
    } else {
      // A third of the kills fall into the opening; the others are counted by what was acknowledged, so that a slow machine is killed in the same places.
      said.take(await killed(join(dir, 'old'), n, random(3) === 0 ? { sinceStart: random(60) } : { lines: 1 + random(90), more: random(4) }))
      n = Math.max(n + 1000, said.lastDraft)
      if (round % 2 === 1 || round >= rounds - 2) said.wrong.push(...look(join(dir, 'old'), said))
    }
    for (let i = before; i < said.wrong.length; i++) said.wrong[i] = `round ${round}: ${said.wrong[i]}`
  }
  return { rounds, attempts: said.acknowledged.size + made, drafts: said.drafts, wrong: said.wrong }
}

/** `sinceStart`: so many ms after the writer's first word, before it opens the store; `lines`: after so many acknowledgements, and so many ms `more`. */
type When = { readonly sinceStart: number } | { readonly lines: number; readonly more: number }

function killed(dir: string, n: number, when: When): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer, dir, String(n)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    let waiting = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (waiting) return
      const due = 'sinceStart' in when ? out.startsWith('s') : out.split('\n').length > when.lines + 2
      if (!due) return
      waiting = true
      setTimeout(() => child.kill('SIGKILL'), 'sinceStart' in when ? when.sinceStart : when.more)
    })
    child.on('close', () => done(out))
  })
}

function look(dir: string, { acknowledged, lastDraft }: Said): string[] {
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
