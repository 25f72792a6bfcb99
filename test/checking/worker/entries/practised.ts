/** A worker entry for the tests that practises after its first reading, until its practice fails, and tells in each reading how far it is. */
import { serve } from '../../../../src-main/checking/worker/serve.ts'

let steps = 0

function* practice(): Generator<void> {
  for (; steps < 3; steps++) yield
  throw new Error('a practice that fails')
}
const verdict = { verdict: 'correct', proof: 'symbolic', diagnosis: [], notes: [], sentence: 'Right.' } as const

serve({
  check: () => verdict,
  judge: () => verdict,
  read: () => ({ problems: [], notes: [`practised ${steps}`], parts: [] }),
  derive: () => { throw new Error('not asked here') },
  same: () => true,
}, undefined, practice)
