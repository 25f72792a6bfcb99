/** Pictures of a pack: how an exercise names them. */

/** The path inside the pack of a picture that a file names: relative to the file. Null where it leads out of the pack. */
export function picturePath(file: string, name: string): string | null {
  const steps = file.split('/').slice(0, -1)
  let decoded: string
  try {
    decoded = decodeURIComponent(name)
  } catch {
    return null
  }
  for (const step of decoded.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null
    } else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
