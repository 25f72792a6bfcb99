/** Packs that the app is started with: on the command line, by a double click on a file. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The ending of a pack's file name; `build.fileAssociations` of package.json tells it to the system. */
export const packEnding = '.nabla'

/** The full paths of the packs among some arguments, which were given in the folder `cwd`. A desktop of Linux may give a file by its address, `file:///…`. */
export function packsIn(args: readonly string[], cwd: string): string[] {
  return args.filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(packEnding)).flatMap((arg) => {
    const path = /^file:/i.test(arg) ? pathOf(arg) : resolve(cwd, arg)
    return path === null ? [] : [path]
  })
}

/** The path of a file's address; null where it is on another machine, or no address. */
function pathOf(address: string): string | null {
  try {
    return fileURLToPath(address)
  } catch {
    return null
  }
}

/** What the window's address ends in, so that it looks these files over; nothing where there are none. Holds no character that a shell would read. */
export function packsFragment(paths: readonly string[]): string {
  return paths.length === 0 ? '' : `#/packs/${paths.map(encodeURIComponent).join('/')}`
}
