/**
 * Golden corpora of verdicts, as text that a mathematician can extend. A question is a block of `field: value` lines (`given` may hold several
 * declarations, separated by `;`), then answers, one a line:
 *
 *     = answer                  right, proved by its normal form (the usual case)
 *     ~ answer                  right, found by the exact or the numeric judge
 *     ! code answer             wrong; the first diagnosis has this code; `!` with `none` where there is no diagnosis
 *     ? code from..to answer    cannot be read; the first problem has this code and this place
 *
 * `#` begins a comment. A blank line ends a block.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { questionSchema, type Question } from '../../src-main/checking/question.ts'

export interface Case { readonly where: string; readonly answer: string; readonly mark: '=' | '~' | '!' | '?'; readonly code?: string; readonly from?: number; readonly to?: number }
export interface Block { readonly where: string; readonly question: Question; readonly cases: readonly Case[] }

const marks = /^\s*([=~!?])\s(.*)$/

export function readCorpus(folder: URL): Block[] {
  return readdirSync(folder).filter(f => f.endsWith('.txt')).sort().flatMap(file => readBlocks(file, readFileSync(new URL(file, folder), 'utf8')))
}

export function readBlocks(file: string, text: string): Block[] {
  const blocks: Block[] = []
  let fields: Record<string, unknown> = {}
  let cases: Case[] = []
  let start = 1
  const end = (): void => {
    if (cases.length > 0) blocks.push({ where: `${file}:${start}`, question: questionSchema.parse({ kind: 'derivative', ...fields }), cases })
    fields = {}
    cases = []
  }
  text.split('\n').forEach((line, n) => {
    const where = `${file}:${n + 1}`
    if (/^\s*#/.test(line)) return
    if (line.trim() === '') return end()
    const mark = marks.exec(line)
    if (mark) return void cases.push(caseOf(where, mark[1] as Case['mark'], mark[2]!))
    if (Object.keys(fields).length === 0) start = n + 1
    addField(fields, line, where)
  })
  end()
  return blocks
}

function caseOf(where: string, mark: Case['mark'], rest: string): Case {
  if (mark === '=' || mark === '~') return { where, mark, answer: rest }
  const wrong = mark === '!' ? /^(\S+) (.*)$/.exec(rest) : /^(\S+) (\d+)\.\.(\d+) (.*)$/.exec(rest)
  if (!wrong) throw new Error(`${where}: a line with ${mark} needs ${mark === '!' ? 'a code' : 'a code and a place'}`)
  return mark === '!' ? { where, mark, code: wrong[1]!, answer: wrong[2]! } : { where, mark, code: wrong[1]!, from: Number(wrong[2]), to: Number(wrong[3]), answer: wrong[4]! }
}

function addField(fields: Record<string, unknown>, line: string, where: string): void {
  const m = /^\s*([a-z]+):\s*(.*)$/.exec(line)
  if (!m) throw new Error(`${where}: neither a field nor an answer: ${line}`)
  const [, key, value] = m as unknown as [string, string, string]
  if (key === 'given' || key === 'define') {
    fields[key] = { ...(fields[key] as object | undefined), ...Object.fromEntries(value.split(';').map(d => d.split(/:(.*)/s).slice(0, 2).map(x => x.trim()))) }
  } else fields[key] = key === 'grouping' ? value === 'true' : key === 'tolerance' ? Number(value) : value
}
