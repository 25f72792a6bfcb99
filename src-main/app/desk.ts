/** What every call works with. */
import type { Tongue } from '../calculus/index.ts'
import type { Checker } from '../checking/worker/pool.ts'
import type { Keeper } from './keeper.ts'
import type { Learners } from './learners.ts'
import type { MadeFiles } from './made-files.ts'
import type { Packs } from './packs.ts'
import type { Shelf } from './shelf.ts'

export interface Desk {
  /** The packs that are there now: another one after each that comes or goes. */
  readonly shelf: Shelf
  readonly packs: Packs
  /** The folder of the packs that come with the app. */
  readonly packsDir: string
  /** The store of the learner who was chosen when the call began: a call ends with the one that it began with. */
  readonly keeper: Keeper
  readonly learners: Learners
  readonly files: MadeFiles
  readonly checker: Checker
  /** From now on the app speaks that language. */
  readonly speak: (tongue: Tongue) => void
  readonly dataDir: string
  readonly version: string
  /** ms since 1970. */
  readonly clock: () => number
  /** The learner's clock at a time, in minutes east of UTC. */
  readonly zone: (at: number) => number
  /** A new UUID at each call. */
  readonly random: () => string
}
