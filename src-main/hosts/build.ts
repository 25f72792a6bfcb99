/** Builds the app when its sources have changed since the last time. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { Refusal } from '../app/refusal.ts'
import type { FolderLock } from '../progress/index.ts'

/** What the build is made from. */
const sources = ['src-main', 'src-renderer', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.json']

/**
 * Builds unless `out/` was built from the very files that are there now; one process at a time, the others wait for it. Refuses with
 * the builder's own words where that fails.
 */
export async function ensureBuilt(root: string, log: (line: string) => void): Promise<void> {
  const stamp = join(root, 'out', 'built-from')
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)
  if (isBuilt()) return
  const lock = await take(join(root, 'out'))
  try {
    if (isBuilt()) return
    log('building the app, a moment')
    const from = fingerprint(root)
    const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const { status, stdout, stderr } = spawnSync(process.execPath, [builder, 'build'], { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Refusal(`The app could not be built.\n${stdout}\n${stderr}`)
    await readCourse(root)
    writeFileSync(stamp, from)
  } finally {
    lock.release()
  }
}

/** The packs that come with the app are read now, so that a packaged app, whose files cannot be written, need not read them at each start. */
async function readCourse(root: string): Promise<void> {
  const [{ fillShelf }, { comesWith }] = await Promise.all([import('../app/shelf.ts'), import('./common/course.ts')])
  const { packsDir, readDir } = comesWith(root)
  fillShelf(packsDir, readDir)
}

async function take(folder: string): Promise<FolderLock> {
  // The store is much to load for a start that builds nothing.
  const { acquireLock } = await import('../progress/index.ts')
  for (;;) {
    const taken = acquireLock(folder, { clock: Date.now })
    if (taken.ok) return taken.value
    if (taken.failure.kind !== 'locked') throw new Refusal(`The app could not be built. ${taken.failure.message}`)
    await after(200)
  }
}

/** Names, sizes and times of all source files: cheap, and it notices files that have gone. */
function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const name of sources.flatMap((source) => files(root, source)).sort()) {
    const { size, mtimeMs } = statSync(join(root, name))
    hash.update(`${name}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function files(root: string, name: string): string[] {
  if (!existsSync(join(root, name))) return []
  if (!statSync(join(root, name)).isDirectory()) return [name]
  return readdirSync(join(root, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}

if (import.meta.main) await ensureBuilt(join(import.meta.dirname, '..', '..'), (line) => console.log(line))
