/** The same in German as `english.ts`. */
import type { Catalogue } from '../../calculus/index.ts'
import type { english } from './english.ts'
import { moment } from './moment.ts'

const events = (n: number): string => (n === 1 ? 'ein Ereignis' : `${n} Ereignisse`)
const when = (at: number): string => moment(at, 'de')
const drafts = (n: number): string => (n === 1 ? 'ein Entwurf' : `${n} Entwürfe`)

/** Without what there is none of. */
const read = (found: number, kept: number): string => [...(found > 0 ? [events(found)] : []), ...(kept > 0 ? [drafts(kept)] : [])].join(' und ') || 'nichts'

export const german: Catalogue<typeof english> = {
  diskFull: path => `Der Datenträger ist voll, deshalb konnte in ${path} nichts mehr gespeichert werden. Alles, was vorher gespeichert wurde, ist sicher. Mach etwas Platz frei und versuch es noch einmal.`,
  cannotWrite: path => `Nabla kann in ${path} nicht schreiben. Prüfe, ob es den Ordner gibt und ob du darin schreiben darfst, oder wähle mit --data einen anderen.`,
  busy: path => `Ein anderes Programm benutzt ${path}. Schließ es und versuch es noch einmal.`,
  damagedUnchanged: path => `Die Fortschrittsdatei ${path} ist beschädigt. Sie wurde nicht verändert. Starte Nabla neu: Dann wird die Datei beiseitegelegt, und du kannst eine Sicherung wählen.`,
  io: path => `Der Datenträger mit ${path} hat nicht so geantwortet, wie er sollte. Was vorher gespeichert wurde, ist unberührt. Versuch es noch einmal und prüfe den Datenträger.`,

  nameEmpty: 'Hier fehlt ein Name.',
  nameLong: most => `Ein Name kann höchstens ${most} Zeichen haben.`,
  nameSigns: 'Ein Name kann nur Buchstaben, Ziffern, Leerzeichen und . , \' _ @ + ( ) - enthalten.',
  nameLetter: 'Ein Name braucht mindestens einen Buchstaben oder eine Ziffer.',
  learnerUnknown: name => `„${name}“ gibt es nicht.`,
  learnerThere: name => `„${name}“ gibt es schon.`,

  locked: (dir, process, since, address) =>
    `Nabla läuft schon einmal${process === null ? '' : ` (Prozess ${process}${since === null ? '' : `, gestartet am ${when(since)}`})`} und benutzt den Datenordner ${dir}.${address === null ? '' : ` Es antwortet unter ${address}.`} Schließ es, oder wähle mit --data einen anderen Ordner.`,
  newer: (learner, writtenBy, format, own, newest) =>
    `Der Fortschritt von ${learner} wurde von Nabla ${writtenBy} geschrieben (Format ${format}); das hier ist Nabla ${own}, das Formate bis ${newest} kennt. Es wurde nichts geändert. Nimm das neuere Nabla, oder wähle mit --data einen anderen Datenordner.`,
  readBack: (folder, found, kept) =>
    `Die Fortschrittsdatei endete in einem Stück, das nicht hält, wie nach einem Schaden oder einem abgebrochenen Schreiben. Alles davor ist, wie es war. Eine Kopie wurde in ${folder} beiseitegelegt; daraus ${found + kept > 1 ? 'wurden' : 'wurde'} noch ${read(found, kept)} zurückgelesen.`,
  damaged: (learner, folder, backups) => `Die Fortschrittsdatei von ${learner} ist beschädigt. Sie wurde als Ganzes nach ${folder} verschoben. ${offer(backups)}`,
  missing: (learner, folder, backups) => `Die Fortschrittsdatei von ${learner} ist nicht mehr in ${folder}. ${offer(backups)}`,
  recovered: (backupOf, found, kept, folder) =>
    `Die Fortschrittsdatei war ${folder === null ? 'weg' : 'beschädigt'} und wurde wieder zusammengestellt. ${backupOf === null ? 'Es gab keine Sicherung in gutem Zustand' : `Genommen wurde die Sicherung vom ${when(backupOf)}`}; darüber hinaus ${found + kept > 1 ? 'ließen' : 'ließ'} sich ${folder === null ? '' : `aus dem, was in ${folder} beiseitegelegt wurde und dort aufgehoben ist, `}${read(found, kept)} lesen.`,
  restored: at => `Das ist der Fortschritt aus der Sicherung vom ${when(at)}. Was vorher da war, ist aufgehoben und lässt sich auf dieselbe Weise zurückholen.`,
  begunAfresh: 'Das ist eine neue, leere Fortschrittsdatei. Die beschädigte und die Sicherungen wurden aufgehoben.',

  backupNotGood: database => `Eine Sicherung von ${database} ließ sich nicht in gutem Zustand anlegen und wurde nicht aufgehoben.`,
  backupNone: name => `Eine Sicherung namens ${name} gibt es nicht.`,
  backupNewer: (at, writtenBy) => `Die Sicherung vom ${when(at)} wurde von Nabla ${writtenBy} geschrieben, das neuer ist als dieses. Sie bleibt, wie sie ist.`,
  backupDamaged: at => `Die Sicherung vom ${when(at)} ist beschädigt. Sie bleibt, wie sie ist; wähle eine andere.`,
  backupFailed: reason => `Es konnte keine Sicherung angelegt werden. ${reason}`,

  notTakenIn: (path, reason) => `${path} lässt sich nicht übernehmen: ${reason} Es wurde nichts geändert.`,
  fileEmpty: 'Die Datei ist leer.',
  fileCut: 'Die letzte Zeile mit der Prüfsumme fehlt, die Datei ist abgeschnitten.',
  fileChanged: 'Die Prüfsumme passt nicht, die Datei wurde unterwegs verändert oder beschädigt.',
  fileOther: 'Es ist keine Fortschrittsdatei.',
  fileVersion: (version, known) => `Sie hat Version ${version} der Fortschrittsdatei, und dieses Nabla kennt Versionen bis ${known}.`,
  fileLine: line => `Zeile ${line} ist kein Ereignis.`,
  fileCount: (said, found) => `Sie gibt ${said} Ereignisse an und hat ${found}.`,
  fileLongLine: 'Sie hat eine Zeile von mehr als 16 MB.',
  otherLearner: (path, theirs, own) => `${path} enthält den Fortschritt von ${theirs}, und das hier ist der Fortschritt von ${own}. Es wurde nichts geändert. Führe beides nur zusammen, wenn es dieselbe Person ist.`,

  findIndex: 'Ein Index passte nicht zu seiner Tabelle und wurde neu angelegt.',
  findStructure: what => `Die Datenbank ist beschädigt: ${what}. Geh zu einer Sicherung zurück.`,
  findReference: n => `${n === 1 ? 'Eine Zeile verweist' : `${n} Zeilen verweisen`} auf etwas, was nicht da ist.`,
  findMended: n => `${n === 1 ? 'Ein Ereignis war' : `${n} Ereignisse waren`} beschädigt und wurde${n === 1 ? '' : 'n'} aus einer Sicherung zurückgeholt.`,
  findDamaged: n => `${n === 1 ? 'Ein Ereignis ist' : `${n} Ereignisse sind`} beschädigt, und in keiner Sicherung in gutem Zustand.`,
  findDrafts: n => `${n === 1 ? 'Ein Entwurf ist' : `${n} Entwürfe sind`} nicht so, wie gespeichert. Sieh genau hin, bevor du ${n === 1 ? 'ihn' : 'sie'} abgibst.`,
  findRepeats: n => `${n === 1 ? 'Ein Versuch wiederholt' : `${n} Versuche wiederholen`} einen, der nicht in diesem Verlauf steht. Gezählt wird er trotzdem nicht.`,
  findTwice: n => `${n === 1 ? 'Ein Ereignis steht' : `${n} Ereignisse stehen`} in zwei Fassungen im Verlauf, aus zwei Dateien, die sich widersprechen. Beide wurden aufgehoben.`,
  findRechecks: n => `${n === 1 ? 'Ein Versuch wurde' : `${n} Versuche wurden`} neu beurteilt, ${n === 1 ? 'der' : 'die'} nicht in diesem Verlauf ${n === 1 ? 'steht' : 'stehen'}.`,
  findReview: 'Was der Rückblick zeigt, passte nicht zum Verlauf und wurde neu ausgerechnet.',
  findStandings: 'Die Stände passten nicht zum Verlauf und wurden neu ausgerechnet.',
}

function offer(backups: number): string {
  if (backups === 0) return 'Es gibt noch keine Sicherung. Nabla kann zurückholen, was sich noch lesen lässt, oder neu beginnen.'
  return `Es gibt ${backups === 1 ? 'eine Sicherung' : `${backups} Sicherungen`}. Nabla kann zusammenstellen, was sich noch lesen lässt, zu einer Sicherung zurückgehen oder neu beginnen.`
}
