/** Tables that people keep: comma-separated values as spreadsheets write them, or a JSON object a line. */
import { told } from './words.ts'

export interface TableRow {
  /** Counted from 1, as an editor counts. */
  readonly line: number
  /** By the name of the column, in small letters. */
  readonly cells: Readonly<Record<string, string>>
}

/** The rows of a file. Throws an `Error`, in plain words, where the text is no table. */
export function readTable(text: string): TableRow[] {
  const plain = text.replace(/^\uFEFF/, '')
  return plain.trimStart().startsWith('{') ? jsonLines(plain) : commaSeparated(plain)
}

function jsonLines(text: string): TableRow[] {
  return text.split('\n').flatMap((line, n): TableRow[] => {
    if (line.trim() === '') return []
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (error) {
      throw new Error(told.notJson(n + 1, (error as Error).message))
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(told.noObject(n + 1))
    return [{ line: n + 1, cells: Object.fromEntries(Object.entries(value).map(([name, cell]) => [name.toLowerCase(), typeof cell === 'string' ? cell : JSON.stringify(cell)])) }]
  })
}

/** RFC 4180, parted by commas, semicolons (as spreadsheets do where the comma is in numbers) or tabs: whichever the first line has. */
function commaSeparated(text: string): TableRow[] {
  const head = text.split(/\r?\n/, 1)[0]!
  const mark = [',', ';', '\t'].find(each => head.includes(each)) ?? ','
  const [first, ...rows] = recordsOf(text, mark)
  if (!first) return []
  const names = first.cells.map(name => name.trim().toLowerCase())
  return rows.filter(row => row.cells.some(cell => cell !== '')).map(({ line, cells }) => ({ line, cells: Object.fromEntries(names.map((name, n) => [name, bare(cells[n] ?? '')])) }))
}

/** The apostrophe that keeps a spreadsheet from taking a text for a formula is no part of the text. */
const bare = (cell: string): string => (/^'[\s]*[=+\-@]/.test(cell) ? cell.slice(1) : cell)

function recordsOf(text: string, mark: string): { readonly line: number; readonly cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = []
  let [line, began, cell, quoted] = [1, 1, '', false]
  let cells: string[] = []
  const end = (): void => {
    cells.push(cell)
    records.push({ line: began, cells })
    ;[cell, cells] = ['', []]
  }
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!
    if (c === '\n') line++
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[at + 1] === '"') cell += text[at++]
      else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === mark) {
      cells.push(cell)
      cell = ''
    } else if (c === '\n') {
      end()
      began = line
    } else if (c !== '\r') cell += c
  }
  if (quoted) throw new Error(told.openQuote(began))
  if (cell !== '' || cells.length > 0) end()
  return records
}
