/** Exercise packs come and go. */
import { join } from 'node:path'
import { picturePath, readPng } from '../../packs/index.ts'
import type { PackProblem } from '../../packs/index.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { refusalWords } from '../words/index.ts'

export function uploadPack({ packs }: Desk, { upload, bytes }: CallInput<'uploadPack'>): CallOutput<'uploadPack'> {
  return packs.upload(upload, bytes)
}

export async function previewPack({ packs, shelf }: Desk, input: CallInput<'previewPack'>): Promise<CallOutput<'previewPack'>> {
  const { examination, ready, refusal } = await packs.preview(packs.bytesOf(input))
  const summary = examination?.summary ?? null
  const there = shelf.packs.map(pack => pack.id)
  return {
    ready,
    ...(refusal === undefined ? {} : { refusal }),
    summary: summary && { ...summary, authors: [...summary.authors], prerequisites: [...summary.prerequisites] },
    problems: (examination?.problems ?? []).map(shown),
    changes: examination?.changes ? { ...examination.changes, added: [...examination.changes.added], removed: [...examination.changes.removed], changed: [...examination.changes.changed] } : null,
    missing: (summary?.prerequisites ?? []).filter(id => !there.includes(id)),
  }
}

export function importPack({ packs }: Desk, { ready }: CallInput<'importPack'>): Promise<CallOutput<'importPack'>> {
  return packs.install(ready)
}

export async function removePack({ packs }: Desk, { pack }: CallInput<'removePack'>): Promise<CallOutput<'removePack'>> {
  return { pack, undo: await packs.remove(pack) }
}

export function restorePack({ packs }: Desk, { pack, undo }: CallInput<'restorePack'>): Promise<CallOutput<'restorePack'>> {
  return packs.restore(pack, undo)
}

/** An installed pack is the file that it is; one in a folder is packed. */
export async function exportPack(desk: Desk, input: CallInput<'exportPack'>): Promise<CallOutput<'exportPack'>> {
  if ('folder' in input) return packed(input.folder)
  const placed = desk.shelf.placed.find(each => each.pack.id === input.pack)
  if (!placed) throw new Refusal(refusalWords.packUnknown(input.pack))
  if (placed.folder !== null) return packed(join(desk.packsDir, placed.folder))
  const bytes = desk.packs.installed.bytes(input.pack)
  if (!bytes) throw new Refusal(refusalWords.packFileGone(input.pack))
  return { file: { name: `${placed.pack.id}-${placed.pack.version}.nabla`, bytes: Buffer.from(bytes).toString('base64') }, problems: [] }
}

async function packed(folder: string): Promise<CallOutput<'exportPack'>> {
  // What packs a folder reads Markdown too: it is loaded when it is first wanted.
  const { exportFolder } = await import('../../packs/library/export.ts')
  const { exported, problems } = exportFolder(folder)
  return { file: exported && { name: exported.fileName, bytes: Buffer.from(exported.bytes).toString('base64') }, problems: problems.map(shown) }
}

export function picture({ shelf }: Desk, { pack, exercise, name }: CallInput<'picture'>): CallOutput<'picture'> {
  const placed = shelf.exercise(pack, exercise)
  const path = picturePath(placed.exercise.source.file, name)
  const bytes = path === null ? undefined : placed.pack.pictures.get(path)
  if (!bytes) throw new Refusal(refusalWords.pictureUnknown(name))
  const size = readPng(bytes)
  if ('fault' in size) throw new Refusal(size.fault)
  return { png: Buffer.from(bytes).toString('base64'), ...size }
}

function shown({ severity, file, line, column, message }: PackProblem): { severity: PackProblem['severity']; place: string; message: string } {
  return { severity, place: file === '.' ? '' : `${file}:${line}:${column}`, message }
}
