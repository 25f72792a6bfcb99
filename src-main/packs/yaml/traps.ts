/** What YAML lets pass and a pack does not: broken aliases, TeX whose backslash was eaten by double quotes, nesting without end. */
import { isScalar, isSeq, Lexer, Scalar, visit } from 'yaml'
import type { Document, YAMLMap } from 'yaml'
import type { PackProblem } from '../problem.ts'
import type { PlaceAt } from './places.ts'
import type { SourceFile } from './document.ts'
import { quoted } from './parser-errors.ts'
import { words } from './words.ts'

/** Aliases a file may hold, and how often all of them together may be unfolded. */
export const aliasLimit = 100

/** Of fields that stand twice, as many are told. */
const mostRepeats = 20

/** TeX commands that begin with a letter which is an escape in double quotes; the others are told by the control character they leave. */
const texAfterNewline = /\\(nabla|neq?|nu|not|notin|newline|norm)\b/
const controlCharacter = /[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\t\u202a-\u202e\u2066-\u2069\p{Cs}]/u
/** What YAML does not call printable, and what turns the direction of writing, so that a text shows as another than it is. */
const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/
/** Tags that say no more than the core schema does. */
const plainTag = /^tag:yaml\.org,2002:(str|int|float|bool|null|seq|map)$/

/** Broken aliases, TeX in double quotes, and fields that stand twice: the parser finds these too, in a time that grows with the square. */
export function trapsIn(document: Document.Parsed, text: string, placeAt: PlaceAt, problem: SourceFile['problem']): PackProblem[] {
  const found: PackProblem[] = []
  let aliases = 0
  let repeats = 0
  visit(document, {
    Alias(_, node, ancestors) {
      const place = placeAt(node.range?.[0] ?? 0, node.range?.[1] ?? 0)
      if (++aliases > aliasLimit) {
        // Each is looked up from the top of the file: without an end to it, many would take for ever.
        found.push(problem('alias', words.manyAliases(aliasLimit), place))
        return visit.BREAK
      }
      const target = node.resolve(document)
      if (!target) {
        const line = text
          .slice(place.from)
          .split(/[\r\n]/, 1)[0]!
          .trimEnd()
        found.push(
          problem(
            'alias',
            words.noTarget(line.length > 60 ? `${line.slice(0, 60)}…` : line),
            place,
            { mend: { from: place.from, to: place.from + line.length, text: quoted(line) } },
          ),
        )
      } else if (ancestors.includes(target)) found.push(problem('alias', words.circle, place))
      return undefined
    },
    Map(_, node, ancestors) {
      const names = new Set<unknown>()
      const again = undashed(node, ancestors, text)
      if (again) found.push(problem('duplicate-field', words.undashedGroup(again.name), placeAt(again.from, again.from + again.name.length), { mend: { from: again.from - 2, to: again.from, text: '- ' } }))
      for (const { key } of node.items) {
        if (!isScalar(key) || !key.range) continue
        // JavaScript takes it for the parent of the group, and what reads the group would pass over it.
        if (key.value === '__proto__') found.push(problem('unknown-field', words.proto, placeAt(key.range[0], key.range[1])))
        if (again && key.range[0] >= again.from) break
        if (names.has(key.value) && repeats++ < mostRepeats)
          found.push(problem('duplicate-field', words.twice(String(key.value)), placeAt(key.range[0], key.range[1])))
        names.add(key.value)
      }
    },
    Scalar(at, node) {
      const rest = at === 'key' ? null : remarkAfter(node, text)
      if (rest !== null) found.push(problem('quotes', words.remark, placeAt(rest.hash, rest.to), { severity: 'warning', mend: { from: rest.from, to: rest.to, text: quoted(text.slice(rest.from, rest.to)) } }))
      if (node.type !== Scalar.QUOTE_DOUBLE || !node.range || typeof node.value !== 'string') return
      const raw = text.slice(node.range[0], node.range[1])
      if (!raw.includes('\\') || !(controlCharacter.test(node.value) || texAfterNewline.test(raw))) return
      const taken = /\\[a-zA-Z]+/.exec(raw)?.[0] ?? '\\'
      found.push(
        problem(
          'escape',
          words.escape(taken),
          placeAt(node.range[0], node.range[1]),
          { mend: { from: node.range[0], to: node.range[1], text: quoted(raw.slice(1, -1).replaceAll('\\\\', '\\')) } },
        ),
      )
    },
  })
  // The parser knows tags of older YAML that make other things of a text: sets, bytes, times.
  if (text.includes('!'))
    visit(document, {
      Value(_, node) {
        if (!node.tag || plainTag.test(node.tag) || document.warnings.some(each => each.pos[0] <= node.range![0] && node.range![0] <= each.pos[1] + 1)) return undefined
        const [at] = node.range!
        found.push(problem('tag', words.tag, placeAt(at, at)))
        return visit.BREAK
      },
    })
  return found
}

/** Where the fields of an item begin a second time, and another one after the first: it lacks the dash of another item. Null elsewhere. */
function undashed(node: YAMLMap, ancestors: readonly unknown[], text: string): { readonly name: string; readonly from: number } | null {
  if (node.flow || !isSeq(ancestors.at(-1))) return null
  const keys = node.items.flatMap(({ key }) => (isScalar(key) && typeof key.value === 'string' && key.range ? [{ name: key.value, from: key.range[0] }] : []))
  const at = keys.findIndex(({ name }, n) => n > 0 && name === keys[0]!.name)
  const second = keys.slice(at + 1).some(({ name }) => keys.slice(1, at).some(other => other.name === name))
  return at > 0 && second && /\n +$/.test(text.slice(0, keys[at]!.from)) ? keys[at]! : null
}

/** A text of several words without quotes that goes on after ` #`: to YAML that is a remark. With two blanks before it, or after a single word, it was meant as one. */
function remarkAfter(node: Scalar, text: string): { readonly from: number; readonly hash: number; readonly to: number } | null {
  if (node.type !== Scalar.PLAIN || !node.range || typeof node.value !== 'string' || !/\s/.test(node.value)) return null
  const [from, end] = node.range
  const remark = /^ #[^\r\n]*/.exec(text.slice(end, end + 1_000))?.[0].trimEnd()
  return remark === undefined || text.slice(from, end).includes('\n') ? null : { from, hash: end + 1, to: end + remark.length }
}

/** Levels of brackets, or of list marks, that a line may open; and levels of lines, each further in than the one before it. */
const depthLimit = 64
/** Fields and items of lists that a file may hold. */
const itemLimit = 5_000
/** Lines that a file may have: the time of the parser grows faster than their number where they are wrong. */
const lineLimit = 20_000

/**
 * Why a file must not be handed to the parser, and where: nested too deeply, or of too many items. The parser has a limit of its own for the
 * first, but it depends on the free stack, and the same file must always get the same word.
 */
export function unfit(text: string): { readonly code: 'too-deep' | 'too-large' | 'yaml' | 'encoding'; readonly line: number; readonly column: number; readonly message: string } | null {
  const indents: number[] = []
  const lines = text.split('\n')
  if (lines.length > lineLimit) return { code: 'too-large', line: 1, column: 1, message: words.manyLines(lineLimit) }
  const bad = lines.findIndex(line => unseen.test(line))
  if (bad >= 0) {
    const at = lines[bad]!.search(unseen)
    const code = lines[bad]!.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0')
    return { code: 'encoding', line: bad + 1, column: at + 1, message: words.unseen(code) }
  }
  const first = lines.findIndex(line => /^\s*[^\s#]/.test(line))
  if (lines[first]?.startsWith('%')) return { code: 'yaml', line: first + 1, column: 1, message: words.directive }
  for (const [i, line] of lines.entries()) {
    const at = deepAt(line)
    if (at >= 0) return { code: 'too-deep', line: i + 1, column: at + 1, message: words.deepMarks }
    const indent = line.search(/\S/)
    if (indent < 0) continue
    while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop()
    indents.push(indent)
    if (indents.length > depthLimit) return { code: 'too-deep', line: i + 1, column: indent + 1, message: words.deepLine }
  }
  return itemsIn(text) > itemLimit ? { code: 'too-large', line: 1, column: 1, message: words.manyItems(itemLimit) } : null
}

/** Where a line opens too many levels; -1 where it does not. */
function deepAt(line: string): number {
  const marks = /^[\s-]*/.exec(line)![0].length
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    const c = line[at]
    if (c === '[' || c === '{' || (c === '-' && at < marks)) depth++
    else if (c === ']' || c === '}') depth--
    if (depth > depthLimit) return at
  }
  return -1
}

const itemMarks: ReadonlySet<string> = new Set([':', '-', '?', ',', '[', '{'])
/** What begins a text in quotes, an anchor, an alias or a tag, or closes a bracket. There is at most one of each to an item; where there are more, each is an error to the parser, in a time that grows with the square. */
const nodeMarks = /^["'&!*\]}]/

/** How many fields and items a text holds; of one that cannot hold too many, an upper bound. */
function itemsIn(text: string): number {
  const marks = text.match(/[-:?,[{]/g)?.length ?? 0
  const nodes = text.match(/["'&!*\]}]/g)?.length ?? 0
  if (marks <= itemLimit && nodes <= itemLimit) return marks
  // Prose has commas and braces of its own: the lexer, which is quick, knows them apart.
  let items = 0
  let begun = 0
  for (const token of new Lexer().lex(text)) {
    if (itemMarks.has(token)) items++
    else if (nodeMarks.test(token)) begun++
    if (items > itemLimit || begun > itemLimit) break
  }
  return Math.max(items, begun)
}
