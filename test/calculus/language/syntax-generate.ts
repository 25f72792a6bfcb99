/**
 * Makes the parser from its grammar. Run by itself it writes the generated modules beside the grammar:
 * `node test/calculus/language/syntax-generate.ts`. A test proves that what is committed is what this makes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildParserFile } from '@lezer/generator'

const folder = new URL('../../../src-main/calculus/language/syntax/grammar/', import.meta.url)
const NOTE = '// Made from answer.grammar by test/calculus/language/syntax-generate.ts: change the grammar, not this.\n'

/** The generated modules by file name. */
export function generate(): ReadonlyMap<string, string> {
  const grammar = readFileSync(new URL('answer.grammar', folder), 'utf8')
  const fail = (message: string): never => {
    throw new Error(message)
  }
  const { parser, terms } = buildParserFile(grammar, { fileName: 'answer.grammar', typeScript: true, warn: fail })
  const body = (text: string): string => NOTE + text.split('\n').filter((line) => !line.startsWith('// This file')).join('\n').trimEnd() + '\n'
  return new Map([['parser.ts', body(parser)], ['terms.ts', body(terms)]])
}

/** A generated module as it is committed. */
export function committed(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8')
}

if (process.argv[1] === import.meta.filename) for (const [file, text] of generate()) writeFileSync(new URL(file, folder), text)
