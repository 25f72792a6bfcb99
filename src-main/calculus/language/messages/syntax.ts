/** What is said to a learner about a text that cannot be read, by its stable id, in the language that is spoken. */
import { syntax as english } from './english/syntax.ts'
import { syntax as german } from './german/syntax.ts'
import { inEveryTongue } from './tongue.ts'

export const syntaxMessages = inEveryTongue<typeof english>({ en: english, de: german })

/** The id of a message about syntax. */
export type SyntaxId = keyof typeof english
