/** What the history is narrowed to, as the main process is asked for it. */
import type { CallInput } from '../../src-main/app/contract.ts'
import type { Narrowed } from '../state/review-route.ts'

/** Entries of a page. */
export const pageRows = 50

/** `after`: where the page begins; without it, at the newest. */
export function inputOf({ all, ...plain }: Narrowed, after?: string): CallInput<'attempts'> {
  // A verdict or a mistake is only had by an attempt.
  const everything = all === true && plain.verdict === undefined && plain.mistake === undefined
  return { ...plain, ...(everything && { kind: 'all' as const }), limit: pageRows, ...(after === undefined ? {} : { after }) }
}

/** The same with one thing changed; nothing, or an empty text, takes it away. */
export function changed<K extends keyof Narrowed>(narrowed: Narrowed, change: { readonly [P in K]: Narrowed[P] | '' | undefined }): Narrowed {
  return Object.fromEntries(Object.entries({ ...narrowed, ...change }).filter(([, value]) => value !== undefined && value !== '')) as Narrowed
}
