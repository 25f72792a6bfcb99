/** An event of the log as everything that is derived sees it. */
import type { EventKind, Place } from '../event.ts'
import type { Tags } from './tags.ts'

export interface DerivedEvent extends Place {
  readonly uuid: string
  readonly kind: EventKind
  /** ms since 1970, as the clock said. */
  readonly at: number
  readonly seed: string
  /** As the newest check has it. */
  readonly judged: string | null
  /** Code of the first diagnosis. */
  readonly mistake: string | null
  /** Whether it counts as an attempt. */
  readonly counts: boolean
  readonly tags: Tags
}
