/** Keys as text: what an event's keys are called, whether an event is meant by a text, and which keys a command cannot have. */

/** The part of a keyboard event that says which keys are down. */
export type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const bare = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified', 'OS'])

/** The keys of an event, as `Mod+Shift+K`; null while only Ctrl, Alt and their like are down, and for the foreign one of Ctrl and Command. */
export function keysOf(event: KeyEvent, mac: boolean): string | null {
  if (bare.has(event.key) || (mac ? event.ctrlKey : event.metaKey)) return null
  const mod = mac ? event.metaKey : event.ctrlKey
  return [...(mod ? ['Mod'] : []), ...(event.altKey ? ['Alt'] : []), ...(event.shiftKey ? ['Shift'] : []), nameOf(event)].join('+')
}

/** Letters and digits go by their place on the keyboard where Alt or Shift changes what they type. */
function nameOf({ key, code, altKey, shiftKey }: KeyEvent): string {
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  if (place !== null && (altKey || shiftKey)) return place[1] ?? place[2]!
  if (key === ' ' || key === '\u00A0') return 'Space'
  return [...key].length === 1 ? key.toUpperCase() : key
}

/** Whether the event is the one written as `Alt+N`. */
export function matches(event: KeyEvent, keys: string, mac: boolean): boolean {
  const pressed = keysOf(event, mac)
  if (pressed === keys) return true
  // A letter that Alt leaves as it is may stand elsewhere than on the keyboard that the place is named by.
  return pressed !== null && event.altKey && !event.shiftKey && /^[a-z]$/i.test(event.key) && keysOf({ key: event.key, code: '', ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: true, shiftKey: false }, mac) === keys
}

/** What editing, the browser or the system does with these keys, whatever a page says. */
const taken: ReadonlySet<string> = new Set([
  ...['A', 'C', 'V', 'X', 'Y', 'Z', 'W', 'T', 'N', 'Q', 'R', 'L', 'Tab', 'PageUp', 'PageDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Backspace', 'Delete'].map(key => `Mod+${key}`),
  ...['Z', 'T', 'N', 'W', 'R', 'Tab', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].map(key => `Mod+Shift+${key}`),
  ...['Tab', 'F4', 'ArrowLeft', 'ArrowRight', 'Space'].map(key => `Alt+${key}`),
  'F1', 'F5', 'F11', 'F12', 'Shift+F10',
])

/** Why a command cannot have these keys: they type something, or belong to something else. Null where it can. */
export function refusal(keys: string): 'types' | 'taken' | null {
  if (taken.has(keys)) return 'taken'
  return /^(?:Mod|Alt)\+/.test(keys) || /^(?:Shift\+)?F\d+$/.test(keys) ? null : 'types'
}

const signs: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }

/** Keys as the machine's keyboards have them. */
export function written(keys: string, mac: boolean): string {
  const names = keys.split('+').map(key => signs[key] ?? key)
  return mac ? names.join(' ').replace('Mod', '⌘').replace('Alt', '⌥').replace('Shift', '⇧') : names.join('+').replace('Mod', 'Ctrl')
}
