/** What a pack brings against the version of it that is installed. Progress is kept by the ids of exercises and parts, so ids are what counts. */
import type { Exercise, Pack } from '../pack.ts'
import { compareVersions } from './version.ts'

export interface Changes {
  /** The version that is installed. */
  readonly from: string
  readonly direction: 'newer' | 'older' | 'same'
  /** Titles of exercises. Of those `changed`, something that students see or that is asked is another; attempts at them stay. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
  /** How many parts, of exercises that are still there, are gone: attempts at them stay in the history, and count for nothing. */
  readonly partsRemoved: number
}

export function changesOf(installed: Pack, next: Pack): Changes {
  const before = new Map(installed.exercises.map(exercise => [exercise.id, exercise]))
  const after = new Map(next.exercises.map(exercise => [exercise.id, exercise]))
  const order = compareVersions(next.version, installed.version)
  const both = next.exercises.flatMap(exercise => {
    const old = before.get(exercise.id)
    return old ? [{ old, exercise }] : []
  })
  return {
    from: installed.version,
    direction: order > 0 ? 'newer' : order < 0 ? 'older' : 'same',
    added: next.exercises.filter(exercise => !before.has(exercise.id)).map(exercise => exercise.title),
    removed: installed.exercises.filter(exercise => !after.has(exercise.id)).map(exercise => exercise.title),
    changed: both.filter(({ old, exercise }) => contentOf(old) !== contentOf(exercise)).map(({ exercise }) => exercise.title),
    partsRemoved: both.reduce((sum, { old, exercise }) => sum + old.parts.filter(part => !exercise.parts.some(each => each.id === part.id)).length, 0),
  }
}

/** All of an exercise but the file that it was read from. */
function contentOf({ source: _, ...content }: Exercise): string {
  return JSON.stringify(content)
}
