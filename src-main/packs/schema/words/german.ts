/** The same in German as `english.ts`. A thing is always the subject of its sentence, so that it needs no case. */
import type { Catalogue } from '../../../calculus/index.ts'
import type { english } from './english.ts'

const code = (names: readonly string[]): string[] => names.map(name => `\`${name}\``)

/** `nicht x`, `keine Zahl`. */
const not = (what: string): string => (what.startsWith('ein') ? `k${what}` : `nicht ${what}`)

export const german: Catalogue<typeof english> = {
  wholes: { exercise: 'die Aufgabe', pack: 'das Paket' },
  part: number => `Teil ${number}`,
  field: name => `\`${name}\``,
  item: (number, list) => `Eintrag ${number} von \`${list}\``,
  of: (thing, owner) => `${thing} von ${owner}`,
  within: (thing, group) => `${thing} in \`${group}\``,
  kinds: {
    string: 'Text', number: 'eine Zahl', int: 'eine ganze Zahl', boolean: '`true` oder `false`', array: 'eine Liste', object: 'eine Gruppe von Feldern', record: 'eine Gruppe von Feldern',
    null: 'leer', nan: 'keine Zahl, die es gibt', infinite: 'größer als jede Zahl, die gelesen wird',
  },
  isEmpty: (thing, kinds) => `${thing} ist leer. Hier muss stehen: ${kinds.join(' oder ')}.`,
  mustBe: (thing, kinds, kind) => `${thing} muss ${kinds.join(' oder ')} sein und ist ${kind}.`,
  inQuotes: (message, text) => `${message} Setz es in Anführungszeichen: \`${text}\`.`,
  write: (message, text) => `${message} Schreib \`${text}\`.`,
  inBrackets: (message, text) => `${message} Setz es in eckige Klammern: \`${text}\`.`,
  everyValue: (message, numbers) => `${message} Schreib jeden Wert: \`[${numbers.join(', ')}]\`.`,
  ifText: (message, text) => `${message} Wenn es Text ist, setz es in Anführungszeichen: \`${text}\`.`,
  cannotBeNear: (thing, what, near) => `${thing} kann ${not(what)} sein. Meintest du \`${near}\`?`,
  cannotBe: (thing, what, allowed) => `${thing} kann ${not(what)} sein. Möglich ist: ${code(allowed).join(', ')}.`,
  atLeast: (thing, least) => `${thing} muss mindestens ${least} sein.`,
  moreThan: (thing, least) => `${thing} muss größer als ${least} sein.`,
  atMost: (thing, most) => `${thing} darf höchstens ${most} sein.`,
  mustNotBeEmpty: thing => `${thing} darf nicht leer sein.`,
  manyItems: (thing, most) => `${thing} ist zu lang: höchstens ${most} Einträge.`,
  manyCharacters: (thing, most) => `${thing} ist zu lang: höchstens ${most} Zeichen.`,
  version: thing => `${thing} muss aus drei Zahlen bestehen, wie \`1.0.0\`.`,
  id: (thing, example) => `${thing} darf nur Kleinbuchstaben und Ziffern enthalten, in Wörtern, die einzelne Bindestriche verbinden, wie \`${example}\`.`,
  longName: most => `Dieser Name ist zu lang: höchstens ${most} Zeichen.`,
  varyName: name => `\`${name}\` kann kein Name unter \`vary\` sein: Er besteht aus Buchstaben von a bis z und Ziffern und beginnt mit einem Buchstaben.`,
  other: (thing, why) => `${thing}: ${why}.`,
  merging: '`<<` übernimmt in älterem YAML die Felder einer anderen Gruppe, in einem Paket aber nicht. Schreib die Felder aus.',
  unknownNear: (field, owner, near) => `Ein Feld \`${field}\` hat ${owner} nicht. Meintest du \`${near}\`?`,
  unknown: (field, owner, known) => `Ein Feld \`${field}\` hat ${owner} nicht. Möglich ist: ${code(known).join(', ')}.`,
  ofExercise: field => `\`${field}\` ist ein Feld der Aufgabe und nicht eines Teils. Setz es neben \`parts\`.`,
  ofPart: field => `\`${field}\` ist ein Feld eines Teils und nicht der Aufgabe. Setz es in einen Eintrag von \`parts\`.`,
  needs: (thing, field) => `${thing} braucht das Feld \`${field}\`.`,
  kindNeeds: (kind, fields) => `Eine Frage der Art \`${kind}\` braucht ${code(fields).join(' oder ')}.`,
  kindHasOne: (kind, fields) => `Eine Frage der Art \`${kind}\` hat ${code(fields).join(' oder ')}, nicht beides.`,
  meaningless: (field, kind) => `\`${field}\` hat in einer Frage der Art \`${kind}\` keine Bedeutung.`,
  optionTwice: id => `Die Option \`${id}\` steht hier ein zweites Mal.`,
  noOption: (value, options) => `\`${value}\` ist keine der Optionen: ${code(options).join(', ')}.`,
}
