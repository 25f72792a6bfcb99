/** Reads a corpus: a text file that anyone can extend. Lines that start with `#` are comments; entries are parted by blank lines. */
import { readFileSync } from 'node:fs'

/** One entry: its first line is what was typed, the rest is what is expected, each line trimmed. */
export interface Entry {
  readonly line: number
  readonly source: string
  readonly expected: readonly string[]
}

/** The entries of a corpus beside this file. `⏎` in a source stands for a line break, `␣` for a space at its edge. */
export function corpus(name: string): readonly Entry[] {
  const entries: { line: number; source: string; expected: string[] }[] = []
  let open = false
  readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').forEach((line, k) => {
    if (line.startsWith('# ') || line === '#') return
    if (line.trim() === '') open = false
    else if (open) entries.at(-1)!.expected.push(line.replace(/^\s*==>\s*/, '').trim())
    else {
      entries.push({ line: k + 1, source: line.replaceAll('⏎', '\n').replaceAll('␣', ' '), expected: [] })
      open = true
    }
  })
  return entries
}
