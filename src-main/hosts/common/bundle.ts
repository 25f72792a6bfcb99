/** The built files of the renderer, as a table from the path in an address to a file. Whatever is not in the table does not exist. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Refusal } from '../../app/refusal.ts'

export interface BuiltFile {
  readonly content: Buffer<ArrayBuffer>
  /** Its media type. */
  readonly type: string
  /** Whether its name carries a hash of its content, so that it may be kept for ever. */
  readonly hashed: boolean
}
/** From `/assets/index-abc.js` to the file. `/` is the page itself. */
export type Bundle = ReadonlyMap<string, BuiltFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf',
}

/**
 * Reads a build folder once, files and all, so that a copy that runs goes on when the app is built anew beneath it. A request never
 * turns into a path: it is looked up here as it came, or refused.
 */
export function readBundle(folder: string): Bundle {
  const bundle = new Map<string, BuiltFile>()
  for (const name of listed(folder)) {
    const type = types[extname(name)]
    // A kind of file that nobody meant to serve, a source map say, is left out rather than guessed at.
    if (type === undefined) continue
    bundle.set(`/${name}`, { content: readFileSync(join(folder, name)), type, hashed: name.startsWith('assets/') })
  }
  const page = bundle.get('/index.html')
  if (page === undefined) throw new Refusal(`The app has not been built: there is no index.html in ${folder}. Build it with: npm run build`)
  return bundle.set('/', page)
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
