/** What is told of a text that is no YAML, or is not what its author thinks. English says which ids there are. */

export const english = {
  // Quotation marks and what must stand between them.
  openQuote: 'A quotation mark is opened here and never closed.',
  tag: 'A value cannot begin with `!` unless it is in quotes.',
  flow: 'Inside `{ … }` a text that holds a comma, a brace or a bracket must be in quotes.',
  badStart: (mark: string) => `A value cannot begin with \`${mark}\` unless it is in quotes. Put the whole value in quotes.`,
  colonSpace: 'This value holds a colon that is followed by a space, which YAML takes for another field. Put the whole value in quotes.',
  blockMark: (mark: string) => `A value that begins with \`${mark}\` must be in quotes.`,
  endedBefore: (mark: string) => `The value that begins with \`${mark}\` has ended before this. Put the whole value in quotes.`,
  noEscape: (text: string) => `\`${text}\` means nothing inside double quotes. Write TeX in single quotes, where a backslash is a backslash.`,
  escape: (command: string) => `Inside double quotes the backslash of \`${command}\` is an escape. Write TeX in single quotes, where a backslash is a backslash.`,
  unclosed: (open: string, close: string) => `\`${open}\` is opened here and never closed by \`${close}\`. If it belongs to the mathematics, put the whole value in quotes.`,
  // Lines and how far in they stand.
  tab: 'This line is indented with a tab. YAML wants spaces.',
  likeNone: 'This line is indented like none of the fields above it. Fields of one group begin in the same column.',
  furtherIn: 'This line is indented further than the field above it, which has a value already.',
  deep: 'This file is nested too deeply.',
  deepLine: 'This line is nested too deeply.',
  deepMarks: 'The brackets or list marks of this line are nested too deeply.',
  manyItems: (most: number) => `This file has more than ${most} fields and items.`,
  manyLines: (most: number) => `This file has more than ${most} lines.`,
  unseen: (code: string) => `The character U+${code} stands here. It cannot be seen, and is not taken.`,
  directive: 'A line that begins with `%` tells YAML to read the file in another way, and is not taken. Take it out, or put the text in quotes.',
  // Fields and lists.
  proto: '`__proto__` is no name for a field.',
  undashed: 'An item of a list needs a space after its dash.',
  noColon: (name: string) => `A colon is missing here: a line is a field (\`${name}: value\`) or an item of a list (\`- value\`).`,
  neither: 'This line is neither a field (`name: value`) nor an item of a list (`- value`).',
  ownLine: 'A list begins on a line of its own, below the name of its field.',
  astray: 'This does not belong here: a file is made of fields (`name: value`), and a list of items (`- value`), not of both.',
  plainName: 'The name of a field must be plain text.',
  twice: (name: string) => `\`${name}\` stands here a second time. Keep one of the two.`,
  secondDocument: 'A line `---` begins a second document. One file holds one document.',
  // Aliases.
  manyAliases: (most: number) => `A file may hold at most ${most} aliases (\`*name\`).`,
  noTarget: (text: string) => `\`${text}\` is read as an alias, and nothing of that name stands before it. A value that begins with \`*\` must be in quotes.`,
  circle: 'This alias stands for something that holds it.',
  unfolding: 'The aliases of this file unfold to far too much.',
  anchors: 'A value that begins with `&`, `*` or `!` must be in quotes.',
  comment: 'A remark begins with `#` and a space before it. If this is no remark, put the whole value in quotes.',
  lines: 'Nothing that is written in lines of its own can stand within `[…]` or `{…}`.',
  // What the parser says of the rest.
  other: (why: string) => `This cannot be read as YAML; its reader says “${why}”.`,
} as const
