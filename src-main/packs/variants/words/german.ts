/** The same in German as `english.ts`. */
import type { Catalogue } from '../../../calculus/index.ts'
import type { english } from './english.ts'

export const german: Catalogue<typeof english> = {
  manyNames: (count, most) => `\`vary\` hat ${count} Namen. Höchstens ${most} sind möglich.`,
  manyCombinations: (count, most) => `\`vary\` hat ${count} Kombinationen. Höchstens ${most} sind möglich.`,
  farTooMany: most => `\`vary\` hat viel zu viele Kombinationen. Höchstens ${most} sind möglich.`,
  likeFirst: (number, name) => `Eintrag ${number} von \`${name}\` muss Text oder eine Zahl sein, wie der erste.`,
  fieldsOfFirst: (number, name, fields) => `Eintrag ${number} von \`${name}\` muss die Felder des ersten haben: ${fields}.`,
  noFields: name => `\`${name}\` hat keine Felder: Schreib \`{${name}}\`.`,
  hasFields: (name, fields) => `\`${name}\` hat Felder: Schreib ${fields.map(field => `\`{${name}.${field}}\``).join(' oder ')}.`,
  idle: name => `Nichts in dieser Aufgabe enthält \`{${name}}\`, sodass \`${name}\` nichts verändert.`,
  misnamed: (name, other) => `Nichts in dieser Aufgabe enthält \`{${name}}\`, und \`{${other}}\` hat keine Werte. Meintest du \`${other}\`?`,
  misspelt: (name, meant) => `\`{${name}}\` gibt es unter \`vary\` nicht. Meintest du \`{${meant}}\`?`,
  stray: name => `\`{${name}}\` gibt es unter \`vary\` nicht; es bleibt, wie es ist.`,
  ofItself: name => `\`{${name}}\` kann nicht in einem Wert von \`${name}\` selbst stehen.`,
  tooEarly: (name, owner) => `\`{${name}}\` hat hier noch keinen Wert: Setz \`${name}\` unter \`vary\` über \`${owner}\`.`,
  noRange: (text, numbers) => `\`${text}\` ist ein Text und kein Bereich. Schreib jeden Wert: \`${numbers.join(', ')}\`.`,
  loose: (whole, value) => `Wo \`${whole}\` für \`${value}\` steht, bleibt das neben dem, was dort steht, nicht beisammen. Schreib \`(${whole})\`.`,
  oneValue: name => `\`${name}\` hat nur einen Wert, sodass es nichts verändert. Gib ihm noch einen, oder schreib den Wert selbst in die Texte.`,
  declared: name => `\`${name}\` ist in dieser Aufgabe auch deklariert: Jedes \`{${name}}\` wird durch einen Wert ersetzt, auch in TeX wie \`\\mathbf{${name}}\`. Nimm einen anderen Namen.`,
  noNames: '`vary` nennt keine Namen, sodass sich nichts verändert.',
  nothingVaries: '`variants` sagt, wie viele Varianten gezeigt werden, und diese Aufgabe hat kein `vary`, aus dem sie kommen könnten.',
  grown: why => `Mit eingesetzten Werten überschreitet das eine Grenze: ${why}`,
  withValues: (values, message) => `Mit ${values}: ${message}`,
  broken: values => `Mit ${values} überschreiten die Texte dieser Aufgabe eine Grenze des Formats.`,
  twice: value => `\`${value}\` steht hier ein zweites Mal.`,
  never: (name, value) => `\`${name}\` ist nie \`${value}\`: Wo es das sein könnte, hat ein anderer Name dasselbe Wort.`,
  unlisted: (value, name, needed) => `Keine der aufgezählten Varianten hat \`${value}\` für \`${name}\`, sodass ihre Tests nie laufen. Setz \`variants\` auf mindestens ${needed}.`,
  onlyOne: 'Es gibt nur eine Variante.',
  onlySo: count => `Es gibt nur ${count} Varianten.`,
}
