/** Whether KaTeX can set a formula, with its doors shut as in the window; and what no formula may hold, which needs no typesetter. */
import katex from 'katex'

/** Characters of one formula, and how deep its braces may be nested. Both are far beyond what a page can show. */
const most = { characters: 5_000, depth: 40 }

/** Commands that define commands, so that a short formula can unfold without end. */
const defining = /\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|providecommand)(?![A-Za-z])/
/** Commands that reach out of the formula: to addresses, files, and the page around it. */
const reaching = /\\(?:href|url|includegraphics|html(?:Class|Id|Style|Data))(?![A-Za-z])/

/** Why a formula is refused before anything sets it; null where it is not. */
export function texDanger(tex: string): string | null {
  const defines = defining.exec(tex)
  if (defines) return `\`${defines[0]}\` defines a command, and formulas in a pack define none. Write out what it stands for.`
  const reaches = reaching.exec(tex)
  if (reaches) return `\`${reaches[0]}\` reaches out of the formula. Formulas in a pack hold mathematics alone.`
  if (tex.length > most.characters) return `This formula has ${tex.length} characters. A formula has at most ${most.characters}.`
  let depth = 0
  for (let at = 0; at < tex.length; at++) {
    const c = tex[at]
    if (c === '\\') at++
    else if (c === '{' && ++depth > most.depth) return `The braces of this formula are nested more than ${most.depth} deep.`
    else if (c === '}') depth--
  }
  return null
}

/** KaTeX's objection, or null. For a formula that `texDanger` lets pass. */
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
    // Environments and scripts nest without braces; a stack that runs out on them is a formula that is too deep.
    if (error instanceof RangeError) return 'it is nested too deeply.'
    throw error
  }
}
