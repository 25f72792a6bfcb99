/**
 * `npm run seeds -- [SEEDS] [FROM]`: a long run over seeds of the generator, each of every outcome and level (20 exercises a seed). Prints what is
 * wrong, and how many there were; ends with status 1 where anything was.
 *
 *   --threads N    as many threads; one for each processor where not given
 *   --minutes N    ends after so long
 *   --keep FILE    keeps how far it came in a file, and goes on from there when it is started again
 *
 * A million exercises: `npm run seeds -- 50000 --keep seeds.json`, as often as it takes; two processors look at some 600 a second.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { blockSeeds, kinds, type BlockDone } from './seeds-block.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string', default: 'Infinity' }, threads: { type: 'string' }, keep: { type: 'string' } } })
const [count = 100, from = 0] = positionals.map(Number)
if (!(count > 0 && from >= 0 && from % blockSeeds === 0)) throw new RangeError(`SEEDS is a number above 0, and FROM one that ${blockSeeds} divides`)
const blocks = { from: from / blockSeeds, to: Math.ceil((from + count) / blockSeeds) }

const keptSchema = z.object({ done: z.array(z.tuple([z.number(), z.number()])), wrong: z.number(), faults: z.array(z.string()), seconds: z.number() })
/** Blocks that are done, as ranges from the first to after the last. */
const kept = read(values.keep)
const left = Array.from({ length: blocks.to - blocks.from }, (_, n) => blocks.from + n).filter(block => !kept.done.some(([first, end]) => first <= block && block < end))
const before = { exercises: (blocks.to - blocks.from - left.length) * blockSeeds * kinds.length, seconds: kept.seconds }
for (const fault of kept.faults) console.log(fault)

const began = performance.now()
const end = began + Number(values.minutes) * 60_000
const ms = kinds.map(() => 0)
const structures = kinds.map(() => new Set<number>())
const questions = new Set<number>()
let looked = 0
await Promise.all(Array.from({ length: Number(values.threads ?? availableParallelism()) }, thread))
save()
for (const [n, { name }] of kinds.entries()) if (looked > 0) console.log(`${name}: ${structures[n]!.size} structures, ${(ms[n]! * kinds.length / looked).toFixed(1)} ms`)
console.log(`${looked} exercises now (${questions.size} different questions), ${before.exercises + looked} in all, ${kept.wrong} with faults.`)
if (left.length > 0) console.log(`${left.length * blockSeeds} seeds are left.`)
process.exitCode = kept.wrong > 0 ? 1 : 0

/** Looks at one block after the other until none is left. */
function thread(): Promise<void> {
  // Most of what is made lives for one exercise alone.
  const worker = new Worker(new URL('./seeds-block.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 128 } })
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const block = performance.now() < end ? left.shift() : undefined
      if (block === undefined) void worker.terminate().then(() => resolve())
      else worker.postMessage(block)
    }
    worker.on('error', reject)
    worker.on('message', (done: BlockDone) => {
      take(done)
      next()
    })
    next()
  })
}

function take(done: BlockDone): void {
  for (const [n, own] of done.structures.entries()) for (const structure of own) structures[n]!.add(structure)
  for (const question of done.questions) questions.add(question)
  for (const [n, own] of done.ms.entries()) ms[n]! += own
  for (const fault of done.faults) console.log(fault)
  looked += blockSeeds * kinds.length
  kept.wrong += done.wrong
  kept.faults.push(...done.faults)
  kept.done = joined([...kept.done, [done.block, done.block + 1]])
  save()
}

function joined(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const made: [number, number][] = []
  for (const [first, after] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = made.at(-1)
    if (last && first <= last[1]) last[1] = Math.max(last[1], after)
    else made.push([first, after])
  }
  return made
}

function read(file: string | undefined): z.output<typeof keptSchema> {
  try {
    if (file !== undefined) return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return { done: [], wrong: 0, faults: [], seconds: 0 }
}

function save(): void {
  if (values.keep === undefined) return
  writeFileSync(`${values.keep}.new`, JSON.stringify({ ...kept, seconds: Math.round(before.seconds + (performance.now() - began) / 1000) }))
  renameSync(`${values.keep}.new`, values.keep)
}
