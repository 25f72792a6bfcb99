/** What every call works with. */
import type { Checker } from '../checking/worker/pool.ts'
import type { Keeper } from './keeper.ts'
import type { Packs } from './packs.ts'
import type { Shelf } from './shelf.ts'

export interface Desk {
  /** The packs that are there now: another one after each that comes or goes. */
  readonly shelf: Shelf
  readonly packs: Packs
  /** The folder of the packs that come with the app. */
  readonly packsDir: string
  readonly keeper: Keeper
  readonly checker: Checker
  readonly dataDir: string
  readonly version: string
  /** A new UUID at each call. */
  readonly random: () => string
}
