/**
 * Something that a person asked for and that cannot be done. The message is shown as it stands, so it says in plain words what is in
 * the way and what helps. Every other error is a bug of ours: hosts log it and say only that one happened.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** Whether this is a refusal, also one of a bundle, which carries a class of its own. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === 'Refusal'
}
