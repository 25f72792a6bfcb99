/** A block of seeds of the generator, looked at in a thread. */
import { parentPort } from 'node:worker_threads'
import { createHash } from 'node:crypto'
import { levels, outcomes } from '../../src-main/packs/generator/generate.ts'
import { lookAt } from './generator-kit.ts'

/** Seeds of a block, each of every outcome and level. */
export const blockSeeds = 25
export const kinds = outcomes.flatMap(outcome => levels.map(level => ({ outcome, level, name: `${outcome} ${level}` })))

export interface BlockDone {
  readonly block: number
  /** What is wrong, each with its kind and seed. */
  readonly faults: readonly string[]
  /** Exercises with a fault. */
  readonly wrong: number
  /** Milliseconds by kind. */
  readonly ms: readonly number[]
  /** 48 bits of the SHA-256 of each structure, by kind, and of each question. */
  readonly structures: readonly (readonly number[])[]
  readonly questions: readonly number[]
}

/** Block n holds the seeds from `n * blockSeeds` on. */
export function lookAtBlock(block: number): BlockDone {
  const faults: string[] = []
  const ms = kinds.map(() => 0)
  const structures = kinds.map((): number[] => [])
  const questions: number[] = []
  let wrong = 0
  for (let seed = block * blockSeeds; seed < (block + 1) * blockSeeds; seed++) {
    for (const [n, { outcome, level, name }] of kinds.entries()) {
      const start = performance.now()
      const found = lookAt(seed, outcome, level)
      ms[n]! += performance.now() - start
      if (found.question) {
        structures[n]!.push(digest(found.structure))
        questions.push(digest(JSON.stringify(found.question)))
      }
      faults.push(...found.faults.map(fault => `${name} ${seed}: ${fault}`))
      if (found.faults.length > 0) wrong++
    }
  }
  return { block, faults, wrong, ms, structures, questions }
}

function digest(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6)
}

parentPort?.on('message', (block: number) => parentPort!.postMessage(lookAtBlock(block)))
