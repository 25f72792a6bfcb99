/** Why a question cannot be asked is told in both languages: whatever the checker says in English alone is known to lint. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { speak } from '../../src-main/calculus/index.ts'
import { faultInWords } from '../../src-main/packs/lint/question-faults.ts'

afterEach(() => speak('en'))

const checking = new URL('../../src-main/checking', import.meta.url).pathname
/** The sentences that the checker throws at questions, with a number or a name in the place of what they are about. */
const sentences = readdirSync(checking, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).flatMap(name =>
  [...readFileSync(join(checking, name), 'utf8').matchAll(/new QuestionError\((?:'\w+'|\w+), (?:'([^']+)'|`((?:[^`\\]|\\.)+)`)/g)].map(([, plain, made]) =>
    plain ?? made!.replaceAll(/\$\{[^}]*(?:length|MOST)[^}]*\}/g, '3').replaceAll(/\$\{[^}]*\}/g, 'x').replaceAll('\\`', '`')))

it('knows every sentence of the checker, and says the same in English', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(20)
  for (const sentence of sentences) expect(faultInWords(sentence)).toBe(sentence)
  speak('de')
  for (const sentence of sentences) expect(faultInWords(sentence), sentence).not.toBe(sentence)
})

it('leaves what is told of an expression as it came', () => {
  speak('de')
  expect(faultInWords('„z“ ist hier nicht bekannt.')).toBe('„z“ ist hier nicht bekannt.')
})
