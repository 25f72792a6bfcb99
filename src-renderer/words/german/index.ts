import type { Words } from '../language.svelte.ts'
import { answer } from './answer.ts'
import { exercise } from './exercise.ts'
import { figures } from './figures.ts'
import { keys } from './keys.ts'
import { learners } from './learners.ts'
import { library } from './library.ts'
import { packs } from './packs.ts'
import { practice } from './practice.ts'
import { review } from './review.ts'
import { shell } from './shell.ts'
import { trouble } from './trouble.ts'
import { verdict } from './verdict.ts'

/** German: every key of the English catalogue. */
export const german: Words = { ...answer, ...exercise, ...figures, ...keys, ...learners, ...library, ...packs, ...practice, ...review, ...shell, ...trouble, ...verdict }
