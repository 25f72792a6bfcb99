/** The words of the window in German, and the way a language is chosen. */
import { afterEach, describe, expect, test } from 'vitest'
import { dayLong, percentText, weekdays } from '../../src-renderer/review/dates.ts'
import { entryText } from '../../src-renderer/verdict/numbers.ts'
import { english } from '../../src-renderer/words/english/index.ts'
import { german } from '../../src-renderer/words/german/index.ts'
import { say, sayCount, shapeText, when } from '../../src-renderer/words/index.ts'
import { firstOf, language, readable } from '../../src-renderer/words/language.svelte.ts'

afterEach(() => language.choose('en'))

const slots = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]!))].toSorted()
const keys = Object.keys(english) as (keyof typeof english)[]
/** The same in both languages: names, signs and words that German has taken over. */
const alike = /^(app\.name|settings\.(language|theme\.system)|action\.language|learners\.new\.name|symbol\.norm|sheet\.symbol|packs\.version|library\.version|verdict\.algebra$|data\.[km]b|attempt\.(minutes|seconds)|reading\.walk\.piece|derivation\.line\.slip)/

describe('the catalogue', () => {
  test('has every key, with the same slots', () => {
    expect(Object.keys(german).toSorted()).toEqual([...keys].toSorted())
    expect(keys.filter(key => slots(german[key]).join() !== slots(english[key]).join())).toEqual([])
  })
  test('is German throughout, with German marks', () => {
    expect(keys.filter(key => german[key] === english[key] && /[a-z]{3}/.test(english[key].replace(/\{\w+\}/g, '')) && !alike.test(key))).toEqual([])
    expect(keys.filter(key => /\b(the|and|not|your|with|shape|answer|exercise)\b/i.test(german[key].replace(/\{\w+\}/g, '')))).toEqual([])
    expect(keys.filter(key => /[”"]|“[^„]*“/.test(german[key]))).toEqual([])
    // One closing mark for each opening one.
    expect(keys.filter(key => german[key].split('„').length !== german[key].split('“').length)).toEqual([])
  })
})

describe('German', () => {
  test('is said from the moment that it is chosen, and no longer', async () => {
    expect(say('desk.check')).toBe('Check')
    await language.choose('de')
    expect([say('desk.check'), say('sheet.part', { number: 2, count: 4 })]).toEqual(['Prüfen', 'Teil 2 von 4'])
    expect([0, 1, 2].map(count => sayCount('desk.hints.left', count))).toEqual(['keiner mehr', 'noch 1', 'noch 2'])
    expect([1, 3].map(count => sayCount('library.parts', count))).toEqual(['1 Teil', '3 Teile'])
    expect(['scalar', 'entry by entry', 'M x (M x N)'].map(shapeText)).toEqual(['Skalar', 'elementweise', 'M × (M × N)'])
    expect(() => say('sheet.part', { number: 2 })).toThrow('no value for {count} in sheet.part')
    await language.choose('en')
    expect(say('desk.check')).toBe('Check')
  })
  test('writes dates and numbers in prose in its own way, and mathematics as it is typed', async () => {
    await language.choose('de')
    expect(when('2026-11-02T10:20:00.000Z')).toMatch(/^02\.11\.2026, \d\d:20$/)
    expect(dayLong('2026-11-23')).toBe('Montag, 23. November 2026')
    expect(weekdays()[0]).toBe('Mo')
    expect(percentText(0.63)).toBe('63\u00A0%')
    expect([0.5, 1.5e-7].map(entryText)).toEqual(['0.5', '1.5e−7'])
    await language.choose('en')
    expect(dayLong('2026-11-23')).toMatch(/^Monday, (23 November|November 23,) 2026$/)
  })
})

describe('the choice', () => {
  test('of the system goes by the first of its languages that there is', () => {
    expect(firstOf(['de-AT', 'en'])).toBe('de')
    expect(firstOf(['fr', 'de', 'en'])).toBe('de')
    expect(firstOf(['en-US', 'de'])).toBe('en')
    expect(firstOf(['fr', 'den'])).toBe('en')
    expect(firstOf([])).toBe('en')
  })
  test('that cannot be read is the system\'s', () => {
    expect(['de', 'en', 'fr', 3, null, undefined].map(readable)).toEqual(['de', 'en', 'system', 'system', 'system', 'system'])
  })
  test('that comes last holds, and each is told', async () => {
    const told: string[] = []
    const stop = language.onChoice(() => told.push(language.tongue))
    await Promise.all([language.choose('de'), language.choose('en')])
    stop()
    expect([language.tongue, language.choice, say('desk.check'), told.at(-1)]).toEqual(['en', 'en', 'Check', 'en'])
  })
})
