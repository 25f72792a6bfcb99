/** What review is made of, in a learner's open store: mastery, review dates, counts, settings, and answers that were judged again. */
import { InternalError } from '../calculus/problem.ts'
import type { Connection } from './connection.ts'
import { derivedUpTo, tallies } from './derived.ts'
import type { Tally } from './derived.ts'
import { eventOf, rowOf, unfit } from './event.ts'
import type { LoggedEvent, Place, VerdictRecord } from './event.ts'
import type { Result } from './failure.ts'
import type { HistoryFilter } from './history.ts'
import { history } from './history.ts'
import { append, nextStamp, rowByUuid } from './log.ts'
import { isKnown } from './merge.ts'
import type { Family } from './model/family.ts'
import type { Mastery } from './model/mastery.ts'
import type { Opening } from './options.ts'
import { openProgressFile } from './progress-file.ts'
import { prepared } from './prepared.ts'
import { judgedAfter, recheckIn, recheckOf, rechecks } from './recheck.ts'
import type { Judged } from './recheck.ts'
import { placeKey } from './outcomes.ts'
import { saveSettings, settings } from './settings.ts'
import type { Setting } from './settings.ts'
import { derive, freshen, soundStates } from './rework.ts'
import type { Freshened } from './rework.ts'
import { refold } from './standings.ts'

/** How the store runs what may fail: a failure is a value in writing, and thrown as a `StoreError` in reading. */
export interface Runs {
  read<T>(run: (db: Connection) => T): T
  write<T>(run: () => T, path?: string): Result<T>
}

/** An exercise family that has a review date, or was begun. */
export interface PlacedFamily {
  readonly pack: string
  readonly family: string
  readonly state: Family
}

/** An attempt with what the checker says of it now. */
export interface Rejudged {
  /** UUID of the attempt. */
  readonly of: string
  readonly verdict: VerdictRecord
}

/** What a progress file would bring. */
export interface Incoming {
  readonly learner: string
  readonly version: number
  readonly sha256: string
  readonly events: number
  /** Events that are not here yet. */
  readonly added: number
  /** The first and the last event by the clock, in ms since 1970; null for a file without events. */
  readonly from: number | null
  readonly to: number | null
}

export class Review {
  readonly #opening: Opening
  readonly #db: Connection
  readonly #runs: Runs

  constructor(opening: Opening, db: Connection, runs: Runs) {
    this.#opening = opening
    this.#db = db
    this.#runs = runs
  }

  /**
   * Makes sure that what is derived fits the log and this program; to be called before anything is read here. Quick where it does. Where there is no room
   * to write down what came last, what was worked out before is still to be seen: `behind`.
   */
  freshen(): Result<Freshened | 'behind'> {
    const done = this.#runs.write(() => freshen(this.#db, this.#opening.options.tagsOf))
    if (done.ok || !(done.failure.kind === 'disk-full' || done.failure.kind === 'cannot-write')) return done
    return this.#runs.read(derivedUpTo) === null ? done : { ok: true, value: 'behind' }
  }

  /** Whether there are events that say nothing of their exercise themselves, so that the packs are needed to work things out. Reads the whole log. */
  untagged(): boolean {
    return this.#runs.read((db) => db.prepare('SELECT 1 FROM event WHERE detail IS NULL OR instr(detail, \'"tags"\') = 0 LIMIT 1').get() !== undefined)
  }

  /** The states of mastery by outcome, or by skill. */
  masteries(kind: 'outcome' | 'skill'): ReadonlyMap<string, Mastery> {
    return this.#runs.read((db) => soundStates(db, kind, this.#opening.options.tagsOf)) as ReadonlyMap<string, Mastery>
  }

  families(): readonly PlacedFamily[] {
    const states = this.#runs.read((db) => soundStates(db, 'family', this.#opening.options.tagsOf))
    return [...states].map(([key, state]) => {
      const [pack, family] = JSON.parse(key) as [string, string]
      return { pack, family, state: state as Family }
    })
  }

  /** Counts by day of the learner, oldest first. */
  tallies(): readonly Tally[] {
    return this.#runs.read(tallies)
  }

  /** The last attempts with this mistake as their first diagnosis (null: wrong ones without any), newest first. */
  examples(mistake: string | null, limit: number): readonly LoggedEvent[] {
    const filter: HistoryFilter = { kind: 'attempt', judged: 'incorrect', mistake, limit }
    return this.#runs.read((db) => history(db, filter)).events
  }

  settings(): Readonly<Record<string, Setting>> {
    return this.#runs.read(settings)
  }

  saveSettings(set: Readonly<Record<string, Setting | null>>): Result<void> {
    return this.#runs.write(() => saveSettings(this.#db, set))
  }

  /** What a progress file would bring; nothing is written. A file that cannot be taken in is a failure that says why. */
  incoming(path: string): Result<Incoming> {
    return this.#runs.write(() => {
      const file = openProgressFile(path)
      let added = 0
      let from: number | null = null
      let to: number | null = null
      for (const { row } of file.events()) {
        from = from === null ? row.at : Math.min(from, row.at)
        to = to === null ? row.at : Math.max(to, row.at)
        if (!isKnown(this.#db, row)) added++
      }
      return { learner: file.learner, version: file.version, sha256: file.sha256, events: file.count, added, from, to }
    }, path)
  }

  /** A page of attempts to be judged again, after the one with this number (0 at first). */
  judgedAfter(seq: number, limit: number): readonly (Judged & { readonly seq: number })[] {
    return this.#runs.read((db) => judgedAfter(db, seq, limit))
  }

  /** Writes down that attempts came out otherwise, all in one transaction, and works out what follows from it. What was said before stays in the log. */
  recordRechecks(found: readonly Rejudged[]): Result<number> {
    if (found.length === 0) return { ok: true, value: 0 }
    return this.#runs.write(() => this.#db.transaction(() => {
      const touched = new Map<string, Place>()
      for (const each of found) touched.set(...this.#recordRecheck(each))
      for (const place of touched.values()) refold(this.#db, place)
      derive(this.#db, this.#opening.options.tagsOf)
      return found.length
    }).immediate())
  }

  #recordRecheck({ of, verdict: { evidence: _, ...verdict } }: Rejudged): [string, Place] {
    const { options, learner, now } = this.#opening
    const attempt = rowByUuid(this.#db, of)
    if (attempt?.kind !== 'attempt') throw new InternalError(`there is no attempt ${of} to judge again`)
    const { pack, exercise, part, packVersion, seed } = attempt
    const at = now()
    const row = rowOf('recheck', { pack, exercise, part, packVersion, seed, ms: 0, detail: { of, verdict } }, { uuid: options.random(), stamp: nextStamp(this.#db, at), at, learner, appVersion: options.appVersion })
    const wrong = unfit(row)
    if (wrong !== null) throw new InternalError(`a recheck cannot be recorded: ${wrong}`)
    append(this.#db, row)
    return [placeKey(row), { pack, exercise, part }]
  }

  /** The last rechecks that hold, newest first, each with its attempt; and how many there are. */
  rechecks(limit: number): { readonly count: number; readonly last: readonly { readonly attempt: LoggedEvent; readonly recheck: LoggedEvent; readonly verdict: VerdictRecord }[] } {
    return this.#runs.read((db) => {
      const { count, last } = rechecks(db, limit)
      return {
        count,
        last: last.flatMap(({ uuid, of }) => {
          const [recheck, attempt] = [rowByUuid(db, uuid), rowByUuid(db, of)]
          const said = recheckIn(recheck?.detail ?? null)
          return recheck && attempt && said ? [{ attempt: eventOf(attempt), recheck: eventOf(recheck), verdict: said.verdict }] : []
        }),
      }
    })
  }

  /** The last recheck of an attempt, with its verdict; null where there is none. */
  recheckOf(uuid: string): { readonly recheck: LoggedEvent; readonly verdict: VerdictRecord } | null {
    return this.#runs.read((db) => {
      const found = recheckOf(db, uuid)
      const row = found === null ? null : rowByUuid(db, found.by)
      const said = recheckIn(row?.detail ?? null)
      return row && said ? { recheck: eventOf(row), verdict: said.verdict } : null
    })
  }

  /** Hints and shown solutions of a variant before an attempt at it. */
  helpBefore({ pack, exercise, part, seed, stamp }: LoggedEvent): { readonly hints: number; readonly solutions: number } {
    const sql = `SELECT count(*) FILTER (WHERE kind = 'hint') AS hints, count(*) FILTER (WHERE kind = 'solution') AS solutions
      FROM event INDEXED BY event_by_exercise WHERE pack = ? AND exercise = ? AND part = ? AND stamp < ? AND seed = ?`
    return this.#runs.read((db) => prepared(db, sql).get(pack, exercise, part, stamp, seed) as { hints: number; solutions: number })
  }
}
