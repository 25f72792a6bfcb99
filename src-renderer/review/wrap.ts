/** Text in a chart, which does not break into lines by itself. */

/** Lines of at most `width` characters, broken between words; at most `lines` of them, the last with an ellipsis where there is more. */
export function wrap(text: string, width: number, lines: number): string[] {
  const made: string[] = []
  for (const word of text.trim().split(/\s+/)) {
    const last = made.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) made[made.length - 1] = `${last} ${word}`
    else made.push(cut(word, width))
  }
  if (made.length <= lines) return made
  return [...made.slice(0, lines - 1), cut(`${made[lines - 1]}…${' '.repeat(width)}`.trimEnd(), width)]
}

function cut(word: string, width: number): string {
  return word.length <= width ? word : `${word.slice(0, width - 1)}…`
}
