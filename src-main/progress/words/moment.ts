/** A time in a sentence to the learner: as one says it where the learner is, and by the clock there. */
import type { Tongue } from '../../calculus/index.ts'

const plain: Readonly<Record<Tongue, string>> = { en: 'en-GB', de: 'de-DE' }

/** The system's own variety of the language, `de-AT`, where it says that it speaks that language at all. */
function localeOf(tongue: Tongue): string {
  // A system without a language passes for American.
  const { LC_ALL, LC_TIME, LANG } = process.env
  const unsaid = process.platform === 'linux' && /^($|C\b|POSIX)/.test(LC_ALL || LC_TIME || LANG || '')
  const { locale } = new Intl.DateTimeFormat().resolvedOptions()
  return !unsaid && locale.split('-')[0] === tongue ? locale : plain[tongue]
}

/** `at`: in ms since 1970. `3 November 2026 at 11:00`, `3. November 2026 um 11:00`. */
export function moment(at: number, tongue: Tongue): string {
  return new Intl.DateTimeFormat(localeOf(tongue), { dateStyle: 'long', timeStyle: 'short' }).format(at)
}
