/** What is told of a pack as it is read, in the language that is spoken then. What its YAML, its fields and its file as a whole may lack stands in rooms of their own. */
import { inEveryTongue } from '../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const words = inEveryTongue<typeof english>({ en: english, de: german })
