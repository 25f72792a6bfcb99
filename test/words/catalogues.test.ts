/** The catalogues of the main process: German says everything that English says, of the same things. */
import { describe, expect, test } from 'vitest'
import * as meaningEnglish from '../../src-main/calculus/language/messages/english/meaning.ts'
import * as speechEnglish from '../../src-main/calculus/language/messages/english/speech.ts'
import { syntax as syntaxEnglish } from '../../src-main/calculus/language/messages/english/syntax.ts'
import * as meaningGerman from '../../src-main/calculus/language/messages/german/meaning.ts'
import * as speechGerman from '../../src-main/calculus/language/messages/german/speech.ts'
import { syntax as syntaxGerman } from '../../src-main/calculus/language/messages/german/syntax.ts'
import { english as checkingEnglish } from '../../src-main/checking/words/english.ts'
import { german as checkingGerman } from '../../src-main/checking/words/german.ts'
import { english as solutionEnglish } from '../../src-main/checking/solution/words/english.ts'
import { german as solutionGerman } from '../../src-main/checking/solution/words/german.ts'
import { english as progressEnglish } from '../../src-main/progress/words/english.ts'
import { german as progressGerman } from '../../src-main/progress/words/german.ts'
import * as appEnglish from '../../src-main/app/words/english.ts'
import * as appGerman from '../../src-main/app/words/german.ts'
import { germanSkills } from '../../src-main/app/words/skills.ts'
import { english as generatorEnglish } from '../../src-main/packs/generator/words/english.ts'
import { german as generatorGerman } from '../../src-main/packs/generator/words/german.ts'
import { english as archiveEnglish } from '../../src-main/packs/archive/words/english.ts'
import { german as archiveGerman } from '../../src-main/packs/archive/words/german.ts'
import { english as schemaEnglish } from '../../src-main/packs/schema/words/english.ts'
import { german as schemaGerman } from '../../src-main/packs/schema/words/german.ts'
import { english as yamlEnglish } from '../../src-main/packs/yaml/words/english.ts'
import { german as yamlGerman } from '../../src-main/packs/yaml/words/german.ts'
import { english as lintEnglish } from '../../src-main/packs/lint/words/english.ts'
import { german as lintGerman } from '../../src-main/packs/lint/words/german.ts'
import { english as readingEnglish } from '../../src-main/packs/words/english.ts'
import { german as readingGerman } from '../../src-main/packs/words/german.ts'
import { english as varyEnglish } from '../../src-main/packs/variants/words/english.ts'
import { german as varyGerman } from '../../src-main/packs/variants/words/german.ts'
import { english as cliEnglish } from '../../src-main/hosts/cli/words/english.ts'
import { german as cliGerman } from '../../src-main/hosts/cli/words/german.ts'
import { skills } from '../../src-main/packs/index.ts'
import { said, sentences } from './slots.ts'

const meanings = Object.fromEntries(Object.entries(meaningEnglish.meaning).map(([id, row]) => [id, row.say]))
const rooms: readonly (readonly [string, object, object])[] = [
  ['meaning', { ...meaningEnglish, meaning: meanings }, meaningGerman],
  ['syntax', syntaxEnglish, syntaxGerman],
  ['speech', speechEnglish, speechGerman],
  ['checking', checkingEnglish, checkingGerman],
  ['solution', solutionEnglish, solutionGerman],
  ['progress', progressEnglish, progressGerman],
  ['app', appEnglish, appGerman],
  ['generator', generatorEnglish, generatorGerman],
  ['refusals of packs', archiveEnglish, archiveGerman],
  ['form of packs', schemaEnglish, schemaGerman],
  ['YAML', yamlEnglish, yamlGerman],
  ['lint', lintEnglish, lintGerman],
  ['reading packs', readingEnglish, readingGerman],
  ['vary', varyEnglish, varyGerman],
  ['command line', cliEnglish, cliGerman],
]

/** Sentences that turn an argument into other words, so that it does not show as it came: they are asked for below, one by one. */
const turned: readonly string[] = [
  'checking.layoutNamed', 'checking.missingOccurrence', 'checking.specialOnly', 'checking.contradictionOf', 'solution.answerLayout',
  'meaning.meaning.blocks', 'speech.reading.primes', 'speech.reading.order', 'speech.reading.normOf', 'speech.reading.unit',
  'generator.useLayout', 'refusals of packs.marks',
]
/** The same in both languages: formulas, names, and what is written with signs alone. */
const alike = /^(speech\.(reading|printed)\.(numbers|halves|calls|functions|order|primes|minus|plus|pi|signs\.kron)|app\.(givens\.properties|completions\.(det|einsum)))/

describe.each(rooms)('the words of %s', (room, english, german) => {
  const [own, other] = [sentences(english), sentences(german)]

  test('has the same entries in both languages', () => {
    expect([...other.keys()].toSorted()).toEqual([...own.keys()].toSorted())
    expect(own.size).toBeGreaterThan(15)
  })

  test('says the same things in both, and no German is English', () => {
    for (const [id, sentence] of own) {
      const name = `${room}.${id}`
      // Asked for below, case by case.
      if (name === 'checking.ended' || name === 'generator.useLayout' || name === 'refusals of packs.marks') continue
      const count = typeof sentence === 'string' ? 0 : sentence.length
      const [a, b] = [said(sentence, count), said(other.get(id)!, count)]
      expect(b.text.trim() === '', name).toBe(a.text.trim() === '')
      if (!turned.includes(name)) expect(b.slots, name).toEqual(a.slots)
      if (!alike.test(name) && /[a-z]{4}/.test(a.text)) expect(b.text, name).not.toBe(a.text)
      expect(b.text, name).not.toMatch(/[“][^„]*[“]|[”]|undefined|NaN|\[object/)
    }
  })
})

test('every skill has a German title', () => {
  expect(Object.keys(germanSkills).toSorted()).toEqual(skills.map(skill => skill.id).toSorted())
})

describe('what is turned into other words', () => {
  test('layouts, places, properties', () => {
    expect(checkingGerman.layoutNamed('numerator', 'jacobian', 'M x N')).toBe('Richtig im Zählerlayout, gefragt ist aber das Jacobi-Layout mit der Form M x N.')
    expect(checkingGerman.layoutNamed('denominator', 'numerator', '')).toBe('Richtig im Nennerlayout, gefragt ist aber das Zählerlayout.')
    expect([generatorEnglish.useLayout('numerator'), generatorGerman.useLayout('numerator')]).toEqual(['Use the numerator layout.', 'Nimm das Zählerlayout.'])
    expect([archiveEnglish.marks('stars'), archiveGerman.marks('stars')]).toEqual(['This text has too many stars and underscores to be read.', 'Dieser Text hat zu viele Sterne und Unterstriche, um gelesen zu werden.'])
    expect(checkingEnglish.missingOccurrence('x', 2)).toBe('You differentiated only the second x: the product rule needs every place where x stands.')
    expect(checkingGerman.missingOccurrence('x', 2)).toBe('Du hast nur nach dem 2. x abgeleitet: Die Produktregel braucht jede Stelle, an der x steht.')
    expect(checkingGerman.specialOnly('A', 'posdef')).toBe('Das ist nur richtig, wenn A positiv definit ist.')
    expect(solutionGerman.answerLayout('N x M', 'denominator')).toBe('In Matrixschreibweise und im Nennerlayout ist die Form N × M.')
    expect(meaningGerman.meaning.blocks('row', 'A', 'M x N', 'B', 'P x N')).toBe('Blöcke in einer Zeile müssen gleich viele Zeilen haben: „A“ hat die Form M x N, aber „B“ hat die Form P x N.')
  })
  test('every reason why a check was ended', () => {
    for (const why of ['deadline', 'memory', 'crash', 'closed', 'superseded'] as const) {
      expect(checkingGerman.ended('check', why, 2)).not.toBe(checkingEnglish.ended('check', why, 2))
      expect(checkingGerman.ended('reading', why, 2)).toMatch(/\.$/)
    }
    expect(checkingGerman.ended('check', 'deadline', 1.5)).toContain('nach 1,5 Sekunden')
  })
})
