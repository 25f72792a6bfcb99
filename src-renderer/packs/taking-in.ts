/** The one import that this window has, so that a file can be dropped on any screen. */
import { host } from '../host.ts'
import { PackImport } from './pack-import.svelte.ts'

export const packImport = new PackImport(host)
