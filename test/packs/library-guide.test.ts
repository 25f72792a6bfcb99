import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { check, derive } from '../../src-main/checking/check.ts'
import { english as usage } from '../../src-main/hosts/cli/words/usage.ts'
import { formatProblem, readPack } from '../../src-main/packs/index.ts'
import { inBytes, limits } from '../../src-main/packs/limits.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'

const guide = readFileSync(new URL('../../docs/for-instructors.md', import.meta.url), 'utf8')

/** An indented block of the guide, from the line that begins so, without its indentation. */
function block(first: string): string {
  const lines = guide.split('\n')
  const from = lines.findIndex(line => line.trimStart().startsWith(first))
  const indent = lines[from]!.search(/\S/)
  const end = lines.findIndex((line, i) => i > from && line !== '' && line.search(/\S/) < indent)
  return lines.slice(from, end).map(line => line.slice(indent)).join('\n')
}

it('the first exercise of the guide is a pack without any problem', () => {
  const { pack, problems } = readPack(new Map([['pack.yaml', block('format: 1')], ['10-energy.yaml', block('id: energy')]]))
  expect(problems.map(formatProblem)).toEqual([])
  expect(pack!.exercises[0]!.parts[0]!.tests!.right).toHaveLength(3)
  expect(lintPack(pack!, { check, derive }).map(formatProblem)).toEqual([])
})

it('the commands of the guide are those that there are', () => {
  const named = new Set([...guide.matchAll(/nabla (?:-- )?([a-z]+)\b/g)].map(match => match[1]!))
  expect([...named].filter(name => !usage.includes(`nabla ${name}`))).toEqual([])
  expect(named.size).toBeGreaterThanOrEqual(5)
})

it('the limits of the guide are those that hold', () => {
  const row = (what: string): string => new RegExp(`^\\| ${what} \\| (.*) \\|$`, 'm').exec(guide)![1]!
  expect(row('a `.nabla` file')).toBe(inBytes(limits.archiveBytes))
  expect(row('files in a pack')).toBe(String(limits.files))
  expect(row('all files, unpacked')).toBe(inBytes(limits.bytes))
  expect(row('all texts together')).toBe(inBytes(limits.textBytes))
  expect(row('one text file')).toMatch(`${inBytes(limits.fileBytes)}, `)
  expect(row('one picture')).toBe(`${inBytes(limits.pictureBytes)}, ${limits.pictureSide} pixels on a side, ${limits.picturePixels / 2 ** 20} million in all`)
  expect(row('folders within folders')).toBe(String(limits.depth))
})
