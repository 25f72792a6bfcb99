/** Which doors stand open between the rooms. Everything that is not said here is shut. */
import { isBuiltin } from 'node:module'
import type { Import } from './imports.ts'

/** From a room to the rooms it may enter, its own left out. A path with a slash opens that file only. */
const doors: Readonly<Record<string, readonly string[]>> = {
  'src-main/calculus': [],
  'src-main/checking': ['src-main/calculus'],
  // A pack is made of questions, so what a question may hold is read from where that is said; and its tests name verdicts.
  'src-main/packs': ['src-main/calculus', 'src-main/checking/question.ts', 'src-main/checking/verdict.ts'],
  'src-main/progress': ['src-main/calculus'],
  'src-main/app': ['src-main/checking', 'src-main/packs', 'src-main/progress', 'src-main/calculus'],
  'src-main/hosts': ['src-main/app', 'src-main/checking', 'src-main/packs', 'src-main/progress', 'src-main/calculus'],
  'src-renderer': [],
}

/** Answers are read in the window too, key by key; this is the one file of the main process that it carries, with what that imports. */
export const readingDoor = 'src-main/app/reading.ts'

/** What the calculus may use from outside: exact fractions, a seeded generator, the parser's tables. All are pure. */
const calculusPackages = ['fraction.js', 'pure-rand', '@lezer/common', '@lezer/lr']

/** They start what is installed or built only by then, and lies where no source does. */
const starters = ['src-main/hosts/setup.js', 'src-main/hosts/start.ts']

/** The room that a file stands in. */
export function roomOf(file: string): string {
  const room = Object.keys(doors).find((each) => file.startsWith(`${each}/`))
  if (room === undefined) throw new Error(`${file} stands in no room.`)
  return room
}

/** Why a file may not import this; undefined where it may. */
export function shut(file: string, { target, relative, typeOnly, specifier }: Import): string | undefined {
  const room = roomOf(file)
  if (specifier === '(computed)') return starters.includes(file) ? undefined : 'an import must name its file'
  if (relative) {
    if (target.startsWith(`${room}/`)) return undefined
    if (room === 'src-renderer' && target === readingDoor) return undefined
    if (room === 'src-renderer' && target === 'src-main/app/contract.ts') return typeOnly ? undefined : 'the renderer takes only types from the contract'
    const open = doors[room]!.some((door) => target === door || target.startsWith(`${door}/`))
    return open ? undefined : `no door leads from ${room} to ${target}`
  }
  if (target === 'electron') return file.startsWith('src-main/hosts/electron/') ? undefined : 'electron belongs to src-main/hosts/electron'
  if (room === 'src-main/calculus' && !calculusPackages.includes(target)) return 'the calculus is pure'
  if (room === 'src-renderer' && isBuiltin(target)) return 'the renderer has no Node'
  return undefined
}
