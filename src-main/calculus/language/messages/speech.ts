/** The words in which mathematics is read out, in the language that is spoken. */
import * as english from './english/speech.ts'
import * as german from './german/speech.ts'
import { inEveryTongue } from './tongue.ts'

/** For what a learner typed, as it was typed. */
export const readingWords = inEveryTongue<typeof english.reading>({ en: english.reading, de: german.reading })
/** For what is printed. */
export const printedWords = inEveryTongue<typeof english.printed>({ en: english.printed, de: german.printed })
