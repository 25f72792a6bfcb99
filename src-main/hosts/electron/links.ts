/** Every address outside the app that it may hand to the system's browser. */
export const links = {
  matrixCalculus: 'https://en.wikipedia.org/wiki/Matrix_calculus',
  einsteinNotation: 'https://en.wikipedia.org/wiki/Einstein_notation',
} as const

const addresses: ReadonlySet<string> = new Set(Object.values(links))

/** Whether an address is one of ours, letter for letter. */
export function isLink(address: string): boolean {
  return addresses.has(address)
}
