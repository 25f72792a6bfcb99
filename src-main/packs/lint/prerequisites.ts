/** Whether a course is in order: what an answer must be written in has been shown before it is asked for. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Reference } from './ask.ts'
import { piecesIn } from './prose.ts'
import { proseOf } from './texts.ts'

interface Notation {
  /** As a person would say it. */
  readonly name: string
  /** In the plain notation of answers, as references are printed. */
  readonly plain: RegExp
  /** In TeX, where prose shows it otherwise than in plain notation. */
  readonly tex: RegExp
}

/** What has to be shown before a student can be expected to write it. Sums, products and transposes are taken for granted. */
const notations: readonly Notation[] = [
  { name: 'the inverse, `A^-1`', plain: /\^-[1T]|\^\{-|⁻¹|\binv\(/, tex: /\^\{-(1|\\mathsf|\\top|T)/ },
  { name: 'the trace, `tr(A)`', plain: /\b(tr|trace)\b/, tex: /\\(operatorname|mathrm)\{tr\}|\\tr\b/ },
  { name: 'the determinant, `det(A)`', plain: /\b(log)?det\b/, tex: /\\det\b|\{(log)?det\}|\\lvert/ },
  { name: 'the Kronecker product, `kron(A, B)`', plain: /\bkron\b|⊗/, tex: /\\otimes\b/ },
  { name: 'the entrywise product, `.*`', plain: /\.\*|∘|⊙/, tex: /\\(odot|circ)\b/ },
  { name: 'stacking columns, `vec(A)`', plain: /\bvec\b/, tex: /\{vec\}/ },
  { name: 'the commutation matrix, `comm(M, N)`', plain: /\bcomm\b/, tex: /\{comm\}|K_\{/ },
  { name: 'diagonals, `diag(x)`', plain: /\bdiag\b/, tex: /\{diag\}/ },
  { name: 'the Kronecker delta, `delta_{ij}`', plain: /\bdelta_|δ_/, tex: /\\delta\b/ },
  { name: 'sums of entries, `sum_i`', plain: /\bsum_|Σ_/, tex: /\\sum\b/ },
  { name: '`einsum`', plain: /\beinsum\b/, tex: /\beinsum\b/ },
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
        const message = `The answer to this part is written with ${name}, and no prose before it shows that. Show it first, here or in an earlier exercise.`
        return source.problem('prerequisite', message, source.place([...part.path, 'id']), { severity: 'warning' })
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
