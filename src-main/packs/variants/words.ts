/** What is told of exercises that vary, in the language that is spoken when they are looked at. */
import { inEveryTongue } from '../../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const words = inEveryTongue<typeof english>({ en: english, de: german })
