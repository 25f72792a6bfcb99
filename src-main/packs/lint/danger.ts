/** What no formula in a pack may hold. Needs no typesetter. */
import { words } from '../archive/words.ts'

/** Characters of one formula, and how deep its braces may be nested. Both are far beyond what a page can show. */
const most = { characters: 5_000, depth: 40 }

/** Commands that define commands, so that a short formula can unfold without end. */
const defining = /^\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|providecommand)$/
/** Commands that reach out of the formula: to addresses, files, the page around it and the log; and by number to characters that turn the direction of writing. */
const reaching = /^\\(?:href|url|includegraphics|html(?:Class|Id|Style|Data)|char|message|errmessage|show)$/
/** A command as TeX reads it: after `\\\\`, which ends a line, letters are letters. */
const command = /\\(?:[A-Za-z@]+|[^])/g
/** A command that takes sizes, with those that it takes. */
const sized = /\\(?:rule|kern|mkern|hskip|mskip|hspace|raisebox|above|genfrac|\\|cr)(?![A-Za-z])\*?(?:\s*(?:\[[^\]]*\]|\{[^{}]*\}|[-+]?[\d.]+\s*[a-z]{2}))*/g
const size = /([\d.]+)\s*(em|ex|mu|pt|mm|cm|in|bp|pc|dd|cc|nd|nc|sp)/g
/** How many of a unit make an em, of ten points. */
const perEm: Readonly<Record<string, number>> = { em: 1, ex: 2.3, mu: 18, pt: 10, mm: 3.5, cm: 0.35, in: 0.138, bp: 10, pc: 0.83, dd: 9.3, cc: 0.78, nd: 9.4, nc: 0.78, sp: 655_360 }
/** The largest size, in em: as much as the pages show. */
const mostEm = 20

/** Why a formula is refused before anything sets it; null where it is not. */
export function texDanger(tex: string): string | null {
  const commands = tex.match(command) ?? []
  const defines = commands.find(each => defining.test(each))
  if (defines) return words.defining(defines)
  const reaches = commands.find(each => reaching.test(each))
  if (reaches) return words.reaching(reaches)
  if (tex.length > most.characters) return words.longFormula(tex.length, most.characters)
  for (const [taken] of tex.matchAll(sized))
    for (const [whole, number, unit] of taken.matchAll(size)) if (Number(number) / perEm[unit!]! > mostEm) return words.largeSize(whole, mostEm)
  let depth = 0
  for (let at = 0; at < tex.length; at++) {
    const c = tex[at]
    if (c === '\\') at++
    else if (c === '{' && ++depth > most.depth) return words.deepFormula(most.depth)
    else if (c === '}') depth--
  }
  return null
}
