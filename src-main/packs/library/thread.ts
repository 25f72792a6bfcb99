/** The entry of the thread in which a pack is examined: one file, one answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { speak, type Tongue } from '../../calculus/index.ts'
import { examine } from './examine.ts'
import type { Examination } from './examine.ts'
import { InstalledPacks } from './installed.ts'
import { GatheredValues } from './values.ts'
import type { KeptFile } from './values.ts'

/** What the thread is started with. */
export interface Task {
  readonly bytes: Uint8Array
  readonly dataDir: string
  /** The language in which problems are told. */
  readonly tongue: Tongue
}

/** What it says when it is done. `values`: what is known of the YAML files of the pack, by the names of their texts, so that nobody has to read them again. */
export interface Done {
  readonly examination: Examination
  readonly values: ReadonlyMap<string, KeptFile>
}

const { bytes, dataDir, tongue } = workerData as Task
speak(tongue)
const installed = new InstalledPacks(dataDir)
const gathered = new GatheredValues()
const examination = await examine(bytes, id => installed.bytes(id), { known: gathered })
parentPort!.postMessage({ examination, values: gathered.files } satisfies Done)
