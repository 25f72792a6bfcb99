/** Where the packs stand that come with the app. */
import { join } from 'node:path'

/** `root`: the folder that holds package.json. `readDir`: what was read of them, beside the built app, so that a new data folder need not read them anew; it may be deleted at any time. */
export function comesWith(root: string): { readonly packsDir: string; readonly readDir: string } {
  return { packsDir: join(root, 'exercises'), readDir: join(root, 'out', 'read') }
}
