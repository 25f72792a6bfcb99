/** How much a pack may hold, in a folder or in one file. Everything is held in memory, so that every bound here is one on memory and time. */
import { words } from './words.ts'

const kB = 1024
const MB = 1024 * kB

export const limits = {
  /** Bytes of a `.nabla` file. */
  archiveBytes: 16 * MB,
  /** Entries of a `.nabla` file, folders and ignored ones included; files of a folder. */
  files: 2_000,
  /** Bytes of all files together, unpacked. */
  bytes: 32 * MB,
  /** Bytes of all text files together. */
  textBytes: 4 * MB,
  /** Bytes of one text file. */
  fileBytes: 256 * kB,
  /** Bytes of one picture. */
  pictureBytes: 2 * MB,
  /** Pixels along a side of a picture, and in all: what a browser must hold of it is four bytes each. */
  pictureSide: 4_096,
  picturePixels: 4 * MB,
  /** How often larger than its packed form a file may be, where it is larger than `ratioFrom` bytes. Text rarely passes 20. */
  ratio: 100,
  ratioFrom: 16 * kB,
  /** Folders within folders. */
  depth: 8,
  /** Characters of a path inside the pack. */
  path: 200,
} as const

/** A number of bytes for a person: `3 MB`, `256 kB`, `17 bytes`. Rounded up, so that it never looks like less than it is. */
export function inBytes(bytes: number): string {
  if (bytes >= 10 * MB || (bytes >= MB && bytes % MB === 0)) return words.megabytes(String(Math.ceil(bytes / MB)))
  if (bytes >= MB) return words.megabytes((Math.ceil((bytes * 10) / MB) / 10).toFixed(1))
  return bytes >= kB ? words.kilobytes(Math.ceil(bytes / kB)) : words.bytes(bytes)
}

/** What kind of content a pack takes a file for, by its name; null for a name that a pack does not hold. */
export type ContentKind = 'yaml' | 'text' | 'picture'
export function contentKind(path: string): ContentKind | null {
  if (path.endsWith('.yaml')) return 'yaml'
  if (path.endsWith('.png')) return 'picture'
  return path.endsWith('.md') || /(^|\/)(README|LICEN[CS]E)(\.txt)?$/.test(path) ? 'text' : null
}

/** Is this the name of a picture, of whatever kind? */
export function looksLikePicture(path: string): boolean {
  return /\.(png|jpe?g|gif|webp|avif|heic|bmp|tiff?|svg)$/i.test(path)
}

/** Names that file managers leave behind and no author means: passed over without a word. */
export function isLitter(path: string): boolean {
  return path.split('/').some(step => step.startsWith('.') || step === '__MACOSX')
}
