/** A Chromium for the specs: the system's, else Playwright's, else Debian's package, installed now. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
/** Both downloads are given up after this; they are some 150 MB. */
const limitMs = 10 * 60_000

/** The path of one that starts, or why there is none. Says what it installs. */
export function findChromium(root: string): { readonly path: string } | { readonly reason: string } {
  const named = process.env.NABLA_CHROMIUM
  if (named !== undefined) return starts(named) ? { path: named } : { reason: `NABLA_CHROMIUM names ${named}, which does not start.` }
  const found = here()
  if (found !== undefined) return { path: found }
  say('no Chromium here; fetching Playwright’s')
  command(process.execPath, [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  const fetched = here()
  if (fetched !== undefined) return { path: fetched }
  if (existsSync('/usr/bin/apt-get')) {
    say('Playwright’s Chromium cannot be had; installing Debian’s')
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
    const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
    command(apt[0]!, [...apt.slice(1), 'update', '-q'])
    command(apt[0]!, [...apt.slice(1), 'install', '-y', '-q', '--no-install-recommends', 'chromium'])
  }
  const installed = here()
  if (installed !== undefined) return { path: installed }
  return { reason: 'No Chromium could be found or installed. Install one (on Debian: sudo apt-get install chromium) and run the tests again.' }
}

function here(): string | undefined {
  return [...names.flatMap(onPath), chromium.executablePath()].find((path) => existsSync(path) && starts(path))
}

function onPath(name: string): string[] {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).filter((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** A browser whose libraries are missing, or a stub that only tells how to install one, does not get as far as its version. */
function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0
}

function command(program: string, args: readonly string[]): void {
  spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: limitMs })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
