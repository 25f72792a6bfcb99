/** `nabla grade`: a file of answers to the exercises of a pack, marked in bulk. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createChecker } from '../../checking/worker/pool.ts'
import { Refusal } from '../../app/refusal.ts'
import { csvRow, type Cell } from '../../app/show/csv.ts'
import type { Part } from '../../packs/index.ts'
import { variantOf } from '../../packs/variants/variant.ts'
import { inLanguage, words } from './arguments.ts'
import { harmless, packsAt, reasonOf, type NamedPack } from './packs.ts'
import { readTable, type TableRow } from './table.ts'
import { told } from './words.ts'

const options = { ...inLanguage, json: { type: 'boolean', default: false } } as const
/** Columns that come after those of the file, which are passed on as they are. */
const added = ['verdict', 'points', 'proof', 'diagnosis', 'message'] as const

type Marks = Readonly<Record<(typeof added)[number], string | number | null>>

/**
 * Writes a row for each answer, in order, as CSV that a spreadsheet opens as what it is, or with `--json` as JSON Lines. An answer that is right has one
 * point, one that is wrong or cannot be read none; one that could not be decided has no mark. 1 where a row names no question or one was not decided.
 */
export async function runGrade(args: readonly string[]): Promise<number> {
  const { values, names } = words('grade', args, options, { what: told.needs.both, least: 2, most: 2 })
  const [packs, rows] = [await packsAt(names[0]!), rowsOf(names[1]!)]
  if (packs.every(each => !each.pack)) throw new Refusal(told.ruined(names[0]!))
  const checker = createChecker({ threads: Math.max(1, Math.min(8, availableParallelism())), ahead: 16 })
  const known = new Map<string, Promise<Marks>>()
  const mark = (row: TableRow): Promise<Marks> => {
    const part = partOf(packs, row)
    if (typeof part === 'string') return Promise.resolve({ verdict: 'error', points: null, proof: null, diagnosis: null, message: part })
    const answer = row.cells['answer'] ?? ''
    const key = JSON.stringify([row.cells['exercise'], row.cells['part'], row.cells['seed'] ?? '', answer])
    let marks = known.get(key)
    if (!marks) known.set(key, (marks = checker.check(part.question, answer, { evidence: false }).then(marksOf, faultOf)))
    return marks
  }
  let unread = false
  // Where nobody reads what is written any more (`| head`), it ends without a word.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    unread = true
  })
  try {
    const kept = Object.keys(rows[0]?.cells ?? {}).filter(name => !added.some(each => each === name))
    if (!values.json) process.stdout.write(`\uFEFF${csvRow([...kept, ...added])}`)
    const all = rows.map(mark)
    const tally = new Map<keyof typeof told.verdicts, number>()
    for (const [n, row] of rows.entries()) {
      const marks = await all[n]!
      if (unread) return 0
      const verdict = marks.verdict as keyof typeof told.verdicts
      tally.set(verdict, (tally.get(verdict) ?? 0) + 1)
      if (marks.verdict === 'error') process.stderr.write(`${harmless(`${names[1]}:${row.line}: ${String(marks.message)}`)}\n`)
      process.stdout.write(values.json ? `${JSON.stringify({ ...row.cells, ...marks })}\n` : csvRow([...kept.map((name): Cell => row.cells[name] ?? null), ...added.map(name => marks[name])]))
    }
    process.stderr.write(`${told.answers(rows.length)}: ${[...tally].map(([verdict, n]) => `${n} ${told.verdicts[verdict]}`).join(', ')}.\n`)
    return tally.has('error') || tally.has('undecided') ? 1 : 0
  } finally {
    await checker.close()
  }
}

function rowsOf(path: string): TableRow[] {
  let rows: TableRow[]
  try {
    rows = readTable(readFileSync(path === '-' ? 0 : path, 'utf8'))
  } catch (error) {
    throw new Refusal(told.unreadable(path, reasonOf(error)))
  }
  const missing = ['exercise', 'answer'].find(name => rows.length > 0 && !(name in rows[0]!.cells))
  if (missing !== undefined) throw new Refusal(told.noColumn(path, missing))
  return rows
}

/** The part that a row is about, in its variant; or why there is none, in plain words. `part` may be left out where an exercise has one alone. */
function partOf(packs: readonly NamedPack[], { cells }: TableRow): Part | string {
  const { exercise: id = '', part: name = '', seed = '' } = cells
  const written = packs.flatMap(({ pack }) => pack?.exercises ?? []).find(each => each.id === id)
  if (!written) return told.noExercise(id)
  if (!/^\d{0,15}$/.test(seed)) return told.noSeed(seed)
  const exercise = variantOf(written, Number(seed))
  if (!exercise) return told.noVariant(id, seed)
  const part = name === '' && exercise.parts.length === 1 ? exercise.parts[0] : exercise.parts.find(each => each.id === name)
  return part ?? told.noPart(id, name, exercise.parts.map(each => each.id).join(', '))
}

function marksOf({ verdict, proof, diagnosis, sentence }: { readonly verdict: string; readonly proof?: string; readonly diagnosis: readonly { readonly code: string; readonly message: string }[]; readonly sentence: string }): Marks {
  const [first] = diagnosis
  const message = verdict === 'invalid' && first && first.message !== sentence ? `${sentence} ${first.message}` : sentence
  return { verdict, points: verdict === 'correct' ? 1 : verdict === 'undecided' ? null : 0, proof: proof ?? null, diagnosis: first?.code ?? null, message }
}

function faultOf(error: Error): Marks {
  return { verdict: 'error', points: null, proof: null, diagnosis: null, message: error.message.split('\n')[0]! }
}
