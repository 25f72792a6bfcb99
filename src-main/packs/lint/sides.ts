/** What a formula claims: the sides of its equations, line by line, as somebody who reads it takes them apart. */

/** Environments that only arrange lines; what stands in any other is one thing, with its own lines and columns. */
const arranging = /^(?:equation|align|aligned|alignat|alignedat|gather|gathered|split|multline|eqnarray|cases|rcases|dcases)\*?$/
/** Signs between two sides, besides `=`. */
const relations = new Set(['\\equiv', '\\coloneqq', '\\Rightarrow', '\\implies', '\\Longrightarrow', '\\iff', '\\Leftrightarrow', '\\Longleftrightarrow', '≡', '⇒', '⇔'])
/** What a remark may follow: the side has ended before it, or goes on after it. */
const gaps = new Set(['\\quad', '\\qquad', '\\text', '\\textrm', '\\mbox'])
/** What says nothing of its own: it is left out, with its argument where it has one. */
const silent = /\\(?:tag\*?|label)\{[^{}]*\}|\\(?:notag|nonumber|displaystyle|textstyle|limits)(?![A-Za-z])/y
const token = /\\begin\{([A-Za-z]+\*?)\}|\\end\{([A-Za-z]+\*?)\}|\\\\\*?(?:\s*\[[^\]]*\])?|\\(?:[A-Za-z]+|[^])|[^]/gy

interface Piece {
  readonly kind: 'text' | 'relation' | 'line' | 'column' | 'gap'
  readonly text: string
}

/** Each side of each equation, and each up to where a remark begins; the whole formula first, and what stands last at the end. */
export function sidesOf(formula: string): string[] {
  const pieces = piecesOf(formula)
  const lines = split(pieces, 'line')
  // A side may go on in the next line, or end with its own.
  const sides = [...split(pieces, 'relation'), ...lines.flatMap(line => split(line, 'relation'))]
  const cells = sides.flatMap(side => [side, ...(side.some(({ kind }) => kind === 'column') ? split(side, 'column') : [])])
  const all = cells.flatMap(side => [textOf(side.slice(0, end(side))), textOf(side)])
  return [...new Set([formula.trim(), ...all])].filter(text => text !== '')
}

/** Where a remark begins; the end where there is none. */
function end(side: readonly Piece[]): number {
  const at = side.findIndex(({ kind }) => kind === 'gap')
  return at < 0 ? side.length : at
}

function textOf(side: readonly Piece[]): string {
  return side.map(({ kind, text }) => (kind === 'line' || kind === 'column' ? ' ' : text)).join('').replace(/\s+/g, ' ').trim().replace(/(?:[.,;:\s]|\\[,;:!])+$/, '')
}

function split(pieces: readonly Piece[], kind: Piece['kind']): (readonly Piece[])[] {
  const made: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.kind === kind) made.push([])
    else made.at(-1)!.push(piece)
  }
  return made
}

function piecesOf(formula: string): Piece[] {
  const pieces: Piece[] = []
  /** What is open: a brace, a bracket, an environment that holds its own lines, or a frame, which is seen through. */
  const open: ('brace' | 'bracket' | 'environment' | 'frame')[] = []
  const add = (kind: Piece['kind'], text: string): void => void pieces.push({ kind: open.every(each => each === 'frame' || (each === 'bracket' && text !== ',')) ? kind : 'text', text })
  const close = (what: (typeof open)[number]): void => { if (open.at(-1) === what) open.pop() }
  for (let at = 0; at < formula.length;) {
    silent.lastIndex = token.lastIndex = at
    const skipped = silent.exec(formula)?.[0]
    const [text, begun, ended] = skipped === undefined ? token.exec(formula)! : [skipped]
    at += text.length
    if (skipped !== undefined) continue
    if (begun !== undefined || ended !== undefined) {
      const inner = !arranging.test((begun ?? ended)!)
      if (inner && ended !== undefined) close('environment')
      if (inner) pieces.push({ kind: 'text', text })
      if (inner && begun !== undefined) open.push('environment')
      // `\begin{alignat}{2}`: how many columns.
      else if (begun?.startsWith('align')) at += /^\{\d+\}/.exec(formula.slice(at))?.[0].length ?? 0
      if (begun?.endsWith('cases') || ended?.endsWith('cases')) add('line', ' ')
    } else if (text === '\\boxed' || text === '\\fbox') {
      at += /^\s*\{/.exec(formula.slice(at))?.[0].length ?? 0
      open.push('frame')
    } else if (text === '}' && open.at(-1) === 'frame') open.pop()
    else if (text.startsWith('\\\\')) add('line', text)
    else if (text === '&') add('column', text)
    else if (relations.has(text) || (text === '=' && !/[<>!]/.test(formula[at - 2] ?? ''))) add('relation', text)
    else if (gaps.has(text) || text === ',') add('gap', text)
    else {
      if (text === '}') close('brace')
      if (text === ')' || text === ']') close('bracket')
      pieces.push({ kind: 'text', text })
      if (text === '{') open.push('brace')
      if (text === '(' || text === '[') open.push('bracket')
    }
  }
  return pieces
}
