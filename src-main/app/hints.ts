/** Which hints of a part were shown, and which come next. */
import type { Hint, Part } from '../packs/index.ts'
import type { Keeper } from './keeper.ts'
import { practicePack } from './practice.ts'
import type { VariantPlace } from './show/place.ts'

export interface Hints {
  /** In the order in which they were taken. */
  readonly shown: readonly string[]
  /** In the order in which they would be given: those for the diagnosis first, then the others in the author's order. */
  readonly left: readonly Hint[]
}

/** `diagnosis`: that of the last verdict. Hints for other diagnoses are not given. `since`: what was taken before is left out. */
export function hintsOf(keeper: Keeper, { seed = '', ...place }: VariantPlace, part: Part, diagnosis: string | undefined, since = -Infinity): Hints {
  const generated = place.pack === practicePack.id
  const taken = keeper
    .history({ ...place, kind: 'hint', limit: 500 })
    .filter(event => event.seed === seed && event.at >= since)
    .map(event => said(event.detail, generated ? part : null))
    .toReversed()
  const known = new Set(part.hints.map(hint => hint.say))
  // A pack may have been changed since: only hints that it still has are shown, each once.
  const shown = [...new Set(taken.filter(say => say !== null && known.has(say)))] as string[]
  const open = part.hints.filter(hint => !shown.includes(hint.say))
  return { shown, left: [...open.filter(hint => hint.for !== null && hint.for === diagnosis), ...open.filter(hint => hint.for === null)] }
}

/** The hint that was taken. One of a generated exercise is known by its place: its words were those of the language that was spoken. */
function said(detail: unknown, part: Part | null): string | null {
  if (typeof detail !== 'object' || detail === null) return null
  if (part !== null && 'at' in detail && typeof detail.at === 'number') return part.hints[detail.at]?.say ?? null
  const say = 'say' in detail ? detail.say : null
  return typeof say === 'string' ? say : null
}
