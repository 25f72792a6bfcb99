/**
 * Which piece of the answer is looked at: one of the typeset line, that under the pointer in the editor, or that at the caret, in this order. Each view
 * says where it is looked at, and all show the same piece.
 */
import type { Reading } from '../state/api-types.ts'
import type { Span } from './editor.ts'

export type Piece = Reading['parts'][number]

export class Lens {
  /** Where the caret stands while the answer has the focus; else null. */
  caret: number | null = $state(null)
  /** The place under the pointer in the editor. */
  pointer: number | null = $state(null)
  /** The piece of the typeset line that is pointed at, or was walked to by keys. */
  part: Span | null = $state.raw(null)

  /** The piece that is looked at, by a reading of the text as it stands. */
  piece(reading: Reading | null): Piece | null {
    const { part } = this
    if (part !== null) return reading?.parts.find(each => each.from === part.from && each.to === part.to) ?? null
    return pieceAt(reading, this.pointer ?? this.caret)
  }

  /** The same where lighting it tells something: the whole answer is lit only when it is pointed at. */
  lit(reading: Reading | null): Piece | null {
    const piece = this.piece(reading)
    if (piece === null || piece.from === piece.to || this.part !== null || this.pointer !== null) return piece
    return reading?.parts.some(each => each.from <= piece.from && piece.to <= each.to && each !== piece) === true ? piece : null
  }

  /** Nothing is looked at any more, as when another part comes into sight. */
  clear(): void {
    this.caret = null
    this.pointer = null
    this.part = null
  }
}

/** The smallest piece of the answer around an offset that has a shape, or null. */
export function pieceAt(reading: Reading | null, offset: number | null): Piece | null {
  if (reading === null || offset === null) return null
  let best: Piece | null = null
  for (const piece of reading.parts) {
    if (piece.from <= offset && offset <= piece.to && (best === null || piece.to - piece.from <= best.to - best.from)) best = piece
  }
  return best
}
