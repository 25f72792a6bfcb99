/** From the learner's text to glyphs: LaTeX dress and Unicode lookalikes are seen through, every glyph keeps its place in the source. */
import type { Glyph } from './glyph.ts'
import { readCommand, upright } from './latex.ts'
import { LOOKALIKES, VULGAR, letterlike } from './letters.ts'
import { Reader } from './reader.ts'
import type { Report } from './report.ts'
import { INVISIBLE, LONG_SIGNS, SIGNS, WHITE } from './signs.ts'
import type { Sign } from './signs.ts'

/** The libraries whose functions have the names of the language: `np.linalg.`, `torch.`, `math.`. */
const LIBRARY = /(?:(?:numpy|np|jax\.numpy|jnp|torch|scipy|math)\.(?:(?:linalg|special|nn\.functional)\.)?|linalg\.)(?:array(?=\s*\()|(?=[A-Za-z]{2}))/y

/** The glyphs of a text, in order. What cannot be read is reported and stands as a `hole`. Never throws. */
export function undress(source: string, report: Report): readonly Glyph[] {
  const reader = new Reader(source, report)
  // Code in Markdown.
  const code = /^\s*`([^`]*)`\s*$/.exec(source)
  if (code) for (const tick of [source.indexOf('`'), source.lastIndexOf('`')]) reader.vanishing.add(tick)
  while (reader.at < source.length) readOne(reader)
  return reader.glyphs
}

function readOne(reader: Reader): void {
  const { source, at } = reader
  const char = String.fromCodePoint(source.codePointAt(at)!)
  if (WHITE.test(char)) {
    reader.at += char.length
    return reader.space()
  }
  if (reader.vanishing.has(at)) {
    reader.at += 1
    return reader.space()
  }
  if (char === '\\') return readCommand(reader)
  if (char === '{' && oldUpright(reader)) return
  if (quotes(reader, char)) return readString(reader, char)
  if (reader.last()?.group === 'paren' && readBareFormula(reader)) return
  if ('njtsml'.includes(char) && (reader.spaced || reader.last()?.kind !== 'letter') && reader.match(LIBRARY) !== null) return
  const long = '.=<>!*-:'.includes(char) ? LONG_SIGNS.find(([text]) => source.startsWith(text, at)) : undefined
  if (long !== undefined) return readSign(reader, long[1], long[0].length)
  const like = letterlike(char)
  if (like.kind !== 'other') {
    reader.at += char.length
    const pulls = like.text === '∂' || char === 'ⅆ' ? { pulls: true } : {}
    return reader.emit(like.kind, like.text, at, reader.at, pulls)
  }
  if (VULGAR.has(char)) {
    reader.at += char.length
    return reader.emit('vulgar', VULGAR.get(char)!, at, reader.at)
  }
  if (char === '∑') {
    reader.at += 1
    return reader.emit('name', 'sum', at, reader.at, { sumSign: true, join: 'own' })
  }
  const sign = SIGNS.get(char) ?? SIGNS.get(like.text)
  if (sign !== undefined) return readSign(reader, sign, char.length)
  if (INVISIBLE.test(char)) {
    reader.at += char.length
    return
  }
  readStray(reader)
}

/** `{\rm tr}(A)`: a name in upright letters, as it was set before there was `\mathrm`. */
function oldUpright(reader: Reader): boolean {
  const { at: from } = reader
  const found = reader.last()?.text === '_' || reader.last()?.text === '^' ? null : reader.match(/\{\s*\\(?:rm|sf|it|tt)\b\s*([A-Za-z]{2,})\s*\}/y)
  if (found === null) return false
  upright(reader, found[1]!, from, from + found[0].lastIndexOf(found[1]!))
  return true
}

/** A single quote opens a string only right after a bracket or a comma, where nothing can be transposed. */
function quotes(reader: Reader, char: string): boolean {
  const last = reader.last()
  if (char === "'") return (last?.kind === 'open' && last.group === 'paren') || (last?.kind === 'sign' && last.text === ',')
  return '"“”‘`'.includes(char)
}

function readSign(reader: Reader, sign: Sign, length: number): void {
  const from = reader.at
  reader.at += length
  if (sign.kind === 'space' || sign.kind === 'invisible') return reader.space()
  if (sign.kind === 'refuse') {
    const span = { from, to: reader.at }
    if (sign.id === 'dots') reader.report.add('dots', span, [])
    else reader.report.add('not-in-language', span, [reader.report.text(span)])
    return reader.emit('hole', '', from, reader.at)
  }
  if (reader.dress?.facing !== undefined) {
    // After \left and \right a dot is no bracket at all, and < > are brackets.
    if (sign.text === '.') {
      reader.dress = null
      return reader.space()
    }
    if (sign.text === '<') return reader.emit('open', '<', from, reader.at, { group: 'angle', closer: '>' })
    if (sign.text === '>') return reader.emit('close', '>', from, reader.at, { group: 'angle' })
  }
  if (sign.kind === 'open' || sign.kind === 'close') {
    return reader.emit(sign.kind, sign.text, from, reader.at, { group: sign.group, ...(sign.kind === 'open' ? { closer: sign.closer } : {}) })
  }
  reader.emit(sign.kind, sign.text, from, reader.at, sign.kind === 'name' ? { join: 'own' } : {})
}

/** `einsum(ij,j->i, A, x)`: the formula without its quotes, which is told when it is used. */
function readBareFormula(reader: Reader): boolean {
  const { source, at: from } = reader
  if (!/einsum\s*\(\s*$/.test(source.slice(Math.max(0, from - 12), from))) return false
  const found = reader.match(/[A-Za-z]+(?:\s*,\s*[A-Za-z]+)*\s*(?:->|→)\s*[A-Za-z]*/y)
  if (found === null) return false
  reader.emit('string', found[0].trim(), from, from + found[0].trimEnd().length)
  return true
}

/** A quoted formula. Where the closing quote is missing, it ends where an einsum formula would end. */
function readString(reader: Reader, quote: string): void {
  const { source, at: from } = reader
  const close = quote === '`' ? /`/g : quote === "'" || quote === '‘' ? /['’]/g : /["“”]/g
  close.lastIndex = from + 1
  const end = close.exec(source)
  if (end !== null) {
    reader.at = end.index + 1
    return reader.emit('string', source.slice(from + 1, end.index), from, reader.at)
  }
  reader.at = from + 1
  reader.match(/[A-Za-z, .]*(?:->|→)\s*[A-Za-z]*|[A-Za-z]*/y)
  const mark = quote === '“' || quote === '”' ? '”' : quote === '‘' ? '’' : quote
  reader.report.add('quote-open', { from, to: reader.at }, [], { from: reader.at, to: reader.at, text: mark })
  reader.emit('string', source.slice(from + 1, reader.at), from, reader.at, { faulty: true })
}

/** Characters that mean nothing in the language, reported together with their like. */
function readStray(reader: Reader): void {
  const { source, at: from } = reader
  const char = String.fromCodePoint(source.codePointAt(from)!)
  reader.at += char.length
  const twin = LOOKALIKES.get(char)
  if (twin !== undefined) {
    reader.report.add('lookalike', { from, to: reader.at }, [char, twin], { from, to: reader.at, text: twin })
    return reader.emit('letter', twin, from, reader.at)
  }
  while (reader.at < source.length) {
    const next = String.fromCodePoint(source.codePointAt(reader.at)!)
    if (next === '\\' || WHITE.test(next) || INVISIBLE.test(next) || '"“”‘`∑'.includes(next)) break
    const like = letterlike(next)
    if (like.kind !== 'other' || VULGAR.has(next) || SIGNS.has(next) || SIGNS.has(like.text) || LOOKALIKES.has(next)) break
    reader.at += next.length
  }
  const span = { from, to: reader.at }
  const combining = /^\p{M}/u.test(source.slice(from, reader.at))
  if (combining) reader.report.add('accent', span, [])
  else reader.report.add('stray', span, [shown(source.slice(from, reader.at))], reader.report.removal(span))
  if (!combining) reader.emit('hole', '', from, reader.at)
}

/** Characters that cannot be seen, by their number: `U+0000`. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, char => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
}
