/** From bytes to text, within limits. */
import type { PackProblem } from './problem.ts'

/** Bytes that one YAML file may have. */
export const maxFileBytes = 256 * 1024

/** The text of a file: UTF-8, with or without a byte order mark. A problem where it is too large or not UTF-8. */
export function decode(file: string, content: Uint8Array | string): string | PackProblem {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  if (bytes.length > maxFileBytes) {
    return {
      code: 'too-large',
      severity: 'error',
      file,
      line: 1,
      column: 1,
      message: `This file has ${Math.ceil(bytes.length / 1024)} kB. A pack's text files have at most ${maxFileBytes / 1024} kB each.`,
    }
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return decoder.decode(bytes)
  } catch {
    return {
      code: 'encoding',
      severity: 'error',
      file,
      line: badLine(bytes),
      column: 1,
      message: 'This line is not UTF-8 text. Save the file with the encoding UTF-8.',
    }
  }
}

/**
 * The first line, counted from 1, that is not UTF-8. A line feed is never part of another character in UTF-8, so that lines can be tried by
 * themselves.
 */
function badLine(bytes: Uint8Array): number {
  const loose = new TextDecoder('utf-8', { ignoreBOM: true })
  for (let line = 1, from = 0; from <= bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    if (loose.decode(bytes.subarray(from, to)).includes('\uFFFD')) return line
    from = to + 1
  }
  return 1
}
