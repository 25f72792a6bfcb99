/** How an answer reads so far. Nothing is written down. */
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'

export async function read(desk: Desk, input: CallInput<'read'>): Promise<CallOutput<'read'>> {
  const { part } = desk.shelf.part(input)
  return (await desk.checker.read(part.question, input.answer)) as CallOutput<'read'>
}
