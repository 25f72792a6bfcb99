/** Packs that somebody made to do harm, each built in memory. `says`: the word that it must be refused with, and where. */
import { crc32, deflateRawSync } from 'node:zlib'
import { exerciseText, packText } from './samples.ts'
import { png, rawZip } from './zip.ts'
import type { RawEntry } from './zip.ts'

export interface Hostile {
  readonly name: string
  readonly make: () => Uint8Array
  /** `file:line:column code: message`, one of those told. */
  readonly says: string
}

const pack: RawEntry = { name: 'pack.yaml', content: packText }
const whole: RawEntry = { name: 'whole.yaml', content: exerciseText }
const zip = (...more: RawEntry[]): Uint8Array => rawZip([pack, whole, ...more])
/** A pack with an exercise in which one line of the first part is another. */
const exercise = (text: string): Uint8Array => rawZip([pack, { name: 'a.yaml', content: text }])
const prompt = (markdown: string): Uint8Array => exercise(exerciseText.replace('prompt: Differentiate.', `prompt: |\n      ${markdown.replaceAll('\n', '\n      ')}`))
const f = (expression: string): Uint8Array => exercise(exerciseText.replace('f: x^T x', `f: '${expression}'`))
/** An exercise whose prompt shows the value of `h`. */
const varied = (lines: readonly string[]): Uint8Array => exercise(exerciseText.replace('Differentiate.', "'Set $ {h} $.'").replace('parts:', `intro: Hello.\nvary:\n${lines.map(line => `  ${line}`).join('\n')}\nparts:`))
const zeros = (bytes: number): Uint8Array => deflateRawSync(Buffer.alloc(bytes))
/** An entry that holds nothing but zeros, and says so. */
const bomb = (name: string, bytes: number): RawEntry => ({ name, packed: zeros(bytes), method: 8, size: bytes, crc: crc32(Buffer.alloc(bytes)) })

/** What the file is as a whole. */
const files: Hostile[] = [
  { name: 'no zip file', make: () => Buffer.from('MZ\x90\0This program cannot be run'), says: '.:1:1 no-archive: This is no pack: a `.nabla` file is a zip file, and this begins like something else.' },
  { name: 'an empty file', make: () => new Uint8Array(), says: '.:1:1 no-archive: This is no pack: a `.nabla` file is a zip file, and this begins like something else.' },
  { name: 'a zip file of nothing', make: () => rawZip([]), says: '.:1:1 no-pack: This zip file is empty.' },
  { name: 'a file that is cut off at its end', make: () => zip().subarray(0, -9), says: '.:1:1 cut-off: This pack is cut off: the end of the zip file is missing. Fetch it again.' },
  { name: 'a file that is cut off in the middle', make: () => zip().subarray(0, 300), says: '.:1:1 cut-off: This pack is cut off: the end of the zip file is missing. Fetch it again.' },
  { name: 'a table of contents that is not there', make: () => rawZip([pack, whole], { directoryAt: 9_000_000 }), says: '.:1:1 cut-off: This pack is cut off or damaged: a part that the zip file speaks of is not there. Fetch it again.' },
  { name: 'a table of contents that is something else', make: () => rawZip([pack, whole], { directoryAt: 3 }), says: '.:1:1 damaged: This zip file is damaged: its parts do not fit together. Fetch it again.' },
  { name: 'fewer files than there are', make: () => rawZip([pack, whole], { count: 1 }), says: '.:1:1 damaged: The table of contents of this zip file is longer than it says.' },
  { name: 'one disk of several', make: () => rawZip([pack, whole], { disk: 1 }), says: '.:1:1 multi-disk: This is one piece of a zip file that was split. Put it together first.' },
  { name: 'a program with a pack at its end', make: () => rawZip([pack, whole], { before: Buffer.from('PK and then a program') }), says: '.:1:1 damaged: Something stands before the first file of this zip file.' },
  { name: 'something after the end', make: () => Buffer.concat([zip(), Buffer.from('more')]), says: '.:1:1 damaged: Something stands after the end of this zip file.' },
  { name: 'a file that is far too large', make: () => { const bytes = Buffer.alloc(17 * 1024 * 1024); bytes.set(zip()); return bytes }, says: '.:1:1 too-large: This pack has 17 MB. A pack in one file has at most 16 MB.' },
  { name: 'sixty-five thousand files, each there', make: () => rawZip(Array.from({ length: 65_000 }, (_, i) => ({ name: `${i}.md` }))), says: '.:1:1 too-many-files: This pack has 65000 files. A pack has at most 2000.' },
  { name: 'another zip file in the comment', make: () => rawZip([pack, whole], { comment: Buffer.from(rawZip([])).toString('latin1') }), says: '.:1:1 no-pack: This zip file is empty.' },
  { name: 'a file that the table of contents does not know', make: () => rawZip([pack, { ...whole, trailer: rawZip([{ name: 'run.exe', content: 'MZ' }]).subarray(0, 39) }]), says: '.:1:1 damaged: Something is hidden between the files of this zip file.' },
  { name: 'a gap before the next file', make: () => rawZip([{ ...pack, trailer: Buffer.alloc(16) }, whole]), says: '.:1:1 damaged: Something is hidden between the files of this zip file.' },
  { name: 'ten thousand files', make: () => rawZip([pack], { count: 10_000 }), says: '.:1:1 too-many-files: This pack has 10000 files. A pack has at most 2000.' },
]

/** Names that lead elsewhere, or mean different files to different systems. */
const names: Hostile[] = [
  { name: 'a name that leads out (zip slip)', make: () => zip({ name: '../../.bashrc', content: 'x' }), says: '../../.bashrc:1:1 unsafe-name: This name leads out of the pack with `..`.' },
  { name: 'a name that leads out further in', make: () => zip({ name: 'a/../../b.yaml', content: 'x' }), says: 'a/../../b.yaml:1:1 unsafe-name: This name leads out of the pack with `..`.' },
  { name: 'an absolute name', make: () => zip({ name: '/etc/passwd', content: 'x' }), says: '/etc/passwd:1:1 unsafe-name: This name is an absolute path. Names in a pack begin in the pack.' },
  { name: 'an absolute name on Windows', make: () => zip({ name: 'C:/x.yaml', content: 'x' }), says: 'C:/x.yaml:1:1 unsafe-name: This name is an absolute path. Names in a pack begin in the pack.' },
  { name: 'a name with backslashes', make: () => zip({ name: 'a\\..\\..\\b.yaml', content: 'x' }), says: 'a\\..\\..\\b.yaml:1:1 unsafe-name: This name holds a backslash. Folders in a pack are parted by `/`.' },
  { name: 'a name of a Windows share', make: () => zip({ name: '\\\\server\\x.yaml', content: 'x' }), says: '\\\\server\\x.yaml:1:1 unsafe-name: This name is an absolute path. Names in a pack begin in the pack.' },
  { name: 'a name with a second stream of Windows', make: () => zip({ name: 'a.yaml:b.yaml', content: 'x' }), says: 'a.yaml:b.yaml:1:1 unsafe-name: This name holds a character that is not a name on every system.' },
  { name: 'a name that ends for C and goes on', make: () => zip({ name: 'a.yaml\0.png', content: 'x' }), says: 'a.yaml\\u{0}.png:1:1 unsafe-name: This name holds a character that cannot be seen.' },
  { name: 'a name written from right to left', make: () => zip({ name: 'a\u202Elmay.exe.yaml', content: 'x' }), says: 'a\\u{202e}lmay.exe.yaml:1:1 unsafe-name: This name holds a character that cannot be seen.' },
  { name: 'a name that steers a terminal', make: () => zip({ name: 'a\x1B[2J.yaml', content: 'x' }), says: 'a\\u{1b}[2J.yaml:1:1 unsafe-name: This name holds a character that cannot be seen.' },
  { name: 'a name in another encoding', make: () => zip({ name: Buffer.from('Größe.yaml', 'latin1'), content: 'x', flags: 0 }), says: 'Größe.yaml:1:1 encoding: This name is not UTF-8 text. Pack the files again with a program that writes names in UTF-8.' },
  { name: 'a name without end', make: () => zip({ name: `${'a'.repeat(5_000)}.yaml`, content: 'x' }), says: `${'a'.repeat(120)}…:1:1 unsafe-name: This name has 5005 characters. A pack takes at most 200.` },
  { name: 'folders without end', make: () => zip({ name: `${'a/'.repeat(60)}b.yaml`, content: 'x' }), says: `${'a/'.repeat(60)}…:1:1 too-many-files: Folders in a pack are nested at most 8 deep.` },
  { name: 'the same name twice', make: () => zip({ ...whole, content: 'another' }), says: 'whole.yaml:1:1 name-collision: This name stands in the pack twice.' },
  { name: 'names that differ in case', make: () => zip({ name: 'WHOLE.yaml', content: 'x' }), says: 'WHOLE.yaml:1:1 name-collision: This name and `whole.yaml` are one and the same where letter case does not count.' },
  { name: 'names that differ in how a letter is put together', make: () => zip({ name: 'é.yaml', content: 'x' }, { name: 'e\u0301.yaml', content: 'x' }), says: 'e\u0301.yaml:1:1 name-collision: This name and `é.yaml` are one and the same where letter case does not count.' },
  { name: 'folders that differ in case', make: () => zip({ name: 'A/a.yaml', content: 'x' }, { name: 'a/b.yaml', content: 'x' }), says: 'a/b.yaml:1:1 name-collision: This name and `A` are one and the same where letter case does not count.' },
  { name: 'a file that is a folder too', make: () => zip({ name: 'whole.yaml/a.yaml', content: 'x' }), says: 'whole.yaml/a.yaml:1:1 name-collision: `whole.yaml` is both a file and a folder.' },
  { name: 'a name that ends in a dot', make: () => zip({ name: 'whole.yaml.', content: 'x' }), says: 'whole.yaml.:1:1 unsafe-name: This name holds a character that is not a name on every system.' },
  { name: 'a folder whose name ends in a space', make: () => zip({ name: 'a /b.yaml', content: 'x' }), says: 'a /b.yaml:1:1 unsafe-name: This name holds a character that is not a name on every system.' },
  { name: 'a letter that nobody sees', make: () => zip({ name: 'a\u3164.yaml', content: 'x' }), says: 'a\\u{3164}.yaml:1:1 unsafe-name: This name holds a character that cannot be seen.' },
  { name: 'a mark that shows nothing', make: () => zip({ name: 'whole\u034f.yaml', content: 'x' }), says: 'whole\\u{34f}.yaml:1:1 unsafe-name: This name holds a character that cannot be seen.' },
  { name: 'a second name in an extra field', make: () => zip({ name: 'a.yaml', content: 'x', extra: Buffer.concat([Buffer.of(0x75, 0x70, 11, 0, 1, 0, 0, 0, 0), Buffer.from('b.yaml')]) }), says: 'a.yaml:1:1 damaged: What the zip file says of this file in one place contradicts what it says in another.' },
  { name: 'another name inside than outside', make: () => zip({ name: 'a.yaml', localName: 'b.yaml', content: 'x' }), says: 'a.yaml:1:1 damaged: What the zip file says of this file in one place contradicts what it says in another.' },
]

/** What the entries are. */
const kinds: Hostile[] = [
  { name: 'a symbolic link', make: () => zip({ name: 'a.yaml', content: '/etc/passwd', mode: 0o120777 }), says: 'a.yaml:1:1 symbolic-link: This is a symbolic link. Put the file itself here.' },
  { name: 'a name that is a device on Windows', make: () => zip({ name: 'aux.png', content: 'x' }), says: 'aux.png:1:1 unsafe-name: This name is kept for a device on some systems.' },
  { name: 'a name that is the console of Windows', make: () => zip({ name: 'CONIN$.png', content: 'x' }), says: 'CONIN$.png:1:1 unsafe-name: This name is kept for a device on some systems.' },
  { name: 'a device with a space', make: () => zip({ name: 'nul .png', content: 'x' }), says: 'nul .png:1:1 unsafe-name: This name is kept for a device on some systems.' },
  { name: 'a device', make: () => zip({ name: 'a.yaml', mode: 0o020666 }), says: 'a.yaml:1:1 special-file: This is neither a file nor a folder.' },
  { name: 'a folder with a content', make: () => zip({ name: 'a/', content: 'x' }), says: 'a/:1:1 special-file: This folder has a content of its own.' },
  { name: 'an encrypted file', make: () => zip({ name: 'a.yaml', packed: Buffer.alloc(13), size: 1, flags: 0x801 }), says: 'a.yaml:1:1 encrypted: This file is encrypted. A pack has no password.' },
  { name: 'a strongly encrypted file', make: () => zip({ name: 'a.yaml', content: 'x', flags: 0x841 }), says: '.:1:1 encrypted: This file is encrypted. A pack has no password.' },
  { name: 'a method that nobody reads', make: () => zip({ name: 'a.yaml', content: 'x', method: 12 }), says: 'a.yaml:1:1 unknown-method: This file was packed by a method (number 12) that Nabla does not read. Pack it as an ordinary zip file.' },
  { name: 'a program', make: () => zip({ name: 'run.exe', content: 'MZ' }), says: 'run.exe:1:1 unknown-file: A pack holds `.yaml`, `.md` and `.png` files. Take this one out.' },
  { name: 'a script', make: () => zip({ name: 'run.js', content: 'x' }), says: 'run.js:1:1 unknown-file: A pack holds `.yaml`, `.md` and `.png` files. Take this one out.' },
  { name: 'a pack within the pack', make: () => zip({ name: 'more.nabla', content: zip() }), says: 'more.nabla:1:1 unknown-file: This is an archive within the pack. Put its files themselves there.' },
  { name: 'an SVG picture', make: () => zip({ name: 'a.svg', content: '<svg onload="alert(1)"/>' }), says: 'a.svg:1:1 svg: SVG pictures are not taken, since they can hold programs. Save it as PNG.' },
  { name: 'an SVG picture named PNG', make: () => zip({ name: 'a.png', content: '<svg onload="alert(1)"/>' }), says: 'a.png:1:1 picture: This file is named `.png` and is no PNG picture.' },
  { name: 'a picture of a thousand million pixels', make: () => zip({ name: 'a.png', content: png(32_000, 32_000) }), says: 'a.png:1:1 picture: This PNG picture has 32000 x 32000 pixels. A picture has at most 4096 on a side, and 4 million in all.' },
  { name: 'a picture with a program at its end', make: () => zip({ name: 'a.png', content: png(2, 2, { after: '<script>' }) }), says: 'a.png:1:1 picture: Something is hidden after the end of this PNG picture.' },
  { name: 'a picture without data', make: () => zip({ name: 'a.png', content: png(2, 2, { data: false }) }), says: 'a.png:1:1 picture: This PNG picture is cut off or damaged.' },
  { name: 'a picture that moves', make: () => zip({ name: 'a.png', content: png(2, 2, { parts: ['acTL'] }) }), says: 'a.png:1:1 picture: This PNG picture is animated. Pictures in a pack stand still.' },
  { name: 'a picture with a part of its own', make: () => zip({ name: 'a.png', content: png(2, 2, { parts: ['EVIL'] }) }), says: 'a.png:1:1 picture: This PNG picture has a part that no ordinary PNG picture has.' },
  { name: 'a picture whose palette is missing', make: () => zip({ name: 'a.png', content: png(2, 2, { colour: 3 }) }), says: 'a.png:1:1 picture: This PNG picture is cut off or damaged.' },
  { name: 'a picture that is cut off', make: () => zip({ name: 'a.png', content: png(2, 2).subarray(0, 40) }), says: 'a.png:1:1 picture: This PNG picture is cut off or damaged.' },
]

/** The stored bytes of `a.yaml` are a local header and the bytes of `b.yaml`: the trick by which zip bombs count the same bytes again and again. */
function quine(): Uint8Array {
  const inner = rawZip([{ name: 'b.yaml', content: 'x' }]).subarray(0, 30 + 'b.yaml'.length + 1)
  const at = [pack, whole].reduce((sum, { name, content }) => sum + 30 + name.length + content!.length, 0) + 30 + 'a.yaml'.length
  return zip({ name: 'a.yaml', content: inner }, { name: 'b.yaml', content: 'x', at })
}

/** Contents that unfold to far more than they are. */
const bombs: Hostile[] = [
  { name: 'a file of zeros', make: () => zip(bomb('a.yaml', 200_000)), says: 'a.yaml:1:1 ratio: This file unpacks to more than 100 times its packed size, as in a zip bomb.' },
  { name: 'a file of a thousand million zeros', make: () => zip({ name: 'a.yaml', packed: zeros(10_000_000), method: 8, size: 1_000_000_000 }), says: 'a.yaml:1:1 too-large: This file has 954 MB. A text file in a pack has at most 256 kB.' },
  { name: 'a file that unpacks to more than it says', make: () => zip({ name: 'a.yaml', packed: zeros(30_000_000), method: 8, size: 1_000 }), says: 'a.yaml:1:1 ratio: This file unpacks to more than the zip file says, as in a zip bomb.' },
  { name: 'a file that unpacks to less than it says', make: () => zip({ name: 'a.yaml', packed: deflateRawSync(Buffer.from('x')), method: 8, size: 9 }), says: 'a.yaml:1:1 damaged: This file is damaged: its content does not fit its checksum. Fetch the pack again.' },
  { name: 'a file that is not what was packed', make: () => zip({ name: 'a.yaml', content: 'x', crc: 1 }), says: 'a.yaml:1:1 damaged: This file is damaged: its content does not fit its checksum. Fetch the pack again.' },
  { name: 'another size inside than outside', make: () => zip({ name: 'a.yaml', content: 'x', localFields: [[22, 900_000_000]] }), says: 'a.yaml:1:1 damaged: What the zip file says of this file in one place contradicts what it says in another.' },
  { name: 'another checksum inside than outside', make: () => zip({ name: 'a.yaml', content: 'x', localFields: [[14, 7]] }), says: 'a.yaml:1:1 damaged: What the zip file says of this file in one place contradicts what it says in another.' },
  { name: 'something after the packed data', make: () => zip({ name: 'a.yaml', packed: Buffer.concat([deflateRawSync(Buffer.from('x')), Buffer.from('MZ')]), method: 8, size: 1, crc: crc32('x') }), says: 'a.yaml:1:1 damaged: This file is damaged: its content does not fit its checksum. Fetch the pack again.' },
  { name: 'a size of eight bytes that is none (Zip64)', make: () => zip({ name: 'a.yaml', content: 'x', size: 0xffffffff }), says: '.:1:1 damaged: This zip file is damaged: its parts do not fit together. Fetch it again.' },
  { name: 'more bytes than any file has (Zip64)', make: () => zip({ name: 'a.yaml', packed: Buffer.of(3, 0), method: 8, size: 0xffffffff, extra: Buffer.of(1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1, 0) }), says: 'a.yaml:1:1 too-large: This file has 268435456 MB. A text file in a pack has at most 256 kB.' },
  { name: 'packed data that are none', make: () => zip({ name: 'a.yaml', packed: Buffer.from([7, 7, 7]), method: 8, size: 9 }), says: 'a.yaml:1:1 damaged: This file is damaged: its content does not fit its checksum. Fetch the pack again.' },
  { name: 'a file within another file', make: quine, says: 'b.yaml:1:1 overlap: This file shares bytes of the zip file with another one, as in a zip bomb.' },
  { name: 'many files that together are too much', make: () => rawZip([pack, ...Array.from({ length: 17 }, (_, i) => ({ name: `a${i}.png`, packed: Buffer.alloc(600_000), method: 8, size: 2_000_000 }))]), says: '.:1:1 too-large: This pack unpacks to 33 MB. A pack has at most 32 MB.' },
  { name: 'more text than anybody reads', make: () => rawZip([pack, ...Array.from({ length: 30 }, (_, i) => ({ name: `a${i}.yaml`, packed: Buffer.alloc(5_000), method: 8, size: 200_000 }))]), says: '.:1:1 too-large: The texts of this pack have 5.8 MB. A pack has at most 4 MB of text.' },
]

const laughs = Array.from({ length: 9 }, (_, i) => `l${i}: &l${i} [${Array.from({ length: 9 }, () => (i === 0 ? 'x' : `*l${i - 1}`)).join(', ')}]`).join('\n')
const many = (line: (i: number) => string, n: number): string => Array.from({ length: n }, (_, i) => line(i)).join('\n')

/** YAML that is made to take for ever, or for all memory. */
const yaml: Hostile[] = [
  { name: 'aliases of aliases (billion laughs)', make: () => exercise(laughs), says: 'a.yaml:1:1 alias: The aliases of this file unfold to far too much.' },
  { name: 'a thousand aliases', make: () => exercise(`a: &a x\nb: [${many(() => '*a', 1_000).replaceAll('\n', ',')}]`), says: 'a.yaml:2:305 alias: A file may hold at most 100 aliases (`*name`).' },
  { name: 'an alias of what it stands in', make: () => exercise('a: &a [1, *a]\n'), says: 'a.yaml:1:11 alias: This alias stands for something that holds it.' },
  { name: 'brackets without end', make: () => exercise(`a: ${'['.repeat(100_000)}`), says: 'a.yaml:1:68 too-deep: The brackets or list marks of this line are nested too deeply.' },
  { name: 'lists without end', make: () => exercise('- '.repeat(50_000)), says: 'a.yaml:1:129 too-deep: The brackets or list marks of this line are nested too deeply.' },
  { name: 'fields in fields without end', make: () => exercise(many(i => `${' '.repeat(i)}a:`, 600)), says: 'a.yaml:65:65 too-deep: This line is nested too deeply.' },
  { name: 'a hundred thousand empty lists', make: () => exercise(`a: [${'[],'.repeat(80_000)}]`), says: 'a.yaml:1:1 too-large: This file has more than 5000 fields and items.' },
  { name: 'a hundred thousand fields', make: () => exercise(many(i => `a${i}:`, 15_000)), says: 'a.yaml:1:1 too-large: This file has more than 5000 fields and items.' },
  { name: 'thousands of unknown fields', make: () => exercise(many(i => `a${i}: 1`, 4_900)), says: 'a.yaml:1:1 missing-field: The exercise needs the field `id`.' },
  { name: 'a field whose name is a book', make: () => exercise(`${'titl'.repeat(200)}: x\n`), says: `a.yaml:1:1 unknown-field: \`${'titl'.repeat(15)}…\` is not a field of the exercise. It may have` },
  { name: 'one text of a whole file', make: () => exercise(exerciseText.replace('Differentiate.', 'x'.repeat(200_000))), says: 'a.yaml:8:13 too-long: `prompt` of part 1 is too long: at most 20000 characters.' },
  { name: 'ten thousand slips', make: () => exercise(many(() => '"a', 9_000)), says: 'a.yaml:2:2 quotes: The value that begins with `"` has ended before this. Put the whole value in quotes.' },
  { name: 'a tag that makes objects', make: () => exercise('a: !!js/function "return 1"\n'), says: 'a.yaml:1:4 tag: A value cannot begin with `!` unless it is in quotes.' },
  { name: 'a field of every object', make: () => exercise('__proto__: { polluted: true }\n'), says: 'a.yaml:1:1 unknown-field: `__proto__` is no name for a field.' },
  { name: 'a field of every object, further in', make: () => exercise(exerciseText.replace('{ g: A x }', '{ __proto__: N }')), says: 'a.yaml:5:11 unknown-field: `__proto__` is no name for a field.' },
  { name: 'a maker of every object', make: () => exercise(exerciseText.replace('wrt: x', 'constructor: { prototype: { polluted: true } }\n    wrt: x')), says: 'a.yaml:11:5 unknown-field: `constructor` is not a field of part 1. It may have' },
  { name: 'fields taken in from elsewhere', make: () => exercise(exerciseText.replace('given: { A', 'given: &g { A').replace('define:', '<<: *g\ndefine:')), says: 'a.yaml:5:1 unknown-field: `<<` takes in the fields of another group in older YAML, and not in a pack. Write the fields out.' },
  { name: 'a tag for bytes', make: () => exercise(exerciseText.replace('title: Whole', 'title: !!binary aGVsbG8=')), says: 'a.yaml:2:17 tag: A value cannot begin with `!` unless it is in quotes.' },
  { name: 'a tag for a set', make: () => exercise(exerciseText.replace('given: {', 'given: !!set {')), says: 'a.yaml:4:14 tag: A value cannot begin with `!` unless it is in quotes.' },
  { name: 'a word to read it as older YAML', make: () => exercise(`%YAML 1.1\n---\n${exerciseText}`), says: 'a.yaml:1:1 yaml: A line that begins with `%` tells YAML to read the file in another way, and is not taken.' },
  { name: 'tags of its own', make: () => exercise(`# x\n%TAG ! tag:example.org,2000:\n---\n${exerciseText}`), says: 'a.yaml:2:1 yaml: A line that begins with `%` tells YAML to read the file in another way, and is not taken.' },
  { name: 'two texts at an end of a document', make: () => exercise(`${exerciseText}...\n${exerciseText}`), says: 'a.yaml:30:1 two-documents: A line `---` begins a second document. One file holds one document.' },
  ...['"', '&a ', '!a ', '*a ', '} ', '] '].map((mark): Hostile => ({ name: `${JSON.stringify(mark)} a hundred thousand times`, make: () => exercise(`id: ${mark.repeat(80_000)}`), says: 'a.yaml:1:1 too-large: This file has more than 5000 fields and items.' })),
  { name: 'lines without end', make: () => exercise(`${exerciseText}${'\n'.repeat(200_000)}`), says: 'a.yaml:1:1 too-large: This file has more than 20000 lines.' },
  { name: 'a number without end', make: () => exercise(exerciseText.replace('parts:', `rows: [${'9'.repeat(5_000)}]\nparts:`)), says: 'a.yaml:6:8 wrong-type: Item 1 of `rows` must be a number, and is larger than any number that is read.' },
  { name: 'a number that is none', make: () => exercise(exerciseText.replace('parts:', 'rows: [.nan]\nparts:')), says: 'a.yaml:6:8 wrong-type: Item 1 of `rows` must be a number, and is no number that there is.' },
  { name: 'a format without end', make: () => rawZip([{ name: 'pack.yaml', content: packText.replace('format: 1', 'format: .inf') }, whole]), says: 'pack.yaml:1:9 wrong-type: `format` must be a number, and is larger than any number that is read.' },
  { name: 'a title that turns its direction', make: () => exercise(exerciseText.replace('Whole', 'a\u202Etxt')), says: 'a.yaml:2:9 encoding: The character U+202E stands here. It cannot be seen, and is not taken.' },
  { name: 'a title that turns its direction in an escape', make: () => exercise(exerciseText.replace('Whole', '"a\\u202Etxt"')), says: 'a.yaml:2:8 escape: Inside double quotes the backslash of `\\u` is an escape.' },
  { name: 'half a character', make: () => exercise(exerciseText.replace('Whole', '"a\\ud800"')), says: 'a.yaml:2:8 escape: Inside double quotes the backslash of `\\ud` is an escape.' },
  { name: 'a text that steers a terminal', make: () => exercise(exerciseText.replace('Whole', 'a\x1b[2J')), says: 'a.yaml:2:9 encoding: The character U+001B stands here. It cannot be seen, and is not taken.' },
  { name: 'a text that ends for C and goes on', make: () => exercise(exerciseText.replace('Whole', 'a\0b')), says: 'a.yaml:2:9 encoding: The character U+0000 stands here. It cannot be seen, and is not taken.' },
  { name: 'two documents', make: () => exercise(`${exerciseText}---\n${exerciseText}`), says: 'a.yaml:29:1 two-documents: A line `---` begins a second document. One file holds one document.' },
  { name: 'UTF-16 text', make: () => rawZip([pack, { name: 'a.yaml', content: Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(exerciseText, 'utf16le')]) }]), says: 'a.yaml:1:1 encoding: This file is UTF-16 text, as its byte order mark tells. Save it with the encoding UTF-8.' },
  { name: 'Latin-1 text', make: () => rawZip([pack, { name: 'a.yaml', content: Buffer.from(exerciseText.replace('Whole', 'Größe'), 'latin1') }]), says: 'a.yaml:2:10 encoding: This line is not UTF-8 text. Save the file with the encoding UTF-8.' },
  { name: 'characters written with too many bytes', make: () => rawZip([pack, { name: 'a.yaml', content: Buffer.concat([Buffer.from('id: '), Buffer.of(0xc0, 0xaf), Buffer.from('\n')]) }]), says: 'a.yaml:1:5 encoding: This line is not UTF-8 text. Save the file with the encoding UTF-8.' },
  { name: 'a pack of a format to come', make: () => rawZip([{ name: 'pack.yaml', content: packText.replace('format: 1', 'format: 99') }, whole]), says: 'pack.yaml:1:9 newer-format: This pack has format 99. This version of Nabla reads formats up to 1: a newer one is needed.' },
  { name: 'a version without end', make: () => rawZip([{ name: 'pack.yaml', content: packText.replace('1.0.0', `1.0.${'0'.repeat(9_000)}`) }, whole]), says: 'pack.yaml:4:10 too-long: `version` is too long: at most 40 characters.' },
]

/** What would harm where it is shown or worked out. */
const contents: Hostile[] = [
  { name: 'a script in Markdown', make: () => prompt('Hello <script>alert(1)</script>'), says: 'a.yaml:9:13 html: HTML is not shown, and is not taken: `<script>`. Write it as Markdown.' },
  { name: 'a picture that runs a script', make: () => prompt('<img src=x onerror=alert(1)>'), says: 'a.yaml:9:7 html: HTML is not shown, and is not taken: `<img src=x onerror=alert(1)>`. Write it as Markdown.' },
  { name: 'a picture from elsewhere', make: () => prompt('![spy](https://example.org/pixel.png)'), says: 'a.yaml:9:7 link: Pictures from elsewhere are not fetched: `https://example.org/pixel.png`. Put the picture into the pack.' },
  { name: 'a picture by reference', make: () => prompt('![spy][1]\n\n[1]: //example.org/pixel.png'), says: 'a.yaml:11:7 link: Links are not opened: `//example.org/pixel.png`. Say in words where it is found.' },
  { name: 'a picture that is its own address', make: () => prompt('![spy](data:text/html;base64,PHNjcmlwdD4=)'), says: 'a.yaml:9:7 link: Pictures from elsewhere are not fetched: `data:text/html;base64,PHNjcmlwdD4=`. Put the picture into the pack.' },
  { name: 'a link that runs a script', make: () => prompt('[click](javascript:alert(1))'), says: 'a.yaml:9:7 link: Links are not opened: `javascript:alert(1)`. Say in words where it is found.' },
  { name: 'a link elsewhere', make: () => prompt('See <https://example.org/>.'), says: 'a.yaml:9:11 link: Links are not opened: `https://example.org/`. Say in words where it is found.' },
  { name: 'stars without end', make: () => prompt('_a*'.repeat(6_000)), says: 'a.yaml:9:7 markdown: This text has too many stars and underscores to be read.' },
  { name: 'brackets without end in Markdown', make: () => prompt('![a]('.repeat(3_000)), says: 'a.yaml:9:7 markdown: This text has too many brackets to be read.' },
  { name: 'quotations without end', make: () => prompt('> '.repeat(9_000)), says: 'a.yaml:9:7 markdown: This text has too many marks of quotations and lists to be read.' },
  { name: 'a script in the words about the pack', make: () => rawZip([{ name: 'pack.yaml', content: `${packText}about: <iframe src="https://example.org">\n` }, whole]), says: 'pack.yaml:8:8 html: HTML is not shown, and is not taken: `<iframe src="https://example.org">`. Write it as Markdown.' },
  { name: 'billion laughs in TeX', make: () => prompt('$\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b}\\c\\c\\c$'), says: 'a.yaml:9:7 tex: `\\def` defines a command, and formulas in a pack define none. Write out what it stands for.' },
  { name: 'a command that calls itself', make: () => prompt('$\\newcommand{\\a}{\\a\\a}\\a$'), says: 'a.yaml:9:7 tex: `\\newcommand` defines a command, and formulas in a pack define none. Write out what it stands for.' },
  { name: 'a link in a formula', make: () => prompt('$\\href{javascript:alert(1)}{x}$'), says: 'a.yaml:9:7 tex: `\\href` reaches out of the formula. Formulas in a pack hold mathematics alone.' },
  { name: 'styles in a formula', make: () => prompt('$\\htmlStyle{position:fixed}{x}$'), says: 'a.yaml:9:7 tex: `\\htmlStyle` reaches out of the formula. Formulas in a pack hold mathematics alone.' },
  ...['gdef\\a{\\a\\a}', 'let\\a\\b', 'renewcommand{\\sin}{\\sin\\sin}', 'global\\def\\a{}'].map((tex): Hostile => ({ name: `a definition by ${tex}`, make: () => prompt(`$x\\\\ \\${tex}$`), says: `a.yaml:9:7 tex: \`\\${/^[a-z]+/.exec(tex)![0]}\` defines a command, and formulas in a pack define none. Write out what it stands for.` })),
  ...['url{http://a.b}', 'includegraphics{http://a.b/c.png}', 'htmlClass{a}{x}', 'htmlId{a}{x}', 'htmlData{a=b}{x}', 'char"202E', 'message{x}'].map((tex): Hostile => ({ name: `a formula that reaches out by ${tex}`, make: () => prompt(`$\\${tex}$`), says: `a.yaml:9:7 tex: \`\\${/^[a-zA-Z]+/.exec(tex)![0]}\` reaches out of the formula. Formulas in a pack hold mathematics alone.` })),
  ...['rule{99999em}{99999em}', 'rule[2em]{1em}{99999em}', 'kern99999em', 'hspace{99999em}', 'raisebox{99999em}{x}', '\\[99999em]'].map((tex): Hostile => ({ name: `a formula larger than the page by ${tex}`, make: () => prompt(`$x \\${tex} y$`), says: 'a.yaml:9:7 tex: The size `99999em` is too large for a formula: at most 20em.' })),
  { name: 'braces without end in a formula', make: () => prompt(`$${'{'.repeat(50)}${'}'.repeat(50)}$`), says: 'a.yaml:9:7 tex: The braces of this formula are nested more than 40 deep.' },
  { name: 'a formula without end', make: () => prompt(`$${'x+'.repeat(6_000)}x$`), says: 'a.yaml:9:7 tex: This formula has 12001 characters. A formula has at most 5000.' },
  { name: 'variants without end', make: () => exercise(exerciseText.replace('parts:', `vary:\n${many(i => `  v${i}: [${Array.from({ length: 50 }, (_, n) => n)}]`, 12)}\nparts:`)), says: 'a.yaml:6:1 vary: `vary` has far too many combinations. 10000 is the most.' },
  { name: 'values of values without end', make: () => varied([`a: ['${'x'.repeat(190)}']`, ...'bcdefg'.split('').map((name, i) => `${name}: ['${`{${'abcdef'[i]!}}`.repeat(60)}']`), 'h: [\'{g}\']']), says: 'a.yaml:18:13 vary: With its values filled in, this breaks a limit' },
  { name: 'names of values without end', make: () => varied(['h: [1, 2]', ...Array.from({ length: 900 }, (_, i) => `v${i}: [1]`)]), says: 'a.yaml:7:1 vary: `vary` has 901 names. 30 is the most.' },
  { name: 'more variants than anybody tests', make: () => exercise(exerciseText.replace('parts:', 'variants: 1e9\nparts:')), says: 'a.yaml:6:11 too-long: `variants` must be at most 100.' },
  { name: 'a command that only a variant puts together', make: () => exercise(exerciseText.replace('Differentiate.', "'Set $\\{c}\\a{x}$.'").replace('parts:', 'intro: Hello.\nvary: { c: [operatorname, def] }\nparts:')), says: 'a.yaml:10:13 tex: With c = def: `\\def` defines a command, and formulas in a pack define none. Write out what it stands for.' },
  { name: 'an expression without end', make: () => f(`${'x^T x + '.repeat(1_000)}x^T x`), says: 'a.yaml:10:8 too-long: This expression has 8005 characters. An expression in a pack has at most 2000.' },
  { name: 'brackets without end in an expression', make: () => f(`${'('.repeat(900)}x${')'.repeat(900)}`), says: 'a.yaml:10:8 too-long: The brackets of this expression are nested more than 60 deep.' },
]

/** Hostile packs of every kind. */
export const hostile: readonly Hostile[] = [...files, ...names, ...kinds, ...bombs, ...yaml, ...contents]
