/** The same in German as `english.ts`. */
import type { Catalogue } from '../../calculus/index.ts'
import type * as english from './english.ts'

export const refusals: Catalogue<typeof english.refusals> = {
  closing: 'Nabla wird gerade beendet.',
  unknownCall: 'Das Fenster hat etwas verlangt, was Nabla nicht kennt.',
  badInput: (call, where) => `Das Fenster hat für „${call}“ etwas geschickt, was nicht passt: ${where}.`,
  badOutput: (call, where) => `Nabla hat auf „${call}“ etwas geantwortet, was nicht passt: ${where}. Das ist ein Fehler von Nabla selbst.`,
  ownError: call => `Nabla ist bei „${call}“ auf einen Fehler von sich selbst gestoßen. Was du getippt hast, ist noch da; versuch es noch einmal.`,
  tooSlow: 'Diese Datei ist zu langsam angekommen. Wähle sie noch einmal aus.',

  packTooLarge: 'Diese Datei ist größer, als ein Paket sein kann.',
  packUnreadable: 'Diese Datei lässt sich nicht als Paket öffnen.',
  packErrors: errors => `Dieses Paket hat ${errors === 1 ? 'einen Fehler' : `${errors} Fehler`} und wird nicht installiert. Wer es geschrieben hat, kann ${errors === 1 ? 'ihn' : 'sie'} beheben.`,
  packIdTaken: (id, title) => `Die Kennung „${id}“ gehört zu „${title}“, das mit Nabla kommt. Dieses Paket braucht eine eigene Kennung.`,
  packLookAgain: 'Dieses Paket muss noch einmal angesehen werden, bevor es installiert wird.',
  packBuiltIn: 'Dieses Paket kommt mit Nabla und lässt sich nicht entfernen.',
  packNotThere: id => `Es gibt kein Paket „${id}“, das entfernt werden könnte.`,
  packNotKept: id => `Das Paket „${id}“ ist nicht mehr da und lässt sich nicht zurückholen.`,
  packNoLonger: 'Dieses Paket lässt sich nicht mehr öffnen.',
  packUnknown: id => `Es gibt kein Paket „${id}“. Vielleicht wurde es entfernt.`,
  packFileGone: id => `Die Datei des Pakets „${id}“ ist nicht mehr da.`,
  packName: 'Ein Paket ist eine Datei, deren Name auf .nabla endet.',
  pictureUnknown: name => `In diesem Paket gibt es kein Bild „${name}“.`,
  fileUnreadable: (name, code) => `Die Datei ${name} lässt sich nicht lesen: ${code}.`,
  fileNotTaken: (name, reason) => `Die Datei ${name} lässt sich nicht übernehmen: ${reason}`,
  diskFull: 'Der Datenträger ist voll. Es wurde nichts geändert.',
  packsFolder: code => `In den Ordner der Pakete lässt sich nicht schreiben: ${code}. Es wurde nichts geändert.`,

  exerciseUnknown: (id, pack) => `Im Paket „${pack}“ gibt es keine Aufgabe „${id}“. Vielleicht wurde sie entfernt oder umbenannt.`,
  variantUnshown: title => `Diese Variante von „${title}“ lässt sich nicht anzeigen: Ihre Texte überschreiten eine Grenze des Formats.`,
  partUnknown: (exercise, part) => `Die Aufgabe „${exercise}“ hat keinen Teil „${part}“. Vielleicht wurde er entfernt oder umbenannt.`,
  practiceUnknown: id => `Es gibt keine Übungsaufgabe „${id}“.`,
  onlyOne: 'Von dieser Aufgabe gibt es nur eine.',
  noSolution: 'Für diesen Teil gibt es keine ausgearbeitete Lösung.',

  noDay: name => `Den Tag ${name} gibt es nicht.`,
  noPage: 'Diese Seite des Verlaufs gibt es nicht. Beginne mit der neuesten.',
  noAttempt: 'Diesen Versuch gibt es in diesem Verlauf nicht.',

  learnerThere: name => `„${name}“ gibt es schon.`,
  learnerUnknown: name => `„${name}“ gibt es nicht.`,
  unsavedFirst: 'Etwas von dem, was du getan hast, ist noch nicht gespeichert. Bis dahin bleibt Nabla bei diesem Profil.',

  exportGone: 'Diese Datei wird nicht mehr bereitgehalten. Exportiere sie noch einmal.',
  progressTooLarge: 'Diese Datei ist größer, als eine Fortschrittsdatei sein kann.',
  progressLookAgain: 'Diese Datei muss noch einmal angesehen werden, bevor sie übernommen wird.',
  progressPath: 'Eine Fortschrittsdatei wird mit ihrem vollen Pfad angegeben.',
  thisFile: 'Diese Datei',
  thisFileUnreadable: 'Diese Datei lässt sich nicht lesen.',
  exportDiskFull: 'Der Datenträger ist voll, deshalb konnte die Datei nicht erstellt werden. Dein Fortschritt ist sicher.',
  exportFailed: code => `Die Datei konnte nicht erstellt werden: ${code}. Dein Fortschritt ist sicher.`,
}

export const problems: Catalogue<typeof english.problems> = {
  unsaved: count => `${count === 1 ? 'Etwas, was du getan hast, ist' : `${count} Dinge, die du getan hast, sind`} noch nicht gespeichert. Nabla versucht es weiter, solange es offen ist.`,
  packsUnreadable: code => `Die installierten Pakete lassen sich nicht lesen: ${code}.`,
  packsFolderUnreadable: (folder, code) => `Der Ordner der Aufgabenpakete, ${folder}, lässt sich nicht lesen: ${code}.`,
  idOfBuiltIn: (title, id) => `Das installierte Paket „${title}“ hat die Kennung „${id}“, die zu einem Paket gehört, das mit Nabla kommt. Es wird ausgelassen.`,
  idTwice: (file, id) => `${file}: Ein anderes Paket hat schon die Kennung „${id}“. Dieses wird ausgelassen.`,
  at: (file, line, column, message) => `${file}, Zeile ${line}, Spalte ${column}: ${message}`,
  verdictUnreadable: 'Das Urteil über diesen Versuch lässt sich nicht mehr lesen.',
}

export const asks: Catalogue<typeof english.asks> = {
  shapeGrouped: 'Eine Form wie K x L, (K, L) oder K x (L x K), mit ihrer Gruppierung.',
  shape: 'Eine Form wie K x L oder (K, L). Auf die Gruppierung kommt es nicht an.',
  derivation: 'Zeile für Zeile, jede gleich der davor. Die erste Zeile kann wegbleiben.',
  number: 'Eine Zahl oder ein Ausdruck, der sie ergibt.',
  chooseAll: 'Wähle alle richtigen aus.',
  chooseOne: 'Wähle eine aus.',
  stacked: 'Gestapelte Spalten, Ziel mal Eingabe.',
  stackedDenominator: 'Gestapelte Spalten, Eingabe mal Ziel (Nennerlayout).',
  jacobian: 'Layout: Ziel mal Eingabe (Jacobi-Matrix).',
  numerator: 'Layout: Zählerlayout.',
  denominator: 'Layout: Nennerlayout.',
  entry: names => `Ein Eintrag, mit ${names.length === 1 ? 'dem Index' : 'den Indizes'} ${names.join(', ')}.`,
  sums: 'Schreib jede Summe aus.',
  withoutIndices: 'Ohne Indizes.',
  withIndices: 'Mit Indizes.',
}

export const givens: Catalogue<typeof english.givens> = {
  entryByEntry: 'elementweise',
  dependsOn: names => `hängt ab von ${names}`,
  scalar: 'Skalar',
  properties: {
    symmetric: 'symmetrisch', skew: 'schiefsymmetrisch', diagonal: 'diagonal', orthogonal: 'orthogonal', invertible: 'invertierbar', posdef: 'positiv definit',
    lower: 'untere Dreiecksmatrix', upper: 'obere Dreiecksmatrix', positive: 'positiv', nonzero: 'ungleich null',
  },
}

export const completions: Catalogue<typeof english.completions> = {
  transpose: 'Transponierte, auch ^T oder ein Strich',
  inv: 'Inverse einer quadratischen Matrix, auch ^-1',
  tr: 'Spur: Summe der Diagonale',
  det: 'Determinante',
  logdet: 'Logarithmus der Determinante',
  norm: '2-Norm eines Vektors, Frobeniusnorm einer Matrix; auch ||x||',
  dot: 'Skalarprodukt: Summe der Produkte der Einträge',
  outer: 'äußeres Produkt zweier Spalten, x y^T',
  kron: 'Kronecker-Produkt, auch ⊗',
  diag: 'Vektor zu Diagonalmatrix, Matrix zu ihrer Diagonale',
  vec: 'Spalten übereinander gestapelt',
  comm: 'comm(M,N) vec(A) = vec(A^T) für A der Form M x N',
  sum: 'Summe über Indizes, sum_{i,j} …, oder aller Einträge, sum(A)',
  delta: 'Kronecker-Delta: eins, wo die Indizes gleich sind, sonst null; auch [i = j]',
  einsum: 'Indexformel wie in NumPy: einsum("ij,j->i", A, x)',
  eye: 'Einheitsmatrix, eye(N); auch I oder I_N',
  ones: 'alle Einträge eins, ones(N) oder ones(M,N); auch 1_N',
  zeros: 'alle Einträge null, zeros(M,N); auch 0',
  unit: 'Einheitsvektor, unit(i,N); auch e_i',
  pi: 'die Zahl π',
  entryByEntry: 'elementweise',
  softmax: 'exp jedes Eintrags, geteilt durch ihre Summe',
}
