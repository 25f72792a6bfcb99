/** Progress on its way to another machine and from it. */
import { isAbsolute } from 'node:path'
import { sameLearner } from '../../progress/index.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { refusalWords } from '../words/index.ts'
import { iso } from '../show/attempts.ts'

/** `nabla-ada-2026-11-23.nabla-progress`. */
export function fileName({ keeper, clock }: Desk, what: string, ending: string): string {
  const who = keeper.learner.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase() || 'learner'
  return `nabla-${what === '' ? '' : `${what}-`}${who}-${iso(clock()).slice(0, 10)}.${ending}`
}

export function exportProgress(desk: Desk, _: CallInput<'exportProgress'>): CallOutput<'exportProgress'> {
  const { made, value } = desk.files.make(fileName(desk, '', 'nabla-progress'), 'application/x-ndjson', path => desk.keeper.change(store => store.exportTo(path)))
  return { made, events: value.events, version: value.version, sha256: value.sha256 }
}

export function filePiece({ files }: Desk, { file, from }: CallInput<'filePiece'>): CallOutput<'filePiece'> {
  return files.piece(file, from)
}

export function uploadProgress({ files }: Desk, { upload, bytes }: CallInput<'uploadProgress'>): CallOutput<'uploadProgress'> {
  return files.upload(upload, bytes)
}

/** A file that will not do is no error of the window's: the reason is told, and nothing is ready. */
export function previewProgress({ files, keeper }: Desk, input: CallInput<'previewProgress'>): CallOutput<'previewProgress'> {
  const path = 'upload' in input ? files.uploaded(input.upload) : input.path
  if (!isAbsolute(path)) throw new Refusal(refusalWords.progressPath)
  const found = keeper.change(store => {
    const incoming = store.review.incoming(path)
    return incoming.ok || incoming.failure.kind === 'bad-file' || incoming.failure.kind === 'cannot-write' ? { ok: true, value: incoming } : incoming
  })
  if (!found.ok) {
    const refusal = found.failure.kind === 'bad-file' ? found.failure.message.replace(path, refusalWords.thisFile) : refusalWords.thisFileUnreadable
    return { ready: null, refusal, learner: '', sameLearner: false, version: 0, sha256: '', events: 0, added: 0, from: null, to: null }
  }
  const { learner, version, sha256, events, added, from, to } = found.value
  return {
    ready: files.ready(path), learner, sameLearner: sameLearner(learner, keeper.learner), version, sha256, events, added,
    from: from === null ? null : iso(from), to: to === null ? null : iso(to),
  }
}

export function mergeProgress({ files, keeper }: Desk, { ready, anyLearner = false }: CallInput<'mergeProgress'>): CallOutput<'mergeProgress'> {
  const path = files.readyPath(ready)
  const { events, added } = keeper.change(store => store.mergeFrom(path, { anyLearner }))
  return { events, added }
}
