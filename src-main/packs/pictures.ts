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

/** How a file names a picture of the pack: `../figure.png`. */
export function nameFrom(file: string, path: string): string {
  const [from, to] = [file.split('/').slice(0, -1), path.split('/')]
  let common = 0
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++
  return [...from.slice(common).map(() => '..'), ...to.slice(common).map(encodeURIComponent)].join('/')
}
