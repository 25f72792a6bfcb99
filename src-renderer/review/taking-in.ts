/** The one import of progress that this window has, so that a file can be dropped on any screen. */
import { host } from '../host.ts'
import { storeWatch } from '../learners/here.ts'
import { ProgressImport } from './progress-import.svelte.ts'

export const progressImport = new ProgressImport(host, () => void storeWatch.look())
