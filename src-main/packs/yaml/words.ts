/** What is told of a text that is no YAML, or is not what its author thinks, in the language that is spoken when it is read. */
import { inEveryTongue } from '../../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const words = inEveryTongue<typeof english>({ en: english, de: german })
