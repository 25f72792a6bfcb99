/** A learner's open store. What it records is on the disk when the call returns. */
import { InternalError } from '../calculus/problem.ts'
import { listBackups, makeBackup, thinBackups } from './backup.ts'
import type { BackupInfo, BackupReason } from './backup.ts'
import type { Connection } from './connection.ts'
import { doctor } from './doctor.ts'
import type { Finding } from './doctor.ts'
import { allDrafts, putDraft, readDraft } from './drafts.ts'
import type { Draft } from './drafts.ts'
import { countsOf, eventOf, rowOf, unfit } from './event.ts'
import type { EventKind, LoggedEvent, NewAttempt, NewEvent, Place } from './event.ts'
import { exportProgress } from './export.ts'
import type { Exported } from './export.ts'
import { StoreError, guarded } from './failure.ts'
import type { Result } from './failure.ts'
import { sizeOf, writeWhole } from './files.ts'
import { history, lastAttempt } from './history.ts'
import type { HistoryFilter, HistoryPage } from './history.ts'
import { append, countEvents, nextStamp, rowByUuid } from './log.ts'
import { mergeProgress } from './merge.ts'
import type { Merged } from './merge.ts'
import type { Notice } from './notice.ts'
import type { Opening } from './options.ts'
import { outcomeProgress } from './outcomes.ts'
import type { OutcomeProgress, PartOutcomes } from './outcomes.ts'
import { Review } from './review.ts'
import { rework, takeOnLast } from './rework.ts'
import { stateOf } from './standing.ts'
import type { PartState, Standing } from './standing.ts'
import { advance, partStanding, partStandings, variantStanding } from './standings.ts'
import type { PlacedStanding } from './standings.ts'
import { words } from './words.ts'

export interface Recorded {
  readonly uuid: string
  readonly stamp: number
  readonly at: number
  /** Whether it counts as an attempt: judged correct or incorrect, and no repeat. */
  readonly counts: boolean
}

const day = 86_400_000
/** Above this size (bytes) a backup at opening would be felt; it then waits for closing, or for a week. */
const large = 64 * 2 ** 20
/** Events that are recorded before what review shows is taken on by them, where nobody looks at it in between. */
const mostNotTakenIn = 500

/**
 * Writing gives a `Result`; reading throws a `StoreError`, whose message is fit for the learner, in the rare case that the disk fails
 * under an open store. Made by `openStore` and its kin.
 */
export class Store {
  readonly learner: string
  /** The learner's folder. */
  readonly folder: string
  /** The database itself, for tools and tests; nothing else reads or writes past this class. */
  readonly connection: Connection
  /** What review is made of. */
  readonly review: Review
  readonly #opening: Opening
  readonly #notices: Notice[]
  #notTakenIn = 0

  constructor(opening: Opening, connection: Connection, notices: readonly Notice[]) {
    this.learner = opening.learner
    this.folder = opening.files.folder
    this.connection = connection
    this.#opening = opening
    this.#notices = [...notices]
    this.review = new Review(opening, connection, { read: (run) => this.#read(run), write: (run, path) => this.#write(run, path) })
  }

  /** What the learner should be told of the opening: something was read back, a backup could not be made. */
  get notices(): readonly string[] {
    return this.#notices.map((notice) => notice())
  }

  recordAttempt(attempt: NewAttempt): Result<Recorded> {
    return this.#record('attempt', attempt)
  }

  recordHint(event: NewEvent): Result<Recorded> {
    return this.#record('hint', event)
  }

  recordSolution(event: NewEvent): Result<Recorded> {
    return this.#record('solution', event)
  }

  recordSkip(event: NewEvent): Result<Recorded> {
    return this.#record('skip', event)
  }

  #record(kind: EventKind, event: NewEvent | NewAttempt): Result<Recorded> {
    const { options, learner, now } = this.#opening
    const recorded = this.#write(() => this.connection.transaction((): Recorded => {
      const at = now()
      const row = rowOf(kind, event, { uuid: options.random(), stamp: nextStamp(this.connection, at), at, learner, appVersion: options.appVersion })
      const wrong = unfit(row) ?? (rowByUuid(this.connection, row.uuid) === null ? null : 'its UUID was given out before')
      if (wrong !== null) throw new InternalError(`an event cannot be recorded: ${wrong}`)
      append(this.connection, row)
      const judged = 'verdict' in event ? event.verdict.verdict : null
      advance(this.connection, row, row.seed, { kind, at, judged, repeats: row.repeats, ms: row.ms })
      return { uuid: row.uuid, stamp: row.stamp, at, counts: countsOf(kind, judged, row.repeats) }
    }).immediate())
    if (recorded.ok && ++this.#notTakenIn >= mostNotTakenIn) this.#takeOn()
    return recorded
  }

  /** So that the next look at review, and the next start, has little to do. That it cannot be now is no harm: all of it is in the log. */
  #takeOn(): void {
    this.#notTakenIn = 0
    this.#write(() => takeOnLast(this.connection, this.#opening.options.tagsOf))
  }

  /** Keeps what stands on the answer line, in the place of the last draft of that part (and variant). */
  saveDraft(place: Place & { seed?: string }, text: string): Result<void> {
    const draft = { pack: place.pack, exercise: place.exercise, part: place.part, seed: place.seed ?? '', text: text.toWellFormed(), at: this.#opening.now() }
    return this.#write(() => putDraft(this.connection, draft))
  }

  draft(place: Place & { seed?: string }): Draft | null {
    return this.#read((db) => readDraft(db, place, place.seed ?? ''))
  }

  drafts(): readonly Draft[] {
    return this.#read(allDrafts)
  }

  /** How the learner stands with a part, over all its variants or with the one of a seed; null before the first event. */
  standing(place: Place, seed?: string): Standing | null {
    return this.#read((db) => (seed === undefined ? partStanding(db, place) : variantStanding(db, place, seed)))
  }

  partState(place: Place, seed?: string): PartState {
    return stateOf(this.standing(place, seed))
  }

  /** All parts that have events, of everything, of a pack, or of an exercise. */
  standings(filter: { pack?: string; exercise?: string } = {}): readonly PlacedStanding[] {
    return this.#read((db) => partStandings(db, filter))
  }

  /** Progress by outcome; which part serves which outcome is for the packs to say. */
  outcomes(parts: readonly PartOutcomes[]): readonly OutcomeProgress[] {
    return outcomeProgress(parts, this.standings())
  }

  history(filter: HistoryFilter = {}): HistoryPage {
    return this.#read((db) => history(db, filter))
  }

  /** The last attempt at a part (at one variant, where a seed is given), counting or not. */
  lastAttempt(place: Place, seed?: string): LoggedEvent | null {
    return this.#read((db) => lastAttempt(db, place, seed))
  }

  event(uuid: string): LoggedEvent | null {
    const row = this.#read((db) => rowByUuid(db, uuid))
    return row === null ? null : eventOf(row)
  }

  /** Works out everything that is derived afresh from the log. Gives the number of parts. */
  rebuild(): Result<number> {
    return this.#write(() => this.connection.transaction(() => rework(this.connection, this.#opening.options.tagsOf)).immediate())
  }

  /** Writes the whole log to a progress file that another machine can merge. */
  exportTo(path: string): Result<Exported> {
    return this.#write(() => exportProgress(this.connection, this.learner, path), path)
  }

  /** Takes in another machine's progress file, all of it or none; the other way round gives the same. */
  mergeFrom(path: string, options: { anyLearner?: boolean } = {}): Result<Merged> {
    return this.#write(() => mergeProgress(this.connection, this.learner, path, { ...options, tagsOf: this.#opening.options.tagsOf }, () => {
      if (countEvents(this.connection) > 0) this.#backup('before-merge')
    }), path)
  }

  /** Looks the whole store over and mends what can be mended without loss. Twice is the same as once. */
  doctor(): Result<readonly Finding[]> {
    return this.#write(() => doctor(this.connection, this.#opening.files, this.#opening.options.tagsOf))
  }

  backups(): readonly BackupInfo[] {
    return this.#read(() => listBackups(this.#opening.files))
  }

  backup(): Result<BackupInfo> {
    return this.#write(() => this.#backup('by-hand'))
  }

  #backup(reason: BackupReason): BackupInfo {
    return makeBackup(this.connection, this.#opening.files, reason, this.#opening.now(), this.#opening.migrations)
  }

  /** A dated backup once a day where there is anything to back up; old ones are thinned. A failure becomes a notice, not a failure. */
  backupIfDue(closing = false): void {
    const { files, now } = this.#opening
    const made = this.#write(() => {
      // Near in either direction: a clock that was set back must neither stop the backups nor make one at each start.
      const age = Math.min(...listBackups(files).map((info) => Math.abs(now() - info.at)))
      if (age < (closing || sizeOf(files.database) <= large ? day : 7 * day) || countEvents(this.connection) === 0) return
      this.#backup('daily')
      thinBackups(files, now())
    }, files.backups)
    if (!made.ok) this.#notices.push(() => words.backupFailed(made.failure.message))
  }

  /** Makes a backup where one is due, closes the database and gives the folder free. A second call does nothing. */
  close(): void {
    if (!this.connection.open) return
    this.#takeOn()
    this.backupIfDue(true)
    this.closeOnly()
    this.#opening.release()
  }

  /** Closes the database and keeps the folder. */
  closeOnly(): void {
    this.connection.close()
  }

  #write<T>(run: () => T, path = this.folder): Result<T> {
    const result = guarded(path, run)
    // The next opening looks at all of it, whatever its size, and sets it aside.
    if (!result.ok && result.failure.kind === 'damaged') guarded(this.folder, () => writeWhole(this.#opening.files.suspect, `${result.failure.detail ?? ''}\n`))
    return result
  }

  #read<T>(run: (db: Connection) => T): T {
    const result = this.#write(() => run(this.connection))
    if (!result.ok) throw new StoreError(result.failure)
    return result.value
  }
}
