/** What is told of a pack as it is read: its files, their ids, and what these name. English says which ids there are. */

const code = (names: readonly string[]): string => names.map(name => `\`${name}\``).join(', ')

export const english = {
  // Sizes of files.
  bytes: (count: number) => `${count} bytes`,
  kilobytes: (count: number) => `${count} kB`,
  megabytes: (count: string) => `${count} MB`,
  // Files and folders.
  noPack: (file: string) => `A pack needs a file \`${file}\` with its id, title, version and outcomes.`,
  packNamed: (file: string) => `The file that makes a folder a pack is named \`${file}\`, in small letters. Rename this one.`,
  packInside: (file: string) => `A pack has its \`${file}\` at its top, and there is none, but this one in a folder. Move it up, or take that folder for the pack.`,
  otherPack: (file: string) => `A pack has one \`${file}\`, at its top. This one is ignored.`,
  textEnding: 'Exercise files end in `.yaml`, and this one in `.yaml.txt`; some systems hide the last ending. Rename it.',
  newerFormat: (format: string, own: number) => `This pack has format ${format}. This version of Nabla reads formats up to ${own}: a newer one is needed.`,
  pictureCapitals: (ending: string) => `The ending \`${ending}\` is written in small letters. Rename this file, and write it so where a text shows it.`,
  otherPicture: 'A picture is a PNG file. Save this one as PNG, and write it so where a text shows it. It is ignored.',
  foreign: 'A pack holds `.yaml`, `.md` and `.png` files. This one is ignored.',
  utf16: 'This file is UTF-16 text, as its byte order mark tells. Save it with the encoding UTF-8.',
  likeUtf16: 'This file looks like UTF-16 text. Save it with the encoding UTF-8.',
  lineEnds: 'The lines of this file end as on very old computers (CR alone), so that all of it is one line. Save it with ordinary line ends (LF or CRLF).',
  notUtf8: 'This line is not UTF-8 text. Save the file with the encoding UTF-8.',
  symbolicLink: 'Symbolic links are not followed. Put the file itself here.',
  deep: (most: number) => `Folders in a pack are nested at most ${most} deep. This one is left out.`,
  tooMany: (files: number, size: string) => `A pack has at most ${files} files and ${size}. This file and those after it are left out.`,
  fileUnreadable: (why: string) => `This file cannot be read: ${why}.`,
  folderUnreadable: (folder: string, why: string) => `The folder ${folder} cannot be read: ${why}.`,
  misfit: (file: string) => `${file}: what was kept of this file does not fit it. It is read again when the packs are next opened.`,
  // Ids, and what they name.
  idTaken: (id: string, file: string) => `The exercise id \`${id}\` is taken by ${file}. This file is left out.`,
  idTwice: {
    outcome: (id: string) => `The outcome id \`${id}\` stands here a second time.`,
    chapter: (id: string) => `The chapter id \`${id}\` stands here a second time.`,
    part: (id: string) => `The part id \`${id}\` stands here a second time.`,
  },
  unknown: {
    outcome: (id: string) => `\`${id}\` is no outcome of this pack.`,
    chapter: (id: string) => `\`${id}\` is no chapter of this pack.`,
    skill: (id: string) => `\`${id}\` is no skill.`,
  },
  near: (near: string) => `Did you mean \`${near}\`?`,
  known: {
    outcome: (names: readonly string[]) => `It has ${code(names)}.`,
    chapter: (names: readonly string[]) => `It has ${code(names)}.`,
    skill: (names: readonly string[]) => `The skills are ${code(names)}.`,
  },
  knowsNone: 'It has none.',
  needsItself: 'A pack cannot ask for itself to be worked through before it.',
  noExercises: 'This pack has no exercise that can be used.',
} as const
