/** KaTeX's objections in the words of somebody who writes a formula. */
import { words } from './words.ts'

type Faults = typeof words.setting
interface Fault {
  /** KaTeX's words (0.19); its groups are what the sentence is about. */
  readonly raw: RegExp
  readonly say: (setting: Faults, ...found: string[]) => string
}

const faults: readonly Fault[] = [
  { raw: /^Undefined control sequence: (.+)$/s, say: (s, command) => s.unknownCommand(command!) },
  { raw: /^Expected 'EOF', got '(.+)'$/s, say: (s, got) => s.astray(got!) },
  { raw: /^Expected '(.+)', got 'EOF'$/s, say: (s, wanted) => s.missing(wanted!) },
  { raw: /^Unexpected end of input in a macro argument, expected '(.+)'$/s, say: (s, wanted) => (wanted === '}' ? s.cutShort : s.missing(wanted!)) },
  { raw: /^Expected '(.+)', got '(.+)'$/s, say: (s, wanted, got) => s.instead(wanted!, got!) },
  { raw: /^Expected group (?:after|as argument to) '(.+)'$/s, say: (s, command) => s.nothingAfter(command!) },
  { raw: /^Got function '(.+)' with no arguments/s, say: (s, command) => s.bare(command!) },
  { raw: /^Double superscript$/, say: s => s.twoAbove },
  { raw: /^Double subscript$/, say: s => s.twoBelow },
  { raw: /^No such environment: (.+)$/s, say: (s, name) => s.noEnvironment(name!) },
  { raw: /^Mismatch: \\begin\{(.+)\} matched by \\end\{(.+)\}$/s, say: (s, begun, ended) => s.mismatch(begun!, ended!) },
  { raw: /^Expected (?:& or )?\\\\ or \\cr or \\end$/, say: s => s.unended },
  { raw: /^Too many tab characters: &$/, say: s => s.manyColumns },
  { raw: /^(?:Unknown column alignment: |Expected l or c or r)/, say: s => s.alignment },
  { raw: /^Can't use function '(.+)' in text mode$/s, say: (s, command) => s.notInText(command!) },
  { raw: /^Can't use function '(.+)' in math mode$/s, say: (s, command) => s.notInMathematics(command!) },
  { raw: /^\{(.+)\} can be used only in display mode\.$/s, say: (s, name) => s.displayOnly(name!) },
  { raw: /^\\tag works only in display equations$/, say: s => s.displayOnly('\\tag') },
  { raw: /^Invalid delimiter '(.+)' after '(.+)'$/s, say: (s, mark, command) => s.noBracket(mark!, command!) },
  { raw: /^\\middle without preceding \\left$/, say: s => s.astray('\\middle') },
  { raw: /^Limit controls must follow a math operator$/, say: s => s.limits },
  { raw: /^only one infix operator per group$/, say: s => s.twoFractions },
  { raw: /^Invalid (?:size|unit|color): '(.*)'$/s, say: (s, text) => s.invalid(text!) },
  { raw: /^(?:Unexpected|Unsupported) character: '?(.+?)'?$/s, say: (s, character) => s.character(character!) },
  { raw: /^Too many expansions/, say: s => s.endless },
]

/** What is wrong with a formula, as KaTeX says it (its `rawMessage`), in plain words; what is rare, in KaTeX's own. */
export function plainFault(raw: string): string {
  for (const { raw: pattern, say } of faults) {
    const found = pattern.exec(raw)
    if (found) return say(words.setting, ...found.slice(1))
  }
  return words.setting.other(raw)
}
