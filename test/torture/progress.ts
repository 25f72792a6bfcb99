/**
 * The faults of the store in full: `npm run torture [-- ROUNDS [SEED [KIND]]]`, 1,000 rounds and all kinds where nothing is said. Prints a line for each
 * kind and every fault that was found; the exit status is 1 if there was any. Two kinds run side by side.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kinds } from './kinds.ts'

const [rounds, seed] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 1)]
const only = process.argv[4]
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed) || (only !== undefined && !Object.hasOwn(kinds, only))) {
  throw new Error(`usage: npm run torture [-- ROUNDS [SEED [${Object.keys(kinds).join('|')}]]]`)
}

/** Files in memory: what is written survives a process that is killed there as it does on a disk, and no time goes into waiting for one. */
function home(): string {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return '/dev/shm'
  } catch {
    return tmpdir()
  }
}

async function one(name: string): Promise<number> {
  const dir = mkdtempSync(join(home(), `nabla-torture-${name}-`))
  // The writers start sooner where their code is compiled already.
  process.env.NODE_COMPILE_CACHE = join(dir, 'compiled')
  const start = performance.now()
  try {
    const { done, faults } = await kinds[name]!(dir, rounds, seed)
    console.log(`${done}: ${faults.length === 0 ? 'nothing was lost' : `${faults.length} faults`} (${((performance.now() - start) / 1000).toFixed(0)} s)`)
    for (const fault of faults) console.log(`  ${fault}`)
    return faults.length
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Runs a kind in a process of its own; its status. */
function apart(name: string): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [import.meta.filename, String(rounds), String(seed), name], { stdio: 'inherit' })
    child.on('close', (code) => done(code ?? 1))
  })
}

if (only !== undefined) process.exitCode = (await one(only)) === 0 ? 0 : 1
else {
  console.log(`${rounds} rounds, seed ${seed}`)
  const left = Object.keys(kinds)
  const lane = async (): Promise<number> => {
    let worst = 0
    for (let name = left.shift(); name !== undefined; name = left.shift()) worst = Math.max(worst, await apart(name))
    return worst
  }
  process.exitCode = Math.max(...await Promise.all([lane(), lane()]))
}
