/** What the commands for packs say, in the language that was asked for. */
import { inEveryTongue } from '../../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const told = inEveryTongue<typeof english>({ en: english, de: german })
