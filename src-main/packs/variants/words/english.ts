/** What is told of `vary`, its names and its values. English says which ids there are. */

export const english = {
  manyNames: (count: number, most: number) => `\`vary\` has ${count} names. ${most} is the most.`,
  manyCombinations: (count: number, most: number) => `\`vary\` has ${count} combinations. ${most} is the most.`,
  farTooMany: (most: number) => `\`vary\` has far too many combinations. ${most} is the most.`,
  // One name and its values.
  likeFirst: (number: number, name: string) => `Item ${number} of \`${name}\` must have text or a number, as the first is.`,
  fieldsOfFirst: (number: number, name: string, fields: string) => `Item ${number} of \`${name}\` must have the fields of the first: ${fields}.`,
  noFields: (name: string) => `\`${name}\` has no fields: write \`{${name}}\`.`,
  hasFields: (name: string, fields: readonly string[]) => `\`${name}\` has fields: write ${fields.map(field => `\`{${name}.${field}}\``).join(' or ')}.`,
  idle: (name: string) => `Nothing in this exercise has \`{${name}}\`, so that \`${name}\` varies nothing.`,
  misnamed: (name: string, other: string) => `Nothing in this exercise has \`{${name}}\`, and \`{${other}}\` has no values. Did you mean \`${other}\`?`,
  misspelt: (name: string, meant: string) => `\`{${name}}\` names nothing under \`vary\`. Did you mean \`{${meant}}\`?`,
  stray: (name: string) => `\`{${name}}\` names nothing under \`vary\`, and stays as it is.`,
  ofItself: (name: string) => `\`{${name}}\` cannot stand in a value of \`${name}\` itself.`,
  tooEarly: (name: string, owner: string) => `\`{${name}}\` has no value here yet: put \`${name}\` above \`${owner}\` under \`vary\`.`,
  noRange: (text: string, numbers: readonly number[]) => `\`${text}\` is one text, and no range. Write every value: \`${numbers.join(', ')}\`.`,
  loose: (whole: string, value: string) => `Where \`${whole}\` is \`${value}\`, it does not stay together with what it stands beside. Write \`(${whole})\`.`,
  oneValue: (name: string) => `\`${name}\` has one value alone, so that it varies nothing. Give it another one, or write the value itself into the texts.`,
  declared: (name: string) => `\`${name}\` is declared in this exercise, too: every \`{${name}}\` is replaced by a value, also in TeX such as \`\\mathbf{${name}}\`. Choose another name.`,
  noNames: '`vary` names nothing, so that nothing varies.',
  nothingVaries: '`variants` says how many variants are shown, and this exercise has no `vary` from which they could come.',
  // Variants.
  grown: (why: string) => `With its values filled in, this breaks a limit: ${why}`,
  withValues: (values: string, message: string) => `With ${values}: ${message}`,
  broken: (values: string) => `With ${values}, the texts of this exercise break a limit of the format.`,
  // Values that nobody meets.
  twice: (value: string) => `\`${value}\` stands here a second time.`,
  never: (name: string, value: string) => `\`${name}\` is never \`${value}\`: wherever it could be, another name has the same word.`,
  unlisted: (value: string, name: string, needed: number) => `No listed variant has \`${value}\` for \`${name}\`, so that its tests are never run. Let \`variants\` be at least ${needed}.`,
  onlyOne: 'There is only one variant.',
  onlySo: (count: number) => `There are only ${count} variants.`,
} as const
