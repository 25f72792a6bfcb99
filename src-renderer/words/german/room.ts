/** A room of a catalogue in another language than English: the same keys, none more and none less. */
export type Room<English> = { readonly [Key in keyof English]: string }
