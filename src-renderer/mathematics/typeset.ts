/** KaTeX with its doors shut: no links, no classes or styles out of the text, bounded expansion, and errors shown as the source. */
import katex, { type TrustContext } from 'katex'
import { notation } from '../state/notation.svelte.ts'
import { inNotation } from './notation.ts'

export interface TypesetOptions {
  /** On a line of its own, with full-size sums and fractions. */
  readonly display: boolean
  /** Leave out MathML: for formulas whose spoken form stands beside them. */
  readonly silent: boolean
  /** The formula comes from the main process's own typesetter, and its pieces carry their place in the learner's text. Never for a text of a pack. */
  readonly marked?: boolean
}

/** The one attribute that is let through, and nothing but a place in it. */
function isPlace(context: TrustContext): boolean {
  if (context.command !== '\\htmlData') return false
  const entries = Object.entries(context.attributes)
  return entries.length === 1 && entries.every(([name, value]) => name === 'data-span' && /^\d{1,7}-\d{1,7}$/.test(value))
}

/** Typesets `tex` into `node`, in place of what is there, in the reader's notation. Text that is no TeX appears as it was written. Never throws. */
export function typeset(tex: string, node: HTMLElement, { display, silent, marked = false }: TypesetOptions): void {
  try {
    katex.render(inNotation(tex, notation), node, {
      displayMode: display,
      output: silent ? 'html' : 'htmlAndMathml',
      trust: marked ? isPlace : false,
      strict: 'ignore',
      throwOnError: false,
      errorColor: 'currentColor',
      maxExpand: 500,
      maxSize: 20,
      macros: {},
    })
  } catch {
    node.textContent = tex
  }
}

const faces = ['1em KaTeX_Main', 'italic 1em KaTeX_Math', 'bold 1em KaTeX_Main', '1em KaTeX_AMS', '1em KaTeX_Size1', '1em KaTeX_Size2', '1em KaTeX_Size3', '1em KaTeX_Size4']

/** Fetches the mathematical fonts ahead of need, so that a formula has its final size when it first shows. */
export function warmFonts(): void {
  for (const face of faces) void document.fonts.load(face).catch(() => undefined)
}
