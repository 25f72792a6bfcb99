/** The long run of the generator: `node test/fuzz/generator.ts [SEEDS [FIRST]]`. A seed is one exercise of each outcome and level in turn. Prints what is wrong. */
import { levels, outcomes } from '../../src-main/packs/generator/generate.ts'
import { faultsOf } from '../packs/generator-kit.ts'

const seeds = Number(process.argv[2] ?? 1_000_000)
const first = Number(process.argv[3] ?? 0)
const kinds = outcomes.flatMap(outcome => levels.map(level => ({ outcome, level })))
let wrong = 0
const from = performance.now()
for (let n = 0; n < seeds; n++) {
  const seed = first + n
  const { outcome, level } = kinds[n % kinds.length]!
  const faults = faultsOf(seed, outcome, level)
  for (const fault of faults) process.stdout.write(`${outcome}-${level}-${seed}: ${fault}\n`)
  if (faults.length > 0) wrong++
  if ((n + 1) % 10_000 === 0) process.stdout.write(`${n + 1} exercises, ${wrong} wrong, ${((performance.now() - from) / 1000).toFixed(0)} s\n`)
}
process.stdout.write(`${seeds} exercises, ${wrong} wrong, in ${((performance.now() - from) / 1000).toFixed(1)} s\n`)
process.exitCode = wrong === 0 ? 0 : 1
