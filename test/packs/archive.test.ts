import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readArchive, readPackArchive } from '../../src-main/packs/archive/read.ts'
import { readPng } from '../../src-main/packs/archive/png.ts'
import { writeArchive } from '../../src-main/packs/archive/write.ts'
import { formatProblem } from '../../src-main/packs/index.ts'
import { exportFolder } from '../../src-main/packs/library/export.ts'
import { hashOf } from '../../src-main/packs/library/hash.ts'
import { exerciseText, packText } from './samples.ts'
import { png, rawZip } from './zip.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const files = new Map<string, Uint8Array | string>([['pack.yaml', packText], ['b/whole.yaml', exerciseText], ['a/Größe.md', '# Größe'], ['figure.png', png(3, 2)]])

describe('a pack in one file', () => {
  it('is read back as it was written', async () => {
    const read = await readArchive(writeArchive(files))
    expect(read.problems).toEqual([])
    expect(new Map([...read.files!].toSorted())).toEqual(new Map([...files].toSorted().map(([name, content]) => [name, typeof content === 'string' ? bytes(content) : new Uint8Array(content)])))
  })

  it('is the same, byte for byte, in whatever order the files come, and for ever', () => {
    const once = writeArchive(files)
    expect(writeArchive(new Map([...files].toReversed()))).toEqual(once)
    // Told by another program, or another release of this one: packs that were handed out would change for nothing.
    expect(hashOf(writeArchive(new Map([['pack.yaml', 'format: 1\n'], ['a.yaml', 'id: a\n'.repeat(50)]])))).toBe('adcbfdb51893bfe41c9be9f2e0d0a837df3afd2d74e8d33d269a27e2dfc46a9b')
  })

  it('may have its folder around it, and what file managers leave behind', async () => {
    const { pack, problems } = await readPackArchive(rawZip([
      { name: 'my-pack/' },
      { name: 'my-pack/pack.yaml', content: packText },
      { name: 'my-pack/one/whole.yaml', content: exerciseText, deflate: true },
      { name: 'my-pack/.DS_Store', content: '\0\0' },
      { name: '__MACOSX/my-pack/._pack.yaml', content: '\0\0' },
    ]))
    expect(problems).toEqual([])
    expect(pack!.exercises.map(exercise => exercise.source.file)).toEqual(['one/whole.yaml'])
  })

  it('has its pictures at hand, and says which are none', async () => {
    const { pack, problems } = await readPackArchive(writeArchive(files))
    expect(problems).toEqual([])
    expect([...pack!.pictures.keys()]).toEqual(['figure.png'])
    expect(readPng(pack!.pictures.get('figure.png')!)).toEqual({ width: 3, height: 2 })
    expect(readPng(png(3, 2, { depth: 3 }))).toEqual({ fault: 'The header of this PNG picture cannot be read.' })
    expect(readPng(png(0, 2))).toEqual({ fault: 'This PNG picture has no pixels.' })
    const flipped = Uint8Array.from(png(3, 2))
    flipped[20]! ^= 1
    expect(readPng(flipped)).toEqual({ fault: 'This PNG picture is cut off or damaged.' })
  })

  it('tells every slip of its exercises at line and column, as a folder does', async () => {
    const { pack, problems } = await readPackArchive(writeArchive(new Map([...files, ['c.yaml', exerciseText.replace('wrt: x', 'wtr: x')]])))
    expect(pack!.exercises).toHaveLength(1)
    expect(problems.map(formatProblem)).toContain('c.yaml:11:5: `wtr` is not a field of part 1. Did you mean `wrt`?')
  })
})

describe('any damage to a pack', () => {
  it('of one byte is told, or changes nothing', { timeout: 60_000 }, async () => {
    const whole = writeArchive(new Map([['pack.yaml', packText], ['a.yaml', exerciseText]]))
    const right = await readArchive(whole)
    let told = 0
    for (let at = 0; at < whole.length; at += 3) {
      const damaged = Uint8Array.from(whole)
      damaged[at]! ^= 0x15
      const read = await readArchive(damaged)
      if (read.files === null) told++
      else expect(read.files, `byte ${at}`).toEqual(right.files)
    }
    expect(told).toBeGreaterThan(whole.length / 3 / 2)
  })

  it('that cuts it off anywhere is told', async () => {
    const whole = writeArchive(new Map([['pack.yaml', packText], ['a.yaml', exerciseText]]))
    for (let length = 0; length < whole.length; length += 7) expect((await readArchive(whole.subarray(0, length))).files, `${length} bytes`).toBeNull()
  })
})

describe('a folder', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'nabla-export-'))
    writeFileSync(join(dir, 'pack.yaml'), packText)
    mkdirSync(join(dir, 'one'))
    writeFileSync(join(dir, 'one/whole.yaml'), exerciseText)
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  it('becomes one file, the same whenever its files were touched', async () => {
    const { exported, problems } = exportFolder(dir)
    expect(problems).toEqual([])
    expect(exported!.fileName).toBe('sample-1.0.0.nabla')
    expect((await readPackArchive(exported!.bytes)).pack!.exercises.map(exercise => exercise.id)).toEqual(['whole'])
    utimesSync(join(dir, 'pack.yaml'), new Date(2001, 1, 3), new Date(2001, 1, 3))
    expect(exportFolder(dir).exported!.bytes).toEqual(exported!.bytes)
  })

  it('with an error becomes none, and what does not belong in a pack is left out and told', () => {
    writeFileSync(join(dir, 'notes.txt'), 'mine')
    const { exported, problems } = exportFolder(dir)
    expect(problems.map(formatProblem)).toEqual(['notes.txt:1:1: A pack holds `.yaml`, `.md` and `.png` files. This one is ignored.'])
    expect(exported).not.toBeNull()
    writeFileSync(join(dir, 'two.yaml'), exerciseText.replace('id: whole', 'id: two').replace('Differentiate.', 'See <b>this</b>.'))
    expect(exportFolder(dir).exported).toBeNull()
    expect(exportFolder(dir).problems.map(formatProblem)).toContain('two.yaml:8:17: HTML is not shown, and is not taken: `<b>`. Write it as Markdown.')
  })
})
