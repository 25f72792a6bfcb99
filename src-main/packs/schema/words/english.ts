/** What is wrong with the form of a pack file. A `thing` is named by `wholes`, `part`, `field` and what joins these; it comes with a capital where it begins a sentence. English says which ids there are. */

const code = (names: readonly string[]): string[] => names.map(name => `\`${name}\``)

export const english = {
  // What is spoken of.
  wholes: { exercise: 'the exercise', pack: 'the pack' },
  part: (number: number) => `part ${number}`,
  field: (name: string) => `\`${name}\``,
  item: (number: number, list: string) => `item ${number} of \`${list}\``,
  of: (thing: string, owner: string) => `${thing} of ${owner}`,
  within: (thing: string, group: string) => `${thing} in \`${group}\``,
  kinds: {
    string: 'text', number: 'a number', int: 'a whole number', boolean: '`true` or `false`', array: 'a list', object: 'a group of fields', record: 'a group of fields',
    null: 'empty', nan: 'no number that there is', infinite: 'larger than any number that is read',
  },
  // Its kind.
  isEmpty: (thing: string, kinds: readonly string[]) => `${thing} is empty. It must be ${kinds.join(' or ')}.`,
  mustBe: (thing: string, kinds: readonly string[], kind: string) => `${thing} must be ${kinds.join(' or ')}, and is ${kind}.`,
  inQuotes: (message: string, text: string) => `${message} Put it in quotes: \`${text}\`.`,
  write: (message: string, text: string) => `${message} Write \`${text}\`.`,
  inBrackets: (message: string, text: string) => `${message} Put it in brackets: \`${text}\`.`,
  everyValue: (message: string, numbers: readonly number[]) => `${message} Write every value: \`[${numbers.join(', ')}]\`.`,
  ifText: (message: string, text: string) => `${message} If it is text, put it in quotes: \`${text}\`.`,
  // Its value.
  cannotBeNear: (thing: string, what: string, near: string) => `${thing} cannot be ${what}. Did you mean \`${near}\`?`,
  cannotBe: (thing: string, what: string, allowed: readonly string[]) => `${thing} cannot be ${what}. It is one of ${code(allowed).join(', ')}.`,
  atLeast: (thing: string, least: string) => `${thing} must be at least ${least}.`,
  moreThan: (thing: string, least: string) => `${thing} must be more than ${least}.`,
  atMost: (thing: string, most: string) => `${thing} must be at most ${most}.`,
  mustNotBeEmpty: (thing: string) => `${thing} must not be empty.`,
  manyItems: (thing: string, most: string) => `${thing} is too long: at most ${most} items.`,
  manyCharacters: (thing: string, most: string) => `${thing} is too long: at most ${most} characters.`,
  version: (thing: string) => `${thing} must be three numbers, such as \`1.0.0\`.`,
  id: (thing: string, example: string) => `${thing} may hold only lower-case letters and digits, in words joined by single hyphens, such as \`${example}\`.`,
  longName: (most: string) => `This name is too long: at most ${most} characters.`,
  varyName: (name: string) => `\`${name}\` cannot be a name under \`vary\`: it has letters from a to z and digits, and begins with a letter.`,
  other: (thing: string, why: string) => `${thing}: ${why}.`,
  // Its fields. Here an owner stands within a sentence.
  merging: '`<<` takes in the fields of another group in older YAML, and not in a pack. Write the fields out.',
  unknownNear: (field: string, owner: string, near: string) => `\`${field}\` is not a field of ${owner}. Did you mean \`${near}\`?`,
  unknown: (field: string, owner: string, known: readonly string[]) => `\`${field}\` is not a field of ${owner}. It may have ${code(known).join(', ')}.`,
  ofExercise: (field: string) => `\`${field}\` is a field of the exercise, and not of a part. Put it beside \`parts\`.`,
  ofPart: (field: string) => `\`${field}\` is a field of a part, and not of the exercise. Put it into an item of \`parts\`.`,
  needs: (thing: string, field: string) => `${thing} needs the field \`${field}\`.`,
  // What a kind of question needs.
  kindNeeds: (kind: string, fields: readonly string[]) => `A question of kind \`${kind}\` needs ${code(fields).join(' or ')}.`,
  kindHasOne: (kind: string, fields: readonly string[]) => `A question of kind \`${kind}\` has ${code(fields).join(' or ')}, not both.`,
  meaningless: (field: string, kind: string) => `\`${field}\` has no meaning in a question of kind \`${kind}\`.`,
  optionTwice: (id: string) => `The option \`${id}\` stands here a second time.`,
  noOption: (value: string, options: readonly string[]) => `\`${value}\` is none of the options: ${code(options).join(', ')}.`,
} as const
