/** Whether KaTeX can set a formula, with its doors shut as in the window. */
import katex from 'katex'
import { plainFault } from './tex-faults.ts'
import { words } from './words.ts'

/** KaTeX's objection in plain words, or null. For a formula that `texDanger` lets pass. */
export function texFault(tex: string, display: boolean): string | null {
  try {
    katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: 500,
      maxSize: 20,
      macros: {},
    })
    return null
  } catch (error) {
    if (error instanceof katex.ParseError) return plainFault(error.rawMessage ?? error.message)
    // Environments and scripts nest without braces; a stack that runs out on them is a formula that is too deep.
    if (error instanceof RangeError) return words.tooDeep
    throw error
  }
}
