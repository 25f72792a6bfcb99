import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { speak } from '../../src-main/calculus/index.ts'
import { writeArchive } from '../../src-main/packs/archive/write.ts'
import { formatProblem } from '../../src-main/packs/index.ts'
import { examine } from '../../src-main/packs/library/examine.ts'
import { compareVersions } from '../../src-main/packs/library/version.ts'
import { examineApart, InstalledPacks } from '../../src-main/packs/library/index.ts'
import { jsonSchema } from '../../src-main/packs/schema/json.ts'
import { fieldWords } from '../../src-main/packs/schema/field-words.ts'
import { exerciseText, packText } from './samples.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nabla-library-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A pack of one exercise for each id, in one file. */
function packed(version: string, exercises: Readonly<Record<string, string>>, more = ''): Uint8Array {
  const files = Object.entries(exercises).map(([id, text]) => [`${id}.yaml`, text.replace('id: whole', `id: ${id}`)] as const)
  return writeArchive(new Map([['pack.yaml', packText.replace('1.0.0', version) + more], ...files]))
}
const keptFile = (): string => join(dir, 'cache/packs/sample-1.0.0.kept')
/** The second line of a kept file. */
const keptIndex = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString().split('\n')[1]!)
const one = packed('1.0.0', { a: exerciseText, b: exerciseText })

describe('installed packs', () => {
  it('are kept as the files that they are, and read without being unpacked', async () => {
    const packs = new InstalledPacks(dir)
    expect(await packs.read()).toEqual({ packs: [], problems: [] })
    packs.install('sample', '1.0.0', one)
    expect(new Uint8Array(readFileSync(join(dir, 'packs/sample/1.0.0.nabla')))).toEqual(one)
    expect(readdirSync(join(dir, 'packs'), { recursive: true }).toSorted()).toEqual(['sample', 'sample/1.0.0.nabla'])
    const { packs: [installed], problems } = await packs.read()
    expect(problems).toEqual([])
    expect(installed).toMatchObject({ id: 'sample', version: '1.0.0' })
    expect(installed!.pack.exercises.map(exercise => exercise.id)).toEqual(['a', 'b'])
  })

  it('are the same when they are read a second time, out of what was kept of the first', async () => {
    const packs = new InstalledPacks(dir)
    packs.install('sample', '1.0.0', one)
    const first = (await packs.read()).packs[0]!.pack
    expect(readdirSync(join(dir, 'cache/packs'))).toEqual(['sample-1.0.0.kept'])
    const again = (await packs.read()).packs[0]!.pack
    const plain = ({ source: _, ...rest }: typeof first): unknown => ({ ...rest, exercises: rest.exercises.map(({ source: __, ...exercise }) => exercise) })
    expect(plain(again)).toEqual(plain(first))
    const { archive } = keptIndex(readFileSync(keptFile())) as { archive: { entries: { text: string | null }[] } }
    expect(archive.entries.map(entry => entry.text === null)).toEqual([false, false, false])
    const { source } = again.exercises[0]!
    expect(source.place(['parts', 1, 'f'])).toEqual(first.exercises[0]!.source.place(['parts', 1, 'f']))
    expect(source.text).toBe(first.exercises[0]!.source.text)
  })

  it('are listed out of what was kept, and an exercise is read when somebody asks for more', async () => {
    const packs = new InstalledPacks(dir)
    packs.install('sample', '1.0.0', one)
    await packs.read()
    let parsed = 0
    const parse = JSON.parse
    JSON.parse = (...args: Parameters<typeof JSON.parse>): unknown => (parsed++, parse(...args) as unknown)
    try {
      const { exercises } = (await packs.read()).packs[0]!.pack
      expect(exercises.map(({ id, title, chapter, outcomes, parts }) => [id, title, chapter, outcomes, parts.map(part => [part.id, part.outcomes])])).toEqual(
        ['a', 'b'].map(id => [id, 'Whole', null, ['compute'], [['first', ['compute']], ['second', ['shapes']]]]))
      // The index, and pack.yaml.
      expect(parsed).toBe(2)
      expect(exercises[1]!.parts[0]!.question.f).toBe('x^T x')
      expect(exercises[1]!.parts[1]!.prompt).not.toBe('')
      expect(parsed).toBe(3)
    } finally {
      JSON.parse = parse
    }
  })

  it('do not trust what was kept: damaged or forged, the file itself is read', async () => {
    const packs = new InstalledPacks(dir)
    packs.install('sample', '1.0.0', one)
    const content = async (): Promise<unknown> => {
      const { packs: [installed], problems } = await packs.read()
      expect(problems).toEqual([])
      return installed!.pack.exercises.map(({ source: _, ...exercise }) => exercise)
    }
    const first = await content()
    const kept = readFileSync(keptFile())
    for (const damaged of [kept.subarray(0, 30), kept.subarray(0, -1), Buffer.from(kept.toString().replace('Whole', 'Other')), Buffer.from('{"reader":'), Buffer.alloc(0)]) {
      writeFileSync(keptFile(), damaged)
      expect(await content()).toEqual(first)
      expect(readFileSync(keptFile())).toEqual(kept)
    }
    const forge = (change: (text: string) => string): void => {
      const rest = Buffer.from(change(kept.toString().slice(kept.indexOf('\n') + 1)))
      writeFileSync(keptFile(), Buffer.concat([Buffer.from(`${kept.toString().split(' ')[0]} ${crc32(rest)}\n`), rest]))
    }
    forge(text => text.replaceAll('"wrt"', '"wtr"'))
    expect(await content()).toEqual(first)
    forge(text => text.replaceAll('"title":"Whole"', '"title":17,"x":""'))
    expect(await content()).toEqual(first)
    forge(text => text.replaceAll('"id":"second"', '"id":"secund"').replace('"id":"secund"', '"id":"another"'))
    const { exercises } = (await packs.read()).packs[0]!.pack
    expect(() => exercises.map(exercise => exercise.intro)).toThrow('what was kept of this file does not fit it')
    expect(await content()).toEqual(first)
  })

  it('of two versions the newer counts, and installing sets the other aside', () => {
    const packs = new InstalledPacks(dir)
    packs.install('sample', '1.9.0', one)
    packs.install('sample', '1.10.0', one)
    expect(packs.list()).toEqual([{ id: 'sample', version: '1.10.0' }])
    expect(readdirSync(join(dir, 'packs/sample'))).toEqual(['1.10.0.nabla'])
    expect(readdirSync(join(dir, 'packs/.aside/sample'))).toEqual(['1.9.0.nabla'])
    // As after a crash between the two steps.
    writeFileSync(join(dir, 'packs/sample/1.2.0.nabla'), one)
    expect(packs.list()).toEqual([{ id: 'sample', version: '1.10.0' }])
  })

  it('that are removed can be brought back, as often as one likes', () => {
    const packs = new InstalledPacks(dir)
    packs.install('sample', '1.0.0', one)
    expect(packs.remove('sample')).toBe('1.0.0.nabla')
    expect(packs.list()).toEqual([])
    expect(packs.remove('sample')).toBeNull()
    expect(packs.setAside('sample', '1.0.0.nabla')).toEqual(one)
    expect(packs.setAside('sample', '../../../../etc/passwd')).toBeNull()
    packs.install('sample', '1.0.0', one)
    expect(packs.remove('sample')).toBe('1.0.0-2.nabla')
  })

  it('with the same version and another content set the first aside', () => {
    const packs = new InstalledPacks(dir)
    packs.install('sample', '1.0.0', one)
    const other = packed('1.0.0', { a: exerciseText })
    packs.install('sample', '1.0.0', other)
    expect(packs.bytes('sample')).toEqual(other)
    expect(packs.setAside('sample', '1.0.0.nabla')).toEqual(one)
    packs.install('sample', '1.0.0', other)
    expect(readdirSync(join(dir, 'packs/.aside/sample'))).toHaveLength(1)
  })

  it('that are damaged, or not what their name says, are told, and the others are there', async () => {
    const packs = new InstalledPacks(dir)
    packs.install('sample', '1.0.0', one)
    mkdirSync(join(dir, 'packs/other'), { recursive: true })
    writeFileSync(join(dir, 'packs/other/2.0.0.nabla'), one)
    mkdirSync(join(dir, 'packs/torn'))
    writeFileSync(join(dir, 'packs/torn/1.0.0.nabla'), one.subarray(0, 200))
    writeFileSync(join(dir, 'packs/torn/notes.txt'), 'mine')
    const { packs: read, problems } = await packs.read()
    expect(read.map(each => each.id)).toEqual(['sample'])
    expect(problems.map(formatProblem)).toEqual([
      'other-2.0.0.nabla/.:1:1: The file of the pack other 2.0.0 holds sample 1.0.0. Install it again.',
      'torn-1.0.0.nabla/.:1:1: This pack is cut off: the end of the zip file is missing. Fetch it again.',
    ])
  })

  it('have a folder that every system can keep', () => {
    const packs = new InstalledPacks(dir)
    packs.install('con', '1.0.0', one)
    expect(readdirSync(join(dir, 'packs'))).toEqual(['con_'])
    expect(packs.list()).toEqual([{ id: 'con', version: '1.0.0' }])
  })

  it('change nothing where the folder cannot be written', () => {
    writeFileSync(join(dir, 'packs'), 'a file stands where the folder should be')
    const packs = new InstalledPacks(dir)
    expect(() => packs.install('sample', '1.0.0', one)).toThrow(/EEXIST|ENOTDIR/)
    expect(packs.list()).toEqual([])
    expect(readFileSync(join(dir, 'packs'), 'utf8')).toBe('a file stands where the folder should be')
  })
})

describe('looking a pack over', () => {
  it('says what it is and what it would change', async () => {
    const next = packed('1.1.0', { a: exerciseText.replace('title: Whole', 'title: A whole one'), b: exerciseText.replace(/ {2}- id: second[^]*/, ''), c: exerciseText }, 'authors: [Ada, Grace]\nlicence: CC-BY-4.0\nprerequisites: [calculus]\n')
    const { summary, problems, changes } = await examine(next, id => (id === 'sample' ? one : null))
    expect(problems).toEqual([])
    expect(summary).toMatchObject({ id: 'sample', title: 'Sample', version: '1.1.0', authors: ['Ada', 'Grace'], licence: 'CC-BY-4.0', prerequisites: ['calculus'], exercises: 3, parts: 5 })
    expect(changes).toEqual({ from: '1.0.0', direction: 'newer', added: ['Whole'], removed: [], changed: ['A whole one', 'Whole'], partsRemoved: 1 })
    expect((await examine(one, () => next)).changes).toMatchObject({ direction: 'older', added: [], removed: ['Whole'] })
    expect((await examine(one, () => one)).changes).toEqual({ from: '1.0.0', direction: 'same', added: [], removed: [], changed: [], partsRemoved: 0 })
  })

  it('in a thread says the same, and writes nothing', async () => {
    new InstalledPacks(dir).install('sample', '1.0.0', packed('0.9.0', { a: exerciseText }))
    const before = readdirSync(dir, { recursive: true })
    const outcome = await examineApart(one, dir)
    expect(outcome).toMatchObject({ examination: { summary: { id: 'sample', version: '1.0.0' }, problems: [], changes: { added: ['Whole'] } } })
    expect(readdirSync(dir, { recursive: true })).toEqual(before)
  })

  it('speaks the language of whoever asked, in a thread too', async () => {
    speak('de')
    try {
      expect(await examineApart(Buffer.from('MZ'), dir)).toMatchObject({ examination: { problems: [{ code: 'no-archive', message: 'Das ist kein Paket: Eine `.nabla`-Datei ist eine Zip-Datei, und diese beginnt wie etwas anderes.' }] } })
    } finally {
      speak('en')
    }
  })

  it('in a thread comes to an end', async () => {
    expect(await examineApart(one, dir, { deadlineMs: 1 })).toEqual({ refusal: 'Looking over this pack was ended after 0.001 seconds without a result. It is too large, or made to take for ever.' })
    const greedy = new URL(`data:text/javascript,${encodeURIComponent('const all = []; for (;;) all.push(new Array(1e5).fill({}))')}`)
    expect(await examineApart(one, dir, { entry: greedy, memoryMb: 32 })).toEqual({ refusal: 'Looking over this pack needed more memory than it may take.' })
    const broken = new URL('data:text/javascript,throw new Error("broken")')
    expect(await examineApart(one, dir, { entry: broken })).toEqual({ refusal: "Looking over this pack stopped on an error of Nabla's own: broken" })
    expect(existsSync(join(dir, 'packs'))).toBe(false)
  })
})

it('versions are compared as numbers, of any length', () => {
  const sorted = ['0.0.1', '0.9.0', '0.10.0', '1.0.0', '1.0.00000000002', '99999999999999999999.0.0', '99999999999999999999.0.1']
  expect([...sorted].toReversed().toSorted(compareVersions)).toEqual(sorted)
  expect(compareVersions('1.02.0', '1.2.0')).toBe(0)
})

it.each([['exercise'], ['pack']] as const)('the JSON Schema of %s files that stands beside the packs is the one that the program has', which => {
  // To renew it: npm run -s nabla -- schema exercise > exercises/exercise.schema.json, and the same for pack.
  expect(readFileSync(new URL(`../../exercises/${which}.schema.json`, import.meta.url), 'utf8')).toBe(jsonSchema(which))
})

it.each([['exercise'], ['pack']] as const)('every field of %s files has its sentence for editors, and no sentence stands there for nothing', which => {
  interface Node { readonly properties?: Record<string, Node & { description?: string }>; readonly items?: Node; readonly anyOf?: Node[] }
  const seen = new Map<string, string | undefined>()
  const walk = (node: Node, path: string): void => {
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      seen.set(path + name, field.description)
      walk(field, `${path}${name}.`)
    }
    for (const inner of [node.items, ...(node.anyOf ?? [])]) if (inner) walk(inner, path)
  }
  walk(JSON.parse(jsonSchema(which)) as Node, '')
  expect(Object.fromEntries(seen)).toEqual(fieldWords[which])
})
