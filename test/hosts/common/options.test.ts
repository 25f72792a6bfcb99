import { expect, test } from 'vitest'
import { readOptions } from '../../../src-main/hosts/common/options.ts'

const plain = { loopback: false, open: true, port: undefined, data: undefined, help: false }

test.each([
  [[], plain],
  [['--loopback'], { ...plain, loopback: true }],
  [['--no-open'], { ...plain, loopback: true, open: false }],
  [['--loopback', '--no-open', '--port', '0', '--data', 'here'], { loopback: true, open: false, port: 0, data: 'here', help: false }],
  [['--port=65535'], { ...plain, loopback: true, port: 65535 }],
  [['--learner', 'Ada'], { ...plain, learner: 'Ada' }],
  [['-h'], { ...plain, help: true }],
  [['a.nabla', '--data', 'here', 'b.NABLA'], { ...plain, data: 'here', files: ['a.nabla', 'b.NABLA'] }],
])('%j', (args, options) => {
  expect(readOptions(args)).toEqual(options)
})

test.each([
  [['--port', '65536'], '--port needs a number from 0 to 65535, not "65536".'],
  [['--port', '1e3'], '--port needs a number from 0 to 65535, not "1e3".'],
  [['--port', ''], '--port needs a number from 0 to 65535, not "".'],
  [['--data', ''], '--data needs the name of a folder.'],
  [['--learner', ' '], '--learner needs a name.'],
  [['--dta', 'x'], "Unknown option '--dta'"],
  [['extra'], "Unexpected argument 'extra': the name of a pack ends in .nabla."],
])('%j is refused', (args, message) => {
  expect(() => readOptions(args)).toThrow(message)
})
