/** Which fields a question of each kind needs, and which it may have besides those that every part has. */
import type { PartFile } from './exercise.ts'
import type { SourceFile } from '../yaml/document.ts'
import type { Path } from '../yaml/places.ts'
import type { PackProblem } from '../problem.ts'
import { words } from './words.ts'

interface KindFields {
  readonly needs: readonly (readonly string[])[]
  readonly may: readonly string[]
}

/** `needs`: of each inner list, exactly one. */
export const kinds: Readonly<Record<PartFile['kind'], KindFields>> = {
  derivative: { needs: [['f'], ['wrt']], may: ['layout', 'component', 'form', 'summation'] },
  expression: { needs: [['value']], may: ['f', 'component', 'form', 'summation'] },
  shape: { needs: [['of', 'value']], may: ['f', 'layout', 'grouping'] },
  derivation: { needs: [['start'], ['goal']], may: ['f', 'wrt', 'layout', 'component', 'form', 'summation'] },
  number: { needs: [['value']], may: ['tolerance', 'f'] },
  choice: { needs: [['options'], ['value']], may: [] },
}
const asking = [
  'f',
  'wrt',
  'value',
  'of',
  'start',
  'goal',
  'layout',
  'component',
  'form',
  'summation',
  'grouping',
  'tolerance',
  'options',
] as const

/** Fields that the kind of this part lacks or does not know, and options that a choice names and does not have. */
export function kindProblems(source: SourceFile, path: Path, written: Readonly<Record<string, unknown>>, part: PartFile): PackProblem[] {
  const { needs, may } = kinds[part.kind]
  const found: PackProblem[] = []
  for (const group of needs) {
    const there = group.filter(name => name in written)
    if (there.length === 0)
      found.push(
        source.problem('missing-field', words.kindNeeds(part.kind, group), source.place([...path, 'kind'])),
      )
    if (there.length > 1)
      found.push(
        source.problem(
          'misplaced-field',
          words.kindHasOne(part.kind, group),
          source.place([...path, there[1]!], 'name'),
        ),
      )
  }
  for (const name of asking) {
    if (name in written && !may.includes(name) && !needs.some(group => group.includes(name))) {
      found.push(
        source.problem(
          'misplaced-field',
          words.meaningless(name, part.kind),
          source.place([...path, name], 'name'),
        ),
      )
    }
  }
  if (part.kind === 'choice' && part.options && part.value !== undefined) found.push(...choiceProblems(source, path, part))
  return found
}

function choiceProblems(source: SourceFile, path: Path, part: PartFile): PackProblem[] {
  const ids = (part.options ?? []).map(o => o.id)
  const found: PackProblem[] = []
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i)
      found.push(
        source.problem('duplicate-id', words.optionTwice(id), source.place([...path, 'options', i, 'id'])),
      )
  })
  const values = Array.isArray(part.value) ? part.value : [String(part.value)]
  values.forEach((value, i) => {
    if (!ids.includes(value)) {
      found.push(
        source.problem(
          'wrong-value',
          words.noOption(value, ids),
          source.place([...path, 'value', i]),
        ),
      )
    }
  })
  return found
}
