/** Every sentence that the checker says, by stable ids, in the language that is spoken. */
import { inEveryTongue } from '../calculus/index.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'
import type { DiagnosisCode } from './verdict.ts'

export const words = inEveryTongue<typeof english>({ en: english, de: german })

/** The codes that make an answer invalid. */
export const invalidCodes: ReadonlySet<DiagnosisCode> = new Set(['syntax', 'unknown-name', 'ill-shaped', 'unbound-index', 'form'])
