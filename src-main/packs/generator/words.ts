/** What a generated exercise says, in the language that is spoken when it is put into words. The question itself is the same in each. */
import { inEveryTongue } from '../../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const words = inEveryTongue<typeof english>({ en: english, de: german })
