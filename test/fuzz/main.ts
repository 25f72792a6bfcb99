/** The long run of the laws: `npm run fuzz [-- SEEDS [FIRST]]`. Prints what broke, with its seed, and how often each law held. */
import { laws, type Law } from '../calculus/support/laws.ts'
import { corpora, spliced } from '../checking/spliced.ts'

const seeds = Number(process.argv[2] ?? 20_000)
const first = Number(process.argv[3] ?? 1)
let broken = 0
const blocks = corpora()
const noTextStopsIt: Law = seed => {
  const fault = spliced(blocks, seed)
  return fault === null ? 'holds' : { broken: fault, exprs: [] }
}
const all = { ...laws, 'no text stops the checker': noTextStopsIt }
for (const [name, law] of Object.entries(all)) {
  let [held, nothing] = [0, 0]
  const from = performance.now()
  for (let seed = first; seed < first + seeds; seed++) {
    const found = law(seed)
    if (found === 'holds') held++
    else if (found === 'nothing') nothing++
    else {
      broken++
      process.stdout.write(`${name}, seed ${seed}: ${found.broken}\n`)
    }
  }
  process.stdout.write(`${name}: ${held} held, ${nothing} showed nothing, of ${seeds}, in ${((performance.now() - from) / 1000).toFixed(1)} s\n`)
}
process.stdout.write(`${broken} broken\n`)
process.exitCode = broken === 0 ? 0 : 1
