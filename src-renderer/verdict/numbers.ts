/**
 * Numbers as the verdict card writes them. They are mathematics, not prose: in every language they have the decimal point with which they are typed
 * in an answer, where a comma parts the entries of an array.
 */
const mathematics = 'en-US'
const entry = new Intl.NumberFormat(mathematics, { maximumSignificantDigits: 4, useGrouping: false })
const small = new Intl.NumberFormat(mathematics, { maximumSignificantDigits: 2, notation: 'scientific' })

/** An entry of an array to four digits; very large and very small ones as a power of ten. */
export function entryText(value: number): string {
  const size = Math.abs(value)
  // What is left over by rounding in the last place is shown as the zero that it stands for.
  if (size < 1e-12) return '0'
  return (size >= 1e6 || size < 1e-4 ? small : entry).format(value).replace('E', 'e').replace('-', '−')
}

/** A relative difference or a chance: two digits and the power of ten. */
export function errorText(value: number): string {
  if (value === 0) return '0'
  return value >= 0.001 && value < 1000 ? new Intl.NumberFormat(mathematics, { maximumSignificantDigits: 2 }).format(value) : small.format(value).replace('E', 'e').replace('-', '−')
}
