/** Where the reader is, kept in the address's fragment, so that a reload or a restart finds the same place. */
import { parseReview, type ReviewRoute } from './review-route.ts'

export type Route =
  | { readonly at: 'library' }
  | { readonly at: 'practice' }
  | { readonly at: 'learners' }
  | { readonly at: 'data' }
  | ReviewRoute
  /** `files`: full paths of packs that the app was started with, to be looked over. */
  | { readonly at: 'packs'; readonly files?: readonly string[] }
  | ExerciseRoute
  | { readonly at: 'nowhere' }

export interface ExerciseRoute extends Within {
  readonly at: 'exercise'
  readonly pack: string
  readonly id: string
  readonly part: string | null
}

/** Which variant of an exercise, and the practice or review that it belongs to. */
export interface Within {
  /** Left out: the first variant. */
  readonly seed?: number
  readonly run?: PracticeRun
  /** It is a review, which began then (ms since 1970): what was done before is left out of sight. */
  readonly since?: number
}

/** Endless practice as it was asked for, and how this question came about: kept in the address, so that reload and Back know it too. */
export interface PracticeRun {
  /** The outcome that was chosen; null: whichever is furthest behind. */
  readonly outcome: string | null
  /** The level that was chosen; null: the one that fits. */
  readonly level: number | null
  /** The level of this question. */
  readonly now: number
  /** That of the question before it, where it was of the same outcome. */
  readonly before?: number
}

/** Reads a fragment such as `#/exercise/course/norm/matrix?seed=3`. Never throws: what it cannot read is `nowhere`. */
export function parseRoute(fragment: string): Route {
  const [path = '', query = ''] = fragment.split('?', 2)
  const pieces = path.replace(/^#?\/?/, '').split('/').filter(piece => piece !== '')
  let decoded: string[]
  try {
    decoded = pieces.map(decodeURIComponent)
  } catch {
    return { at: 'nowhere' }
  }
  const [head, pack, id, part] = decoded
  const asked = new URLSearchParams(query)
  if (head === undefined) return { at: 'library' }
  if ((head === 'practice' || head === 'learners' || head === 'data') && decoded.length === 1) return { at: head }
  if (head === 'review') return parseReview(decoded.slice(1), asked) ?? { at: 'nowhere' }
  if (head === 'packs') return { at: 'packs', ...(decoded.length > 1 && { files: decoded.slice(1) }) }
  if (head !== 'exercise' || pack === undefined || id === undefined || decoded.length > 4) return { at: 'nowhere' }
  const within = parseWithin(asked)
  return within === null ? { at: 'nowhere' } : { at: 'exercise', pack, id, part: part ?? null, ...within }
}

/**
 * The route that follows another. Files that are still in that one were not taken yet, since whoever takes them corrects the address: they go along with
 * those that came after them.
 */
export function withFilesOf(before: Route, now: Route): Route {
  return before.at === 'packs' && before.files !== undefined && now.at === 'packs' && now.files !== undefined ? { ...now, files: [...before.files, ...now.files] } : now
}

function parseWithin(asked: URLSearchParams): Within | null {
  const seed = whole(asked.get('seed') ?? '0', 0xffff_ffff)
  const since = whole(asked.get('review') ?? '0', Number.MAX_SAFE_INTEGER)
  if (seed === null || since === null) return null
  const variant = { ...(seed === 0 ? {} : { seed }), ...(since === 0 ? {} : { since }) }
  const outcome = asked.get('practice')
  if (outcome === null) return variant
  const now = whole(asked.get('at') ?? '', 9)
  const level = asked.get('level') ?? 'fits'
  const chosen = level === 'fits' ? null : whole(level, 9)
  const before = whole(asked.get('from') ?? '', 9)
  if (now === null || (level !== 'fits' && chosen === null)) return null
  return { ...variant, run: { outcome: outcome === 'any' ? null : outcome, level: chosen, now, ...(before === null ? {} : { before }) } }
}

/** A whole number from 0 to `most`, in digits alone; else null. */
function whole(text: string, most: number): number | null {
  const value = Number(text)
  return /^\d{1,16}$/.test(text) && value <= most ? value : null
}

/** The address of an exercise, or of one part of it, in one of its variants. */
export function exerciseAddress(pack: string, id: string, part?: string, { seed = 0, run, since }: Within = {}): string {
  const query = new URLSearchParams({
    ...(seed === 0 ? {} : { seed: String(seed) }),
    ...(since === undefined ? {} : { review: String(since) }),
    ...(run === undefined ? {} : { practice: run.outcome ?? 'any', level: String(run.level ?? 'fits'), at: String(run.now) }),
    ...(run?.before === undefined ? {} : { from: String(run.before) }),
  }).toString()
  return '#/exercise/' + [pack, id, ...(part === undefined ? [] : [part])].map(encodeURIComponent).join('/') + (query === '' ? '' : `?${query}`)
}

export const libraryAddress = '#/'
export const practiceAddress = '#/practice'
export const packsAddress = '#/packs'
