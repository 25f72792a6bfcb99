import { isBuiltin } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, root, sources } from './imports.ts'
import { readingDoor, roomOf, shut } from './rules.ts'

const all = [...sources('src-main'), ...sources('src-renderer')]
const complaint = (file: string, line: string) => importsOf(file, line).map((each) => shut(file, each))

describe('the house as it stands', () => {
  test('no import goes through a shut door', () => {
    const through = all.flatMap(({ file, imports }) => imports.map((each) => [file, each.specifier, shut(file, each)] as const)).filter(([, , why]) => why !== undefined)
    expect(through.map(([file, specifier, why]) => `${file} imports ${specifier}: ${why}`)).toEqual([])
  })

  test('every room is looked at, and its imports are found', () => {
    const rooms = new Map<string, number>()
    for (const { file, imports } of all) rooms.set(roomOf(file), (rooms.get(roomOf(file)) ?? 0) + imports.length)
    for (const room of ['calculus', 'checking', 'packs', 'progress', 'app', 'hosts']) expect(rooms.get(`src-main/${room}`)).toBeGreaterThan(5)
    expect(rooms.get('src-renderer')).toBeGreaterThan(5)
  })

  test('every package that is used is asked for in package.json, in an exact version', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
    const asked = { ...dependencies, ...devDependencies }
    expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    // A type-only import may be served by the package of types alone.
    const used = all.flatMap(({ file, imports }) => imports.filter((each) => !each.relative && each.specifier !== '(computed)' && !isBuiltin(each.target)).map((each) => ({ file, ...each })))
    expect(used.filter(({ target, typeOnly }) => !(target in asked) && !(typeOnly && `@types/${target}` in asked)).map(({ file, target }) => `${file}: ${target}`)).toEqual([])
    // What runs in the main process is installed with the app; the renderer and Electron itself are bundled or stand beside it.
    const late = used.filter(({ file, target, typeOnly }) => file.startsWith('src-main/') && !typeOnly && target !== 'electron' && !(target in dependencies!))
    expect(late.map(({ file, target }) => `${file}: ${target}`)).toEqual([])
  })

  test('the calculus asks neither a clock nor chance, whose answers nobody handed in', () => {
    const impure = all.filter(({ file, text }) => file.startsWith('src-main/calculus/') && /\bMath\.random\b|\bDate\.now\b|\bnew Date\b|\bperformance\.now\b|\bcrypto\b/.test(text))
    expect(impure.map(({ file }) => file)).toEqual([])
  })

  test('of the main process the window carries what reads an answer, and nothing that judges one or opens a file', () => {
    const carried = new Set<string>()
    const packages = new Set<string>()
    const carry = (file: string): void => {
      if (carried.has(file)) return
      carried.add(file)
      for (const { target, relative, typeOnly } of all.find(each => each.file === file)!.imports) {
        if (typeOnly) continue
        if (relative) carry(target)
        else packages.add(target)
      }
    }
    carry(readingDoor)
    expect([...carried].filter(file => roomOf(file) !== 'src-main/calculus').sort()).toEqual(
      [readingDoor, 'src-main/checking/prepare/fault.ts', 'src-main/checking/prepare/layout.ts', 'src-main/checking/reader.ts', 'src-main/checking/words.ts', 'src-main/checking/words/english.ts', 'src-main/checking/words/german.ts'])
    expect([...packages].filter(name => isBuiltin(name))).toEqual([])
  })

  test('no component writes raw HTML', () => {
    expect(all.filter(({ text }) => /\{@html|\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write/.test(text)).map(({ file }) => file)).toEqual([])
  })

  test('no source file is longer than 250 lines', () => {
    const long = all.map(({ file, text }) => [file, text.trimEnd().split('\n').length] as const).filter(([, lines]) => lines > 250)
    expect(long).toEqual([])
  })
})

describe('the check itself finds', () => {
  test.each([
    ['a static import', "import { x } from '../app/api.ts'"],
    ['an import for its effects', "import '../app/api.ts'"],
    ['an export from', "export * from '../app/api.ts'"],
    ['a dynamic import', "const x = await import('../app/api.ts')"],
    ['a type import', "import type { X } from '../app/api.ts'"],
    ['a type by import()', "type X = import('../app/api.ts').X"],
    ['a require', "const x = require('../app/api.ts')"],
    ['a worker', "new Worker(new URL('../app/api.ts', import.meta.url))"],
  ])('%s', (_, line) => {
    expect(complaint('src-main/checking/x.ts', line)).toEqual(['no door leads from src-main/checking to src-main/app/api.ts'])
  })

  test.each([
    ['src-main/calculus/x.ts', "import { readFileSync } from 'node:fs'", 'the calculus is pure'],
    ['src-main/calculus/x.ts', "import fs from 'fs'", 'the calculus is pure'],
    ['src-main/calculus/x.ts', "import { z } from 'zod'", 'the calculus is pure'],
    ['src-main/calculus/a/b/x.ts', "import { x } from '../../../checking/check.ts'", 'no door leads from src-main/calculus to src-main/checking/check.ts'],
    ['src-main/packs/x.ts', "import { x } from '../checking/check.ts'", 'no door leads from src-main/packs to src-main/checking/check.ts'],
    ['src-main/progress/x.ts', "import { x } from '../packs/index.ts'", 'no door leads from src-main/progress to src-main/packs/index.ts'],
    ['src-main/app/x.ts', "import { x } from '../hosts/common/app.ts'", 'no door leads from src-main/app to src-main/hosts/common/app.ts'],
    ['src-main/hosts/loopback/x.ts', "import { app } from 'electron'", 'electron belongs to src-main/hosts/electron'],
    ['src-main/hosts/cli/x.ts', 'await import(name)', 'an import must name its file'],
    ['src-renderer/x.svelte', "<script lang=\"ts\">import { calls } from '../src-main/app/contract.ts'</script>", 'the renderer takes only types from the contract'],
    ['src-renderer/x.ts', "import type { X } from '../src-main/calculus/problem.ts'", 'no door leads from src-renderer to src-main/calculus/problem.ts'],
    ['src-renderer/x.ts', "import { join } from 'node:path'", 'the renderer has no Node'],
  ])('in %s: %s', (file, line, why) => {
    expect(complaint(file, line)).toEqual([why])
  })

  test.each([
    ['src-main/packs/x.ts', "import { questionSchema } from '../checking/question.ts'"],
    ['src-main/hosts/x.ts', "import { x } from '../progress/index.ts'"],
    ['src-main/hosts/electron/x.ts', "import { app } from 'electron'"],
    ['src-main/calculus/x.ts', "import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'"],
    ['src-renderer/x.ts', "import type { Api } from '../src-main/app/contract.ts'"],
    ['src-renderer/x.ts', "const { readerOf } = await import('../src-main/app/reading.ts')"],
    ['src-renderer/x.ts', "import { type Api, type Calls } from '../src-main/app/contract.ts'"],
  ])('nothing wrong in %s with %s', (file, line) => {
    expect(complaint(file, line)).toEqual([undefined])
  })
})
