/** Which keys each command has: those that the reader chose, or else its own. */
import { host } from '../host.ts'
import { commandNames, commandOf, meet, type CommandName } from './commands.ts'
import { Kept } from './kept.svelte.ts'
import { written } from './keys.ts'

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
/** What is kept with the learner besides the looks. */
export const kept = new Kept(host, localStorage, ['keys.', 'notation.', 'symbols.'])

const named = (command: CommandName) => `keys.${command}`

/** The keys of a command, as `Alt+N`; null where it has none. */
export function keysFor(command: CommandName): string | null {
  const chosen = commandOf(command).fixed === true ? undefined : kept.get(named(command))
  return (chosen ?? commandOf(command).keys ?? '') || null
}

/** The same as this machine's keyboards have them; empty where it has none. */
export function keyText(command: CommandName): string {
  const keys = keysFor(command)
  return keys === null ? '' : written(keys, isMac)
}

export function isChanged(command: CommandName): boolean {
  return keysFor(command) !== (commandOf(command).keys ?? null)
}

/** The other commands that have these keys where this one can be given. */
export function holders(command: CommandName, keys: string): readonly CommandName[] {
  return commandNames.filter(other => other !== command && meet(command, other) && keysFor(other) === keys)
}

/** Gives a command these keys; those who had them have none any more. */
export function assign(command: CommandName, keys: string): void {
  const own = commandOf(command).keys === keys ? null : keys
  void kept.change({ ...Object.fromEntries(holders(command, keys).map(other => [named(other), ''])), [named(command)]: own })
}

/** Gives commands their own keys back. */
export function reset(which: readonly CommandName[]): void {
  void kept.change(Object.fromEntries(which.map(command => [named(command), null])))
}
