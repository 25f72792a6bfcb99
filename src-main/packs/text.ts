/** From bytes to text, within limits. */
import { inBytes, limits } from './limits.ts'
import type { PackProblem } from './problem.ts'
import { words as refusals } from './archive/words.ts'
import { words } from './words.ts'

/** The text of a file: UTF-8, with or without a byte order mark. A problem where it is too large or not UTF-8. */
export function decode(file: string, content: Uint8Array | string): string | PackProblem {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const whole = (code: PackProblem['code'], message: string): PackProblem => ({ code, severity: 'error', file, line: 1, column: 1, message })
  if (bytes.length > limits.fileBytes)
    return whole('too-large', refusals.textTooLarge(inBytes(bytes.length), inBytes(limits.fileBytes)))
  if (isUtf16(bytes)) return whole('encoding', words.utf16)
  if (bytes.length > 3 && bytes.subarray(0, 200).every((byte, at) => (byte === 0) === (at % 2 === (bytes[0] === 0 ? 0 : 1)))) return whole('encoding', words.likeUtf16)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const text = decoder.decode(bytes)
    return text.includes('\r') && !text.includes('\n') ? whole('encoding', words.lineEnds) : text
  } catch {
    return {
      code: 'encoding',
      severity: 'error',
      file,
      ...badPlace(bytes),
      message: words.notUtf8,
    }
  }
}

/**
 * The first line, counted from 1, that is not UTF-8, and the first column in it. A line feed is never part of another character in UTF-8, so that
 * lines can be tried by themselves.
 */
function badPlace(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  const loose = new TextDecoder('utf-8', { ignoreBOM: true })
  for (let line = 1, from = 0; from <= bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    const column = loose.decode(bytes.subarray(from, to)).indexOf('\uFFFD') + 1
    if (column > 0) return { line, column }
    from = to + 1
  }
  return { line: 1, column: 1 }
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}
