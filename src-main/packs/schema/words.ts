/** What is wrong with the form of a pack file, in the language that is spoken when it is read. What fields are for stands in `field-words.ts`. */
import { inEveryTongue } from '../../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const words = inEveryTongue<typeof english>({ en: english, de: german })
