/** Packs that the app is started with: on the command line, by a double click on a file. */
import { resolve } from 'node:path'

/** The ending of a pack's file name; `build.fileAssociations` of package.json tells it to the system. */
export const packEnding = '.nabla'

/** The full paths of the packs among some arguments, which were given in the folder `cwd`. */
export function packsIn(args: readonly string[], cwd: string): string[] {
  return args.filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(packEnding)).map((arg) => resolve(cwd, arg))
}

/** What the window's address ends in, so that it looks these files over; nothing where there are none. Holds no character that a shell would read. */
export function packsFragment(paths: readonly string[]): string {
  return paths.length === 0 ? '' : `#/packs/${paths.map(encodeURIComponent).join('/')}`
}
