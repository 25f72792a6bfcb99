/**
 * Looks at a write-ahead log before SQLite does. SQLite takes the frames up to the first that fails its checksum and later writes
 * over the rest without a word: right after a power cut, wrong after damage, when the rest may be acknowledged work.
 * Format: https://www.sqlite.org/fileformat2.html#walformat.
 */
import { closeSync, copyFileSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { sizeOf } from './files.ts'

const headerSize = 32
const frameHeader = 24
/** Rounds of the log that may be left behind one another; each takes a program that ended within the same few milliseconds. */
const mostRounds = 64

export interface WalReport {
  /** Bytes that SQLite will take: the header and the frames that hold. */
  readonly good: number
  readonly size: number
  /** Whether something stands behind them that SQLite would throw away and that may be more than what it has in the database already. */
  readonly leftOver: boolean
  /** Whether that is no more than a transaction half written, and what was left of others before it: what is there when a program ends in the midst of a commit. */
  readonly torn: boolean
}

export function inspectWal(path: string): WalReport {
  const size = sizeOf(path)
  if (size === 0) return { good: 0, size, leftOver: false, torn: false }
  const wal = readFileSync(path)
  const good = goodPart(wal)
  const tail = tailOf(wal, good)
  return { good, size, leftOver: tail !== 'nothing', torn: tail === 'torn' }
}

/**
 * What stands behind the frames that hold. Once everything in the log is in the database, SQLite begins it again from the front, with the first salt one
 * higher, and cuts off the rest only after the first commit. A program that ends in between leaves frames of an earlier round there, which are in the
 * database long since. In front of them may stand frames of this round that no commit ended: one half written, and whole ones of a transaction that was broken
 * off earlier, over whose first frames a later one was written. The last frame of a transaction says that it is the last: where one that was acknowledged is
 * damaged, that frame still stands behind the damage.
 */
function tailOf(wal: Buffer, good: number): 'nothing' | 'torn' | 'more' {
  if (wal.length === good) return 'nothing'
  if (good === 0) return 'more'
  const stride = frameHeader + wal.readUInt32BE(8)
  const salt = wal.readUInt32BE(16)
  const behind = (at: number): number => (salt - wal.readUInt32BE(at + 8)) >>> 0
  const ends = (at: number): boolean => wal.readUInt32BE(at + 4) !== 0
  let at = good
  while (at + frameHeader <= wal.length && behind(at) === 0 && (at === good || !ends(at))) at += stride
  const torn = at > good || wal.length - good < frameHeader
  let round = 1
  for (; at + frameHeader <= wal.length; at += stride) {
    const now = behind(at)
    if (now < round || now > mostRounds) return 'more'
    round = now
  }
  return torn ? 'torn' : 'nothing'
}

function goodPart(wal: Buffer): number {
  if (wal.length < headerSize) return 0
  const magic = wal.readUInt32BE(0)
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return 0
  const bigEndian = magic === 0x377f0683
  const pageSize = wal.readUInt32BE(8)
  let sum = checksum(wal, 0, 24, bigEndian, [0, 0])
  if (pageSize < 512 || pageSize > 65536 || !holds(wal, 24, sum)) return 0
  let at = headerSize
  for (; at + frameHeader + pageSize <= wal.length; at += frameHeader + pageSize) {
    if (wal.compare(wal, 16, 24, at + 8, at + 16) !== 0) break
    sum = checksum(wal, at, at + 8, bigEndian, sum)
    sum = checksum(wal, at + frameHeader, at + frameHeader + pageSize, bigEndian, sum)
    if (!holds(wal, at + 16, sum)) break
  }
  return at
}

const holds = (wal: Buffer, at: number, sum: readonly [number, number]): boolean => wal.readUInt32BE(at) === sum[0] && wal.readUInt32BE(at + 4) === sum[1]

function checksum(wal: Buffer, start: number, end: number, bigEndian: boolean, before: readonly [number, number]): [number, number] {
  let [a, b] = before
  for (let at = start; at < end; at += 8) {
    a = (a + (bigEndian ? wal.readUInt32BE(at) : wal.readUInt32LE(at)) + b) >>> 0
    b = (b + (bigEndian ? wal.readUInt32BE(at + 4) : wal.readUInt32LE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

/**
 * Writes, to `image`, the database with every frame of its WAL laid over it, whatever the checksums say, and with the unchanging
 * part of its header restored. What can be read of it is to be believed only where a digest vouches for it.
 */
export function forceImage(database: string, wal: string, image: string): void {
  if (existsSync(database)) copyFileSync(database, image)
  const file = openSync(image, existsSync(image) ? 'r+' : 'w+')
  try {
    const pageSize = 4096
    const frames = sizeOf(wal) === 0 ? Buffer.alloc(0) : readFileSync(wal)
    const pagesNow = Math.ceil(sizeOf(image) / pageSize)
    const most = pagesNow + Math.ceil(frames.length / pageSize)
    let pages = pagesNow
    for (let at = headerSize; at + frameHeader + pageSize <= frames.length; at += frameHeader + pageSize) {
      const page = frames.readUInt32BE(at)
      if (page < 1 || page > most) continue
      writeSync(file, frames, at + frameHeader, pageSize, (page - 1) * pageSize)
      pages = Math.max(pages, page)
    }
    ftruncateSync(file, pages * pageSize)
    mendHeader(file, pageSize, pages)
  } finally {
    closeSync(file)
  }
}

/** The bytes of a database header that are the same in every progress database, and the number of pages as the file has it. */
function mendHeader(file: number, pageSize: number, pages: number): void {
  const start = Buffer.alloc(24)
  start.write('SQLite format 3\0', 0, 'latin1')
  start.writeUInt16BE(pageSize, 16)
  // Rollback journal (1, 1): the frames are in the image already. No reserved bytes; the fixed fractions 64, 32, 32.
  start.set([1, 1, 0, 64, 32, 32], 18)
  writeSync(file, start, 0, 24, 0)
  const field = (at: number, value: number): void => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    writeSync(file, bytes, 0, 4, at)
  }
  // Change counter and version-valid-for agree, so that SQLite believes the page count beside them.
  field(24, 1)
  field(28, pages)
  field(44, 4)
  field(56, 1)
  field(92, 1)
}
