/** How an answer reads while it is typed, in German. */
import type { answer as english } from '../english/answer.ts'
import type { Room } from './room.ts'

export const answer: Room<typeof english> = {
  'reading.label': 'Gelesen als',
  'reading.waiting': 'Während du tippst, erscheint deine Antwort hier als gesetzte Formel.',
  'reading.nothing': 'Noch nichts, was sich setzen ließe.',
  'reading.long': 'Zu lang, um beim Tippen gesetzt zu werden.',
  'reading.shape': 'Form {shape}',
  'reading.piece': 'Dieses Stück',
  'reading.walk': 'Stücke deiner Antwort',
  'reading.walk.help': 'Die Pfeiltasten führen von Stück zu Stück, die Eingabetaste wählt es in der Antwort aus, Escape führt zur Antwort zurück.',
  'reading.walk.piece': '{piece}: {shape}',
  'reading.mend': 'Ersetzen durch',
  'reading.mend.short': 'Ersetzen',
  'reading.mend.remove': 'Entfernen',
  'reading.mend.insert': 'Einfügen',
  'reading.more.one': 'und 1 weiteres',
  'reading.more.many': 'und {count} weitere',
  'reading.scalar': 'ein Skalar',

  'symbol.row': 'Symbole',
  'symbol.transpose': 'transponiert',
  'symbol.fraction': 'Bruch',
  'symbol.norm': 'Norm',
  'symbol.sum': 'Summe über Indizes',
  'symbol.entry': 'Eintrag, mit seinen Indizes',
  'symbol.delta': 'Kronecker-Delta',
  'symbol.identity': 'Einheitsmatrix',
  'symbol.inverse': 'Inverse',
  'symbol.entrywise': 'elementweises Produkt',
  'symbol.trace': 'Spur',
  'symbol.square': 'Quadrat',
  'symbol.diag': 'Diagonale',
  'symbol.kron': 'Kronecker-Produkt',
  'symbol.vec': 'gestapelte Spalten',
  'symbol.ones': 'lauter Einsen',
  'symbol.prime': 'Ableitung einer Funktion, elementweise',
  'symbol.partial': 'Ableitung von etwas nach etwas anderem',
  'symbol.by': 'mal, zwischen zwei Achsen',
  'symbol.group': 'Gruppe von Achsen',

  'complete.frac': 'Bruch; auch a / b',
  'complete.partial': 'Ableitung ∂f/∂x; auch df/dx',

  'derivation.start': 'Von',
  'derivation.goal': 'Ziel',
  'derivation.line': 'Zeile {number}:',
  'derivation.line.right': 'Zeile {number} folgt.',
  'derivation.line.slip': 'Zeile {number}: {message}',

  'math.label': 'Formel',
}
