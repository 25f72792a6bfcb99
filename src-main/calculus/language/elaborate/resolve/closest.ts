/** What a name that is not known was likely meant to be. */
import { GREEK_NAMES } from '../../syntax/letters.ts'
import { nearest } from '../../syntax/nearest.ts'
import { arrayFunctions, entrywiseNames, type Vocabulary } from './vocabulary.ts'

/** Known names near this one, the likeliest first: the same letters in other case, then the nearest by spelling. */
export function closest(text: string, vocabulary: Vocabulary): readonly string[] {
  const declared = vocabulary.declared()
  const names = [...declared, ...vocabulary.sizes, ...arrayFunctions.keys(), ...entrywiseNames, 'pi', 'delta', 'I']
  const sameLetters = (text.length === 1 ? declared : names).filter(n => n !== text && n.toLowerCase() === text.toLowerCase())
  const near = GREEK_NAMES.includes(text) ? null : nearest(text, names)
  return [...new Set([...vocabulary.subscripted.get(text) ?? [], ...sameLetters, ...(near ? [near] : [])])]
}
