/** Whether KaTeX can set a formula, with its doors shut as in the window. */
import katex from 'katex'

/** KaTeX's objection, or null. */
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
    if (error instanceof katex.ParseError) return error.rawMessage ?? error.message
    throw error
  }
}
