/** The system's browser. */
import { spawn } from 'node:child_process'

/** The program that opens an address on a platform, with its arguments; undefined where there is no screen to open it on. */
export function opener(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, url: string): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open', url]
  // `start` takes a first quoted argument for a title. The address holds no character that cmd would read.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url]
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY && !env.BROWSER) return undefined
  return ['xdg-open', url]
}

/** Opens an address. Resolves with whether a browser took it, as far as that can be known; never rejects. */
export function openBrowser(url: string): Promise<boolean> {
  const command = opener(process.platform, process.env, url)
  if (command === undefined) return Promise.resolve(false)
  return new Promise((resolve) => {
    const [program, ...args] = command
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
    // Some openers stay as long as the browser does: by then it has opened.
    setTimeout(() => resolve(true), 4_000).unref()
    child.unref()
  })
}
