/** Whether a course is in order: what an answer must be written in has been shown before it is asked for. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Reference } from './ask.ts'
import { piecesIn } from './prose.ts'
import { proseOf } from './texts.ts'
import { words } from './words.ts'

interface Notation {
  readonly name: keyof typeof words.notations
  /** In the plain notation of answers, as references are printed. */
  readonly plain: RegExp
  /** In TeX, where prose shows it otherwise than in plain notation. */
  readonly tex: RegExp
}

/** What has to be shown before a student can be expected to write it. Sums, products and transposes are taken for granted. */
const notations: readonly Notation[] = [
  { name: 'inverse', plain: /\^-[1T]|\^\{-|⁻¹|\binv\(/, tex: /\^\{-(1|\\mathsf|\\top|T)/ },
  { name: 'trace', plain: /\b(tr|trace)\b/, tex: /\\(operatorname|mathrm)\{tr\}|\\tr\b/ },
  { name: 'determinant', plain: /\b(log)?det\b/, tex: /\\det\b|\{(log)?det\}|\\lvert/ },
  { name: 'kronecker', plain: /\bkron\b|⊗/, tex: /\\otimes\b/ },
  { name: 'entrywise', plain: /\.\*|∘|⊙/, tex: /\\(odot|circ)\b/ },
  { name: 'stacking', plain: /\bvec\b/, tex: /\{vec\}/ },
  { name: 'commutation', plain: /\bcomm\b/, tex: /\{comm\}|K_\{/ },
  { name: 'diagonals', plain: /\bdiag\b/, tex: /\{diag\}/ },
  { name: 'delta', plain: /\bdelta_|δ_/, tex: /\\delta\b/ },
  { name: 'sums', plain: /\bsum_|Σ_/, tex: /\\sum\b/ },
  { name: 'einsum', plain: /\beinsum\b/, tex: /\beinsum\b/ },
]

function shownIn(text: string, { plain, tex }: Notation): boolean {
  return plain.test(text) || tex.test(text)
}

/** Goes through a pack in teaching order and keeps what its prose has shown so far. */
export class Taught {
  readonly #shown = new Set<Notation>()

  /** A warning for each notation that an answer of this exercise needs and neither it nor an earlier one shows. `references`: one for each part. */
  problemsOf(exercise: Exercise, references: readonly (Reference | null)[]): PackProblem[] {
    const { source } = exercise
    const prose = proseOf(exercise)
    this.#see(exercise, prose.filter(({ path }) => !path.includes('solution')).map(each => each.prose))
    const problems = exercise.parts.flatMap((part, i) => {
      const unseen = needsOf(part, references[i] ?? null).filter(notation => !this.#shown.has(notation))
      // Told once for a course: at the first part that needs it.
      for (const notation of unseen) this.#shown.add(notation)
      return unseen.map(({ name }) => {
        return source.problem('prerequisite', words.notShown(words.notations[name]), source.place([...part.path, 'id']), { severity: 'warning' })
      })
    })
    this.#see(exercise, prose.map(each => each.prose))
    return problems
  }

  #see(exercise: Exercise, texts: readonly string[]): void {
    for (const text of texts) {
      const { formulas, code } = piecesIn(exercise, text)
      const mathematics = [...formulas.map(formula => formula.tex), ...code]
      for (const notation of notations) if (mathematics.some(each => shownIn(each, notation))) this.#shown.add(notation)
    }
  }
}

/** What every way that is known of writing the answer has in it: the derived forms, and the author's right answers. Less what the question shows. */
function needsOf({ question, tests }: Part, reference: Reference | null): Notation[] {
  const derived = [reference?.matrix, question.form === 'matrix' ? null : reference?.index].filter(text => text != null)
  if (derived.length === 0) return []
  const answers = [...derived, ...(tests?.right ?? [])]
  const given = [question.f, ...Object.values(question.define)].filter(text => text !== undefined)
  return notations.filter(notation => answers.every(text => shownIn(text, notation)) && !given.some(text => shownIn(text, notation)))
}
