/** What a verdict says, piece by piece: the app's own words with their shapes as the window writes them, and the words of an exercise's author, which are prose with formulas. */
import type { Diagnosis, Part } from '../state/api-types.ts'
import { shapesIn } from '../words/index.ts'

type Told = Pick<Diagnosis, 'code' | 'message'>

export interface Piece {
  readonly text: string
  /** Whether it is Markdown with TeX between dollar signs. */
  readonly authored: boolean
}

/** The sentence of a verdict. */
export function sentencePieces({ sentence, diagnosis }: { readonly sentence: string; readonly diagnosis: readonly Told[] }): readonly Piece[] {
  const authored = diagnosis.find(({ code, message }) => code === 'mistake' && message !== '' && sentence.includes(message))?.message
  if (authored === undefined) return [plain(sentence)]
  const at = sentence.indexOf(authored)
  const pieces = [plain(sentence.slice(0, at)), { text: authored, authored: true }, plain(sentence.slice(at + authored.length))]
  return pieces.filter(({ text }) => text !== '')
}

/** One of its diagnoses. */
export function messagePieces({ code, message }: Told): readonly Piece[] {
  return code === 'mistake' ? [{ text: message, authored: true }] : [plain(message)]
}

function plain(text: string): Piece {
  return { text: shapesIn(text), authored: false }
}

/** A shape, a choice or a number has one judge, and the sentence is all that it says. `null`: it is not known any more what was asked. */
export function haveTwoJudges(kind: Part['kind'] | null): boolean {
  return kind !== null && kind !== 'shape' && kind !== 'choice' && kind !== 'number'
}
