/** Addresses of the review screens. */

export const reviewTabs = ['outcomes', 'due', 'mistakes', 'history', 'exchange'] as const
export type ReviewTab = (typeof reviewTabs)[number]

/** What the history is narrowed to. Days as `2026-11-23`, both included. */
export interface Narrowed {
  readonly outcome?: string
  readonly pack?: string
  /** Only with `pack`. */
  readonly exercise?: string
  readonly verdict?: 'correct' | 'incorrect' | 'undecided'
  readonly mistake?: string
  readonly from?: string
  readonly to?: string
  /** Hints, shown solutions and skips too. */
  readonly all?: true
}

export type ReviewRoute =
  | { readonly at: 'review'; readonly tab: ReviewTab; readonly narrowed: Narrowed }
  /** All of it on paper. */
  | { readonly at: 'report' }
  /** An attempt opened again, by its id. */
  | { readonly at: 'attempt'; readonly id: string }

/** Reads the decoded pieces after `review`, and the query. Null for what is no such address. */
export function parseReview(pieces: readonly string[], asked: URLSearchParams): ReviewRoute | null {
  const [head = 'outcomes', id] = pieces
  if (head === 'attempt') return id === undefined || pieces.length > 2 ? null : { at: 'attempt', id }
  if (pieces.length > 1) return null
  if (head === 'report') return { at: 'report' }
  const tab = reviewTabs.find(each => each === head)
  return tab === undefined ? null : { at: 'review', tab, narrowed: narrowedBy(asked) }
}

/** What cannot be read narrows nothing. */
function narrowedBy(asked: URLSearchParams): Narrowed {
  const text = (name: string) => asked.get(name)?.slice(0, 200) || undefined
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(asked.get(name) ?? '') ? asked.get(name)! : undefined)
  const verdict = (['correct', 'incorrect', 'undecided'] as const).find(each => each === asked.get('verdict'))
  const [outcome, pack, mistake, from, to] = [text('outcome'), text('pack'), text('mistake'), day('from'), day('to')]
  const exercise = pack === undefined ? undefined : text('exercise')
  return {
    ...(outcome !== undefined && { outcome }), ...(pack !== undefined && { pack }), ...(exercise !== undefined && { exercise }), ...(verdict && { verdict }),
    ...(mistake !== undefined && { mistake }), ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(asked.get('all') === '1' && { all: true as const }),
  }
}

export function reviewAddress(tab: ReviewTab = 'outcomes', { all, ...plain }: Narrowed = {}): string {
  const query = new URLSearchParams({ ...plain, ...(all === true && { all: '1' }) }).toString()
  return `#/review/${tab}${query === '' ? '' : `?${query}`}`
}

export function attemptAddress(id: string): string {
  return `#/review/attempt/${encodeURIComponent(id)}`
}

export const reportAddress = '#/review/report'
export const learnersAddress = '#/learners'
/** How the store is, and its backups. */
export const dataAddress = '#/data'
