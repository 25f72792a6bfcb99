/** LaTeX commands to glyphs. */
import { COMMANDS, DISPLAYS, MATRICES } from './commands.ts'
import type { Command } from './commands.ts'
import { letterlike } from './letters.ts'
import { nearest } from './nearest.ts'
import type { Reader } from './reader.ts'

/** Braces that end a command and hold nothing: `\cdot{}`. */
const hollow = /\{\s*\}/y

/** Reads the command that starts here with a backslash; `only`: its name, where more letters follow that are not of it. */
export function readCommand(reader: Reader, only?: string): void {
  const { source, at: from } = reader
  const next = source[from + 1]
  if (next === undefined || next === ' ' || next === '\n' || next === '\t' || next === '(' || next === ')' || next === '[' || next === ']') {
    reader.at = Math.min(from + 2, source.length)
    if (next === undefined) reader.report.add('lone-backslash', { from, to: from + 1 }, [], reader.report.removal({ from, to: from + 1 }))
    return reader.space()
  }
  if (next === '\\') {
    reader.at = from + 2
    return reader.emit('sign', '\\\\', from, reader.at)
  }
  const name = /[A-Za-z]/.test(next) ? /[A-Za-z]+/y : /[^]/uy
  reader.at = from + 1 + (only?.length ?? 0)
  const found = only ?? reader.match(name)![0]
  const command = COMMANDS.get(found)
  if (command === undefined) return unknown(reader, found, from)
  const to = reader.at
  switch (command.does) {
    case 'space': return reader.space()
    case 'nothing': return
    case 'drop':
      if (command.takes === true) reader.match(/\s*\*?\s*\{[^{}]*\}/y)
      return reader.space()
    case 'greek':
      reader.match(hollow)
      return reader.emit('greek', command.text, from, to, command.text === '∂' ? { pulls: true } : command.text === 'T' ? { join: 'own' } : {})
    case 'name': return reader.emit('name', command.text, from, to, { join: 'own' })
    case 'sum': return reader.emit('name', 'sum', from, to, { join: 'own', sumSign: true })
    case 'sign':
      reader.match(hollow)
      return command.text === '<' || command.text === '>' ? angle(reader, command.text, from) : reader.emit('sign', command.text, from, to)
    case 'prime': return reader.emit('sign', "'", from, to)
    case 'compare': return reader.emit('compare', found, from, to)
    case 'open': return reader.emit('open', found, from, to, { group: command.group, closer: command.closer })
    case 'close': return reader.emit('close', found, from, to, { group: command.group })
    case 'bar': return reader.emit('bar', command.text, from, to, command.facing === undefined ? {} : { facing: command.facing })
    case 'frac': return reader.emit('frac', '', from, to)
    case 'root':
      if (reader.looksAt(/\s*\[/y)) {
        reader.match(/\s*\[[^\]{}]*\]?/y)
        reader.report.add('root-degree', { from, to: reader.at }, [])
      }
      return reader.emit('root', '', from, to)
    case 'differential': return reader.emit('letter', 'd', from, to, { join: 'own', pulls: true })
    case 'switch':
      // As if it were \mathrm, where it is typed like it.
      if (reader.looksAt(/\s*\{/y)) return style(reader, from, true)
      return reader.space()
    case 'size': return size(reader, found, command.facing, from)
    case 'style': return style(reader, from, command.upright === true)
    case 'operator': return operator(reader, from)
    case 'vec':
      // An arrow over a letter, or the function of that name.
      if (!reader.looksAt(/\s*(?:\\left|\\[bB]igg?l?)?\s*\(/y)) return style(reader, from, false)
      return reader.emit('name', 'vec', from, to, { join: 'own' })
    case 'begin':
    case 'end': return environment(reader, command.does, from)
    case 'refuse':
      if (command.id === 'accent') {
        reader.report.add('accent', { from, to }, [])
        return style(reader, from, false)
      }
      if (command.id === 'dots') reader.report.add('dots', { from, to }, [])
      else reader.report.add('not-in-language', { from, to }, [`\\${found}`])
      return reader.emit('hole', '', from, to)
  }
}

function unknown(reader: Reader, name: string, from: number): void {
  const head = runsOn(name)
  if (head !== null) {
    const to = from + 1 + head.length
    reader.report.add('command-runs-on', { from, to: reader.at }, [name, head, name.slice(head.length)], { from: to, to, text: ' ' })
    reader.at = from
    return readCommand(reader, head)
  }
  const span = { from, to: reader.at }
  const near = reader.report.full ? null : nearest(name, COMMANDS.keys())
  if (near === null) reader.report.add('unknown-command', span, [name])
  else reader.report.add('unknown-command-near', span, [name, near], { ...span, text: `\\${near}` })
  reader.emit('hole', '', from, reader.at)
}

/** Commands that nobody types letters on to. */
const NO_HEAD: readonly Command['does'][] = ['compare', 'refuse', 'drop', 'begin', 'end']

/** The known command that letters were typed on to, as in `\thetax`; of several the longest. */
function runsOn(name: string): string | null {
  for (let length = name.length - 1; length > 2; length--) {
    const does = COMMANDS.get(name.slice(0, length))?.does
    if (does !== undefined && !NO_HEAD.includes(does)) return name.slice(0, length)
  }
  return null
}

function angle(reader: Reader, text: string, from: number): void {
  if (reader.dress?.facing === undefined) return reader.emit('sign', text, from, reader.at)
  if (text === '<') return reader.emit('open', text, from, reader.at, { group: 'angle', closer: '>' })
  reader.emit('close', text, from, reader.at, { group: 'angle' })
}

/** `\left`, `\bigr` …: goes with the bracket or bar that follows. */
function size(reader: Reader, name: string, facing: 'open' | 'close' | undefined, from: number): void {
  reader.match(/\s*/y)
  const closing = name === 'left' ? '\\right' : name.endsWith('l') ? `\\${name.slice(0, -1)}r` : `\\${name}`
  reader.dress = { from, ...(facing === undefined ? {} : { facing, closing }) }
}

/** A type face: with a simple argument the braces vanish, else they stay as a group; without braces it goes with the next glyph. */
function style(reader: Reader, from: number, isUpright: boolean): void {
  const plain = reader.match(/\s*\{\s*(?:([A-Za-z]+)|\\([A-Za-z]+)|([0-9]+)|([^{}\s\\]))\s*\}/uy)
  const to = reader.at
  if (plain === null) {
    const brace = reader.match(/\s*\{/y)
    if (brace !== null) return faceOver(reader, from)
    reader.match(/\s+/y)
    reader.dress = { from, own: true, ...(isUpright ? { upright: true } : {}) }
    return
  }
  const [, letters, command, digits, char] = plain
  const run = letters ?? digits
  if (run !== undefined && (run.length === 1 || isUpright || digits !== undefined)) {
    const start = reader.source.indexOf(run, reader.source.indexOf('{', from))
    faced(reader, run, { from, start, to }, letters === undefined ? 'digit' : 'letter', isUpright)
    return
  }
  const known = command === undefined ? undefined : COMMANDS.get(command)
  if (known?.does === 'greek') return reader.emit('greek', known.text, from, to, { join: 'own', ...(known.text === '∂' ? { pulls: true } : {}) })
  const like = char === undefined ? undefined : letterlike(char)
  if (like !== undefined && like.kind !== 'other') return reader.emit(like.kind, like.text, from, to, { join: 'own' })
  // Anything else inside is read in its place.
  reader.at = reader.source.indexOf('{', from) + 1
  faceOver(reader, from)
}

/** Letters or digits in one type face, which begin at `start` in the source: one word of their own. */
function faced(reader: Reader, run: string, { from, start, to }: { readonly from: number; readonly start: number; readonly to: number }, kind: 'digit' | 'letter', isUpright: boolean): void {
  for (let k = 0; k < run.length; k++) {
    const edges = [k === 0 ? from : start + k, k === run.length - 1 ? to : start + k + 1] as const
    reader.emit(kind, run[k]!, ...edges, { join: k === 0 ? 'own' : 'stay', ...(isUpright && run === 'd' ? { pulls: true } : {}) })
  }
}

/** An upright word from `from` up to where the reader stands; its letters begin at `start`. */
export function upright(reader: Reader, word: string, from: number, start: number): void {
  faced(reader, word, { from, start, to: reader.at }, 'letter', true)
}

/**
 * The braces of a type face group nothing: `\mathbf{B A X}^{-1}` is set as B A X⁻¹. Only where an index or an exponent waits for its argument they do,
 * and where they are not closed.
 */
function faceOver(reader: Reader, from: number): void {
  const close = closingBrace(reader.source, reader.at)
  const waiting = reader.last()?.text === '_' || reader.last()?.text === '^'
  if (close === null || waiting) return reader.emit('open', '{', from, reader.at, { group: 'brace', closer: '}' })
  reader.vanishing.add(close)
  reader.space()
}

function closingBrace(source: string, start: number): number | null {
  let depth = 0
  for (let n = start; n < source.length; n++) {
    if (source[n] === '\\') n++
    else if (source[n] === '{') depth++
    else if (source[n] === '}' && depth-- === 0) return n
  }
  return null
}

/** `\operatorname{tr}`: one name, whatever its letters. */
function operator(reader: Reader, from: number): void {
  const found = reader.match(/\s*\*?\s*\{\s*([A-Za-z]+)\s*\}/y)
  if (found === null) {
    reader.match(/\s*\*/y)
    return style(reader, from, true)
  }
  const name = found[1]!
  if (name === 'd') return reader.emit('letter', 'd', from, reader.at, { join: 'own', pulls: true })
  reader.emit('name', name, from, reader.at, { join: 'own' })
}

function environment(reader: Reader, does: 'begin' | 'end', from: number): void {
  const name = reader.match(/\s*\{\s*([A-Za-z]+\*?)\s*\}/y)?.[1]
  const span = { from, to: reader.at }
  if (name === undefined) {
    reader.report.add('environment-name', span, [does])
    return reader.space()
  }
  if (name === 'array' && does === 'begin') reader.match(/\s*\{[^{}]*\}/y)
  if (DISPLAYS.has(name)) return reader.space()
  const bars = MATRICES.get(name)
  if (bars === undefined) {
    if (does === 'begin') reader.report.add('unknown-environment', span, [name])
    return reader.space()
  }
  const to = reader.at
  const barGroup = { group: bars === '|' ? 'bar' as const : 'norm' as const }
  if (does === 'begin') {
    if (bars !== '') reader.emit('open', name, from, to, { ...barGroup, closer: '' })
    return reader.emit('open', name, from, to, { group: 'matrix', closer: `\\end{${name}}` })
  }
  reader.emit('close', name, from, to, { group: 'matrix' })
  if (bars !== '') reader.emit('close', name, from, to, barGroup)
}
