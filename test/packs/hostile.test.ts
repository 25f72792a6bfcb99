import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examine } from '../../src-main/packs/library/examine.ts'
import type { PackProblem } from '../../src-main/packs/index.ts'
import { hostile } from './hostile.ts'
import { exerciseText, packText } from './samples.ts'
import { png, rawZip } from './zip.ts'

const told = ({ file, line, column, code, message }: PackProblem): string => `${file}:${line}:${column} ${code}: ${message}`

describe('a hostile pack', () => {
  it.each(hostile.map(each => [each.name, each] as const))('%s: is refused with its own word', async (_, { make, says }) => {
    const { problems } = await examine(make())
    const errors = problems.filter(problem => problem.severity === 'error').map(told)
    expect(errors.some(error => error.startsWith(says)), `${says}\n\n${errors.slice(0, 5).join('\n')}`).toBe(true)
    // One cause is no reason for a flood of words.
    expect(problems.length).toBeLessThanOrEqual(200)
  })

  it.each([['$\\begin{matrix}a\\\\long\\end{matrix}$'], ['$\\rule{2em}{1pt} a \\\\[0.5em] b$'], ['$\\text{900 in all}$'], ['Thus 50 % of all.']])('is not made of what stands in good ones: %s', async markdown => {
    const { problems } = await examine(rawZip([{ name: 'pack.yaml', content: packText }, { name: 'a.yaml', content: exerciseText.replace('Differentiate.', () => `'${markdown}'`) }]))
    expect(problems).toEqual([])
  })

  it('of every kind there is one, each with another word', () => {
    expect(hostile.length).toBeGreaterThan(140)
    expect(new Set(hostile.map(each => each.name)).size).toBe(hostile.length)
  })

  it('does not make a good one suspect', async () => {
    const good = rawZip([
      { name: 'pack.yaml', content: packText, deflate: true },
      { name: 'a/' },
      { name: 'a/whole.yaml', content: exerciseText.replace('Differentiate.', "'Differentiate. ![a figure](../figure.png)'"), deflate: true },
      { name: 'figure.png', content: png(30, 20) },
      { name: 'README.md', content: '# Sample' },
      // As programs write that pack what comes to them: the sizes stand after the bytes, in the table of contents, and not in the header.
      { name: 'LICENSE', content: 'MIT', flags: 0x808, localFields: [[14, 0], [18, 0], [22, 0]], trailer: Buffer.alloc(16) },
    ])
    const { summary, problems } = await examine(good)
    expect(problems).toEqual([])
    expect(summary).toMatchObject({ id: 'sample', version: '1.0.0', exercises: 1, parts: 2, tests: 5, pictures: 1 })
  })
})

describe('all hostile packs together', () => {
  it('are refused in bounded memory, and write nothing', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nabla-hostile-'))
    const before = process.cwd()
    try {
      process.chdir(folder)
      const packs = hostile.map(({ make }) => make())
      globalThis.gc?.()
      const start = process.memoryUsage().rss
      let most = start
      for (const bytes of packs) {
        await examine(bytes)
        most = Math.max(most, process.memoryUsage().rss)
      }
      expect((most - start) / 2 ** 20).toBeLessThan(100)
      expect(readdirSync(folder)).toEqual([])
    } finally {
      process.chdir(before)
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
