/** Comma-separated values that a spreadsheet opens as what they are. */

export type Cell = string | number | boolean | null

/**
 * One row a record, RFC 4180, in UTF-8 with a byte order mark. A text that a spreadsheet would take for a formula (it begins with = + - @, their full-width
 * forms, a tab or a line end, white space before them or not) gets an apostrophe in front, as OWASP advises; JSON has it as it is.
 */
export function csv(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  let text = '\uFEFF'
  for (const row of [columns, ...rows]) text += csvRow(row)
  return text
}

export const csvRow = (row: readonly Cell[]): string => `${row.map(cell).join(',')}\r\n`

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^[\s\u0000-\u001f]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
