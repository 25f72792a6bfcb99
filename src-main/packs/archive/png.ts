/** Whether bytes are a PNG picture that may be shown: its signature, its header, its parts one after the other, and nothing after them. */
import { crc32 } from 'node:zlib'
import { limits } from '../limits.ts'
import { words } from './words.ts'

export interface PngSize {
  readonly width: number
  readonly height: number
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Bit depths that each colour type may have: PNG specification (ISO/IEC 15948), table 11.1. */
const depths: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] }

const critical: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
/** The parts of an animated PNG: many pictures, each of them unpacked, in what is held to the size of one. */
const animated: ReadonlySet<string> = new Set(['acTL', 'fcTL', 'fdAT'])
/** Colour type 3: the pixels are numbers of colours in a palette. */
const needsPalette = (bytes: Uint8Array): boolean => bytes[25] === 3

/** The size of a picture, or why it is refused, in words that begin after the name of the file. The picture data are not unpacked. */
export function readPng(bytes: Uint8Array): PngSize | { readonly fault: string } {
  if (bytes.length < 8 || signature.some((byte, i) => bytes[i] !== byte)) return { fault: words.noPng }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cut = { fault: words.pngCut }
  let at = 8
  let size: PngSize | null = null
  let data = false
  let palette = false
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (length > 0x7fffffff || end > bytes.length) return cut
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return cut
    if ((type === 'IHDR') !== (at === 8)) return cut
    if (type === 'IHDR') {
      const read = readHeader(view, at + 8, length)
      if ('fault' in read) return read
      size = read
    }
    if (animated.has(type)) return { fault: words.pngAnimated }
    // The first letter of a part that a picture cannot be shown without is a capital (section 5.4).
    if (/^[^a-z]/.test(type) && !critical.has(type)) return { fault: words.pngPart }
    if (type === 'PLTE') palette = true
    if (type === 'IDAT') data = true
    if (type === 'IEND') return size === null || !data || length > 0 || (needsPalette(bytes) && !palette) ? cut : end === bytes.length ? size : { fault: words.pngHidden }
    at = end
  }
  return cut
}

function readHeader(view: DataView, at: number, length: number): PngSize | { readonly fault: string } {
  if (length !== 13) return { fault: words.pngHeader }
  const [width, height] = [view.getUint32(at), view.getUint32(at + 4)]
  const [depth, colour] = [view.getUint8(at + 8), view.getUint8(at + 9)]
  if (width === 0 || height === 0) return { fault: words.pngEmpty }
  if (width > limits.pictureSide || height > limits.pictureSide || width * height > limits.picturePixels)
    return { fault: words.pngLarge(width, height, limits.pictureSide, limits.picturePixels / 1024 / 1024) }
  if (!depths[colour]?.includes(depth) || view.getUint8(at + 10) !== 0 || view.getUint8(at + 11) !== 0 || view.getUint8(at + 12) > 1)
    return { fault: words.pngHeader }
  return { width, height }
}
