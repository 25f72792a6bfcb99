/** Where tests and torture of the store put their folders. */
import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
/** In a container there may be no more than 64 MB. */
const leastFree = 2 ** 30

/**
 * Files in memory, where there is room for them: what is written survives a process that is killed there as it does on a disk, and no time goes into waiting
 * for one at each of thousands of commits.
 */
export function home(): string {
  try {
    accessSync(inMemory, constants.W_OK)
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize >= leastFree ? inMemory : tmpdir()
  } catch {
    return tmpdir()
  }
}
