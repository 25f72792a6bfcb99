/** Figures of exercise packs, printed by `npm run bench`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeArchive } from '../../src-main/packs/archive/write.ts'
import { filesIn } from '../../src-main/packs/folder.ts'
import { examine } from '../../src-main/packs/library/examine.ts'
import { InstalledPacks } from '../../src-main/packs/library/index.ts'
import { hostile } from '../packs/hostile.ts'
import type { Figure } from './figures.ts'

const root = join(import.meta.dirname, '..', '..')
const course = join(root, 'exercises', 'matrix-derivatives')

/** Measures in a folder of its own, which is removed. */
export async function packsBench(): Promise<readonly Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'nabla-bench-'))
  try {
    const lint = timed(() => spawnSync(process.execPath, [join(root, 'src-main/hosts/cli/main.ts'), 'lint', course], { encoding: 'utf8' }))
    return [
      ...(await opening(dir)),
      await hostilePacks(),
      { name: `the course linted (${lint.value.stderr.trim()})`, value: `${(lint.ms / 1000).toFixed(1)} s`, budget: '< 60 s' },
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The course twenty times over, as one file: read for the first time, and in a process that finds what was kept of that. */
async function opening(dir: string): Promise<Figure[]> {
  const { files } = filesIn(course)
  const own = [...files!].filter(([name]) => name !== 'pack.yaml').map(([name, content]) => [name, Buffer.from(content as Uint8Array).toString()] as const)
  const many = Array.from({ length: 500 }, (_, i): [string, string] => {
    const [name, text] = own[i % own.length]!
    return [name.replace('.yaml', `-${i}.yaml`), text.replace(/^id: .*/, `id: e-${i}`)]
  })
  const bytes = writeArchive(new Map([['pack.yaml', files!.get('pack.yaml')!], ...many]))
  const packs = new InstalledPacks(dir)
  packs.install('matrix-derivatives', '1.0.0', bytes)
  const first = await timedAsync(() => packs.read())
  const script = `import { InstalledPacks } from ${JSON.stringify(join(root, 'src-main/packs/library/index.ts'))}
    const from = performance.now(); await new InstalledPacks(${JSON.stringify(dir)}).read(); console.log(performance.now() - from)`
  const again = Array.from({ length: 5 }, () => Number(spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout)).sort((a, b) => a - b)
  return [
    { name: 'pack of 500 exercises opened (a fresh process, median of 5)', value: `${again[2]!.toFixed(0)} ms`, budget: '< 200 ms' },
    { name: 'the same for the first time, looked over', value: `${first.toFixed(0)} ms` },
  ]
}

async function hostilePacks(): Promise<Figure> {
  const made = hostile.map(({ make }) => make())
  const start = process.memoryUsage.rss()
  let most = start
  const ms = await timedAsync(async () => {
    for (const bytes of made) {
      await examine(bytes)
      most = Math.max(most, process.memoryUsage.rss())
    }
  })
  return { name: `${made.length} hostile packs refused`, value: `${(ms / 1000).toFixed(2)} s, ${((most - start) / 2 ** 20).toFixed(0)} MB more`, budget: '< 2 s, < 100 MB' }
}

function timed<T>(run: () => T): { readonly ms: number; readonly value: T } {
  const from = performance.now()
  const value = run()
  return { ms: performance.now() - from, value }
}

async function timedAsync(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return performance.now() - from
}
