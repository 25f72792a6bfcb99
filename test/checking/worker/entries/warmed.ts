/** A worker entry for the tests that takes long to warm up, and tells in each verdict how often it did. */
import { serve } from '../../../../src-main/checking/worker/serve.ts'

let warmed = 0
const sentence = (): string => `warmed ${warmed}`

serve({
  check: () => ({ verdict: 'correct', proof: 'symbolic', diagnosis: [], notes: [], sentence: sentence() }),
  judge: () => ({ verdict: 'correct', proof: 'symbolic', diagnosis: [], notes: [], sentence: sentence() }),
  read: () => ({ problems: [], notes: [sentence()], parts: [] }),
  scope: () => null,
  derive: () => { throw new Error('not asked here') },
  same: () => true,
}, () => {
  warmed++
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600)
  throw new Error('a warm-up that fails')
})
