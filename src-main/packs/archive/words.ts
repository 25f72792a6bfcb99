/** Why a file is refused as a pack, in the language that is spoken when it is looked at. */
import { inEveryTongue } from '../../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const words = inEveryTongue<typeof english>({ en: english, de: german })
