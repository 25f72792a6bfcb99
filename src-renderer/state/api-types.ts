/** The contract's outputs under short names. Types only: none of the contract is bundled into the window. */
import type { CallInput, CallName, CallOutput } from '../../src-main/app/contract.ts'

export type Library = CallOutput<'library'>
export type Listed = Library['exercises'][number]
export type Outcome = Library['outcomes'][number]
export type Exercise = CallOutput<'openExercise'>
export type Part = Exercise['parts'][number]
export type Given = Exercise['givens'][number]
export type Reading = CallOutput<'read'>
export type Verdict = CallOutput<'submit'>['verdict']
export type Line = NonNullable<Verdict['lines']>[number]
export type Diagnosis = Verdict['diagnosis'][number]
export type Example = NonNullable<NonNullable<Verdict['evidence']>['example']>
export type Attempt = CallOutput<'history'>['attempts'][number]
export type PartRef = Omit<CallInput<'saveDraft'>, 'answer'>
export type Due = CallOutput<'due'>
export type PackPreview = CallOutput<'previewPack'>
export type ListedPack = NonNullable<Library['packs']>[number]
export type OutcomeReview = CallOutput<'outcomes'>['outcomes'][number]
export type Estimate = OutcomeReview['estimate']
export type AttemptRow = CallOutput<'attempts'>['rows'][number]
export type OpenedAttempt = CallOutput<'attempt'>
export type Mistakes = CallOutput<'mistakes'>
export type ProgressPreview = CallOutput<'previewProgress'>
export type Learner = CallOutput<'learners'>['learners'][number]
export type StoreState = CallOutput<'storeState'>
export type { CallName }
