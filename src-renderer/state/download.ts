/** Hands a file to the reader, who says where it goes, or whose browser has been told. `base64`: its bytes. */
export function saveFile(name: string, base64: string, type: string): void {
  const letters = atob(base64)
  const bytes = Uint8Array.from({ length: letters.length }, (_, at) => letters.charCodeAt(at))
  saveBlob(name, new Blob([bytes], { type }))
}

/** The same, of bytes that are here already. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The address is needed until the file has been written; nobody tells when that is.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
