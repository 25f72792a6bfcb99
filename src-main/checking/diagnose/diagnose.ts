/** What kind of slip a wrong answer is: the first of these that is true, from the smallest slip up. */
import { normalForm, showAxes } from '../../calculus/index.ts'
import { writtenOut } from '../../calculus/tensors/walk.ts'
import type { Read } from '../kinds/expression.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import { innerMissing, stageMissing } from './chain.ts'
import { argumentSigns, edits, termEdits } from './edits.ts'
import { indexSwap } from './indices.ts'
import { missingInside } from './missing.ts'
import { mistake } from './mistakes.ts'
import { specialOnly, squareOnly, symmetricOnly } from './special.ts'
import { halfProductRule, manyTerms, oneTerm, partOfSum, showsTerms } from './terms.ts'
import { stacking, wrongVariable } from './variants.ts'
import { factor, layout } from './whole.ts'
import { Wrong } from './wrong.ts'

type Detector = (w: Wrong) => Diagnosis | null

/** For an answer of the shape that is asked. */
const ofShape: readonly Detector[] = [mistake, factor, layout, indexSwap, termEdits, halfProductRule, oneTerm, partOfSum, symmetricOnly, edits, manyTerms, specialOnly, stacking, innerMissing, stageMissing, argumentSigns, missingInside, wrongVariable]
/** The same where terms of a normal form are not those that were written, and show nothing of them. */
const ofFunctions: readonly Detector[] = ofShape.filter(d => d !== oneTerm && d !== manyTerms)
/** For an answer of another shape. */
const ofOtherShape: readonly Detector[] = [mistake, layout, stacking, innerMissing, wrongVariable, squareOnly]
/** For an answer, or a question, too large to be tried in a hundred variants. */
const ofLarge: readonly Detector[] = [mistake, factor, layout, indexSwap]
/** Nodes, written out, of what is no longer tried in all variants. */
const LARGE = 600
/** And characters. */
const LONG = 2_000

/** Where zero is asked, nearly every change of an answer can be made to vanish by accident. */
const ofNothing: readonly Detector[] = [mistake, halfProductRule, partOfSum, wrongVariable]

function isNothing(w: Wrong): boolean {
  return normalForm(w.truth, w.symbols, 2000)?.terms.length === 0
}

/** The diagnoses of a wrong answer, most useful first. */
export function diagnose(found: Read): Diagnosis[] {
  const w = new Wrong(found)
  const list: Diagnosis[] = []
  for (const detect of detectors(w)) {
    const d = detect(w)
    if (!d) continue
    list.push(d)
    break
  }
  if (!found.fits && list[0]?.code !== 'layout' && list[0]?.code !== 'shape' && list[0]?.code !== 'mistake') list.push(shape(w))
  return list
}

function detectors(w: Wrong): readonly Detector[] {
  if (isLarge(w.found)) return ofLarge
  if (!w.found.fits) return ofOtherShape
  if (isNothing(w)) return ofNothing
  return showsTerms(w) ? ofShape : ofFunctions
}

function isLarge(found: Read): boolean {
  const { truth, derivative } = found.prepared
  return found.text.length > LONG || [found.expr, truth.expr, ...(derivative ? [derivative.f.expr] : [])].some(e => writtenOut(e, LARGE) >= LARGE)
}

function shape(w: Wrong): Diagnosis {
  const { truth } = w.found.prepared
  if (truth.axes.length === 0 && truth.free.length > 0) return w.say('shape', words.shapeEntry(w.found.shape, truth.free.map(i => i.name).join(', ')))
  return w.say('shape', words.shape(w.found.shape, showAxes(truth.axes)))
}
