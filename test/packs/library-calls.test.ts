import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calls } from '../../src-main/app/contract.ts'
import { writeArchive } from '../../src-main/packs/archive/write.ts'
import { readPack } from '../../src-main/packs/index.ts'
import { readArchive } from '../../src-main/packs/archive/read.ts'
import { freshFolder, openApp } from '../app/desk.ts'
import { exerciseText, packText } from './samples.ts'
import { png } from './zip.ts'

type App = ReturnType<typeof openApp>
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const sample = (version = '1.0.0', exercise = exerciseText, more = ''): Uint8Array =>
  writeArchive(new Map<string, string | Uint8Array>([['pack.yaml', packText.replace('1.0.0', version) + more], ['one/whole.yaml', exercise], ['figure.png', png(3, 2)]]))
const place = { pack: 'sample', exercise: 'whole', part: 'first' }

/** Looks a pack over and installs it. */
async function install(app: App, bytes: Uint8Array) {
  const preview = calls.previewPack.output.parse(await app.previewPack({ bytes: base64(bytes) }))
  return app.importPack({ ready: preview.ready! })
}

describe('a pack from elsewhere', () => {
  it('is looked over, installed, and then is on the shelf like the others, also after a restart', async () => {
    const dataDir = freshFolder()
    const app = openApp({ dataDir })
    const before = (await app.library({})).exercises.length
    const preview = calls.previewPack.output.parse(await app.previewPack({ bytes: base64(sample('1.0.0', exerciseText, 'authors: [Ada]\nprerequisites: [matrix-derivatives, calculus]\n')) }))
    expect(preview).toMatchObject({ summary: { id: 'sample', title: 'Sample', authors: ['Ada'], exercises: 1, parts: 2, pictures: 1 }, problems: [], changes: null, missing: ['calculus'] })
    expect(readdirSync(dataDir)).not.toContain('packs')
    expect(await app.importPack({ ready: preview.ready! })).toEqual({ pack: 'sample', version: '1.0.0', replaced: null })
    const { exercises, packs, problems } = calls.library.output.parse(await app.library({}))
    expect(exercises).toHaveLength(before + 1)
    expect(packs!.map(({ id, version, builtIn }) => [id, version, builtIn])).toEqual([['matrix-derivatives', '1.0.0', true], ['sample', '1.0.0', false]])
    expect(problems).toEqual([])
    await app.close()
    expect((await openApp({ dataDir }).openExercise(place)).title).toBe('Whole')
  })

  it('may come in pieces', async () => {
    const app = openApp()
    const text = base64(sample())
    const { upload, received } = await app.uploadPack({ bytes: text.slice(0, 400) })
    expect(received).toBe(300)
    expect(await app.uploadPack({ upload, bytes: text.slice(400) })).toEqual({ upload, received: sample().length })
    expect((await app.previewPack({ upload })).summary!.id).toBe('sample')
    await expect(app.previewPack({ upload })).rejects.toThrow('This file took too long to arrive. Choose it once more.')
  })

  it('may be named by its path, which must be that of a pack', async () => {
    const folder = freshFolder()
    const path = join(folder, 'a.nabla')
    writeFileSync(path, sample())
    const app = openApp()
    expect((await app.previewPack({ path })).summary!.id).toBe('sample')
    await expect(app.previewPack({ path: '/etc/passwd' })).rejects.toThrow('A pack is a file whose name ends in .nabla.')
    await expect(app.previewPack({ path: 'a.nabla' })).rejects.toThrow('A pack is a file whose name ends in .nabla.')
    await expect(app.previewPack({ path: join(folder, 'b.nabla') })).rejects.toThrow('The file b.nabla cannot be read: ENOENT.')
  })

  it('with errors is not installed, and each is told at its place', async () => {
    const app = openApp()
    const preview = await app.previewPack({ bytes: base64(sample('1.0.0', exerciseText.replace('wrt: x', 'wtr: x').replace('prompt: Diff', 'prompt: <b>Diff'))) })
    expect(preview).toMatchObject({ ready: null, refusal: '`wtr` is not a field of part 1. Did you mean `wrt`?', summary: null })
    expect(preview.problems).toContainEqual({ severity: 'error', place: 'one/whole.yaml:11:5', message: '`wtr` is not a field of part 1. Did you mean `wrt`?' })
    const html = await app.previewPack({ bytes: base64(sample('1.0.0', exerciseText.replace('prompt: Diff', 'prompt: <b>Diff'))) })
    expect(html).toMatchObject({ ready: null, refusal: 'This pack has an error, and is not installed. Its author can mend it.', summary: { id: 'sample' } })
    expect(await app.previewPack({ bytes: base64(Buffer.from('no zip')) })).toMatchObject({ ready: null, refusal: 'This is no pack: a `.nabla` file is a zip file, and this begins like something else.' })
    await expect(app.importPack({ ready: 'made up' })).rejects.toThrow('This pack must be looked over once more before it is installed.')
  })

  it('cannot take the place of what comes with Nabla', async () => {
    const stranger = writeArchive(new Map([['pack.yaml', packText.replace('id: sample', 'id: matrix-derivatives')], ['a.yaml', exerciseText]]))
    expect(await openApp().previewPack({ bytes: base64(stranger) })).toMatchObject({
      ready: null,
      refusal: 'The id “matrix-derivatives” belongs to “Matrix & Array Derivatives”, which comes with Nabla. Its author must give this pack an id of its own.',
    })
    await expect(openApp().removePack({ pack: 'matrix-derivatives' })).rejects.toThrow('This pack comes with Nabla and cannot be removed.')
  })

  it('changes nothing where something else stands in the place of the folder', async () => {
    const dataDir = freshFolder()
    const app = openApp({ dataDir })
    const { ready } = await app.previewPack({ bytes: base64(sample()) })
    writeFileSync(join(dataDir, 'packs'), 'mine')
    await expect(app.importPack({ ready: ready! })).rejects.toThrow('The folder of packs cannot be written: ENOTDIR. Nothing was changed.')
    expect(readFileSync(join(dataDir, 'packs'), 'utf8')).toBe('mine')
  })

  it.skipIf(process.getuid?.() === 0)('changes nothing where the folder cannot be written', async () => {
    const dataDir = freshFolder()
    const app = openApp({ dataDir })
    const { ready } = await app.previewPack({ bytes: base64(sample()) })
    chmodSync(dataDir, 0o500)
    await expect(app.importPack({ ready: ready! })).rejects.toThrow('The folder of packs cannot be written: EACCES. Nothing was changed.')
    chmodSync(dataDir, 0o700)
    expect(await app.importPack({ ready: ready! })).toMatchObject({ version: '1.0.0' })
  })
})

describe('progress', () => {
  it('stays when a newer version takes the place of an older one', async () => {
    const app = openApp()
    await install(app, sample())
    expect((await app.submit({ ...place, answer: '2 x^T', ms: 5 })).verdict.verdict).toBe('correct')
    const { changes } = await app.previewPack({ bytes: base64(sample('1.1.0', exerciseText.replace('title: Whole', 'title: Whole again'))) })
    expect(changes).toEqual({ from: '1.0.0', direction: 'newer', added: [], removed: [], changed: ['Whole again'], partsRemoved: 0 })
    expect(await install(app, sample('1.1.0', exerciseText.replace('title: Whole', 'title: Whole again')))).toEqual({ pack: 'sample', version: '1.1.0', replaced: '1.0.0' })
    expect((await app.openExercise(place)).parts.map(part => part.state)).toEqual(['right', 'new'])
    expect((await app.library({})).exercises.find(exercise => exercise.pack === 'sample')).toMatchObject({ title: 'Whole again', right: 1 })
  })

  it('stays when a pack is removed, and counts again when it is brought back', async () => {
    const app = openApp()
    await install(app, sample())
    await app.submit({ ...place, answer: '2 x^T', ms: 5 })
    const removed = await app.removePack({ pack: 'sample' })
    await expect(app.openExercise(place)).rejects.toThrow('There is no exercise “whole” in the pack “sample”. It may have been removed or renamed.')
    expect((await app.history({})).attempts).toMatchObject([{ pack: 'sample', answer: '2 x^T' }])
    await expect(app.removePack({ pack: 'sample' })).rejects.toThrow('There is no pack “sample” to remove.')
    expect(await app.restorePack(removed)).toEqual({ pack: 'sample', version: '1.0.0' })
    expect((await app.openExercise(place)).parts[0]!.state).toBe('right')
    await expect(app.restorePack(removed)).rejects.toThrow('The pack “sample” is no longer there to be brought back.')
  })
})

describe('handing packs out', () => {
  it('gives an installed pack as the file that it was', async () => {
    const app = openApp()
    await install(app, sample())
    expect(await app.exportPack({ pack: 'sample' })).toEqual({ file: { name: 'sample-1.0.0.nabla', bytes: base64(sample()) }, problems: [] })
    await expect(app.exportPack({ pack: 'nought' })).rejects.toThrow('There is no pack “nought”.')
  })

  it('packs what comes with Nabla, and any folder', async () => {
    const { file } = calls.exportPack.output.parse(await openApp().exportPack({ pack: 'matrix-derivatives' }))
    const { files } = await readArchive(new Uint8Array(Buffer.from(file!.bytes, 'base64')))
    expect(readPack(files!).pack!.exercises.length).toBeGreaterThan(20)
    const folder = freshFolder()
    expect(await openApp().exportPack({ folder })).toMatchObject({ file: null, problems: [{ severity: 'error', place: 'pack.yaml:1:1' }] })
  })

  it('gives the pictures that an exercise names, and nothing else', async () => {
    const app = openApp()
    await install(app, sample())
    const asked = { pack: 'sample', exercise: 'whole' }
    expect(await app.picture({ ...asked, name: '../figure.png' })).toEqual({ png: base64(png(3, 2)), width: 3, height: 2 })
    for (const name of ['figure.png', '../../figure.png', '/etc/passwd', '%2e%2e/%2e%2e/x.png', '%']) await expect(app.picture({ ...asked, name }), name).rejects.toThrow(`There is no picture “${name}” in this pack.`)
  })
})
