/** What an author is told of an exercise file, by reading and by lint, as one line each. */
import { check, derive } from '../../src-main/checking/check.ts'
import { readPack } from '../../src-main/packs/index.ts'
import type { PackProblem } from '../../src-main/packs/index.ts'
import { inDoubt, lintPack } from '../../src-main/packs/lint/index.ts'
import { packText } from './samples.ts'

/** Of a pack with this one exercise. */
export function problemsOf(text: string, header = packText): readonly PackProblem[] {
  const { pack, problems, rest } = readPack(new Map([['pack.yaml', header], ['a.yaml', text]]))
  const looked = pack ?? rest?.pack
  const linted = looked ? lintPack(looked, { check, derive }, 'all', rest?.drafts) : []
  return [...problems.filter(problem => problem.code !== 'no-exercises'), ...linted.filter(problem => !inDoubt(problem, problems))]
}

/** `line:column warning: message ⇒ mend`, the lines of a mend joined by `⏎` */
export function told({ line, column, severity, message, mend }: PackProblem): string {
  return `${line}:${column} ${severity === 'warning' ? 'warning: ' : ''}${message}${mend ? ` ⇒ ${mend.text.replaceAll('\n', '⏎')}` : ''}`
}
