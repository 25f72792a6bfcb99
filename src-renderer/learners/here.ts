/** The learners and the store of this window. */
import { host, onNotSaved } from '../host.ts'
import { connection } from '../state/connection.svelte.ts'
import { settings } from '../state/settings.svelte.ts'
import { language } from '../words/language.svelte.ts'
import { keepAppearance } from './appearance.ts'
import { keepLanguage, tellApp } from './language.ts'
import { People } from './people.svelte.ts'
import { StoreWatch } from './store-watch.svelte.ts'

export const people = new People(host, sessionStorage)
export const storeWatch = new StoreWatch(host)

/** Begins to follow both; gives back the function that stops it. */
export function beginHere(): () => void {
  void tellApp(host, language, false)
  void people.begin()
  const stop = [onNotSaved(() => void storeWatch.look()), storeWatch.keepTrying(), keepAppearance(host, settings), keepLanguage(host, language), connection.onceBack(() => void tellApp(host, language)), language.onHeard(() => void storeWatch.look())]
  return () => stop.forEach(each => each())
}
