/** Reads a corpus of broken files: `## name`, the text, `==>`, one expected problem a line. Lines before the first case are remarks. */
import { readFileSync } from 'node:fs'

export interface Case {
  readonly name: string
  readonly text: string
  readonly expected: readonly string[]
}

export function readCorpus(path: URL): Case[] {
  return readFileSync(path, 'utf8')
    .split(/^## /m)
    .slice(1)
    .map(block => {
      const [head = '', ...lines] = block.split('\n')
      const arrow = lines.indexOf('==>')
      const text = lines.slice(0, arrow).join('\n')
      return { name: head, text: text === '' ? '' : `${text}\n`, expected: lines.slice(arrow + 1).filter(line => line !== '') }
    })
}
