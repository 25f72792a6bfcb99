/** A process that works on an exercise and dies of SIGKILL in the middle of it. Arguments: the data folder, the folder of packs. */
import { createApi } from '../../src-main/app/api.ts'
import { checker, gradient } from './checker.ts'

const [dataDir = '', packsDir = ''] = process.argv.slice(2)
const api = createApi({ dataDir, packsDir, clock: Date.now, checker, version: '0.0.0' })
await api.submit({ ...gradient, answer: '2 x (A x - y)^T', ms: 10 })
await api.hint({ ...gradient, diagnosis: 'layout' })
await api.saveDraft({ ...gradient, answer: '2 (A x - y)' })
process.kill(process.pid, 'SIGKILL')
