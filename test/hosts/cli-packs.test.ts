/** The command line for packs and progress, run as a person runs it. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../src-main/hosts/cli/table.ts'
import { openStore } from '../../src-main/progress/index.ts'
import { writeArchive } from '../../src-main/packs/archive/write.ts'
import { freshFolder, openApp } from '../app/desk.ts'
import { exerciseText as sampleText, packText } from '../packs/samples.ts'

/** The sample, with wrong answers on which nobody could disagree. */
const exerciseText = sampleText.replace('{ answer: 2 g, diagnosis: shape }', '{ answer: 3 g^T A, diagnosis: factor }')
const main = join(import.meta.dirname, '..', '..', 'src-main', 'hosts', 'cli', 'main.ts')
function nabla(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', cwd: freshFolder() })
  return { status, out: stdout, err: stderr }
}

/** The folder of a pack with one exercise. */
function folder(exercise = exerciseText, version = '1.0.0'): string {
  const dir = freshFolder()
  mkdirSync(join(dir, 'one'))
  writeFileSync(join(dir, 'pack.yaml'), packText.replace('1.0.0', version))
  writeFileSync(join(dir, 'one', 'whole.yaml'), exercise)
  return dir
}
function archive(exercise = exerciseText, version = '1.0.0'): string {
  const file = join(freshFolder(), 'sample.nabla')
  writeFileSync(file, writeArchive(new Map([['pack.yaml', packText.replace('1.0.0', version)], ['one/whole.yaml', exercise]])))
  return file
}
const wrong = exerciseText.replace('right: [2 x^T]', 'right: [2 x^T, x^T]')

describe('nabla lint', () => {
  it('says nothing of a pack that is in order, in a folder or in a file', () => {
    for (const path of [folder(), archive()]) expect(nabla('lint', path)).toEqual({ status: 0, out: '', err: 'sample 1.0.0: 1 exercise, 2 parts, 5 tests, no problems.\n' })
  })

  it('tells each problem as file:line:column: message, in the folder or in the file, with status 1', () => {
    for (const path of [folder(wrong), archive(wrong)]) {
      const { status, out } = nabla('lint', path)
      expect(status).toBe(1)
      expect(out).toBe(`${join(path, 'one/whole.yaml')}:12:29: The test \`x^T\` fails: it should be right, and is wrong (factor). Right up to a constant factor: yours is 1/2 times what is asked for.\n`)
    }
  })

  it('speaks German when asked to, of answers and of the form of files', () => {
    const path = folder(wrong)
    expect(nabla('lint', '--language', 'de', path).out).toMatch(/whole\.yaml:12:29: Der Test `x\^T` schlägt fehl: Die Antwort sollte richtig sein und ist falsch \(factor\)\. Bis auf /)
    expect(nabla('lint', '--language', 'de', folder(exerciseText.replace('wrt: x', 'wtr: x'))).out).toMatch(/whole\.yaml:11:5: Ein Feld `wtr` hat Teil 1 nicht\. Meintest du `wrt`\?\n/)
    expect(nabla('lint', '--language=de', folder(exerciseText.replace('    tests: { right: [2 x^T] }\n', '')))).toMatchObject({
      out: expect.stringMatching(/:7:9: Warnung: Dieser Teil hat keine Tests\./), err: 'sample 1.0.0: 1 Aufgabe, 2 Teile, 4 Testantworten, 1 Problem.\n',
    })
    expect(nabla('lint', '/nowhere', '--language', 'de')).toMatchObject({ status: 2, err: '/nowhere: Eine solche Datei oder einen solchen Ordner gibt es nicht.\n' })
    expect(nabla('lint', '--fast', '--language', 'de', path)).toMatchObject({ status: 2, err: expect.stringMatching(/^nabla lint: Eine Option --fast gibt es nicht\.\nAufruf:\n/) })
    expect(nabla('lint', '--language', 'fr', path)).toMatchObject({ status: 2, err: expect.stringContaining('--language is followed by one of: en, de.') })
  })

  it('places a question that cannot be asked where its text is wrong', () => {
    const { status, out } = nabla('lint', folder(exerciseText.replace('f: x^T x', 'f: x^T z')))
    expect(status).toBe(1)
    expect(out).toMatch(/one\/whole\.yaml:10:12: This question cannot be asked\. .*`?z`?/)
  })

  it('gives the same as JSON', () => {
    const path = folder(wrong)
    const { status, out } = nabla('lint', '--json', path)
    expect(status).toBe(1)
    expect(JSON.parse(out)).toEqual({
      packs: [{
        path,
        pack: { id: 'sample', title: 'Sample', version: '1.0.0', exercises: 1, parts: 2, tests: 6 },
        problems: [{ severity: 'error', code: 'failed-test', file: 'one/whole.yaml', line: 12, column: 29, message: expect.stringContaining('The test `x^T` fails') }],
      }],
    })
  })

  it('tells warnings as such, and passes over them when asked to', () => {
    const path = folder(exerciseText.replace('    tests: { right: [2 x^T] }\n', ''))
    expect(nabla('lint', path)).toMatchObject({ status: 1, out: expect.stringContaining(':7:9: warning: This part has no tests.') })
    expect(nabla('lint', '--errors', path)).toMatchObject({ status: 0, out: '' })
  })

  it('takes several packs, and a folder of packs', () => {
    const home = freshFolder()
    for (const id of ['b', 'a']) {
      mkdirSync(join(home, id))
      writeFileSync(join(home, id, 'pack.yaml'), packText.replace('id: sample', `id: ${id}`))
      writeFileSync(join(home, id, 'x.yaml'), exerciseText)
    }
    expect(nabla('test', home, archive()).err.split('\n').map(line => line.split(':')[0])).toEqual(['a 1.0.0', 'b 1.0.0', 'sample 1.0.0', ''])
  })

  it('cannot be steered by what a pack holds', () => {
    const { out } = nabla('lint', folder(exerciseText.replace('title: Whole', 'title: Whole\n"\\e]0;owned\\a": 1')))
    expect(out).toContain('is not a field of the exercise')
    expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f]/)
  })

  it('with something that it does not know says how it is used, with status 2', () => {
    for (const args of [['lint'], ['lint', '--fast', 'x'], ['lnit', 'x'], ['schema', 'question'], ['export'], ['export', 'a', 'b'], ['doctor', 'x']]) {
      const { status, out, err } = nabla(...args)
      expect([status, out], args.join(' ')).toEqual([2, ''])
      expect(err).toMatch(/^nabla.*\nUsage:\n/)
    }
    expect(nabla('lint', '/nowhere')).toEqual({ status: 2, out: '', err: '/nowhere: there is no such file or folder.\n' })
  })
})

describe('nabla test', () => {
  it('runs the tests and nothing else', () => {
    expect(nabla('test', folder(exerciseText.replace('- First.', '- It is $2 g^T A$.')))).toEqual({ status: 0, out: '', err: 'sample 1.0.0: 1 exercise, 2 parts, 5 tests, 0 failed.\n' })
    expect(nabla('test', folder(wrong))).toMatchObject({ status: 1, out: expect.stringContaining('The test `x^T` fails'), err: 'sample 1.0.0: 1 exercise, 2 parts, 6 tests, 1 failed.\n' })
  })
})

describe('nabla export, import and remove', () => {
  it('make one file of a folder, install it, and take it off the shelf again', { timeout: 60_000 }, () => {
    const [home, data] = [freshFolder(), freshFolder()]
    const file = join(home, 'out.nabla')
    expect(nabla('export', folder(), '--out', file)).toMatchObject({ status: 0, out: '' })
    const again = join(home, 'again.nabla')
    nabla('export', folder(), '--out', again)
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true)

    const preview = nabla('import', '--preview', '--data', data, file)
    expect(preview).toEqual({ status: 0, out: 'Sample (sample 1.0.0): 1 exercise, 2 parts\n', err: '' })
    expect(readdirSync(data)).toEqual([])
    expect(nabla('import', '--data', data, file)).toMatchObject({ status: 0, err: 'sample 1.0.0 is installed.\n' })
    expect(readFileSync(join(data, 'packs/sample/1.0.0.nabla')).equals(readFileSync(file))).toBe(true)
    expect(nabla('import', '--data', data, archive(exerciseText.replace('title: Whole', 'title: New'), '1.1.0'))).toEqual({
      status: 0, out: 'Sample (sample 1.1.0): 1 exercise, 2 parts\nNewer than the installed 1.0.0: 0 new, 1 changed, 0 gone.\n', err: 'sample 1.1.0 is installed, in the place of 1.0.0.\n',
    })
    expect(nabla('remove', '--data', data, 'sample')).toMatchObject({ status: 0, err: `sample is removed. Attempts stay. It can be brought back from ${join(data, 'packs/.aside/sample/1.1.0.nabla')}.\n` })
    expect(readdirSync(join(data, 'packs/sample'))).toEqual([])
    expect(nabla('remove', '--data', data, 'sample')).toEqual({ status: 2, out: '', err: 'There is no pack “sample” to remove.\n' })
  })

  it('refuse what has errors', () => {
    const data = freshFolder()
    const broken = exerciseText.replace('Differentiate.', '<b>Differentiate.</b>')
    expect(nabla('export', folder(broken))).toMatchObject({ status: 1, out: expect.stringContaining(': HTML is not shown, and is not taken: `<b>`.'), err: 'Nothing was written. A pack with errors cannot be installed.\n' })
    expect(nabla('import', '--data', data, archive(broken))).toMatchObject({ status: 1, err: expect.stringContaining('not installed. This pack has an error, and is not installed. Its author can mend it.') })
    expect(existsSync(join(data, 'packs'))).toBe(false)
  })

  it('speak German when asked to', { timeout: 60_000 }, () => {
    const [home, data] = [freshFolder(), freshFolder()]
    const file = join(home, 'out.nabla')
    expect(nabla('export', folder(), '--out', file, '--language', 'de').err).toMatch(/out\.nabla: „Sample“ 1\.0\.0, 1 Aufgabe, \d+ Bytes\.\n$/)
    expect(nabla('import', '--data', data, '--language', 'de', file)).toEqual({ status: 0, out: 'Sample (sample 1.0.0): 1 Aufgabe, 2 Teile\n', err: 'sample 1.0.0 ist installiert.\n' })
    expect(nabla('import', '--preview', '--data', data, '--language', 'de', archive(exerciseText, '1.1.0')).out).toContain('Neuer als die installierte Version 1.0.0: 0 neu, 0 geändert, 0 weg.')
    expect(nabla('import', '--data', data, '--language', 'de', archive(exerciseText.replace('Differentiate.', '<b>x</b>'))).err).toContain('nicht installiert. Dieses Paket hat einen Fehler')
    expect(nabla('remove', '--data', data, '--language', 'de', 'sample').err).toMatch(/^sample ist entfernt\. /)
    expect(nabla('remove', '--data', data, '--language', 'de', 'sample').err).toBe('Es gibt kein Paket „sample“, das entfernt werden könnte.\n')
    expect(nabla('schema', 'question', '--language', 'de').err).toMatch(/^nabla schema: Ein Schema „question“ gibt es nicht\.\nAufruf:/)
  })

  it('leave a data folder alone that the app has open', async () => {
    const dataDir = freshFolder()
    const app = openApp({ dataDir })
    await app.library({})
    expect(nabla('import', '--data', dataDir, archive())).toMatchObject({ status: 2, out: '', err: expect.stringContaining('Nabla') })
    expect(nabla('import', '--preview', '--data', dataDir, archive()).status).toBe(0)
  })
})

describe('nabla doctor and rebuild', () => {
  it('look over and work out again what was learnt', async () => {
    const dataDir = freshFolder()
    const app = openApp({ dataDir })
    await app.submit({ pack: 'matrix-derivatives', exercise: 'least-squares-by-matrix', part: 'matrix', answer: "2 (A x - y) x'", ms: 5 })
    await app.close()
    expect(nabla('doctor', '--data', dataDir)).toEqual({ status: 0, out: 'Learner: all is in order.\n', err: '' })
    expect(JSON.parse(nabla('doctor', '--json', '--data', dataDir).out)).toMatchObject({ learner: 'Learner', findings: [] })
    expect(nabla('rebuild', '--data', dataDir)).toEqual({ status: 0, out: 'Learner: the standing in one part was worked out again.\n', err: '' })
    expect(JSON.parse(nabla('rebuild', '--json', '--data', dataDir).out)).toMatchObject({ learner: 'Learner', parts: 1 })
    expect(nabla('doctor', '--language', 'de', '--data', dataDir).out).toBe('Learner: Alles ist in Ordnung.\n')
    expect(nabla('rebuild', '--language', 'de', '--data', dataDir).out).toBe('Learner: Der Stand in einem Teil wurde neu ausgerechnet.\n')
    expect(nabla('recheck', '--language', 'de', '--data', dataDir, '--learner', 'Grace')).toEqual({ status: 2, out: '', err: `„Grace“ gibt es in ${dataDir} nicht.\n` })
    expect(nabla('doctor', '--data', dataDir, '--learner', 'Grace')).toEqual({ status: 2, out: '', err: `There is no learner “Grace” in ${dataDir}.\n` })
  })

  it('say what is left as it is, with status 1, the same each time', () => {
    const dataDir = freshFolder()
    const opened = openStore({ dir: dataDir, clock: Date.now, random: randomUUID, appVersion: '0.1.0' })
    if (!opened.ok) throw new Error(opened.failure.message)
    opened.value.saveDraft({ pack: 'p', exercise: 'e', part: 'q' }, 'as it was')
    opened.value.connection.exec('UPDATE draft SET text = \'another\'')
    opened.value.close()
    for (let n = 0; n < 2; n++) {
      expect(nabla('doctor', '--data', dataDir)).toEqual({ status: 1, out: 'Learner:\n  One draft is not as it was saved. Look at it before you hand it in. (left as it is)\n', err: '' })
    }
    expect(nabla('doctor', '--language', 'de', '--data', dataDir)).toEqual({ status: 1, out: 'Learner:\n  Ein Entwurf ist nicht so, wie gespeichert. Sieh genau hin, bevor du ihn abgibst. (so gelassen)\n', err: '' })
  })

  it('make no progress where there is none', () => {
    const dataDir = join(freshFolder(), 'nothing')
    expect(nabla('doctor', '--data', dataDir)).toEqual({ status: 2, out: '', err: `There is no progress in ${dataDir}.\n` })
    expect(existsSync(dataDir)).toBe(false)
  })
})

describe('nabla schema', () => {
  it('prints what editors complete by', () => {
    const { status, out } = nabla('schema')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', required: ['id', 'title', 'outcomes', 'parts'], additionalProperties: false })
    expect(JSON.parse(nabla('schema', 'pack').out)).toMatchObject({ required: ['format', 'id', 'title', 'version', 'outcomes'] })
  })
})

describe('nabla grade', () => {
  const answers = (text: string): string => {
    const file = join(freshFolder(), 'answers.csv')
    writeFileSync(file, text)
    return file
  }

  it('marks a table of answers row by row, and passes its columns on', { timeout: 90_000 }, () => {
    const table = answers('\uFEFFstudent;exercise;part;answer\r\nada;whole;first;2 x^T\r\n"Bob ""B"" B.";whole;second;3 g^T A\r\n=cmd;whole;first;-x^T\r\neve;whole;first;2 +\r\n')
    const { status, out, err } = nabla('grade', folder(), table)
    expect(out.split('\r\n')).toEqual([
      '\uFEFFstudent,exercise,part,answer,verdict,points,proof,diagnosis,message',
      'ada,whole,first,2 x^T,correct,1,symbolic,,Right.',
      expect.stringMatching(/^"Bob ""B"" B\.",whole,second,3 g\^T A,incorrect,0,counterexample,factor,/),
      expect.stringMatching(/^'=cmd,whole,first,'-x\^T,incorrect,0,counterexample,factor,/),
      expect.stringMatching(/^eve,whole,first,2 \+,invalid,0,,syntax,/),
      '',
    ])
    expect(err).toBe('4 answers: 1 correct, 2 incorrect, 1 invalid.\n')
    expect(status).toBe(0)
  })

  it('writes JSON, speaks German, and tells each row that names no question', { timeout: 90_000 }, () => {
    const table = answers('exercise,part,seed,answer\nwhole,third,,1\nhalf,first,,1\nwhole,first,x,1\nwhole,first,,2 x^T\n')
    const { status, err, out } = nabla('grade', '--json', '--language', 'de', folder(), table)
    expect(status).toBe(1)
    expect(out.trim().split('\n').map(line => JSON.parse(line) as unknown)).toMatchObject([
      { verdict: 'error', points: null }, { verdict: 'error' }, { verdict: 'error' }, { exercise: 'whole', verdict: 'correct', points: 1, message: 'Richtig.' }])
    expect(err.replaceAll(table, 'answers.csv')).toBe([
      'answers.csv:2: Die Aufgabe „whole“ hat keinen Teil „third“. Sie hat first, second.', 'answers.csv:3: In diesem Paket gibt es keine Aufgabe „half“.',
      'answers.csv:4: „x“ ist kein seed: Das ist eine ganze Zahl.', '4 Antworten: 3 ohne Frage, 1 richtig.', ''].join('\n'))
  })

  it('refuses a table without answers', { timeout: 90_000 }, () => {
    expect(nabla('grade', folder(), answers('task,answer\n1,2\n'))).toMatchObject({ status: 2, err: expect.stringContaining('there is no column “exercise”') })
  })
})

describe('a table of answers', () => {
  const cells = (text: string): unknown => readTable(text).map(row => row.cells)
  it('is read as spreadsheets write it', () => {
    expect(readTable('\uFEFFStudent; Answer\r\n"a ""b"";\r\nc";x\r\n\r\nd;y')).toEqual([{ line: 2, cells: { student: 'a "b";\r\nc', answer: 'x' } }, { line: 5, cells: { student: 'd', answer: 'y' } }])
    expect(cells('a\tb\n1\t2')).toEqual([{ a: '1', b: '2' }])
    expect(cells('a,b\n1')).toEqual([{ a: '1', b: '' }])
    expect(cells('answer\nx\' y')).toEqual([{ answer: 'x\' y' }])
    expect(cells('')).toEqual([])
  })

  it('gives back what an apostrophe kept from being a formula', () => {
    expect(cells('answer\n\'-x^T\n\'x')).toEqual([{ answer: '-x^T' }, { answer: '\'x' }])
  })

  it('may be a JSON object a line', () => {
    expect(cells('{"Answer":"x","seed":3}\n\n{"answer":"y"}\n')).toEqual([{ answer: 'x', seed: '3' }, { answer: 'y' }])
    expect(() => readTable('{"answer":"x"}\n[1]')).toThrow('line 2 is no JSON object')
    expect(() => readTable('{"answer":')).toThrow('line 1 is not JSON')
  })

  it('is refused where a quotation mark is never closed', () => {
    expect(() => readTable('a,b\n1,"2\n3,4\n')).toThrow('a quotation mark that is opened in the record of line 2 is never closed.')
  })
})
