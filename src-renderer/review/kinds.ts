/** Words for the codes of the main process. */
import { say, type WordKey } from '../words/index.ts'
import { language } from '../words/language.svelte.ts'

/** What a kind of mistake is called; a code of a newer version stands for itself. */
export function mistakeWords(code: string): string {
  const key = `mistake.${code}`
  return key in language.words ? say(key as WordKey) : say('mistake.unknown', { code })
}

/** Signs of a verdict, for the eye; its word stands beside it. */
export const signs = { correct: '✓', incorrect: '✕', invalid: '!', undecided: '?' } as const

/** Signs of how an exercise went. */
export const howSigns = { unaided: '✓', hint: '✓', mistakes: '✓', solution: '–', open: '✕' } as const
