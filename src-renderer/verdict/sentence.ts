/** What a verdict says, with its shapes as the window writes them. The words of an exercise's author stay as they are. */
import type { Diagnosis } from '../state/api-types.ts'
import { shapesIn } from '../words/index.ts'

type Told = Pick<Diagnosis, 'code' | 'message'>

/** The sentence of a verdict. */
export function sentenceOf({ sentence, diagnosis }: { readonly sentence: string; readonly diagnosis: readonly Told[] }): string {
  return diagnosis.some(each => each.code === 'mistake') ? sentence : shapesIn(sentence)
}

/** One of its diagnoses. */
export function messageOf({ code, message }: Told): string {
  return code === 'mistake' ? message : shapesIn(message)
}
