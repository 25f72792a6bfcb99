/** Telling files apart by what is in them. */
import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
