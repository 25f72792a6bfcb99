/** The same in German as `english.ts`. */
import type { Catalogue } from '../../../calculus/index.ts'
import type { english } from './english.ts'
import { german as progress } from './progress.ts'
import { german as usage } from './usage.ts'

const some = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`

export const german: Catalogue<typeof english> = {
  usage,
  progress,
  exercises: n => some(n, 'Aufgabe', 'Aufgaben'),
  parts: n => some(n, 'Teil', 'Teile'),
  tests: n => some(n, 'Testantwort', 'Testantworten'),
  bytes: n => some(n, 'Byte', 'Bytes'),
  problems: n => (n === 0 ? 'keine Probleme' : some(n, 'Problem', 'Probleme')),
  failed: n => `${n} fehlgeschlagen`,
  warning: message => `Warnung: ${message}`,
  noCommand: name => `nabla: Einen Befehl „${name}“ gibt es nicht.`,
  noOption: (command, option) => `nabla ${command}: Eine Option ${option} gibt es nicht.`,
  wrongOption: (command, why) => `nabla ${command}: Das ist nicht zu verstehen: ${why}`,
  needsValue: (command, option) => `nabla ${command}: Auf ${option} muss ein Wert folgen.`,
  missing: (command, what) => `nabla ${command}: Es fehlt: ${what}.`,
  tooMany: (command, name) => `nabla ${command}: ${name} ist zu viel.`,
  oneOf: (command, languages) => `nabla ${command}: Auf --language folgt eines von: ${languages}.`,
  noSchema: name => `nabla schema: Ein Schema „${name}“ gibt es nicht.`,
  needs: { pack: 'ein Paket', both: 'ein Paket oder die Datei mit Antworten', folder: 'der Ordner eines Pakets', file: 'eine .nabla-Datei', id: 'die Kennung eines Pakets' },
  nothingThere: path => `${path}: Eine solche Datei oder einen solchen Ordner gibt es nicht.`,
  unreadable: (path, why) => `${path} ist nicht lesbar: ${why}`,
  unwritable: (path, why) => `${path} lässt sich nicht schreiben: ${why}`,
  unusable: path => `${path}: Dieses Paket lässt sich nicht verwenden.`,
  nothingWritten: 'Es wurde nichts geschrieben. Ein Paket mit Fehlern lässt sich nicht installieren.',
  exported: (file, title, version, exercises, bytes) => `${file}: „${title}“ ${version}, ${exercises}, ${bytes}.`,
  notInstalled: (path, why) => `${path}: nicht installiert. ${why}`,
  installed: (pack, version) => `${pack} ${version} ist installiert.`,
  replaced: (pack, version, old) => `${pack} ${version} ist installiert, anstelle von ${old}.`,
  removed: (pack, file) => `${pack} ist entfernt. Versuche bleiben. Zurückholen lässt es sich aus ${file}.`,
  by: authors => `, von ${authors}`,
  changes: {
    newer: (version, more) => `Neuer als die installierte Version ${version}: ${more}.`,
    older: (version, more) => `Älter als die installierte Version ${version}: ${more}.`,
    same: (version, more) => `Auch die installierte Version ist ${version}: ${more}.`,
  },
  changed: (added, changed, removed) => `${added} neu, ${changed} geändert, ${removed} weg`,
  answers: n => some(n, 'Antwort', 'Antworten'),
  ruined: path => `${path}: Dieses Paket lässt sich nicht verwenden. nabla lint sagt, warum.`,
  noColumn: (path, name) => `${path}: Eine Spalte „${name}“ gibt es nicht. Die erste Zeile benennt die Spalten: exercise, part, answer und was sonst weitergegeben werden soll, etwa student. Auch einen seed kann es geben.`,
  noExercise: id => `In diesem Paket gibt es keine Aufgabe „${id}“.`,
  noSeed: text => `„${text}“ ist kein seed: Das ist eine ganze Zahl.`,
  noVariant: (id, seed) => `Die Aufgabe „${id}“ hat keine Variante zu seed ${seed}.`,
  noPart: (id, name, parts) => `Die Aufgabe „${id}“ hat keinen Teil „${name}“. Sie hat ${parts}.`,
  notJson: (line, why) => `Zeile ${line} ist kein JSON: ${why}`,
  noObject: line => `Zeile ${line} ist kein JSON-Objekt.`,
  openQuote: line => `Ein Anführungszeichen, das im Datensatz von Zeile ${line} beginnt, wird nie geschlossen.`,
  verdicts: { correct: 'richtig', incorrect: 'falsch', invalid: 'unlesbar', undecided: 'unentschieden', error: 'ohne Frage' },
  partsGone: parts => `, ${some(parts, 'Teil', 'Teile')} aus bleibenden Aufgaben weg`,
}
