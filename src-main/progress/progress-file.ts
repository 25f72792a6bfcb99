/**
 * The progress file, as one machine writes it for another. JSON Lines in UTF-8:
 *
 *     {"format":"nabla-progress","version":2,"learner":"Ada","events":2}
 *     {"question":{…}}                                 each question once, before the first event that has it
 *     {"uuid":…,"kind":"attempt",…,"question":0,…}     events in the order of the log; `question` counts question lines from 0
 *     {"sha256":"…"}                                   of all bytes before this line
 */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'
import { eventKinds, unfit } from './event.ts'
import type { EventRow } from './event.ts'
import type { Judged } from './log.ts'
import { StoreError } from './failure.ts'
import { words } from './words.ts'

export const fileFormat = 'nabla-progress'
/** 2: with rechecks; files of version 1 have none, and are read as they are. */
export const fileVersion = 2
const longestLine = 16 * 2 ** 20

const head = z.object({ format: z.literal(fileFormat), version: z.number().int().nonnegative(), learner: z.string().max(1000), events: z.number().int().nonnegative() })
const time = z.number().int().min(-8.64e15).max(8.64e15)
const event = z.strictObject({
  uuid: z.string(), kind: z.enum(eventKinds), stamp: time, at: time, learner: z.string(), pack: z.string(), packVersion: z.string(),
  exercise: z.string(), part: z.string(), seed: z.string(), question: z.number().int().nonnegative().nullable(), answer: z.string().nullable(),
  verdict: z.looseObject({ verdict: z.enum(['correct', 'incorrect', 'invalid', 'undecided']), proof: z.string().optional(), diagnosis: z.array(z.looseObject({ code: z.string() })) }).nullable(),
  evidence: z.unknown(), ms: z.number().int().min(0).max(8.64e15), appVersion: z.string(), repeats: z.string().nullable(), detail: z.unknown(),
})
const question = z.strictObject({ question: z.unknown() })
const foot = z.strictObject({ sha256: z.string() })

export interface ProgressFile {
  readonly learner: string
  readonly version: number
  /** Its checksum, in hexadecimal. */
  readonly sha256: string
  /** The file's own count of its events; made sure of by `events()`. */
  readonly count: number
  /** The events in order; reads the file again. Throws a `StoreError` at a line that is not as it should be. */
  events(): Iterable<FileEvent>
}

/** An event with what its verdict says. */
export interface FileEvent {
  readonly row: EventRow
  readonly judged: Judged
}

const bad = (path: string, message: string, detail?: string): StoreError =>
  new StoreError({ kind: 'bad-file', path, message: words.notTakenIn(path, message), ...(detail === undefined ? {} : { detail }) })

/** Opens a progress file and checks its version and its checksum. Throws a `StoreError` in plain words. */
export function openProgressFile(path: string): ProgressFile {
  const [first] = lines(path)
  if (first === undefined) throw bad(path, words.fileEmpty)
  const { learner, version, events: count } = requireHead(path, first)
  const { start, text } = lastLine(path)
  const said = foot.safeParse(jsonOf(text))
  if (!said.success) throw bad(path, words.fileCut)
  if (said.data.sha256 !== sumOf(path, start)) throw bad(path, words.fileChanged)
  return { learner, version, sha256: said.data.sha256, count, events: () => eventsIn(path, count) }
}

/** The last line, and at which byte it begins. No line with a checksum is longer than what is looked at. */
function lastLine(path: string): { readonly start: number; readonly text: string } {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const end = Buffer.alloc(Math.min(size, 4096))
    const read = readSync(file, end, 0, end.length, size - end.length)
    // The line end of the last line, where it has one, is not before it.
    const at = read < 2 ? 0 : end.lastIndexOf(10, read - 2) + 1
    return { start: size - end.length + at, text: end.toString('utf8', at, read) }
  } finally {
    closeSync(file)
  }
}

/** SHA-256 of the first bytes of a file, in hexadecimal. */
function sumOf(path: string, bytes: number): string {
  const sum = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    const piece = Buffer.alloc(1 << 20)
    for (let left = bytes; left > 0;) {
      const read = readSync(file, piece, 0, Math.min(left, piece.length), null)
      if (read === 0) break
      sum.update(piece.subarray(0, read))
      left -= read
    }
    return sum.digest('hex')
  } finally {
    closeSync(file)
  }
}

function requireHead(path: string, text: string): z.infer<typeof head> {
  const found = head.safeParse(jsonOf(text))
  if (!found.success) throw bad(path, words.fileOther)
  if (found.data.version > fileVersion) throw bad(path, words.fileVersion(found.data.version, fileVersion))
  return found.data
}

function* eventsIn(path: string, count: number): Iterable<FileEvent> {
  const questions: string[] = []
  let number = 0
  let found = 0
  for (const line of lines(path)) {
    number++
    const value = jsonOf(line)
    if (number === 1) continue
    // What kind of line it is shows by its keys; a schema that fails is slow, and most lines are events.
    if (!has(value, 'uuid')) {
      if (foot.safeParse(value).success) continue
      if (question.safeParse(value).success) {
        questions.push(JSON.stringify((value as { question: unknown }).question))
        continue
      }
    }
    const read = event.safeParse(value)
    if (!read.success) throw bad(path, words.fileLine(number), z.prettifyError(read.error))
    const row = rowIn(read.data, value as z.infer<typeof event>, questions)
    const wrong = row === null ? 'its question does not stand before it' : unfit(row)
    if (row === null || wrong !== null) throw bad(path, words.fileLine(number), wrong ?? '')
    found++
    const { verdict } = read.data
    yield { row, judged: { judged: verdict?.verdict ?? null, proof: verdict?.proof ?? null, mistake: verdict?.diagnosis[0]?.code ?? null } }
  }
  if (found !== count) throw bad(path, words.fileCount(count, found))
}

/** `raw` is the same line as it came: the schema would put the keys of a verdict in another order, which would make it another event. */
function rowIn(read: z.infer<typeof event>, raw: z.infer<typeof event>, questions: readonly string[]): EventRow | null {
  const asked = read.question === null ? null : questions[read.question]
  if (asked === undefined) return null
  // Field by field, in one form for all: half a million rows copied by their keys would be felt.
  return {
    uuid: read.uuid, kind: read.kind, stamp: read.stamp, at: read.at, learner: read.learner.toWellFormed(), pack: read.pack.toWellFormed(), packVersion: read.packVersion.toWellFormed(),
    exercise: read.exercise.toWellFormed(), part: read.part.toWellFormed(), seed: read.seed.toWellFormed(), question: asked, answer: read.answer?.toWellFormed() ?? null,
    verdict: jsonIn(raw.verdict), evidence: jsonIn(raw.evidence), ms: read.ms, appVersion: read.appVersion.toWellFormed(), repeats: read.repeats, detail: jsonIn(raw.detail),
  }
}

const jsonIn = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

const has = (value: unknown, key: string): boolean => typeof value === 'object' && value !== null && key in value

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The lines of a file without their ends, read in pieces: a file may be longer than a string can be. */
function* lines(path: string): Iterable<string> {
  const file = openSync(path, 'r')
  try {
    const piece = Buffer.alloc(1 << 20)
    // What has been read of a line whose end has not: in bytes, since a piece may end in the middle of a letter.
    let waiting: Buffer[] = []
    let length = 0
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      let start = 0
      for (let end = piece.indexOf(10); end !== -1 && end < read; end = piece.indexOf(10, start)) {
        yield waiting.length === 0 ? piece.toString('utf8', start, end) : Buffer.concat([...waiting, piece.subarray(start, end)]).toString('utf8')
        if (waiting.length > 0) [waiting, length] = [[], 0]
        start = end + 1
      }
      if (start === read) continue
      waiting.push(Buffer.from(piece.subarray(start, read)))
      length += read - start
      if (length > longestLine) throw bad(path, words.fileLongLine)
    }
    if (length > 0) yield Buffer.concat(waiting).toString('utf8')
  } finally {
    closeSync(file)
  }
}
