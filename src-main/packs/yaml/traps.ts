/** What YAML lets pass and a pack does not: broken aliases, TeX whose backslash was eaten by double quotes, nesting without end. */
import { Scalar, visit } from 'yaml'
import type { Document } from 'yaml'
import type { PackProblem } from '../problem.ts'
import type { PlaceAt } from './places.ts'
import type { SourceFile } from './document.ts'
import { quoted } from './words.ts'

/** Aliases a file may hold, and how often all of them together may be unfolded. */
export const aliasLimit = 100

/** TeX commands that begin with a letter which is an escape in double quotes; the others are told by the control character they leave. */
const texAfterNewline = /\\(nabla|neq?|nu|not|notin|newline|norm)\b/
const controlCharacter = /[\0-\x08\x0b-\x1f\x7f\t]/

/** Broken aliases, and TeX in double quotes. */
export function trapsIn(document: Document.Parsed, text: string, placeAt: PlaceAt, problem: SourceFile['problem']): PackProblem[] {
  const found: PackProblem[] = []
  let aliases = 0
  visit(document, {
    Alias(_, node, ancestors) {
      const place = placeAt(node.range?.[0] ?? 0, node.range?.[1] ?? 0)
      if (++aliases > aliasLimit) {
        // Each is looked up from the top of the file: without an end to it, many would take for ever.
        found.push(problem('alias', `A file may hold at most ${aliasLimit} aliases (\`*name\`).`, place))
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
            `\`${line}\` is read as an alias, and nothing of that name stands before it. A value that begins with \`*\` must be in quotes.`,
            place,
            { mend: { from: place.from, to: place.from + line.length, text: quoted(line) } },
          ),
        )
      } else if (ancestors.includes(target)) found.push(problem('alias', 'This alias stands for something that holds it.', place))
      return undefined
    },
    Scalar(_, node) {
      if (node.type !== Scalar.QUOTE_DOUBLE || !node.range || typeof node.value !== 'string') return
      const raw = text.slice(node.range[0], node.range[1])
      if (!raw.includes('\\') || !(controlCharacter.test(node.value) || texAfterNewline.test(raw))) return
      const taken = /\\[a-zA-Z]+/.exec(raw)?.[0] ?? '\\'
      found.push(
        problem(
          'escape',
          `Inside double quotes the backslash of \`${taken}\` is an escape. Write TeX in single quotes, where a backslash is a backslash.`,
          placeAt(node.range[0], node.range[1]),
          { mend: { from: node.range[0], to: node.range[1], text: quoted(raw.slice(1, -1).replaceAll('\\\\', '\\')) } },
        ),
      )
    },
  })
  return found
}

/** Levels of brackets, or of list marks, that a line may open. */
const depthLimit = 64

/**
 * The first place where a line opens too many levels. The parser has a limit of its own, but it depends on the free stack, and the same file
 * must always get the same word.
 */
export function tooDeep(text: string): { readonly line: number; readonly column: number } | null {
  for (const [i, line] of text.split('\n').entries()) {
    let depth = 0
    for (let at = 0; at < line.length; at++) {
      const c = line[at]
      if (c === '[' || c === '{' || (c === '-' && /^[\s-]*$/.test(line.slice(0, at)))) depth++
      else if (c === ']' || c === '}') depth--
      if (depth > depthLimit) return { line: i + 1, column: at + 1 }
    }
  }
  return null
}
