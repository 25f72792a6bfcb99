/**
 * Packs as things that are installed, replaced and removed. What looks into them (`examine.ts`, `export.ts`) brings Markdown with it and is
 * imported by name where it is needed, so that the app opens without it.
 */
export type { Examination, PackSummary } from './examine.ts'
export type { Changes } from './changes.ts'
export { examineApart } from './examiner.ts'
export type { Examined, ExaminerOptions } from './examiner.ts'
export { cacheFolder, InstalledPacks, readArchiveFile } from './installed.ts'
export type { InstalledPack, InstalledReading } from './installed.ts'
export { openValues } from './values.ts'
export type { KeptFile, KeptValues } from './values.ts'
