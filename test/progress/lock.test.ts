import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { acquireLock, openStore } from '../../src-main/progress/index.ts'
import { moment } from '../../src-main/progress/words/moment.ts'
import { clockAt, newFolder, opened, options, valueOf } from './helpers.ts'

const clock = clockAt('2026-11-03T10:00:00.000Z')
const holderScript = `
  const { acquireLock } = await import(process.argv[1])
  const lock = acquireLock(process.argv[2], { clock: Date.now })
  console.log(lock.ok ? 'held' : lock.failure.kind)
  globalThis.gc?.()
  if (process.argv[3] === 'stay') setInterval(() => globalThis.gc?.(), 20)
`
const args = (dir: string, ...more: string[]): string[] =>
  ['--disable-warning=ExperimentalWarning', '--expose-gc', '--input-type=module', '-e', holderScript, join(import.meta.dirname, '../../src-main/progress/index.ts'), dir, ...more]

describe('the lock of a folder', () => {
  it('is refused to a second taker, with who has it and where it answers, until it is released', () => {
    const dir = join(newFolder(), 'new', 'folder')
    const first = valueOf(acquireLock(dir, { clock }))
    first.describe('http://127.0.0.1:4711/')
    const second = acquireLock(dir, { clock })
    expect(second).toEqual({
      ok: false,
      failure: {
        kind: 'locked', path: dir, detail: 'SQLITE_BUSY: database is locked',
        holder: { pid: process.pid, since: '2026-11-03T10:00:00.000Z', note: 'http://127.0.0.1:4711/' },
        message: `Another copy of Nabla (process ${process.pid}, started on ${moment(Date.parse('2026-11-03T10:00:00Z'), 'en')}) is using the data folder ${dir}. It answers at http://127.0.0.1:4711/. Close it, or choose another folder with --data.`,
      },
    })
    first.release()
    first.release()
    expect(existsSync(join(dir, 'nabla.lock.json'))).toBe(false)
    valueOf(acquireLock(dir, { clock })).release()
  })

  it('shuts out another process, and is free the moment its holder is killed', async () => {
    const dir = newFolder()
    const child = spawn(process.execPath, args(dir, 'stay'), { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => { child.kill('SIGKILL') })
    const said = await new Promise<string>((done) => child.stdout.once('data', (text: Buffer) => done(text.toString())))
    expect(said).toBe('held\n')
    // Garbage is collected there meanwhile; the lock is none.
    await new Promise((done) => setTimeout(done, 300))
    const refused = openStore(options(dir))
    expect(refused.ok ? null : [refused.failure.kind, refused.failure.holder?.pid]).toEqual(['locked', child.pid])
    const ended = new Promise((done) => child.once('close', done))
    child.kill('SIGKILL')
    await ended
    const lock = valueOf(acquireLock(dir, { clock }))
    expect(spawnSync(process.execPath, args(dir)).stdout.toString()).toBe('locked\n')
    lock.release()
  })

  it('can be held by the host and lent to the store, which then leaves it held', () => {
    const dir = newFolder()
    const lock = valueOf(acquireLock(dir, { clock }))
    const store = opened(options(dir, { lock }))
    store.close()
    expect(acquireLock(dir, { clock }).ok).toBe(false)
    lock.release()
    expect(openStore(options(dir, { learner: '' })).ok).toBe(false)
    valueOf(acquireLock(dir, { clock })).release()
  })

  it('sets aside whatever else stands in its place, and works with a broken note', () => {
    const dir = newFolder()
    writeFileSync(join(dir, 'nabla.lock'), 'this is no lock '.repeat(400))
    const lock = valueOf(acquireLock(dir, { clock }))
    expect(readdirSync(dir)).toContain('nabla.lock.set-aside')
    writeFileSync(join(dir, 'nabla.lock.json'), '{"pid":')
    const second = acquireLock(dir, { clock })
    expect(second.ok ? '' : second.failure.message).toBe(`Another copy of Nabla is using the data folder ${dir}. Close it, or choose another folder with --data.`)
    lock.release()
  })

  it('is not kept when opening the store fails', () => {
    const dir = newFolder()
    writeFileSync(join(dir, 'learners'), 'a file where a folder should be')
    const refused = openStore(options(dir))
    expect(refused.ok ? null : refused.failure.kind).toBe('cannot-write')
    valueOf(acquireLock(dir, { clock })).release()
  })
})
