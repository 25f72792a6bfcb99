/** A derivation that was pasted from LaTeX: `\begin{aligned} f &= … \\ &= … \end{aligned}`. */

const environment = /\\(begin|end)\{(align|aligned|alignat|split|gather|gathered|multline|eqnarray|equation|dcases)\*?\}/g

/**
 * The same text with the environment around it blanked, its `\\` turned into line breaks and its `&` into spaces. Every character keeps its place, so
 * that spans hold. What stands inside a matrix is left as it is; so is a text without such an environment.
 */
export function withoutAlignment(answer: string): string {
  if (!/\\begin\{(align|split|gather|multline|eqnarray|equation)/.test(answer)) return answer
  const bare = answer.replace(environment, found => ' '.repeat(found.length)).replace(/\\nonumber|\\notag|\$\$|\\\[(?!\d)|\\\]/g, found => ' '.repeat(found.length))
  let made = ''
  let depth = 0
  for (let n = 0; n < bare.length; n++) {
    const rest = bare.slice(n, n + 8)
    if (rest.startsWith('\\begin{')) depth++
    else if (rest.startsWith('\\end{')) depth--
    if (depth <= 0 && rest.startsWith('\\\\')) {
      made += ' \n'
      n++
    } else made += depth <= 0 && bare[n] === '&' && bare[n - 1] !== '\\' ? ' ' : bare[n]!
  }
  return made
}
