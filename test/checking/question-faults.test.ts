/** Why a question cannot be asked is told in the language that is spoken when it is asked, however often the same question comes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { speak } from '../../src-main/calculus/index.ts'
import { check, derive, report } from '../../src-main/checking/check.ts'
import { questionSchema, type QuestionInput } from '../../src-main/checking/question.ts'
import { createChecker } from '../../src-main/checking/worker/pool.ts'

afterEach(() => speak('en'))

const vectors = { A: 'M x N', x: 'N' } as const
const faulty: readonly (readonly [QuestionInput, string, string])[] = [
  [{ kind: 'derivative', given: vectors, f: 'A x', wrt: 'z' }, 'wrt: z is not declared in `given`.', 'wrt: z ist in `given` nicht deklariert.'],
  [{ kind: 'derivative', given: vectors, wrt: 'x' }, 'f: A derivative needs `f`, the function to be differentiated.', 'f: Eine Ableitung braucht `f`, die Funktion, die abgeleitet wird.'],
  [{ kind: 'derivative', given: vectors, f: 'A x', wrt: 'x', component: 'i' }, 'component: The derivative has 2 axes (1 of the target, 1 of the input), but `component` names 1.', 'component: Die Ableitung hat 2 Achsen (1 des Ziels, 1 der Eingabe), aber `component` nennt 1.'],
  [{ kind: 'derivative', given: vectors, f: 'A x', wrt: 'x', component: 'ii' }, 'component: The names in `component` must be different.', 'component: Die Namen in `component` müssen verschieden sein.'],
  [{ kind: 'derivative', given: vectors, f: 'A y', wrt: 'x' }, 'f: “y” is not the name of anything here.', 'f: Den Namen „y“ gibt es hier nicht.'],
  [{ kind: 'expression', given: vectors }, 'value: This kind of question needs `value`, the reference.', 'value: Diese Art von Frage braucht `value`, die Referenz.'],
  [{ kind: 'number', given: vectors, value: 'x' }, 'value: The reference of a number must be a number or an array of numbers.', 'value: Die Referenz einer Zahl muss eine Zahl oder ein Array von Zahlen sein.'],
  [{ kind: 'shape', given: vectors }, 'value: A shape question needs `value`, the shape, or `of`, the expression whose shape is asked.', 'value: Eine Frage nach einer Form braucht `value`, die Form, oder `of`, den Ausdruck, nach dessen Form gefragt wird.'],
  [{ kind: 'choice', given: {}, options: [{ id: 'a', text: 'A' }], value: 'b' }, 'value: b is not the id of an option.', 'value: b ist nicht die Kennung einer Option.'],
  [{ kind: 'derivation', given: vectors }, 'goal: A derivation needs `goal`.', 'goal: Eine Herleitung braucht `goal`.'],
]

describe('a question that cannot be asked', () => {
  it.each(faulty)('%#', (input, english, german) => {
    const question = questionSchema.parse(input)
    for (const [tongue, told] of [['en', english], ['de', german], ['en', english]] as const) {
      speak(tongue)
      expect(() => check(question, '0')).toThrow(told)
      if (question.kind === 'derivative' || question.kind === 'expression') expect(() => report(question, '0')).toThrow(told)
    }
  })

  it('has an answer that is too long', () => {
    const question = questionSchema.parse({ kind: 'expression', given: { x: '1' }, value: Array.from({ length: 700 }, (_, n) => `sin(x+${n})`).join(' + ') })
    expect(() => derive(question)).toThrow('value: The answer is too long to be written out.')
    speak('de')
    expect(() => derive(question)).toThrow('value: Die Antwort ist zu lang, um sie auszuschreiben.')
  })

  const checker = createChecker()
  afterAll(() => checker.close())
  it('is told so by a thread that met it in another language before', async () => {
    const [input, english, german] = faulty[0]!
    await expect(checker.check(input, '0')).rejects.toThrow(english)
    speak('de')
    await expect(checker.check(input, '0')).rejects.toThrow(german)
    await expect(checker.derive(input)).rejects.toThrow(german)
  })
})

it('every sentence stands in the catalogue', () => {
  const checking = new URL('../../src-main/checking', import.meta.url).pathname
  const thrown = readdirSync(checking, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
    .flatMap(name => [...readFileSync(join(checking, name), 'utf8').matchAll(/new (?:QuestionError|AnswerTooLong)\([^'`\n]*?(?:'\w+'[^'`\n]*?)*, (.+)\)/g)].map(([, message]) => message!))
  expect(thrown.length).toBeGreaterThanOrEqual(20)
  expect(thrown.filter(message => /^['`]/.test(message))).toEqual([])
})
