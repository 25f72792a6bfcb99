import { answer } from './answer.ts'
import { exercise } from './exercise.ts'
import { library } from './library.ts'
import { shell } from './shell.ts'
import { trouble } from './trouble.ts'
import { verdict } from './verdict.ts'

/** English, complete: it is the catalogue that says which keys there are. */
export const english = { ...answer, ...exercise, ...library, ...shell, ...trouble, ...verdict } as const
