/** A derivation that was pasted from LaTeX: `\begin{aligned} f &= … \\ &= … \end{aligned}`, or written as in LaTeX. */

const environment = /\\(begin|end)\{(align|aligned|alignat|split|gather|gathered|multline|eqnarray|equation|dcases)\*?\}/g

/**
 * The same text with the environment around it blanked, its `\\` turned into line breaks and its `&` into spaces, also where the environment itself was
 * not pasted along. Dollars, `\[`, `\]` and what follows a `%` or `#` are blanked. Every character keeps its place, so that spans hold. What stands
 * inside a matrix is left as it is.
 */
export function withoutAlignment(answer: string): string {
  if (!/\\\\|&|\$|\\\[|\\\]|[%#]|\\begin\{(align|split|gather|multline|eqnarray|equation)/.test(answer)) return answer
  const bare = [environment, /\\nonumber|\\notag|\$|(?<!\\)\\\[|(?<!\\)\\\]/g, /(?<=\\\\)\[-?[\d.]+\s*(?:pt|em|ex|mm|cm)\]/g, /[%#][^\n]*/g]
    .reduce((text, blanked) => text.replace(blanked, found => ' '.repeat(found.length)), answer)
  let made = ''
  let depth = 0
  for (let n = 0; n < bare.length; n++) {
    if (bare.startsWith('\\begin{', n)) depth++
    else if (bare.startsWith('\\end{', n)) depth--
    if (depth <= 0 && bare.startsWith('\\\\', n)) {
      made += ' \n'
      n++
    } else made += depth <= 0 && bare[n] === '&' && bare[n - 1] !== '\\' ? ' ' : bare[n]!
  }
  return made
}
