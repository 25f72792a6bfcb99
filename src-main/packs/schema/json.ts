/** The schemas of pack files as JSON Schema (draft 2020-12), for completion in editors. */
import { z } from 'zod'
import { exerciseSchema } from './exercise.ts'
import { packSchema } from './pack.ts'
import { skills } from '../skills/catalogue.ts'
import { spoken } from '../../calculus/index.ts'
import { fieldWords } from './field-words.ts'
import { germanFieldWords } from './field-words-german.ts'

/** As much of a JSON Schema as says what fields there are. */
interface Described {
  readonly properties?: Readonly<Record<string, Described>>
  readonly items?: Described
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Described[]
}

/** The text of a schema file, with what fields are for in the language that is spoken. It describes what an author writes, so that fields with a default may be left out. */
export function jsonSchema(which: 'exercise' | 'pack'): string {
  const german = spoken() === 'de'
  const schema = which === 'exercise' ? exerciseSchema : packSchema
  const title = (german ? { exercise: 'Eine Nabla-Aufgabe', pack: 'Die pack.yaml eines Nabla-Aufgabenpakets' } : { exercise: 'A Nabla exercise', pack: 'The pack.yaml of a Nabla exercise pack' })[which]
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return `${JSON.stringify({ $schema, title, ...described(rest as Described, '', (german ? germanFieldWords : fieldWords)[which]) }, null, 2)}\n`
}

/** The schema with a sentence at each field. `path`: of the field that it belongs to. */
function described(schema: Described, path: string, words: Readonly<Record<string, string>>): Described {
  const { properties, items, anyOf, ...rest } = schema
  const named = ([name, field]: [string, Described]): [string, Described] => {
    const own = path === '' ? name : `${path}.${name}`
    return [name, { ...(words[own] === undefined ? {} : { description: words[own] }), ...described(field, own, words) }]
  }
  // An unknown skill is no reason to refuse a file, so that the schema that is held knows no list; an editor should offer it.
  if (path === 'introduces' || path === 'assumes') return { ...rest, items: { ...items, enum: skills.map(skill => skill.id) } }
  return {
    ...rest,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(named)) }),
    ...(items && { items: described(items, path, words) }),
    ...(anyOf && { anyOf: anyOf.map(each => described(each, path, words)) }),
  }
}
