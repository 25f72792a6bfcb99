/**
 * Exercises of which only the outline is known at first: what lists, progress and the order of teaching go by. The rest is read when somebody asks
 * for it, so that a large pack opens as quickly as a small one.
 */
import type { Exercise, Part } from './pack.ts'
import type { SourceFile } from './yaml/document.ts'

/** What is known of an exercise without its file being read. Kept as JSON. */
export interface Outline {
  readonly id: string
  readonly title: string
  readonly chapter: string | null
  readonly outcomes: readonly string[]
  readonly rows: readonly number[]
  readonly introduces: readonly string[]
  /** `outcomes`: null where they are those of the exercise. */
  readonly parts: readonly { readonly id: string; readonly title: string; readonly outcomes: readonly string[] | null }[]
}

/** The outline of an exercise as its file has it, before its pack drops outcomes that there are not. */
export function outlineOf({ id, title, chapter, outcomes, rows, introduces, parts }: Exercise): Outline {
  return {
    id, title, chapter, outcomes, rows, introduces,
    parts: parts.map(part => ({ id: part.id, title: part.title, outcomes: part.outcomes === outcomes ? null : part.outcomes })),
  }
}

/** An exercise like any other. `read` is called once, when something that is not in the outline is first asked for. */
export function outlined(outline: Outline, source: SourceFile, read: () => Exercise): Exercise {
  let known: Exercise | undefined
  const whole = (): Exercise => (known ??= read())
  const { id, title, chapter, outcomes, rows, introduces } = outline
  return {
    id, title, chapter, outcomes, rows, introduces,
    get intro() { return whole().intro },
    get given() { return whole().given },
    get define() { return whole().define },
    parts: outline.parts.map((part, n): Part => ({
      id: part.id,
      title: part.title,
      get prompt() { return whole().parts[n]!.prompt },
      outcomes: part.outcomes ?? outcomes,
      get question() { return whole().parts[n]!.question },
      get hints() { return whole().parts[n]!.hints },
      get solution() { return whole().parts[n]!.solution },
      get tests() { return whole().parts[n]!.tests },
      path: ['parts', n],
    })),
    seed: 0,
    source,
  }
}

/** Whether what was kept is an outline, as far as anything could stumble over it. */
export function isOutline(kept: unknown): kept is Outline {
  const { id, title, chapter, outcomes, rows, introduces, parts } = (kept ?? {}) as Readonly<Record<string, unknown>>
  return (
    typeof id === 'string' && typeof title === 'string' && (chapter === null || typeof chapter === 'string') && areTexts(outcomes) &&
    Array.isArray(rows) && areTexts(introduces) && Array.isArray(parts) &&
    parts.every((part: Readonly<Record<string, unknown>> | null) =>
      typeof part?.id === 'string' && typeof part.title === 'string' && (part.outcomes === null || areTexts(part.outcomes)))
  )
}

function areTexts(list: unknown): list is readonly string[] {
  return Array.isArray(list) && list.every(item => typeof item === 'string')
}
