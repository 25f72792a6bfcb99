/** Every command of the window: where it can be given, and the keys that it has until the reader chooses others. */
import type { WordKey } from '../words/index.ts'

/** The screen that offers a command; `window`: each of them. */
export type Where = 'window' | 'library' | 'desk' | 'review'
interface Command {
  readonly where: Where
  /** As `Mod+K`, `Alt+N`; Mod is Ctrl, or Command on a Mac. Without: by the palette only. */
  readonly keys?: string
  /** The key belongs to what has the focus; it is shown, and cannot be changed. */
  readonly fixed?: true
}

export const commands = {
  'action.check': { where: 'desk', keys: 'Mod+Enter' },
  'action.mend': { where: 'desk', keys: 'Alt+Enter' },
  'action.next': { where: 'desk', keys: 'Alt+N' },
  'action.another': { where: 'desk', keys: 'Alt+M' },
  'action.previous': { where: 'desk', keys: 'Alt+P' },
  'action.answer': { where: 'desk', keys: 'Alt+A' },
  'action.complete': { where: 'desk', keys: 'Mod+Space' },
  'action.symbols': { where: 'desk', keys: 'Alt+B' },
  'action.walk': { where: 'desk', keys: 'Alt+W' },
  'action.hint': { where: 'desk', keys: 'Alt+H' },
  'action.solution': { where: 'desk', keys: 'Alt+S' },
  'action.proof': { where: 'desk', keys: 'Alt+1' },
  'action.numbers': { where: 'desk', keys: 'Alt+2' },
  'action.leave': { where: 'desk', keys: 'Tab', fixed: true },
  'action.continue': { where: 'library', keys: 'Alt+C' },
  'due.start': { where: 'review', keys: 'Alt+S' },
  'review.outcomes': { where: 'review', keys: 'Alt+1' },
  'review.due': { where: 'review', keys: 'Alt+2' },
  'review.mistakes': { where: 'review', keys: 'Alt+3' },
  'review.history': { where: 'review', keys: 'Alt+4' },
  'review.exchange': { where: 'review', keys: 'Alt+5' },
  'action.palette': { where: 'window', keys: 'Mod+K' },
  'action.library': { where: 'window', keys: 'Alt+L' },
  'action.review': { where: 'window', keys: 'Alt+R' },
  'action.practise': { where: 'window', keys: 'Alt+G' },
  'action.history': { where: 'window' },
  'action.packs': { where: 'window' },
  'action.exchange': { where: 'window' },
  'action.learners': { where: 'window' },
  'action.data': { where: 'window' },
  'action.keys': { where: 'window' },
  'action.theme.light': { where: 'window' },
  'action.theme.dark': { where: 'window' },
  'action.theme.system': { where: 'window' },
  'action.contrast': { where: 'window' },
  'action.larger': { where: 'window' },
  'action.smaller': { where: 'window' },
  'action.language.en': { where: 'window' },
  'action.language.de': { where: 'window' },
  'action.language.system': { where: 'window' },
} as const satisfies Readonly<Partial<Record<WordKey, Command>>>

export type CommandName = keyof typeof commands
export const commandNames = Object.keys(commands) as readonly CommandName[]

export function commandOf(name: CommandName): Command {
  return commands[name]
}

/** Whether two commands can be given on the same screen, so that they need different keys. */
export function meet(one: CommandName, other: CommandName): boolean {
  const [a, b] = [commands[one].where, commands[other].where]
  return a === b || a === 'window' || b === 'window'
}
