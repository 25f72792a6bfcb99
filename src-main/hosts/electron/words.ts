/** What the system's own pieces say around the window: menu, dialogs, trouble with a PDF; in the language that the app speaks. */
import { inEveryTongue, type Catalogue } from '../../calculus/index.ts'

const english = {
  openPack: 'Open an exercise pack …',
  openPackTitle: 'Open an exercise pack',
  packFiles: 'Nabla exercise packs',
  recent: 'Open Recent',
  clearRecent: 'Clear Menu',
  about: 'About Nabla',
  aboutText: 'Guided practice of matrix and array derivatives. Free under the MIT licence.',
  matrixCalculus: 'Matrix calculus (web page)',
  einsteinNotation: 'Einstein notation (web page)',

  menus: { fileMenu: 'File', editMenu: 'Edit', viewMenu: 'View', windowMenu: 'Window', help: 'Help' },
  roles: {
    undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', delete: 'Delete', selectAll: 'Select All',
    reload: 'Reload', toggleDevTools: 'Toggle Developer Tools', resetZoom: 'Actual Size', zoomIn: 'Zoom In', zoomOut: 'Zoom Out', togglefullscreen: 'Toggle Full Screen',
    minimize: 'Minimize', close: 'Close', quit: 'Exit',
  },

  pdfDiskFull: 'The disk is full, so the PDF could not be written. Free some space and try again.',
  pdfPlace: 'The PDF cannot be written there. Choose another folder.',
  pdfOpen: 'The PDF is open in another program. Close it there, or choose another name.',
  pdfFailed: 'The PDF could not be made. Print the page instead.',
} as const

const german: Catalogue<typeof english> = {
  openPack: 'Aufgabenpaket öffnen …',
  openPackTitle: 'Aufgabenpaket öffnen',
  packFiles: 'Aufgabenpakete für Nabla',
  recent: 'Zuletzt geöffnet',
  clearRecent: 'Liste leeren',
  about: 'Über Nabla',
  aboutText: 'Übungen zu Ableitungen von Matrizen und Arrays. Frei unter der MIT-Lizenz.',
  matrixCalculus: 'Matrizenrechnung (Webseite, englisch)',
  einsteinNotation: 'Einsteinsche Summenkonvention (Webseite, englisch)',

  menus: { fileMenu: 'Datei', editMenu: 'Bearbeiten', viewMenu: 'Ansicht', windowMenu: 'Fenster', help: 'Hilfe' },
  roles: {
    undo: 'Rückgängig', redo: 'Wiederholen', cut: 'Ausschneiden', copy: 'Kopieren', paste: 'Einfügen', delete: 'Löschen', selectAll: 'Alles auswählen',
    reload: 'Neu laden', toggleDevTools: 'Entwicklerwerkzeuge', resetZoom: 'Originalgröße', zoomIn: 'Vergrößern', zoomOut: 'Verkleinern', togglefullscreen: 'Vollbild',
    minimize: 'Minimieren', close: 'Schließen', quit: 'Beenden',
  },

  pdfDiskFull: 'Der Datenträger ist voll, deshalb konnte das PDF nicht geschrieben werden. Mach etwas Platz frei und versuch es noch einmal.',
  pdfPlace: 'Dort lässt sich das PDF nicht schreiben. Wähle einen anderen Ordner.',
  pdfOpen: 'Das PDF ist in einem anderen Programm geöffnet. Schließ es dort, oder wähle einen anderen Namen.',
  pdfFailed: 'Das PDF konnte nicht erstellt werden. Drucke stattdessen die Seite.',
}

export const words = inEveryTongue<typeof english>({ en: english, de: german })
