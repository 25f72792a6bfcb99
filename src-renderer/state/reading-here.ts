/** Readings made in the window itself: a way over the main process and back takes longer than a key may. */
import type { Api } from '../../src-main/app/contract.ts'
import type { ReadingScope } from '../../src-main/app/reading.ts'
import { language } from '../words/language.svelte.ts'
import type { PartRef, Reading } from './api-types.ts'

/** How a text reads; null where the main process should be asked. */
export type ReadHere = (text: string) => Reading | null

/** Beyond this many characters a reading could hold up the keys; the main process has all the time. */
export const longestHere = 400

/** The reader for one part, once what its answers are read against and the code that reads are here; null where only the main process can read them. */
export async function readHere(host: Api, ref: PartRef): Promise<ReadHere | null> {
  const [{ scope }, { readerOf, speak }] = await Promise.all([host.readingScope(ref), import('../../src-main/app/reading.ts')])
  if (scope === null) return null
  const read = readerOf(scope as ReadingScope)
  return text => {
    if (text.length > longestHere) return null
    speak(language.tongue)
    return read(text) as Reading
  }
}
