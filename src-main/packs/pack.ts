/** A pack as the rest of the program uses it: read, checked for form, in teaching order. */
import type { Question } from '../checking/question.ts'
import type { DiagnosisCode } from '../checking/verdict.ts'
import type { SourceFile } from './yaml/document.ts'
import type { Path } from './yaml/places.ts'

export interface Outcome {
  readonly id: string
  readonly title: string
}
export interface Chapter {
  readonly id: string
  readonly title: string
}

export interface Pack {
  readonly id: string
  readonly title: string
  readonly version: string
  /** Markdown. */
  readonly about: string
  readonly authors: readonly string[]
  readonly licence: string | null
  readonly prerequisites: readonly string[]
  /** Skills that students bring along. */
  readonly assumes: readonly string[]
  readonly outcomes: readonly Outcome[]
  readonly chapters: readonly Chapter[]
  /** In the order in which they are taught. */
  readonly exercises: readonly Exercise[]
  /** PNG pictures by their path inside the pack. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** Paths of files that were meant as pictures and are none; each was told of when the pack was read. */
  readonly unshown?: ReadonlySet<string>
  /** Its `pack.yaml`, for problems that are found later; absent for a pack that was read from no files. */
  readonly source?: SourceFile
}

export interface Exercise {
  readonly id: string
  readonly title: string
  /** Id of a chapter, or null where the pack has none for it. */
  readonly chapter: string | null
  readonly outcomes: readonly string[]
  /** Rows of the lecture's table. */
  readonly rows: readonly number[]
  /** Skills that its prose explains. */
  readonly introduces: readonly string[]
  /** Markdown with TeX. */
  readonly intro: string
  /** Declarations and definitions that every part shares. */
  readonly given: Readonly<Record<string, string>>
  readonly define: Readonly<Record<string, string>>
  readonly parts: readonly Part[]
  /** Which variant this is; 0 where there is only one. */
  readonly seed: number
  /** The file it was read from, for problems that are found later. */
  readonly source: SourceFile
}

export interface Part {
  readonly id: string
  readonly title: string
  readonly prompt: string
  readonly outcomes: readonly string[]
  /** With the exercise's declarations and definitions. */
  readonly question: Question
  readonly hints: readonly Hint[]
  /** Markdown; null where the author wrote none. */
  readonly solution: string | null
  readonly tests: Tests | null
  /** Where it stands in the exercise's file. */
  readonly path: Path
}

/** `for`: the diagnosis after which it is given first; null for a hint that comes in its order. */
export interface Hint {
  readonly for: DiagnosisCode | null
  readonly say: string
}
export interface TestAnswer {
  readonly answer: string
  readonly diagnosis: DiagnosisCode | null
}
export interface Tests {
  readonly right: readonly string[]
  readonly wrong: readonly TestAnswer[]
  readonly unreadable: readonly TestAnswer[]
}
