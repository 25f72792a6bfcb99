/** What kind of slip a wrong answer is: the first of these that is true, from the smallest slip up. */
import { showAxes } from '../../calculus/index.ts'
import type { Read } from '../kinds/expression.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import { innerMissing } from './chain.ts'
import { edits, signOfTerm } from './edits.ts'
import { indexSwap } from './indices.ts'
import { mistake } from './mistakes.ts'
import { specialInput, squareOnly } from './special.ts'
import { halfProductRule, terms } from './terms.ts'
import { stacking, wrongVariable } from './variants.ts'
import { factor, layout } from './whole.ts'
import { Wrong } from './wrong.ts'

type Detector = (w: Wrong) => Diagnosis | null

/** For an answer of the shape that is asked. */
const ofShape: readonly Detector[] = [mistake, factor, layout, indexSwap, signOfTerm, halfProductRule, terms, specialInput, edits, stacking, innerMissing, wrongVariable]
/** For an answer of another shape. */
const ofOtherShape: readonly Detector[] = [mistake, layout, stacking, innerMissing, wrongVariable, squareOnly]

/** The diagnoses of a wrong answer, most useful first. */
export function diagnose(found: Read): Diagnosis[] {
  const w = new Wrong(found)
  const list: Diagnosis[] = []
  for (const detect of found.fits ? ofShape : ofOtherShape) {
    const d = detect(w)
    if (!d) continue
    list.push(d)
    break
  }
  if (!found.fits && list[0]?.code !== 'layout' && list[0]?.code !== 'shape' && list[0]?.code !== 'mistake') list.push(shape(w))
  return list
}

function shape(w: Wrong): Diagnosis {
  const { truth } = w.found.prepared
  if (truth.axes.length === 0 && truth.free.length > 0) return w.say('shape', words.shapeEntry(w.found.shape, truth.free.map(i => i.name).join(', ')))
  return w.say('shape', words.shape(w.found.shape, showAxes(truth.axes)))
}
