/** How the answer's text fits its box: the size of its letters, and whether one of its lines may be too long for it. */
import type { editor } from 'monaco-editor/editor'

/** Wrapping a longer text where a browser would wrap it takes seconds; it runs on in its lines instead. */
const mostWrapped = 4_000

/** Letter size, line height and padding: the same as the plain box has, so that nothing moves when one takes the other's place. */
export function measures(size: number): editor.IEditorOptions {
  return { fontSize: size * 1.125, lineHeight: Math.round(size * 1.75), padding: { top: size * 0.5, bottom: size * 0.5 } }
}

/** How many letters of a width in pixels stand side by side in an editor laid out so. */
export function columnsOf({ contentWidth, verticalScrollbarWidth }: Pick<editor.EditorLayoutInfo, 'contentWidth' | 'verticalScrollbarWidth'>, letter: number): number {
  return Math.floor((contentWidth - verticalScrollbarWidth) / letter)
}

/**
 * Whether a text is to be wrapped in a box of so many columns: where one of its lines may not fit. To find where a browser would wrap takes a layout of the
 * page at each key, which is saved for all others. Signs that may come from another face count for two.
 */
export function wraps(text: string, columns: number): boolean {
  if (text.length > mostWrapped) return false
  return text.split('\n').some(line => line.length + (line.match(/[^\x20-\x7e]/g)?.length ?? 0) > columns - 2)
}
