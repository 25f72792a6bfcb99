/** What the store says to a learner: what happened, what is safe, what can be done. English is the catalogue that says which ids there are. Times are given in ms since 1970. */
import { moment } from './moment.ts'

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
const when = (at: number): string => moment(at, 'en')
/** `3 events and 1 draft`, without what there is none of. */
const found = (events: number, drafts: number): string =>
  [...(events > 0 ? [count(events, 'event')] : []), ...(drafts > 0 ? [count(drafts, 'draft')] : [])].join(' and ') || 'nothing'
const counted = (n: number, one: string, many: string): string => (n === 1 ? `One ${one}` : `${n} ${many}`)

export const english = {
  diskFull: (path: string) => `The disk is full, so nothing more could be saved in ${path}. All that was saved before is safe. Free some space and try again.`,
  cannotWrite: (path: string) => `Nabla cannot write in ${path}. Check that the folder exists and that you may write in it, or choose another with --data.`,
  busy: (path: string) => `Another program is using ${path}. Close it and try again.`,
  damagedUnchanged: (path: string) => `The progress file ${path} is damaged. It has not been changed. Start Nabla again: it will set the file aside and offer your backups.`,
  io: (path: string) => `The disk that holds ${path} did not answer as it should. What was saved before has not been touched. Try again, and check the disk.`,

  nameEmpty: 'A learner needs a name.',
  nameLong: (most: number) => `A learner's name can have ${most} characters at most.`,
  nameSigns: 'A learner\'s name can hold letters, digits, spaces and . , \' _ @ + ( ) - only.',
  nameLetter: 'A learner\'s name needs at least one letter or digit.',
  learnerUnknown: (name: string) => `There is no learner “${name}”.`,
  learnerThere: (name: string) => `There is a learner “${name}” already.`,

  locked: (dir: string, process: number | null, since: number | null, address: string | null) =>
    `Another copy of Nabla${process === null ? '' : ` (process ${process}${since === null ? '' : `, started on ${when(since)}`})`} is using the data folder ${dir}.${address === null ? '' : ` It answers at ${address}.`} Close it, or choose another folder with --data.`,
  newer: (learner: string, writtenBy: string, format: number, own: string, newest: number) =>
    `The progress of ${learner} was written by Nabla ${writtenBy} (format ${format}); this is Nabla ${own}, which knows formats up to ${newest}. Nothing was changed. Use the newer Nabla, or choose another data folder with --data.`,
  readBack: (folder: string, events: number, drafts: number) =>
    `The progress file ended in a part that does not hold, as damage or an interrupted write leaves it. All before it is as it was. A copy was set aside in ${folder}; ${found(events, drafts)} more ${events + drafts > 1 ? 'were' : 'was'} read back from it.`,
  damaged: (learner: string, folder: string, backups: number) => `The progress file of ${learner} is damaged. It was moved, whole, to ${folder}. ${offer(backups)}`,
  missing: (learner: string, folder: string, backups: number) => `The progress file of ${learner} is no longer in ${folder}. ${offer(backups)}`,
  recovered: (backupOf: number | null, events: number, drafts: number, folder: string | null) =>
    `The progress file was ${folder === null ? 'gone' : 'damaged'} and was put together again. ${backupOf === null ? 'There was no backup in good order' : `The backup of ${when(backupOf)} was taken`}; ${found(events, drafts)} more could be read${folder === null ? '' : ` from what was set aside in ${folder}, where it is kept`}.`,
  restored: (at: number) => `This is the progress of the backup of ${when(at)}. What was there before is kept and can be restored in the same way.`,
  begunAfresh: 'This is a new, empty progress file. The damaged one and the backups were kept.',

  backupNotGood: (database: string) => `A backup of ${database} could not be made in good order, and was not kept as one.`,
  backupNone: (name: string) => `There is no backup named ${name}.`,
  backupNewer: (at: number, writtenBy: string) => `The backup of ${when(at)} was written by Nabla ${writtenBy}, which is newer than this one. It was left as it is.`,
  backupDamaged: (at: number) => `The backup of ${when(at)} is damaged. It was left as it is; choose another.`,
  backupFailed: (reason: string) => `No backup could be made. ${reason}`,

  notTakenIn: (path: string, reason: string) => `${path} cannot be taken in: ${reason} Nothing was changed.`,
  fileEmpty: 'it is empty.',
  fileCut: 'its last line, with the checksum, is missing: the file was cut short.',
  fileChanged: 'its checksum does not fit: the file was changed or damaged on the way.',
  fileOther: 'it is not a progress file.',
  fileVersion: (version: number, known: number) => `it has version ${version} of the progress file, and this Nabla knows versions up to ${known}.`,
  fileLine: (line: number) => `line ${line} is not an event.`,
  fileCount: (said: number, found: number) => `it says that it has ${said} events, and has ${found}.`,
  fileLongLine: 'it has a line of more than 16 MB.',
  otherLearner: (path: string, theirs: string, own: string) => `${path} holds the progress of ${theirs}, and this is the progress of ${own}. Nothing was changed. Merge it only if both are the same person.`,

  findIndex: 'An index did not fit its table and was made anew.',
  findStructure: (what: string) => `The database is damaged: ${what}. Go back to a backup.`,
  findReference: (n: number) => `${counted(n, 'row refers', 'rows refer')} to something that is not there.`,
  findMended: (n: number) => `${counted(n, 'event of the log was', 'events of the log were')} damaged and taken from a backup again.`,
  findDamaged: (n: number) => `${counted(n, 'event of the log is', 'events of the log are')} damaged, and no backup has them in good order.`,
  findDrafts: (n: number) => `${counted(n, 'draft is', 'drafts are')} not as it was saved. Look at it before you hand it in.`,
  findRepeats: (n: number) => `${counted(n, 'attempt repeats', 'attempts repeat')} one that is not in this log. It does not count all the same.`,
  findTwice: (n: number) => `${counted(n, 'event stands', 'events stand')} in the log in two forms, from two files that disagreed. Both were kept.`,
  findRechecks: (n: number) => `${counted(n, 'attempt was', 'attempts were')} judged again that ${n === 1 ? 'is' : 'are'} not in this log.`,
  findReview: 'What review shows did not fit the log and was worked out again.',
  findStandings: 'The standings did not fit the log and were worked out again.',
} as const

function offer(backups: number): string {
  if (backups === 0) return 'There is no backup yet. Nabla can read back what can still be read, or begin afresh.'
  return `${backups === 1 ? 'There is one backup' : `There are ${backups} backups`}. Nabla can put together what can still be read, go back to a backup, or begin afresh.`
}
