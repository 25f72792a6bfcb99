/** The system's browser. */
import { spawn } from 'node:child_process'

type Command = readonly [string, ...string[]]

/** The programs that open an address on a platform, the likeliest first; none where there is no screen to open it on. */
export function openers(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, url: string): readonly Command[] {
  if (platform === 'darwin') return [['open', url]]
  // `start` takes a first quoted argument for a title. The address holds no character that cmd would read.
  if (platform === 'win32') return [['cmd', '/c', 'start', '""', url]]
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return []
  return ['xdg-open', 'sensible-browser', 'x-www-browser'].map((program) => [program, url])
}

/** Opens an address. Resolves with whether a browser took it, as far as that can be known; never rejects. */
export async function openBrowser(url: string): Promise<boolean> {
  for (const command of openers(process.platform, process.env, url)) if (await run(command)) return true
  return false
}

function run([program, ...args]: Command): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
    // Some openers stay as long as the browser does: by then it has opened.
    setTimeout(() => resolve(true), 4_000).unref()
    child.unref()
  })
}
