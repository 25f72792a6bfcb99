/** A file's bytes on their way to the main process: a small one at once, a large one in pieces, because a message has a limit. */
import type { Api, CallInput } from '../../src-main/app/contract.ts'

/** Bytes of a piece; as base64 a third more, within what one message may carry. */
export const pieceBytes = 1_000_000

/** What `previewPack` is asked with, once all of the file is there. `told` hears how many bytes are. Rejects where the file or a call fails. */
export async function upload(host: Api, file: Blob, told: (done: number) => void): Promise<CallInput<'previewPack'>> {
  if (file.size <= pieceBytes) return { bytes: await base64(file) }
  let name: string | undefined
  for (let from = 0; from < file.size; from += pieceBytes) {
    const bytes = await base64(file.slice(from, from + pieceBytes))
    const { upload, received } = await host.uploadPack(name === undefined ? { bytes } : { upload: name, bytes })
    name = upload
    told(received)
  }
  return { upload: name ?? '' }
}

/** A blob's bytes as base64. */
export async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let letters = ''
  // In stretches, since a function takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 0x8000) letters += String.fromCharCode(...bytes.subarray(from, from + 0x8000))
  return btoa(letters)
}
