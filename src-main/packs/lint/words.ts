/** What lint tells the author of a pack, in the language that is spoken when it looks. What keeps a pack from being installed is said by `archive/words.ts`. */
import { inEveryTongue } from '../../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

export const words = inEveryTongue<typeof english>({ en: english, de: german })
