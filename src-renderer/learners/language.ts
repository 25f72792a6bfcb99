/** The language is kept with each learner, and the app speaks it too; what the browser remembers only bridges the time until that is known. */
import type { Api } from '../../src-main/app/contract.ts'
import type { Choice, Tongue } from '../words/language.svelte.ts'

const key = 'language'

interface Spoken {
  readonly choice: Choice
  readonly tongue: Tongue
  onChoice(listener: () => void): () => void
  take(kept: unknown): Promise<void>
  heard(): void
}

/** Tells the app which language shows; where that was another one before, what it said in words is asked for again. */
export async function tellApp(host: Api, language: Spoken, anew = true): Promise<void> {
  try {
    await host.language({ language: language.tongue })
    if (anew) language.heard()
  } catch {
    // It is told again once the connection is back.
  }
}

/** Writes each choice down with the learner and tells the app, until the function it returns is called. */
export function keepLanguage(host: Api, language: Spoken): () => void {
  return language.onChoice(() => {
    host.saveSettings({ set: { [key]: language.choice === 'system' ? null : language.choice } }).catch(() => {
      // It holds in this window all the same.
    })
    void tellApp(host, language)
  })
}

/** Takes over what the learner chose. Where that cannot be asked, the language stays. */
export async function takeLanguage(host: Api, language: Spoken): Promise<void> {
  let changed = false
  const forget = language.onChoice(() => (changed = true))
  const before = language.tongue
  try {
    const { settings } = await host.settings({})
    // What was chosen while the answer was on its way is newer.
    if (changed) return
    await language.take(settings[key])
    if (language.tongue !== before) await tellApp(host, language)
  } catch {
    // What the browser remembers holds.
  } finally {
    forget()
  }
}
