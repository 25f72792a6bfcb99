/** What the window says when something did not work, in German. */
import type { trouble as english } from '../english/trouble.ts'
import type { Room } from './room.ts'

export const trouble: Room<typeof english> = {
  'trouble.retry': 'Noch einmal versuchen',
  'trouble.dismiss': 'Schließen',
  'trouble.library': 'Die Aufgaben ließen sich nicht laden.',
  'trouble.screen': 'Diese Seite ließ sich nicht laden.',
  'trouble.exercise': 'Diese Aufgabe ließ sich nicht öffnen.',
  'trouble.history': 'Deine Versuche ließen sich nicht laden.',
  'trouble.read': 'Deine Antwort ließ sich gerade nicht lesen.',
  'trouble.submit': 'Deine Antwort ließ sich nicht prüfen. Sie ist noch da.',
  'trouble.notSaved': 'Noch nicht aufgeschrieben.',
  'trouble.lost': 'Die Verbindung ist weg.',
  'trouble.lost.more': 'Sie wird wieder gesucht. Was du tippst, bleibt hier und wird gespeichert, sobald sie zurück ist.',
  'trouble.draft': 'Dein Entwurf ließ sich nicht speichern. Er ist noch da.',
  'trouble.hint': 'Der Hinweis ließ sich nicht holen.',
  'trouble.solution': 'Die Lösung ließ sich nicht holen.',
  'trouble.editor': 'Das Antwortfeld ließ sich nicht laden. Dieses einfache Feld tut dasselbe.',
  'trouble.cut': 'Die Verbindung zu Nabla ist abgebrochen, bevor es geantwortet hat. Was du getippt hast, ist noch da; versuch es noch einmal.',
  'trouble.silent': 'Nabla antwortet nicht. Wenn es beendet wurde, starte es neu und öffne die Adresse, die es ausgibt.',
}
