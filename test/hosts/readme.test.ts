import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { questionSchema } from '../../src-main/checking/question.ts'
import { formatProblem, readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'

const root = join(import.meta.dirname, '..', '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('the exercise that the README shows is one, and its tests come out as they say', () => {
  const exercise = /```yaml\n([^]*?)```/.exec(readme)![1]!
  const { pack, problems } = readPack(new Map([['pack.yaml', readFileSync(join(root, 'exercises', 'matrix-derivatives', 'pack.yaml'), 'utf8')], ['a.yaml', exercise]]))
  expect(problems.map(formatProblem)).toEqual([])
  expect(lintPack(pack!, { check }).map(formatProblem).filter((line) => line.startsWith('a.yaml'))).toEqual([])
})

test('the line that the README checks is judged right', () => {
  const { question, answer } = JSON.parse(/echo '(.*)' \| npm run -s nabla -- check/.exec(readme)![1]!) as { question: object; answer: string }
  expect(check(questionSchema.parse(question), answer).verdict).toBe('correct')
})

test('every file and folder that the README names is there', () => {
  const named = [...readme.matchAll(/`((?:src-main|src-renderer|exercises|test)\/[\w./-]*)`|\]\(([\w./-]+)\)/g)].map((match) => match[1] ?? match[2]!)
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([])
})
