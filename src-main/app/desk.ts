/** What every call works with. */
import type { Checker } from '../checking/worker/pool.ts'
import type { Keeper } from './keeper.ts'
import type { Shelf } from './shelf.ts'

export interface Desk {
  readonly shelf: Shelf
  readonly keeper: Keeper
  readonly checker: Checker
  readonly dataDir: string
  readonly version: string
}
