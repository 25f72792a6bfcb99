/** What the app itself says to a learner, in the language that is spoken. Why a pack is refused is said in `packs`; what else is told to its author there is in English. */
import { inEveryTongue } from '../../calculus/index.ts'
import * as english from './english.ts'
import * as german from './german.ts'

export const refusalWords = inEveryTongue<typeof english.refusals>({ en: english.refusals, de: german.refusals })
export const problemWords = inEveryTongue<typeof english.problems>({ en: english.problems, de: german.problems })
export const askWords = inEveryTongue<typeof english.asks>({ en: english.asks, de: german.asks })
export const givenWords = inEveryTongue<typeof english.givens>({ en: english.givens, de: german.givens })
export const completionWords = inEveryTongue<typeof english.completions>({ en: english.completions, de: german.completions })
