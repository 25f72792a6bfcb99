/** The dialog in which the keys of commands are changed, in German. */
import type { keys as english } from '../english/keys.ts'
import type { Room } from './room.ts'

export const keys: Room<typeof english> = {
  'keys.title': 'Tasten',
  'keys.help': 'Wähle neben einem Befehl „Ändern“ und drücke dann seine neuen Tasten.',
  'keys.press': 'Drücke die neuen Tasten für „{command}“. Mit Escape bleiben sie, wie sie sind.',
  'keys.waiting': 'Tasten drücken …',
  'keys.change': 'Ändern',
  'keys.change.of': 'Tasten ändern: {command}',
  'keys.none': 'keine Tasten',
  'keys.fixed': 'nicht änderbar',
  'keys.refused.types': '{keys} ist zum Tippen da. Ein Befehl braucht Strg, Command oder Alt dazu, oder eine der Tasten F2 bis F10.',
  'keys.refused.taken': '{keys} gehört dem Browser, dem System oder dem Bearbeiten.',
  'keys.held': '{keys} gehört zu: {command}.',
  'keys.take': 'Dort wegnehmen',
  'keys.leave': 'Dort lassen',
  'keys.given': '„{command}“ hat jetzt {keys}.',
  'keys.reset': 'Zurücksetzen',
  'keys.reset.of': 'Tasten zurücksetzen: {command}',
  'keys.reset.all': 'Alle zurücksetzen',
  'keys.reset.done': 'Wie am Anfang.',
  'keys.where.desk': 'Im Antwortbereich',
  'keys.where.window': 'Überall',
  'keys.where.library': 'In der Bibliothek',
  'keys.where.review': 'Im Rückblick',
}
