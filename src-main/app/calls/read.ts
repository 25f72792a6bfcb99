/** How an answer reads so far. Nothing is written down. */
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'

export async function read(desk: Desk, input: CallInput<'read'>): Promise<CallOutput<'read'>> {
  const { part } = desk.shelf.part(input)
  return (await desk.checker.read(part.question, input.answer)) as CallOutput<'read'>
}

/** What answers to a part are read against. */
export async function readingScope(desk: Desk, input: CallInput<'readingScope'>): Promise<CallOutput<'readingScope'>> {
  const { part } = desk.shelf.part(input)
  return { scope: (await desk.checker.readingScope(part.question)) as CallOutput<'readingScope'>['scope'] }
}
