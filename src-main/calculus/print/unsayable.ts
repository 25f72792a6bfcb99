/** What cannot be written: index notation has no word for it, or it is too long for anyone to read. */
import { InternalError } from '../problem.ts'

/** Thrown where index notation has no word (two orders of one axis that is a product of sizes), and where the text would be too long. */
export class Unsayable extends InternalError {
  override name = 'Unsayable'
}
