/**
 * The faults of the store in full: `npm run torture [-- ROUNDS [SEED]]`, 1,000 rounds of each where nothing is said. Prints a line
 * for each kind and every fault that was found; the exit status is 1 if there was any.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { damageRound, makeBase, targets } from '../progress/faults/damage.ts'
import { killRounds } from '../progress/faults/kill.ts'

const rounds = Number(process.argv[2] ?? 1000)
const seed = Number(process.argv[3] ?? 1)
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) throw new Error('usage: npm run torture [-- ROUNDS [SEED]]')

const dir = mkdtempSync(join(tmpdir(), 'nabla-torture-'))
let faults = 0
const tell = (wrong: readonly string[]): void => {
  faults += wrong.length
  for (const what of wrong) console.log(`  ${what}`)
}

console.log(`kill -9 and damage, ${rounds} rounds each, seed ${seed}`)
const base = makeBase(join(dir, 'base'))
for (let i = 0; i < rounds; i++) {
  const target = targets[i % targets.length]
  if (target !== undefined) tell(damageRound(base, join(dir, 'round'), target, seed + i))
}
console.log(`damage: ${rounds} rounds`)

// Each hundred rounds in a folder of its own, so that new stores are killed too.
let attempts = 0
let drafts = 0
for (let done = 0; done < rounds; done += 100) {
  const report = await killRounds(join(dir, `kill-${done}`), Math.min(100, rounds - done), seed + done)
  attempts += report.attempts
  drafts += report.drafts
  tell(report.wrong)
}
console.log(`kill -9: ${rounds} rounds, ${attempts} attempts and ${drafts} drafts acknowledged`)
console.log(faults === 0 ? 'nothing was lost' : `${faults} faults`)
rmSync(dir, { recursive: true, force: true })
process.exitCode = faults === 0 ? 0 : 1
