/** The kinds of faults, each with the rounds it takes for a thousand, and what a round finds wrong. */
import { join } from 'node:path'
import { clockRound } from '../progress/faults/clock.ts'
import { damageRound, makeBase, targets } from '../progress/faults/damage.ts'
import { fullDiskRound, mountSmall, unmount } from '../progress/faults/full-disk.ts'
import { killRounds } from '../progress/faults/kill.ts'
import { migrationRound, steps } from '../progress/faults/migrations.ts'
import { generator } from '../progress/faults/random.ts'
import { twoRound } from '../progress/faults/two.ts'

/** What became of a kind: a sentence of what was done, and every fault. */
export interface Found {
  readonly done: string
  readonly faults: readonly string[]
}

export type Kind = (dir: string, rounds: number, seed: number) => Promise<Found> | Found

const each = (rounds: number, round: (i: number) => readonly string[]): string[] => Array.from({ length: rounds }, (_, i) => round(i)).flat()

/** Each 25 rounds in a folder of its own: an old store takes longer to look at than to kill. */
async function kill(dir: string, rounds: number, seed: number): Promise<Found> {
  const faults: string[] = []
  let [attempts, drafts] = [0, 0]
  for (let done = 0; done < rounds; done += 25) {
    const report = await killRounds(join(dir, `kill-${done}`), Math.min(25, rounds - done), seed + done)
    attempts += report.attempts
    drafts += report.drafts
    faults.push(...report.wrong)
  }
  return { done: `kill -9: ${rounds} rounds, ${attempts} attempts and ${drafts} drafts acknowledged`, faults }
}

function damage(dir: string, rounds: number, seed: number): Found {
  const base = makeBase(join(dir, 'base'))
  const faults = each(rounds, (i) => damageRound(base, join(dir, 'round'), targets[i % targets.length]!, seed + i))
  return { done: `bytes flipped, zeroed, cut or moved in database, WAL and backups: ${rounds} rounds`, faults }
}

/** A fifth of the rounds: each has sixty operations on a disk that is full. */
function fullDisk(dir: string, rounds: number, seed: number): Found {
  const disk = join(dir, 'disk')
  if (!mountSmall(disk, 2500)) return { done: 'full disk: left out, no file system can be mounted here', faults: [] }
  try {
    const count = Math.ceil(rounds / 5)
    return { done: `full disk: ${count} rounds of 60 operations`, faults: each(count, (i) => fullDiskRound(disk, seed + i)) }
  } finally {
    unmount(disk)
  }
}

/** Every step of every migration, and one killed at a random moment for each fifty rounds. */
function migrations(dir: string, rounds: number, seed: number): Found {
  const random = generator(seed)
  const timed = Array.from({ length: Math.ceil(rounds / 50) }, () => ({ from: 1 + random(2), step: 'time', at: 40 + random(400) }) as const)
  return { done: `migrations killed: ${steps.length} steps, ${timed.length} random moments`, faults: [...steps, ...timed].flatMap((step) => migrationRound(join(dir, 'migration'), step)) }
}

function clock(dir: string, rounds: number, seed: number): Found {
  const count = Math.ceil(rounds / 5)
  return { done: `clock set back and forward: ${count} rounds of 40 jumps`, faults: each(count, (i) => clockRound(join(dir, 'clock'), seed + i)) }
}

async function several(dir: string, rounds: number, seed: number): Promise<Found> {
  const count = Math.ceil(rounds / 20)
  const faults: string[] = []
  for (let i = 0; i < count; i++) faults.push(...await twoRound(join(dir, 'several'), seed + i))
  return { done: `three processes at once: ${count} rounds`, faults }
}

export const kinds: Readonly<Record<string, Kind>> = { kill, damage, 'full-disk': fullDisk, migrations, clock, several }
