/** A host that answers from fixtures: enough for every state of the window. It judges nothing: answers lead to prepared verdicts. */
import type { Api } from '../../src-main/app/contract.ts'
import { attempts, exercises, library, readings, verdicts } from './fixtures.ts'

type Saved = { draft: string }
declare global {
  interface Window {
    /** What tests steer: calls that fail, and how long a call takes. */
    fixture: { failing: Set<string>; delay: number; calls: { name: string; input: unknown }[] }
  }
}
window.fixture = { failing: new Set(), delay: 4, calls: [] }

const drafts = new Map<string, Saved>()

async function reply<T>(name: keyof Api, input: unknown, make: () => T): Promise<T> {
  window.fixture.calls.push({ name, input })
  await new Promise(resolve => setTimeout(resolve, window.fixture.delay))
  if (window.fixture.failing.has(name)) throw { message: 'The other half of Nabla does not answer.' }
  return make()
}

const key = (ref: { pack: string; exercise: string; part: string }) => `${ref.pack}/${ref.exercise}/${ref.part}`
const plain = (answer: string) => answer.replace(/\s+/g, '')

export type Connection = 'open' | 'lost'
export function onConnection(listener: (connection: Connection) => void): () => void {
  const lose = () => listener('lost')
  const find = () => listener('open')
  addEventListener('fixture-lost', lose)
  addEventListener('fixture-found', find)
  listener('open')
  return () => {
    removeEventListener('fixture-lost', lose)
    removeEventListener('fixture-found', find)
  }
}

/** As in a browser. */
export const savePdf = null

/** Everything is written down here. */
export function onNotSaved(): () => void {
  return () => {}
}

const refuse = (): Promise<never> => Promise.reject({ message: 'This host does not know that call.' })

const known: Partial<Api> = {
  library: input => reply('library', input, () => library),
  openExercise: input => reply('openExercise', input, () => {
    const found = exercises.find(each => each.pack === input.pack && each.id === input.exercise)
    if (found === undefined) throw { message: `There is no exercise ${input.exercise} in the pack ${input.pack}.` }
    return { ...found, parts: found.parts.map(part => ({ ...part, draft: drafts.get(key({ ...input, part: part.id }))?.draft ?? part.draft })) }
  }),
  read: input => reply('read', input, () => readings[plain(input.answer)] ?? { problems: [], notes: [], latex: `\\text{${plain(input.answer).replace(/[\\{}$^_&#%~]/g, ' ')}}`, speech: input.answer, shape: 'M x N', parts: [{ from: 0, to: input.answer.length, shape: 'M x N' }] }),
  submit: input => reply('submit', input, () => ({ verdict: verdicts[plain(input.answer)] ?? verdicts['other']!, attempt: 'a', repeated: false })),
  saveDraft: input => reply('saveDraft', input, () => {
    drafts.set(key(input), { draft: input.answer })
    return {}
  }),
  hint: input => reply('hint', input, () => ({ hint: 'Write $g = A x - y$ first; then $f = g^T g$.', left: 0 })),
  solution: input => reply('solution', input, () => ({ solution: 'With $g = A x - y$:\n\n$$\\frac{\\partial f}{\\partial A_{ij}} = 2\\, g_i\\, x_j$$\n\nso the answer is $2 (A x - y) x^\\top$.' })),
  history: input => reply('history', input, () => ({ attempts })),
}

/** What is not here is refused. */
export const host: Api = new Proxy(known as Api, { get: (own, call: keyof Api) => own[call] ?? refuse })
