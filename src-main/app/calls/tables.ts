/** Review as tables for other programs. */
import { closeSync, openSync, writeSync } from 'node:fs'
import type { Cursor, LoggedEvent, HistoryPage } from '../../progress/index.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { csvRow, type Cell } from '../show/csv.ts'
import { rowOf } from '../show/attempts.ts'
import { due } from './due.ts'
import { fileName } from './exchange.ts'
import { mistakes } from './mistakes.ts'
import { outcomes } from './outcomes.ts'

/** A row by the names of its columns, the same for all rows of a table. */
type Row = Readonly<Record<string, Cell>>
type What = CallInput<'exportTable'>['what']

const columns: Readonly<Record<What, readonly string[]>> = {
  attempts: ['id', 'at', 'pack', 'pack version', 'exercise', 'part', 'seed', 'title', 'answer', 'verdict', 'mistake', 'counts', 'repeated', 'ms', 'app version'],
  outcomes: ['outcome', 'skill', 'title', 'mastery', 'chance', 'low', 'high', 'unaided', 'with hint', 'after mistakes', 'after solution', 'not yet right', 'last'],
  due: ['pack', 'family', 'title', 'due', 'planned', 'last', 'interval days', 'reviews', 'lapses', 'recall'],
  mistakes: ['week', 'mistake', 'count'],
}

export function exportTable(desk: Desk, { what, format }: CallInput<'exportTable'>): CallOutput<'exportTable'> {
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json'
  const { made } = desk.files.make(fileName(desk, what, format), type, path => write(path, columns[what], rowsOf(desk, what), format))
  return { made }
}

function rowsOf(desk: Desk, what: What): Iterable<Row> {
  switch (what) {
    case 'attempts': return attemptRows(desk)
    case 'outcomes': return outcomeRows(desk)
    case 'due': return dueRows(desk)
    case 'mistakes': return mistakeRows(desk)
  }
}

/** Piece by piece: a long history is never in memory as a whole. */
function write(path: string, names: readonly string[], rows: Iterable<Row>, format: 'csv' | 'json'): void {
  const file = openSync(path, 'w')
  try {
    let waiting = format === 'csv' ? `\uFEFF${csvRow(names)}` : '['
    let first = true
    for (const row of rows) {
      waiting += format === 'csv' ? csvRow(names.map(name => row[name] ?? null)) : `${first ? '' : ','}\n${JSON.stringify(row)}`
      first = false
      if (waiting.length < 1 << 20) continue
      writeSync(file, waiting)
      waiting = ''
    }
    writeSync(file, format === 'csv' ? waiting : `${waiting}\n]\n`)
  } finally {
    closeSync(file)
  }
}

/** Newest first. */
function* attemptRows({ keeper, shelf }: Desk): Iterable<Row> {
  let after: Cursor | undefined
  for (;;) {
    const page: HistoryPage = keeper.review(store => store.history({ kind: 'attempt', limit: 1000, ...(after === undefined ? {} : { after }) }), { events: [], next: null })
    for (const event of page.events) yield attemptRow(shelf, event)
    if (page.next === null) return
    after = page.next
  }
}

function attemptRow(shelf: Desk['shelf'], event: LoggedEvent): Row {
  const { id, at, pack, exercise, part, title, verdict, mistake, counts, repeated } = rowOf(shelf, event)
  return { id, at, pack, 'pack version': event.packVersion, exercise, part, seed: event.seed, title, answer: event.answer, verdict, mistake, counts, repeated, ms: event.ms, 'app version': event.appVersion }
}

function* outcomeRows(desk: Desk): Iterable<Row> {
  for (const outcome of outcomes(desk, {}).outcomes) {
    for (const [skill, each] of [[null, outcome], ...outcome.skills.map(own => [own.id, own] as const)] as const) {
      const { estimate, hows, title, mastery, last } = each
      yield {
        outcome: outcome.id, skill, title, mastery, chance: estimate.chance, low: estimate.low, high: estimate.high,
        unaided: hows.unaided, 'with hint': hows.hint, 'after mistakes': hows.mistakes, 'after solution': hows.solution, 'not yet right': hows.open, last,
      }
    }
  }
}

function dueRows(desk: Desk): Iterable<Row> {
  const { today, later } = due(desk, {})
  return [...today, ...later].map(each => ({
    pack: each.pack, family: each.family, title: each.title, due: each.due, planned: each.planned, last: each.last,
    'interval days': each.intervalDays, reviews: each.reviews, lapses: each.lapses, recall: each.recall,
  }))
}

function mistakeRows(desk: Desk): Iterable<Row> {
  const { weeks, kinds } = mistakes(desk, { weeks: 260, examples: 0 })
  return kinds.flatMap(({ code, weeks: counts }) => counts.flatMap((count, n) => (count === 0 ? [] : [{ week: weeks[n]!, mistake: code, count }])))
}
