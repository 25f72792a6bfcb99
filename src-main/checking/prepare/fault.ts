/** A question that cannot be asked: the author's mistake, with the field it lies in. The command line and the linter report it. */
export class QuestionError extends Error {
  override name = 'QuestionError'
  /** The field of the question: `f`, `given.A`, `define.g`. */
  readonly field: string
  /** Where in the field's text, where that is known. */
  readonly from?: number
  readonly to?: number

  constructor(field: string, message: string, span?: { readonly from: number; readonly to: number }) {
    super(`${field}: ${message}`)
    this.field = field
    if (span) {
      this.from = span.from
      this.to = span.to
    }
  }
}
