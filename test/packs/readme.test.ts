import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { formatProblem, readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'

it('what the guide to packs shows is a pack without any problem', () => {
  const guide = readFileSync(new URL('../../exercises/README.md', import.meta.url), 'utf8')
  const block = (first: string): string => {
    const lines = guide.split('\n')
    const from = lines.findIndex(line => line.startsWith(`    ${first}`))
    const end = lines.findIndex((line, i) => i > from && line !== '' && !line.startsWith('    '))
    return lines.slice(from, end).map(line => line.slice(4)).join('\n')
  }
  const { pack, problems } = readPack(new Map([['pack.yaml', block('format: 1')], ['a.yaml', block('id: squared-length')]]))
  expect(problems.map(formatProblem)).toEqual([])
  expect(pack!.exercises[0]!.parts[0]!.tests!.wrong).toHaveLength(2)
  expect(lintPack(pack!, { check }).map(formatProblem)).toEqual([])
})
