/** What no formula in a pack may hold. Needs no typesetter. */
import { words } from '../archive/words.ts'

/** Characters of one formula, and how deep its braces may be nested. Both are far beyond what a page can show. */
const most = { characters: 5_000, depth: 40 }

/** Commands that define commands, so that a short formula can unfold without end. */
const defining = /\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|providecommand)(?![A-Za-z])/
/** Commands that reach out of the formula: to addresses, files, and the page around it. */
const reaching = /\\(?:href|url|includegraphics|html(?:Class|Id|Style|Data))(?![A-Za-z])/

/** Why a formula is refused before anything sets it; null where it is not. */
export function texDanger(tex: string): string | null {
  const defines = defining.exec(tex)
  if (defines) return words.defining(defines[0])
  const reaches = reaching.exec(tex)
  if (reaches) return words.reaching(reaches[0])
  if (tex.length > most.characters) return words.longFormula(tex.length, most.characters)
  let depth = 0
  for (let at = 0; at < tex.length; at++) {
    const c = tex[at]
    if (c === '\\') at++
    else if (c === '{' && ++depth > most.depth) return words.deepFormula(most.depth)
    else if (c === '}') depth--
  }
  return null
}
