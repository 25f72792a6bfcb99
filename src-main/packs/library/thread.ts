/** The entry of the thread in which a pack is examined: one file, one answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { examine } from './examine.ts'
import { InstalledPacks } from './installed.ts'

/** What the thread is started with. */
export interface Task {
  readonly bytes: Uint8Array
  readonly dataDir: string
}

const { bytes, dataDir } = workerData as Task
const installed = new InstalledPacks(dataDir)
parentPort!.postMessage(await examine(bytes, id => installed.bytes(id)))
