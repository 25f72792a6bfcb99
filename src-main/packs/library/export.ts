/** From a folder to one file that can be handed out. */
import { writeArchive } from '../archive/write.ts'
import { filesIn } from '../folder.ts'
import { contentKind } from '../limits.ts'
import { unsafe } from '../lint/safety.ts'
import type { Pack } from '../pack.ts'
import { byPlace } from '../problem.ts'
import type { PackProblem } from '../problem.ts'
import { readPack } from '../read.ts'

export interface Exported {
  readonly pack: Pack
  readonly bytes: Uint8Array
  /** `my-pack-1.0.0.nabla`. */
  readonly fileName: string
}

/**
 * Packs the folder at `dir`. The same files give the same bytes. Nothing comes of a folder in which there is an error: nobody could install it.
 * Files that a pack does not hold are told as warnings and left out.
 */
export function exportFolder(dir: string): { readonly exported: Exported | null; readonly problems: readonly PackProblem[] } {
  const { files, problems: missing } = filesIn(dir)
  if (!files) return { exported: null, problems: missing }
  const { pack, problems: told } = readPack(files)
  const problems = [...missing, ...told, ...(pack ? unsafe(pack) : [])].toSorted(byPlace)
  if (!pack || pack.exercises.length === 0 || problems.some(problem => problem.severity === 'error')) return { exported: null, problems }
  const fit = new Map([...files].filter(([name]) => contentKind(name) !== null))
  return { exported: { pack, bytes: writeArchive(fit), fileName: `${pack.id}-${pack.version}.nabla` }, problems }
}
