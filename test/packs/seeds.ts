/**
 * `npm run seeds [COUNT] [FROM]`: a long run over seeds of the generator, each of every outcome and level. Prints what is wrong, and how many there were.
 * Ends with status 1 where anything was. `--minutes N` ends the run after so long.
 */
import { parseArgs } from 'node:util'
import { levels, outcomes } from '../../src-main/packs/generator/generate.ts'
import { lookAt } from './generator-kit.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string', default: '60' } } })
const [count = 100, from = 0] = positionals.map(Number)
const end = performance.now() + Number(values.minutes) * 60_000
const kinds = outcomes.flatMap(outcome => levels.map(level => ({ outcome, level, structures: new Set<string>(), ms: 0 })))
const questions = new Set<string>()
let done = 0
let wrong = 0
for (let seed = from; seed < from + count && performance.now() < end; seed++) {
  for (const kind of kinds) {
    const start = performance.now()
    const { question, structure, faults } = lookAt(seed, kind.outcome, kind.level)
    kind.ms += performance.now() - start
    done++
    if (question) {
      kind.structures.add(structure)
      questions.add(JSON.stringify(question))
    }
    for (const fault of faults) console.log(`${kind.outcome} ${kind.level} ${seed}: ${fault}`)
    if (faults.length > 0) wrong++
  }
}
for (const { outcome, level, structures, ms } of kinds) console.log(`${outcome} ${level}: ${structures.size} structures, ${(ms * kinds.length / done).toFixed(1)} ms`)
console.log(`${done} exercises (${questions.size} different questions, seeds from ${from}), ${wrong} with faults.`)
process.exitCode = wrong > 0 ? 1 : 0
