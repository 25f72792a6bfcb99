/** Files that the main process made: fetched piece by piece, because a message has a limit, and handed to the reader. */
import type { Api, CallOutput } from '../../src-main/app/contract.ts'
import { saveBlob } from '../state/download.ts'

type Made = CallOutput<'exportTable'>['made']

/** Fetches all of a made file and hands it over. Rejects where it is no longer held. */
export async function saveMade(host: Api, { file, name, type }: Made): Promise<void> {
  saveBlob(name, await fetchMade(host, file, type))
}

export async function fetchMade(host: Api, file: string, type: string): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let from: number | null = 0; from !== null;) {
    const piece: CallOutput<'filePiece'> = await host.filePiece({ file, from })
    const letters = atob(piece.bytes)
    pieces.push(Uint8Array.from({ length: letters.length }, (_, at) => letters.charCodeAt(at)))
    from = piece.next
  }
  return new Blob(pieces, { type })
}
