/** What the files of a pack are, by their names; and what is told of those that are nothing. */
import { readPng } from './archive/png.ts'
import { words as refusals } from './archive/words.ts'
import { contentKind, inBytes, limits, looksLikePicture } from './limits.ts'
import type { PackProblem } from './problem.ts'
import { words } from './words.ts'

/** The file that makes a folder a pack. */
export const packFileName = 'pack.yaml'

/** A problem that is about a file as a whole. */
export function wholeFile(
  code: PackProblem['code'],
  file: string,
  message: string,
  severity: PackProblem['severity'] = 'error',
): PackProblem {
  return { code, severity, file, line: 1, column: 1, message }
}

/** Is this file an exercise? What is neither that nor anything else that a pack holds is told. `files`: all of the pack. */
export function isExerciseFile(path: string, files: ReadonlyMap<string, unknown>, problems: PackProblem[]): boolean {
  const found = nearlyPack(path, files)
  if (found) {
    problems.push(found)
    return false
  }
  if (path.endsWith('.yaml')) return true
  if (/\.yml$/i.test(path)) problems.push(wholeFile('unknown-file', path, refusals.yml, 'warning'))
  else if (/\.yaml\.txt$/i.test(path)) problems.push(wholeFile('unknown-file', path, words.textEnding, 'warning'))
  else if (/\.svg$/i.test(path)) problems.push(wholeFile('svg', path, refusals.svg))
  else if (/\.png$/i.test(path) && contentKind(path) === null)
    problems.push(wholeFile('unknown-file', path, words.pictureCapitals(path.slice(-4)), 'warning'))
  else if (/\.(yaml|md)$/i.test(path) && contentKind(path) === null)
    problems.push(wholeFile('unknown-file', path, refusals.capitals(/\.[^.]*$/.exec(path)![0]), 'warning'))
  else if (looksLikePicture(path) && contentKind(path) === null)
    problems.push(wholeFile('unknown-file', path, words.otherPicture, 'warning'))
  else if (contentKind(path) === null)
    problems.push(wholeFile('unknown-file', path, words.foreign, 'warning'))
  return false
}

/** A picture that cannot be shown is told and left out. */
export function takePicture(path: string, bytes: Uint8Array, pictures: Map<string, Uint8Array>, problems: PackProblem[]): void {
  const picture = readPng(bytes)
  if ('fault' in picture) problems.push(wholeFile('picture', path, picture.fault))
  else if (bytes.length > limits.pictureBytes)
    problems.push(wholeFile('too-large', path, refusals.pictureTooLarge(inBytes(bytes.length), inBytes(limits.pictureBytes))))
  else pictures.set(path, bytes)
}

/** Of a file that was meant as the pack's `pack.yaml`, and is named otherwise or lies in a folder; else null. An exercise it is not. */
function nearlyPack(path: string, files: ReadonlyMap<string, unknown>): PackProblem | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (!/^pack\.ya?ml(\.txt)?$/i.test(name)) return null
  if (files.has(packFileName)) return wholeFile('unknown-file', path, words.otherPack(packFileName), 'warning')
  return wholeFile('no-pack', path, name === path ? words.packNamed(packFileName) : words.packInside(packFileName))
}
