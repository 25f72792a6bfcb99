/** What the store tells a learner: times as one says them, and in the language that is spoken when it is asked for. */
import { mkdirSync, truncateSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { speak, tongues } from '../../src-main/calculus/index.ts'
import { openStore, recover, restoreBackup } from '../../src-main/progress/index.ts'
import type { Store } from '../../src-main/progress/index.ts'
import { words } from '../../src-main/progress/words.ts'
import { moment } from '../../src-main/progress/words/moment.ts'
import { attempt, newFolder, opened, options, valueOf } from './helpers.ts'

afterEach(() => speak('en'))

const raw = /\d{4}-\d\d-\d\dT/
const noon = new Date(2026, 10, 3, 12, 5).getTime()

/** A store put together again after damage, with one backup. */
function damagedAndRecovered(): Store {
  const given = options(newFolder())
  const store = opened(given)
  valueOf(store.recordAttempt(attempt()))
  valueOf(store.backup())
  store.close()
  const file = join(store.folder, 'progress.db')
  truncateSync(file, Math.floor(statSync(file).size / 2))
  return valueOf(recover(given))
}

describe('a time in a sentence', () => {
  it('is said as one says it, by the clock of the place', () => {
    expect(moment(noon, 'en')).toMatch(/^(3 November|November 3,) 2026 at 12:05/)
    expect(moment(noon, 'de')).toBe('3. November 2026 um 12:05')
  })

  it.each(tongues)('is nowhere as a machine writes it (%s)', (tongue) => {
    speak(tongue)
    const all = [words.locked('/data', 7, noon, null), words.recovered(noon, 1, 0, '/aside'), words.recovered(noon, 0, 0, null), words.restored(noon), words.backupNewer(noon, '9.0'), words.backupDamaged(noon)]
    for (const text of all) expect(text).not.toMatch(raw)
    expect(all.filter((text) => text.includes('2026'))).toHaveLength(all.length)
  })
})

describe('what is told of an opening', () => {
  it('is said in the language that is spoken when it is asked for', () => {
    const store = damagedAndRecovered()
    expect(store.notices[0]).toMatch(/^The progress file was damaged and was put together again\. The backup of .+ was taken; nothing more could be read from what was set aside in .+, where it is kept\.$/)
    speak('de')
    expect(store.notices[0]).toMatch(/^Die Fortschrittsdatei war beschädigt und wurde wieder zusammengestellt\. Genommen wurde die Sicherung vom .+; darüber hinaus ließ sich aus dem, was in .+ beiseitegelegt wurde und dort aufgehoben ist, nichts lesen\.$/)
    const [backup] = store.backups()
    store.close()
    const back = valueOf(restoreBackup(options(store.folder.replace(/.learners.*/, '')), backup!.name))
    expect(back.notices[0]).toMatch(/^Das ist der Fortschritt aus der Sicherung vom \d+\. \S+ 2026 um \d+:\d\d\. /)
  })

  it('where it failed is said so, too', () => {
    const dir = newFolder()
    mkdirSync(dir, { recursive: true })
    writeFileSync(join(dir, 'learners'), 'in the way')
    const refused = openStore(options(dir))
    const message = (): string => (refused.ok ? '' : refused.failure.message)
    expect(message()).toContain('Nabla cannot write in')
    speak('de')
    expect(message()).toContain('nicht schreiben')
  })

  it.each([
    [0, 0, 'nothing more was read back'], [1, 0, '1 event more was read back'], [2, 1, '2 events and 1 draft more were read back'], [0, 2, '2 drafts more were read back'],
  ])('counts what was read back: %d events and %d drafts', (events, drafts, said) => {
    expect(words.readBack('/aside', events, drafts)).toContain(said)
  })
})
