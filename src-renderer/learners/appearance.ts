/** How the window looks is kept with each learner; what the browser remembers only bridges the time until that is known. */
import type { Api } from '../../src-main/app/contract.ts'
import type { Appearance } from '../state/settings.svelte.ts'

interface Looks {
  onChange(listener: (part: Partial<Appearance>) => void): () => void
  take(kept: Readonly<Record<keyof Appearance, unknown>>): void
}

const keys: Readonly<Record<keyof Appearance, string>> = {
  theme: 'appearance.theme', contrast: 'appearance.contrast', lessMotion: 'appearance.less-motion', size: 'appearance.size',
}
const names = Object.keys(keys) as (keyof Appearance)[]

/** Writes each change of the looks down with the learner, until the function it returns is called. That it cannot be written is told by the store. */
export function keepAppearance(host: Api, looks: Looks): () => void {
  return looks.onChange(part => {
    const set = Object.fromEntries(names.flatMap(name => (part[name] === undefined ? [] : [[keys[name], part[name]]])))
    host.saveSettings({ set }).catch(() => {
      // It holds in this window all the same.
    })
  })
}

/** Takes over what the learner chose. Where that cannot be asked, the looks stay. */
export async function takeAppearance(host: Api, looks: Looks): Promise<void> {
  let changed = false
  const forget = looks.onChange(() => (changed = true))
  try {
    const { settings } = await host.settings({})
    // What was chosen while the answer was on its way is newer.
    if (!changed) looks.take(Object.fromEntries(names.map(name => [name, settings[keys[name]]])) as Record<keyof Appearance, unknown>)
  } catch {
    // What the browser remembers holds.
  } finally {
    forget()
  }
}
