/** What stands in no file. */
import type { SourceFile } from '../yaml/document.ts'

/** The source of something that was made, not read: whatever is told of it is told of its beginning. */
export function unfiled(file: string, value: unknown): SourceFile {
  const start = { line: 1, column: 1, from: 0, to: 0 }
  return {
    file, text: '', value, place: () => start, within: () => start,
    problem: (code, message, place, more = {}) => ({
      code, severity: more.severity ?? 'error', file, line: place.line, column: place.column, message, ...(more.mend ? { mend: more.mend } : {}),
    }),
  }
}
