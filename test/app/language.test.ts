/** The app in German, by its contract: what is judged, asked, refused and made, and what stays as it was said. */
import { describe, expect, test } from 'vitest'
import { speak } from '../../src-main/calculus/index.ts'
import { calls } from '../../src-main/app/contract.ts'
import { createDispatch } from '../../src-main/hosts/common/dispatch.ts'
import { freshFolder, gradient, openApp } from './desk.ts'

const ms = 1000

describe('the app in German', () => {
  test('judges, reads, asks and refuses in German from the moment on that it is told, and leaves the history as it was said', async () => {
    const api = openApp()
    const opened = await api.openExercise(gradient)
    expect(opened.parts.find(part => part.id === gradient.part)!.asks).toBe('Layout: target by input (Jacobian).')
    const english = await api.submit({ ...gradient, answer: '-A', ms })
    expect(english.verdict.sentence).toMatch(/^Not right yet\./)
    await api.language({ language: 'de' })
    const german = await api.submit({ ...gradient, answer: 'A + A', ms })
    expect(german.verdict.sentence).toMatch(/^Noch nicht richtig\./)
    const again = calls.openExercise.output.parse(await api.openExercise(gradient))
    const part = again.parts.find(each => each.id === gradient.part)!
    expect(part.asks).toBe('Layout: Ziel mal Eingabe (Jacobi-Matrix).')
    expect(part.completions.find(each => each.label === 'tr')!.detail).toBe('Spur: Summe der Diagonale')
    expect((await api.read({ ...gradient, answer: '2 (A' })).problems[0]).toMatchObject({ code: 'syntax', from: 2, to: 3, message: 'Dieses „(“ wird nicht geschlossen: Ein „)“ fehlt.' })
    await expect(api.openExercise({ pack: 'nowhere', exercise: 'none' })).rejects.toThrow('Im Paket „nowhere“ gibt es keine Aufgabe „none“.')
    await expect(api.createLearner({ name: '' })).rejects.toThrow('Hier fehlt ein Name.')
    const told = await createDispatch(api, () => undefined)('submit', { pack: 1 })
    expect(told).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^Das Fenster hat für „submit“ etwas geschickt, was nicht passt: /) as unknown } })
    const { attempts } = await api.history({ limit: 10 })
    expect(attempts.map(attempt => attempt.verdict.sentence.split('.')[0])).toEqual(['Noch nicht richtig', 'Not right yet'])
    await api.language({ language: 'en' })
    expect((await api.openExercise(gradient)).parts.find(each => each.id === gradient.part)!.asks).toBe('Layout: target by input (Jacobian).')
  })

  test('each app speaks its own language, though they share a thread; what was chosen holds for the next start', async () => {
    const dataDir = freshFolder()
    const [here, there] = [openApp({ dataDir }), openApp()]
    await here.saveSettings({ set: { language: 'de' } })
    await here.language({ language: 'de' })
    const [one, other] = await Promise.all([here.openExercise(gradient), there.openExercise(gradient)])
    expect([one, other].map(each => each.parts.find(part => part.id === gradient.part)!.asks)).toEqual(['Layout: Ziel mal Eingabe (Jacobi-Matrix).', 'Layout: target by input (Jacobian).'])
    expect((await here.submit({ ...gradient, answer: '-A', ms })).verdict.sentence).toMatch(/^Noch nicht/)
    expect((await there.submit({ ...gradient, answer: '-A', ms })).verdict.sentence).toMatch(/^Not right/)
    await here.close()
    speak('en')
    await expect(openApp({ dataDir }).openExercise({ pack: 'nowhere', exercise: 'none' })).rejects.toThrow('gibt es keine Aufgabe')
  }, 90_000)

  test('a generated exercise is the same one in German, with the hints that were taken', async () => {
    const api = openApp()
    const made = await api.practice({ outcome: 'compute', level: 2 })
    const [english] = (await api.openExercise(made)).parts
    const ref = { pack: made.pack, exercise: made.exercise, part: english!.id }
    const { hint } = await api.hint(ref)
    await api.language({ language: 'de' })
    const opened = await api.openExercise(made)
    const [german] = opened.parts
    expect(german!.prompt).toMatch(/^(Leite .* ab\.|Der Gradient von )/)
    expect(german!.prompt).not.toMatch(/\b(Differentiate|by|the)\b/)
    expect([german!.latex, german!.kind, german!.hintsLeft]).toEqual([english!.latex, english!.kind, english!.hintsLeft - 1])
    expect(german!.hintsShown).toHaveLength(1)
    expect(german!.hintsShown[0]).not.toBe(hint)
    expect(opened.title).toBe('Ableitungen, Stufe 2')
    const { solution } = await api.solution(ref)
    expect(solution).toMatch(/Das ist die Ableitung|In Matrixschreibweise|Die Funktion, wie sie gegeben ist\./)
  })

  test('a solution that is shown again, in other words, is written down once', async () => {
    const api = openApp()
    const shown = async () => (await api.attempts({ kind: 'solution' })).rows.length
    await api.solution(gradient)
    expect(await shown()).toBe(1)
    await api.language({ language: 'de' })
    await api.solution({ ...gradient, again: true })
    expect(await shown()).toBe(1)
  })

  test('the skills are named in German', async () => {
    const api = openApp()
    await api.language({ language: 'de' })
    const titles = (await api.outcomes({})).outcomes.flatMap(outcome => outcome.skills.map(skill => skill.title))
    expect(titles).toContain('Die Kettenregel')
    expect(titles.filter(title => /\b(the|of|by)\b/i.test(title))).toEqual([])
  })
})
