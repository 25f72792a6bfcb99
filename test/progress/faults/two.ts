/** Several processes that open one folder at the same moment: one gets it, the others are told who has it, and nothing that was acknowledged is gone. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openStore } from '../../../src-main/progress/index.ts'
import { options, uuids, valueOf } from '../samples.ts'
import { generator } from './random.ts'

const writer = join(import.meta.dirname, 'writer.ts')

function run(dir: string, n: number, lasts: number): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer, dir, String(n)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (out === '' || out === 's\n') setTimeout(() => child.kill('SIGKILL'), lasts)
      out += text
    })
    child.on('close', () => done(out))
  })
}

/** One round with two or three processes. Returns what is wrong, in words. */
export async function twoRound(dir: string, seed: number, processes: number): Promise<readonly string[]> {
  const random = generator(seed)
  const outs = await Promise.all(Array.from({ length: processes }, (_, n) => run(dir, 1_000_000 * (n + 1), 150 + random(100))))
  const wrong: string[] = []
  const refused = outs.map((out) => out.split('\n').find((line) => line.startsWith('f '))).filter((line) => line !== undefined)
  for (const line of refused) if (!/^f locked Another copy of Nabla.* is using the data folder /.test(line)) wrong.push(`turned away with: ${line}`)
  const opened = openStore(options(dir, { clock: Date.now, random: uuids(seed) }))
  if (!opened.ok) return [...wrong, `the store does not open: ${opened.failure.kind}: ${opened.failure.message}`]
  const store = opened.value
  for (const line of outs.flatMap((out) => out.split('\n').slice(0, -1))) {
    const [kind, uuid = ''] = line.split(' ')
    if (kind === 'a' && store.event(uuid) === null) wrong.push(`the attempt ${uuid} is gone`)
  }
  for (const notice of store.notices) wrong.push(`notice: ${notice}`)
  for (const finding of valueOf(store.doctor())) wrong.push(`doctor: ${finding.message}`)
  store.close()
  return wrong.map((what) => `several processes, seed ${seed}: ${what}`)
}
