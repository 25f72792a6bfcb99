/** What is wrong with a pack, and where: a value that an author reads, never an exception. */
import type { Mend } from '../calculus/problem.ts'

/** Stable codes, for tests, translations and documentation. */
export type PackProblemCode =
  // The file itself.
  | 'unreadable-file'
  | 'too-large'
  | 'too-many-files'
  | 'encoding'
  | 'symbolic-link'
  | 'unknown-file'
  | 'picture'
  | 'svg'
  // A pack in one file.
  | 'no-archive'
  | 'cut-off'
  | 'damaged'
  | 'encrypted'
  | 'multi-disk'
  | 'unknown-method'
  | 'unsafe-name'
  | 'name-collision'
  | 'special-file'
  | 'overlap'
  | 'ratio'
  // Its YAML.
  | 'yaml'
  | 'tab'
  | 'quotes'
  | 'escape'
  | 'duplicate-field'
  | 'indentation'
  | 'unclosed'
  | 'alias'
  | 'tag'
  | 'too-deep'
  | 'two-documents'
  // Its fields.
  | 'unknown-field'
  | 'missing-field'
  | 'wrong-type'
  | 'wrong-value'
  | 'empty'
  | 'too-long'
  | 'misplaced-field'
  | 'vary'
  // The pack as a whole.
  | 'no-pack'
  | 'newer-format'
  | 'duplicate-id'
  | 'unknown-outcome'
  | 'unknown-chapter'
  | 'unknown-skill'
  | 'no-exercises'
  // What only the checker can tell.
  | 'question'
  | 'no-tests'
  | 'failed-test'
  | 'hint-tells'
  | 'idle-mistake'
  | 'solution-astray'
  | 'reference'
  | 'prerequisite'
  | 'tex'
  | 'html'
  | 'link'
  | 'markdown'

export interface PackProblem {
  readonly code: PackProblemCode
  /** `error`: the file, or the thing the problem is about, cannot be used. `warning`: it can, but an author should look at it. */
  readonly severity: 'error' | 'warning'
  /** Path inside the pack, with `/`. */
  readonly file: string
  /** Counted from 1; columns in UTF-16 units. Both 1 where the problem is about the file as a whole. */
  readonly line: number
  readonly column: number
  /** Plain words: what is wrong, and what would mend it. */
  readonly message: string
  /** A replacement of a range of the file's text (UTF-16 offsets), where there is a likely one. */
  readonly mend?: Mend
}

/** One line for a terminal or a list: `shapes/layer.yaml:12:5: …`. */
export function formatProblem(problem: PackProblem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`
}

/** By file, then line, then column: the order in which an author goes through a pack. */
export function byPlace(a: PackProblem, b: PackProblem): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column
}
