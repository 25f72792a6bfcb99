/** From a message that a window sent to a call of the app, and back. Both hosts go through here. */
import { type Api, type CallName, calls } from '../../app/contract.ts'
import { refusalWords } from '../../app/words/index.ts'
import { Refusal } from '../../app/refusal.ts'

/** What a window gets back. `message` is for a person. */
export type Reply = { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly error: { readonly message: string } }
/** Never rejects: whatever happens becomes a reply. */
export type Dispatch = (call: unknown, input: unknown) => Promise<Reply>
/** Where troubles of ours are told; a learner does not see these lines. */
export type Log = (line: string) => void

/** Whether a name is one of the contract's calls. */
export function isCall(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}

/**
 * Serves the contract's table: what comes in goes through the call's schema before the app sees it, and what goes out does so too,
 * so that nothing leaves that the contract does not name.
 */
export function createDispatch(api: Api, log: Log): Dispatch {
  return async (call, input) => {
    if (!isCall(call)) return refusal(refusalWords.unknownCall)
    const asked = calls[call].input.safeParse(input)
    if (!asked.success) {
      log(`${call}: what came in does not fit: ${asked.error.message}`)
      return refusal(refusalWords.badInput(call, where(asked.error)))
    }
    try {
      const given = calls[call].output.safeParse(await (api[call] as (input: unknown) => Promise<unknown>)(asked.data))
      if (given.success) return { ok: true, output: given.data }
      log(`${call}: what goes out does not fit: ${given.error.message}`)
      return refusal(refusalWords.badOutput(call, where(given.error)))
    } catch (error) {
      if (error instanceof Refusal) return refusal(error.message)
      log(`${call}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return refusal(refusalWords.ownError(call))
    }
  }
}

function refusal(message: string): Reply {
  return { ok: false, error: { message } }
}

function where(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): string {
  const issue = error.issues[0]
  return issue === undefined ? 'no reason given' : `${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}`
}
