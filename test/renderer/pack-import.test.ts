import { describe, expect, it } from 'vitest'
import type { Api } from '../../src-main/app/contract.ts'
import { PackImport } from '../../src-renderer/packs/pack-import.svelte.ts'
import { pieceBytes, upload } from '../../src-renderer/packs/upload.ts'

const settled = () => new Promise(resolve => setTimeout(resolve, 20))
const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7) % 256)
const file = (name: string, length = 10) => new File([bytes(length)], name)

/** A main process that takes uploads, and holds every pack for good whose name is not in `bad`. */
function host(bad: readonly string[] = []) {
  const calls: string[] = []
  const pieces: Buffer[] = []
  const api = {
    async uploadPack({ upload, bytes }: { upload?: string; bytes: string }) {
      expect(upload).toBe(pieces.length === 0 ? undefined : 'u')
      pieces.push(Buffer.from(bytes, 'base64'))
      return { upload: 'u', received: pieces.reduce((sum, piece) => sum + piece.length, 0) }
    },
    async previewPack(input: { bytes?: string; upload?: string; path?: string }) {
      calls.push(`preview ${input.path ?? (input.upload === undefined ? 'bytes' : 'upload')}`)
      const ready = bad.includes(input.path ?? '') ? null : 't'
      return { ready, ...(ready === null && { refusal: 'No.' }), summary: { title: 'Mine' }, problems: [], changes: null, missing: [] }
    },
    async importPack({ ready }: { ready: string }) {
      calls.push(`import ${ready}`)
      return { pack: 'mine', version: '1.1.0', replaced: '1.0.0' }
    },
  }
  return { api: api as unknown as Api, calls, pieces }
}

describe('the bytes of a file', () => {
  it('go at once where they are few', async () => {
    const { api } = host()
    expect(await upload(api, file('a.nabla', pieceBytes), () => {})).toEqual({ bytes: Buffer.from(bytes(pieceBytes)).toString('base64') })
  })
  it('go in pieces that a message can carry where they are many, and none is lost', async () => {
    const { api, pieces } = host()
    const told: number[] = []
    expect(await upload(api, file('a.nabla', 2 * pieceBytes + 3), done => told.push(done))).toEqual({ upload: 'u' })
    expect(pieces.map(piece => piece.length)).toEqual([pieceBytes, pieceBytes, 3])
    expect(Buffer.concat(pieces).equals(Buffer.from(bytes(2 * pieceBytes + 3)))).toBe(true)
    expect(told).toEqual([pieceBytes, 2 * pieceBytes, 2 * pieceBytes + 3])
    expect(Math.max(...pieces.map(piece => piece.toString('base64').length))).toBeLessThan(1_500_000)
  })
})

describe('taking packs in', () => {
  it('shows one, installs it when told to, and says what became of it', async () => {
    const { api, calls } = host()
    const taking = new PackImport(api)
    taking.offer([file('a.nabla')])
    expect(taking.stage).toMatchObject({ at: 'reading', name: 'a.nabla' })
    await settled()
    expect(taking.stage).toMatchObject({ at: 'shown', name: 'a.nabla' })
    expect(calls).toEqual(['preview bytes'])
    await taking.install()
    expect(calls).toEqual(['preview bytes', 'import t'])
    expect(taking.told).toBe('“Mine” is now version 1.1.0, before it was 1.0.0.')
    expect(taking.stage).toEqual({ at: 'idle' })
  })
  it('takes several one after the other, and more that come meanwhile; one that cannot be installed makes way', async () => {
    const { api, calls } = host(['/b.nabla'])
    const taking = new PackImport(api)
    taking.offer([{ path: '/a.nabla' }, { path: '/b.nabla' }])
    await settled()
    taking.offer([{ path: 'C:\\packs\\c.nabla' }])
    expect(taking.stage).toMatchObject({ at: 'shown', name: 'a.nabla' })
    expect(taking.waiting).toHaveLength(2)
    taking.cancel()
    await settled()
    expect(taking.stage).toMatchObject({ at: 'shown', name: 'b.nabla', preview: { ready: null } })
    taking.offer([])
    await settled()
    expect(taking.stage).toMatchObject({ at: 'shown', name: 'c.nabla' })
    taking.cancel()
    expect(taking.stage).toEqual({ at: 'idle' })
    expect(calls.filter(call => call.startsWith('import'))).toEqual([])
  })
  it('tells what could not be read, and keeps the preview where installing fails', async () => {
    const { api } = host()
    const failing = { ...api, previewPack: () => Promise.reject(new Error('The file a.nabla cannot be read: ENOENT.')) } as unknown as Api
    const lost = new PackImport(failing)
    lost.offer([{ path: '/a.nabla' }])
    await settled()
    expect(lost.stage).toEqual({ at: 'failed', name: 'a.nabla', message: 'The file a.nabla cannot be read: ENOENT.' })
    const folder = new PackImport(api)
    folder.offer([Object.assign(file('folder'), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) })])
    await settled()
    expect(folder.stage).toEqual({ at: 'failed', name: 'folder', message: 'folder could not be read. A folder has to be packed into one file first.' })
    const full = new PackImport({ ...api, importPack: () => Promise.reject(new Error('The disk is full. Nothing was changed.')) } as unknown as Api)
    full.offer([file('a.nabla')])
    await settled()
    await full.install()
    expect(full.trouble).toBe('The disk is full. Nothing was changed.')
    expect(full.stage).toMatchObject({ at: 'shown' })
    expect(full.installing).toBe(false)
  })
})
