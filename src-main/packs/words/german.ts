/** The same in German as `english.ts`. */
import type { Catalogue } from '../../calculus/index.ts'
import type { english } from './english.ts'

const code = (names: readonly string[]): string => names.map(name => `\`${name}\``).join(', ')

export const german: Catalogue<typeof english> = {
  bytes: count => `${count} Bytes`,
  kilobytes: count => `${count} kB`,
  megabytes: count => `${count.replace('.', ',')} MB`,
  noPack: file => `Ein Paket braucht eine Datei \`${file}\` mit Kennung, Titel, Version und Lernzielen.`,
  packNamed: file => `Die Datei, die einen Ordner zum Paket macht, heißt \`${file}\`, kleingeschrieben. Benenne diese um.`,
  packInside: file => `Ein Paket hat seine \`${file}\` ganz oben, und dort ist keine, aber diese in einem Ordner. Leg sie nach oben, oder nimm jenen Ordner als Paket.`,
  otherPack: file => `Ein Paket hat eine einzige \`${file}\`, ganz oben. Diese wird übergangen.`,
  textEnding: 'Aufgabendateien enden auf `.yaml`, diese auf `.yaml.txt`; manche Systeme zeigen die letzte Endung nicht. Benenne sie um.',
  newerFormat: (format, own) => `Dieses Paket hat das Format ${format}. Diese Version von Nabla liest Formate bis ${own}: Es braucht eine neuere.`,
  pictureCapitals: ending => `Die Endung \`${ending}\` wird kleingeschrieben. Benenne diese Datei um, und schreib sie auch dort so, wo ein Text sie zeigt.`,
  otherPicture: 'Ein Bild ist eine PNG-Datei. Speichere dieses als PNG, und schreib es auch dort so, wo ein Text es zeigt. Es wird übergangen.',
  foreign: 'Ein Paket enthält `.yaml`-, `.md`- und `.png`-Dateien. Diese wird übergangen.',
  utf16: 'Diese Datei ist UTF-16-Text, wie ihre Bytereihenfolge-Marke sagt. Speichere sie in der Kodierung UTF-8.',
  likeUtf16: 'Diese Datei sieht nach UTF-16-Text aus. Speichere sie in der Kodierung UTF-8.',
  lineEnds: 'Die Zeilen dieser Datei enden wie auf sehr alten Computern (CR allein), sodass alles eine Zeile ist. Speichere sie mit üblichen Zeilenenden (LF oder CRLF).',
  notUtf8: 'Diese Zeile ist kein UTF-8-Text. Speichere die Datei in der Kodierung UTF-8.',
  symbolicLink: 'Symbolischen Links wird nicht gefolgt. Leg die Datei selbst hierher.',
  deep: most => `Ordner in einem Paket sind höchstens ${most} tief verschachtelt. Dieser wird ausgelassen.`,
  tooMany: (files, size) => `Ein Paket hat höchstens ${files} Dateien und ${size}. Diese Datei und die danach werden ausgelassen.`,
  fileUnreadable: why => `Diese Datei ist nicht lesbar: ${why}.`,
  folderUnreadable: (folder, why) => `Der Ordner ${folder} ist nicht lesbar: ${why}.`,
  misfit: file => `${file}: Was von dieser Datei aufgehoben wurde, passt nicht zu ihr. Sie wird noch einmal gelesen, wenn die Pakete das nächste Mal geöffnet werden.`,
  idTaken: (id, file) => `Die Kennung \`${id}\` hat schon die Aufgabe in ${file}. Diese Datei wird ausgelassen.`,
  idTwice: {
    outcome: id => `Das Lernziel \`${id}\` steht hier ein zweites Mal.`,
    chapter: id => `Das Kapitel \`${id}\` steht hier ein zweites Mal.`,
    part: id => `Ein Teil \`${id}\` steht hier ein zweites Mal.`,
  },
  unknown: {
    outcome: id => `\`${id}\` ist kein Lernziel dieses Pakets.`,
    chapter: id => `\`${id}\` ist kein Kapitel dieses Pakets.`,
    skill: id => `\`${id}\` ist keine Fertigkeit.`,
  },
  near: near => `Meintest du \`${near}\`?`,
  known: {
    outcome: names => `Es hat ${code(names)}.`,
    chapter: names => `Es hat ${code(names)}.`,
    skill: names => `Die Fertigkeiten sind ${code(names)}.`,
  },
  knowsNone: 'Es hat keines.',
  needsItself: 'Ein Paket kann nicht verlangen, dass es selbst vorher durchgearbeitet wird.',
  noExercises: 'Dieses Paket hat keine Aufgabe, die sich verwenden lässt.',
}
