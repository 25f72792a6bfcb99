import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { usage } from '../../src-main/hosts/common/options.ts'
import { freshFolder } from './fixtures/folder.ts'

const script = join(import.meta.dirname, '..', '..', 'src-main', 'hosts', 'start.ts')

/** Runs `npm start`'s script; ends it once it has printed a line on standard output, or waits until it ends by itself. */
async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', BROWSER: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
    // What follows the line on standard error is worth waiting for.
    if (out.endsWith('\n')) setTimeout(() => child.kill('SIGTERM'), 300)
  })
  child.stderr.on('data', (chunk) => (err += chunk))
  const [status] = await once(child, 'close')
  return { status, out, err }
}

test('the address stands alone on standard output, and the end is clean', { timeout: 120_000 }, async () => {
  const data = freshFolder()
  const { status, out, err } = await start(['--loopback', '--no-open', '--port', '0', '--data', data])
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+\n$/)
  expect(err).toContain(`nabla: your work is kept in ${data}; end Nabla with Ctrl+C\n`)
  expect(status).toBe(0)
  expect(existsSync(join(data, 'nabla.lock.json'))).toBe(false)
})

test('a pack that is named goes along in the address, by its full path from where npm was called', { timeout: 120_000 }, async () => {
  const { status, out } = await start(['--loopback', '--no-open', '--port', '0', '--data', freshFolder(), 'packs/mine.nabla'], { INIT_CWD: '/home/ada' })
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+#\/packs\/%2Fhome%2Fada%2Fpacks%2Fmine\.nabla\n$/)
  expect(status).toBe(0)
})

test('without a screen the browser takes the place of the window, and its address is enough', { timeout: 120_000 }, async () => {
  const { status, out, err } = await start(['--data', freshFolder()])
  expect(status).toBe(0)
  expect(out).toMatch(/^http:\S+\n$/)
  if (process.platform === 'linux') expect(err).toContain('nabla: no window of its own (there is no screen); opening in the browser instead\n')
  if (process.platform === 'linux') expect(err).toContain('nabla: no browser could be opened; open the address above in one on this machine\n')
})

test('a port in use is refused with a way out', { timeout: 120_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { status, out, err } = await start(['--no-open', '--port', String(port), '--data', freshFolder()])
  expect([status, out]).toEqual([1, ''])
  expect(err).toContain(`nabla: Port ${port} on 127.0.0.1 is in use by another program. Take a free one with: npm start -- --port 0\n`)
})

test.skipIf(process.platform !== 'linux')('a data folder that cannot be written is told, and the app opens all the same', { timeout: 120_000 }, async () => {
  const { status, out, err } = await start(['--no-open', '--port', '0', '--data', '/proc/nabla'])
  expect(status).toBe(0)
  expect(out).toMatch(/^http:/)
  expect(err).toContain('nabla: Nabla cannot write in /proc/nabla. Check that the folder exists and that you may write in it, or choose another with --data.\n')
})

test('what is not an option is refused, and --help tells what is', async () => {
  const wrong = await start(['--prot', '0'])
  expect([wrong.status, wrong.out]).toEqual([1, ''])
  expect(wrong.err).toMatch(/^nabla: Unknown option '--prot'/)
  expect(wrong.err).toContain(usage)
  expect(await start(['--help'])).toEqual({ status: 0, out: usage, err: '' })
})
