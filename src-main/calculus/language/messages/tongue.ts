/**
 * The language in which this thread speaks to a person. It is a setting of the whole thread, as a locale is of a process: whoever is asked for a
 * sentence says it in the language that is spoken then. Nothing but words may depend on it, and what keeps words keeps them with their language.
 */
export const tongues = ['en', 'de'] as const
export type Tongue = (typeof tongues)[number]

let current: Tongue = 'en'

/** The language spoken now; English where none was chosen. */
export function spoken(): Tongue {
  return current
}

/** From now on this thread speaks that language. */
export function speak(tongue: Tongue): void {
  current = tongue
}

/** A catalogue with the ids and the arguments of another: a text for a text, a sentence for a sentence with the same things in it. */
export type Catalogue<T> =
  T extends (...args: infer A) => string ? (...args: A) => string
    : T extends string ? string
      : { readonly [K in keyof T]: Catalogue<T[K]> }

/** One catalogue in every language: each entry is read in the language that is spoken at that moment. */
export function inEveryTongue<T extends object>(all: Readonly<Record<Tongue, Catalogue<T>>>): Catalogue<T> {
  const made = {}
  for (const key of Object.keys(all.en)) Object.defineProperty(made, key, { enumerable: true, get: () => all[current][key as keyof Catalogue<T>] })
  return made as Catalogue<T>
}

/** What is made once for each key and kept as long as that lives, in each language by itself. For results that hold words. */
export class KeptInTongue<K extends object, V> {
  readonly #kept = { en: new WeakMap<K, V>(), de: new WeakMap<K, V>() } satisfies Readonly<Record<Tongue, WeakMap<K, V>>>

  /** What is kept for this key in the language spoken now, or is made and kept. */
  get(key: K, make: () => V): V {
    const kept = this.#kept[current]
    let found = kept.get(key)
    if (found === undefined) kept.set(key, found = make())
    return found
  }
}
