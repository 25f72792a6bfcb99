import { describe, expect, it } from 'vitest'
import { commandNames, commandOf, meet } from '../../src-renderer/state/commands.ts'
import { Kept } from '../../src-renderer/state/kept.svelte.ts'
import { keysOf, matches, refusal, written, type KeyEvent } from '../../src-renderer/state/keys.ts'
import { english } from '../../src-renderer/words/english/index.ts'

/** An event as a browser makes it: its properties are not its own. */
class Pressed implements KeyEvent {
  readonly #of: Partial<KeyEvent>
  constructor(of: Partial<KeyEvent>) { this.#of = of }
  get key() { return this.#of.key ?? '' }
  get code() { return this.#of.code ?? '' }
  get ctrlKey() { return this.#of.ctrlKey ?? false }
  get metaKey() { return this.#of.metaKey ?? false }
  get altKey() { return this.#of.altKey ?? false }
  get shiftKey() { return this.#of.shiftKey ?? false }
}
const press = (key: string, of: Partial<KeyEvent> = {}) => new Pressed({ key, ...of })

describe('keys', () => {
  it('are called by what is held and what is pressed', () => {
    expect(keysOf(press('k', { code: 'KeyK', ctrlKey: true }), false)).toBe('Mod+K')
    expect(keysOf(press('k', { code: 'KeyK', metaKey: true }), true)).toBe('Mod+K')
    expect(keysOf(press('ö', { code: 'KeyO', altKey: true }), true)).toBe('Alt+O')
    expect(keysOf(press('!', { code: 'Digit1', altKey: true, shiftKey: true }), false)).toBe('Alt+Shift+1')
    expect(keysOf(press(' ', { code: 'Space', ctrlKey: true }), false)).toBe('Mod+Space')
    expect(keysOf(press('Control', { ctrlKey: true }), false)).toBeNull()
    expect(keysOf(press('k', { metaKey: true }), false)).toBeNull()
  })
  it('match by place or by letter, and not with more held than asked', () => {
    expect(matches(press('n', { code: 'KeyN', altKey: true }), 'Alt+N', false)).toBe(true)
    expect(matches(press('n', { code: 'KeyL', altKey: true }), 'Alt+N', false)).toBe(true)
    expect(matches(press('n', { code: 'KeyN', altKey: true, shiftKey: true }), 'Alt+N', false)).toBe(false)
    expect(matches(press('n', { code: 'KeyN', altKey: true, ctrlKey: true }), 'Alt+N', false)).toBe(false)
    expect(matches(press('Enter', { ctrlKey: true }), 'Mod+Enter', false)).toBe(true)
    expect(matches(press('n'), 'Alt+N', false)).toBe(false)
  })
  it('are refused where they type, or belong to the browser', () => {
    expect(['K', 'Shift+K', 'Enter', 'Tab', 'Escape'].map(refusal)).toEqual(['types', 'types', 'types', 'types', 'types'])
    expect(['Mod+C', 'Mod+W', 'Mod+Z', 'Alt+F4', 'F5'].map(refusal)).toEqual(['taken', 'taken', 'taken', 'taken', 'taken'])
    expect(['Mod+K', 'Alt+N', 'Alt+Shift+N', 'F9', 'Mod+Alt+X'].map(refusal)).toEqual([null, null, null, null, null])
  })
  it('are written as keyboards have them', () => {
    expect(written('Mod+Shift+K', false)).toBe('Ctrl+Shift+K')
    expect(written('Alt+ArrowUp', false)).toBe('Alt+↑')
    expect(written('Mod+Alt+K', true)).toBe('⌘ ⌥ K')
  })
})

describe('commands', () => {
  it('are all the actions that there are words for', () => {
    expect(Object.keys(english).filter(key => key.startsWith('action.')).toSorted()).toEqual(commandNames.filter(name => name.startsWith('action.')).toSorted())
  })
  it('that meet on a screen have different keys, none of them refused', () => {
    for (const name of commandNames) {
      const { keys, fixed } = commandOf(name)
      if (keys === undefined) continue
      if (fixed !== true) expect(refusal(keys), name).toBeNull()
      expect(commandNames.filter(other => other !== name && meet(name, other) && commandOf(other).keys === keys), name).toEqual([])
    }
  })
})

describe('what is kept', () => {
  const memory = () => {
    const kept = new Map<string, string>()
    return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
  }
  const host = (settings: Record<string, string | number | boolean>) => ({
    settings: async () => ({ settings }),
    saveSettings: async ({ set }: { set: Record<string, string | number | boolean | null> }) => ({ settings: Object.assign(settings, set) as Record<string, string> }),
  })
  it('is written down with the learner, and remembered by the browser', async () => {
    const settings = { 'appearance.theme': 'dark', 'keys.a': 'Alt+X' }
    const browser = memory()
    const kept = new Kept(host(settings), browser, ['keys.'])
    await kept.take()
    kept.change({ 'keys.b': 'Alt+Y', 'keys.a': null })
    expect([kept.get('keys.a'), kept.get('keys.b'), kept.get('appearance.theme')]).toEqual([undefined, 'Alt+Y', undefined])
    expect(settings).toEqual({ 'appearance.theme': 'dark', 'keys.a': null, 'keys.b': 'Alt+Y' })
    expect(new Kept(host({}), browser, ['keys.']).get('keys.b')).toBe('Alt+Y')
  })
  it('holds where nothing can be written or asked', async () => {
    const dead = { settings: () => Promise.reject(new Error('no')), saveSettings: () => Promise.reject(new Error('no')) }
    const kept = new Kept(dead, { getItem: () => '{"keys.a": 3, "keys.b": "Alt+Y"', setItem: () => { throw new Error('full') } }, ['keys.'])
    kept.change({ 'keys.a': 'Alt+X' })
    await kept.take()
    expect(kept.get('keys.a')).toBe('Alt+X')
  })
  it('does not go back behind a choice made while it was asked for', async () => {
    const kept = new Kept(host({ 'keys.a': 'Alt+Old' }), memory(), ['keys.'])
    const asked = kept.take()
    kept.change({ 'keys.a': 'Alt+New' })
    await asked
    expect(kept.get('keys.a')).toBe('Alt+New')
  })
})
