/** The kinds of faults: how many rounds each takes for a thousand, and what a round finds wrong. */
import { join } from 'node:path'
import { clockRound } from '../progress/faults/clock.ts'
import { damageRound, makeBase, targets } from '../progress/faults/damage.ts'
import { fullDiskRound, mountSmall, unmount } from '../progress/faults/full-disk.ts'
import { killRounds } from '../progress/faults/kill.ts'
import { migrationRound, steps } from '../progress/faults/migrations.ts'
import type { Step } from '../progress/faults/migrations.ts'
import { generator } from '../progress/faults/random.ts'
import { readOnlyRound, shuttable } from '../progress/faults/read-only.ts'
import { twoRound } from '../progress/faults/two.ts'

export interface Kind {
  readonly what: string
  /** How many rounds it makes where this many are asked for: not all kinds take the same time. */
  readonly rounds: (asked: number) => number
  /** Seconds that a round takes on an idle machine with two cores: for the plan of the time alone. */
  readonly seconds: number
  /** Rounds that are made at a time, and told at a time; one where left out. */
  readonly atATime?: number
  /** Gets ready in an empty folder; a sentence that says why this kind is left out here. */
  readonly begin: (dir: string, seed: number) => Running | string
}

export interface Running {
  /** Makes round `i`, and with it all that are made at a time, and says what was wrong. */
  readonly round: (i: number) => Promise<readonly string[]> | readonly string[]
  /** More than the number of rounds, once they are done. */
  readonly told?: () => string
  readonly end?: () => void
}

/** Rounds of kill -9 in one folder: an old store takes longer to look at than to kill. */
const inOneFolder = 25

function kill(dir: string, seed: number, asked: number): Running {
  let [attempts, drafts] = [0, 0]
  return {
    round: async (i) => {
      const report = await killRounds(join(dir, `kill-${i}`), Math.min(inOneFolder, asked - i), seed + i)
      attempts += report.attempts
      drafts += report.drafts
      return report.wrong
    },
    told: () => `${attempts} attempts and ${drafts} drafts acknowledged`,
  }
}

function damage(dir: string, seed: number): Running {
  const base = makeBase(join(dir, 'base'))
  return { round: (i) => damageRound(base, join(dir, 'round'), targets[i % targets.length]!, seed + i) }
}

function fullDisk(dir: string, seed: number): Running | string {
  const disk = join(dir, 'disk')
  if (!mountSmall(disk, 2500)) return 'no file system can be mounted here (that takes Linux and root)'
  return { round: (i) => fullDiskRound(disk, seed + i), end: () => unmount(disk) }
}

function readOnly(dir: string, seed: number): Running | string {
  const disk = shuttable(join(dir, 'disk'))
  if (disk === null) return 'no folder can be made read-only here'
  return { round: (i) => readOnlyRound(disk, seed + i), end: () => disk.remove() }
}

/** Every step of every migration first, then random moments. */
function migrations(dir: string, seed: number): Running {
  const random = generator(seed)
  const timed = (): Step => ({ from: 1 + random(3), step: 'time', at: 40 + random(400) })
  return { round: (i) => migrationRound(join(dir, 'migration'), steps[i] ?? timed()) }
}

/** `asked`: the rounds that were asked for on the command line. */
export const kindsFor = (asked: number): Readonly<Record<string, Kind>> => ({
  kill: { what: 'kill -9', rounds: (n) => n, seconds: 0.6, atATime: inOneFolder, begin: (dir, seed) => kill(dir, seed, asked) },
  damage: { what: 'bytes flipped, zeroed, cut or moved in database, WAL and backups', rounds: (n) => n, seconds: 0.15, begin: damage },
  'full-disk': { what: 'full disk, 60 operations a round', rounds: (n) => Math.ceil(n / 5), seconds: 0.2, begin: fullDisk },
  'read-only': { what: 'read-only folder', rounds: (n) => Math.ceil(n / 5), seconds: 0.1, begin: readOnly },
  several: { what: 'two or three processes at once', rounds: (n) => Math.ceil(n / 20), seconds: 1.2, begin: (dir, seed) => ({ round: (i) => twoRound(join(dir, 'several'), seed + i, 2 + (i % 2)) }) },
  migrations: { what: `migrations killed at ${steps.length} steps, then at random moments`, rounds: (n) => steps.length + Math.ceil(n / 50), seconds: 1, begin: migrations },
  clock: { what: 'clock set back and forward, 40 jumps a round', rounds: (n) => Math.ceil(n / 5), seconds: 0.3, begin: (dir, seed) => ({ round: (i) => clockRound(join(dir, 'clock'), seed + i) }) },
})
