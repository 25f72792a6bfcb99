/** What the checker says of an answer: the contract's section 4, as types. */
import type { Mend } from '../calculus/problem.ts'

export type VerdictKind = 'correct' | 'incorrect' | 'invalid' | 'undecided'
export type Proof = 'symbolic' | 'exact' | 'numeric' | 'counterexample'
export type DiagnosisCode =
  | 'syntax' | 'unknown-name' | 'ill-shaped' | 'unbound-index' | 'form'
  /** `line`: a step of a derivation that does not follow, and no smaller slip was found in it. */
  | 'line'
  | 'shape' | 'layout' | 'factor' | 'sign' | 'symmetric-only' | 'missing-term' | 'extra-term' | 'chain' | 'index-swap' | 'order' | 'domain' | 'mistake'

export interface Diagnosis {
  readonly code: DiagnosisCode
  readonly message: string
  /** UTF-16 offsets in the answer, half-open. */
  readonly from: number
  readonly to: number
  readonly mend?: Mend
  /** A mistake that its author does not want to count as an attempt. */
  readonly ungraded?: true
}

/** Result of the float comparison with the Jacobian of f. */
export interface NumericResult {
  /** At how many points both had a value and were compared. */
  readonly points: number
  /** The largest difference, relative to the scale of the entry. */
  readonly maxError: number
}

/** A small concrete example with both arrays, for the Numbers tab and `--evidence`. */
export interface Example {
  /** Size of each dimension symbol: { M: 2, N: 3 }. */
  readonly sizes: Readonly<Record<string, number>>
  /** How many leading axes are drawn as rows: those of the target in an array of three and more axes, the first one of a matrix. */
  readonly targetAxes: number
  /** Where the answer is of another shape: its own lengths and rows. */
  readonly other?: { readonly shape: readonly number[]; readonly targetAxes: number }
  /** Lengths of all axes, target first. Row-major data of both arrays; `null` where there is no value. */
  readonly shape: readonly number[]
  readonly truth: readonly (number | null)[]
  readonly yours: readonly (number | null)[]
  /** Flat positions in `truth` at which they differ; of an answer of another shape, once it is transposed. */
  readonly differ: readonly number[]
}

export interface Evidence {
  /**
   * Both sides in normal form, printed as LaTeX, term by term; absent where no normal form was reached. For a wrong answer `truth` holds only the terms
   * that both sides share.
   */
  readonly normalForms?: { readonly yours: readonly string[]; readonly truth: readonly string[] }
  readonly example?: Example
  /** For `exact`: how many draws, and a bound on the chance of a wrong yes. */
  readonly exact?: { readonly draws: number; readonly chance: number }
}

export interface Verdict {
  readonly verdict: VerdictKind
  /** Absent for `invalid`, and for `undecided` where no judge came to an end. */
  readonly proof?: Proof
  readonly diagnosis: readonly Diagnosis[]
  /** The judgement in one sentence, as a person would say it. */
  readonly sentence: string
  /** Things worth telling that are no fault: "k is read as summed". */
  readonly notes: readonly string[]
  /** Shape of the answer as read, `M x N`; absent where it has none. */
  readonly shape?: string
  readonly numeric?: NumericResult
  readonly evidence?: Evidence
  /** For a derivation: what became of each step. */
  readonly lines?: readonly LineState[]
  /** Milliseconds that the check took; added by the thread that ran it. */
  readonly ms?: number
}

/** One step of a derivation, with its place in the answer. */
export interface LineState {
  readonly from: number
  readonly to: number
  /** `start`: nothing stands before it; `introduced`: a new name; `claim`: what stands behind `since` holds; `undecided`: no judge came to an end. */
  readonly state: 'equal' | 'start' | 'introduced' | 'claim' | 'wrong' | 'unreadable' | 'undecided'
}

/** A step while the derivation is being written. `message`: what is wrong with it; absent where nothing is. */
export interface ReadLine extends LineState { readonly message?: string }

/** How an answer reads so far, for the line beneath the editor. */
export interface ReadingReport {
  readonly problems: readonly (Diagnosis & { readonly mend?: Mend })[]
  readonly notes: readonly string[]
  readonly latex?: string
  /** The same with `\htmlData{span=from-to}{…}` around each of `parts`: for the window alone. */
  readonly latexMarked?: string
  readonly speech?: string
  readonly shape?: string
  /** For a derivation: each step so far, held against the one before. */
  readonly lines?: readonly ReadLine[]
  /** Shapes of sub-expressions by span, outermost first. */
  readonly parts: readonly { readonly from: number; readonly to: number; readonly shape: string }[]
}
