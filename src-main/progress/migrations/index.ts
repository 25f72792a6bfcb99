/** All formats of the database in order. A migration that has been released is never changed: add one. */
import type { Migration } from '../migrate.ts'
import { log } from './0001-log.ts'
import { review } from './0002-review.ts'
import { leanIndices } from './0003-lean-indices.ts'

export const migrations: readonly Migration[] = [log, review, leanIndices]
