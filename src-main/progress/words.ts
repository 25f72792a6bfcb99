/** What the store says to a learner, in the language that is spoken. */
import { inEveryTongue } from '../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const words = inEveryTongue<typeof english>({ en: english, de: german })
