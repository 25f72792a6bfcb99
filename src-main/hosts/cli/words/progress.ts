/** What `nabla doctor`, `rebuild` and `recheck` say, in both languages. */
import type { Catalogue } from '../../../calculus/index.ts'

const some = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
const versuche = (n: number): string => (n === 1 ? '1 Versuch' : `${n} Versuche`)

export const english = {
  nowhere: (dir: string) => `There is no progress in ${dir}.`,
  nobody: (name: string, dir: string) => `There is no learner “${name}” in ${dir}.`,
  inOrder: (learner: string) => `${learner}: all is in order.`,
  mended: (finding: string) => `${finding} (mended)`,
  left: (finding: string) => `${finding} (left as it is)`,
  rebuilt: (learner: string, parts: number) => `${learner}: the standing in ${parts === 1 ? 'one part was' : `${parts} parts was`} worked out again.`,
  judged: (learner: string, attempts: number, answers: number) => `${learner}: ${some(attempts, 'attempt')} with ${some(answers, 'different answer')} judged again; `,
  same: 'nothing came out otherwise.',
  otherwise: (n: number) => `${n} came out otherwise. What was said before is kept beside it.`,
  wouldBe: (n: number) => `${n} came out otherwise. Nothing was written.`,
  unaskable: (n: number) => `${some(n, 'attempt')} at questions that can no longer be asked: left as ${n === 1 ? 'it is' : 'they are'}.`,
  undecided: (n: number) => `${some(n, 'attempt')} that could not be decided this time: left as ${n === 1 ? 'it is' : 'they are'}.`,
  place: (pack: string, exercise: string, part: string) => `${pack}, ${exercise}, part ${part}:`,
}

export const german: Catalogue<typeof english> = {
  nowhere: dir => `In ${dir} gibt es keinen Fortschritt.`,
  nobody: (name, dir) => `„${name}“ gibt es in ${dir} nicht.`,
  inOrder: learner => `${learner}: Alles ist in Ordnung.`,
  mended: finding => `${finding} (behoben)`,
  left: finding => `${finding} (so gelassen)`,
  rebuilt: (learner, parts) => `${learner}: Der Stand in ${parts === 1 ? 'einem Teil' : `${parts} Teilen`} wurde neu ausgerechnet.`,
  judged: (learner, attempts, answers) => `${learner}: ${versuche(attempts)} mit ${answers === 1 ? '1 Antwort' : `${answers} verschiedenen Antworten`} neu beurteilt; `,
  same: 'nichts fiel anders aus.',
  otherwise: n => `${n} ${n === 1 ? 'fiel' : 'fielen'} anders aus. Was vorher gesagt wurde, bleibt daneben stehen.`,
  wouldBe: n => `${n} ${n === 1 ? 'fiel' : 'fielen'} anders aus. Es wurde nichts geschrieben.`,
  unaskable: n => `${versuche(n)} an Fragen, die sich nicht mehr stellen lassen: so gelassen.`,
  undecided: n => `${versuche(n)}, die sich dieses Mal nicht entscheiden ließen: so gelassen.`,
  place: (pack, exercise, part) => `${pack}, ${exercise}, Teil ${part}:`,
}
