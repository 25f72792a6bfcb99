/** What each LaTeX command stands for. */
import type { Group } from '../ast.ts'
import { GREEK_NAMES } from './letters.ts'

export type Command =
  /** White space. */
  | { readonly does: 'space' }
  /** Less than no space: `A\![i, j]` is still an entry of A. */
  | { readonly does: 'nothing' }
  /** Dress without meaning: dropped. With `takes`, its braced argument too. */
  | { readonly does: 'drop'; readonly takes?: boolean }
  /** A type face around its argument, which is seen through. `upright`: several letters in it are one word. */
  | { readonly does: 'style'; readonly upright?: boolean }
  | { readonly does: 'greek' | 'name' | 'sign' | 'compare'; readonly text: string }
  | { readonly does: 'open' | 'close'; readonly group: Group['kind']; readonly closer: string }
  | { readonly does: 'bar'; readonly text: '|' | '‖'; readonly facing?: 'open' | 'close' }
  /** `\left`, `\right`, `\big`: goes with the bracket after it. */
  | { readonly does: 'size'; readonly facing?: 'open' | 'close' }
  /** A change of type face up to the end of its group. */
  | { readonly does: 'switch' }
  | { readonly does: 'frac' | 'root' | 'sum' | 'begin' | 'end' | 'vec' | 'differential' | 'operator' | 'prime' }
  /** Known mathematics that the language does not have. */
  | { readonly does: 'refuse'; readonly id: 'accent' | 'not-in-language' | 'dots' }

const table = new Map<string, Command>()
const put = (names: string, command: Command): void => {
  for (const name of names.split(' ')) table.set(name, command)
}

for (const name of GREEK_NAMES) put(name, { does: 'greek', text: name })
for (const name of ['epsilon', 'theta', 'pi', 'rho', 'sigma', 'phi', 'kappa']) put(`var${name}`, { does: 'greek', text: name })
for (const name of 'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'.split(' ')) put(`var${name}`, { does: 'greek', text: name })
put('partial', { does: 'greek', text: '∂' })
put('top intercal', { does: 'greek', text: 'T' })
put('ell', { does: 'greek', text: 'l' })
put('imath', { does: 'greek', text: 'i' })
put('jmath', { does: 'greek', text: 'j' })
for (const name of ('log ln exp sin cos tan sinh cosh tanh sec csc cot arcsin arccos arctan det tr Tr trace diag rank sign sgn max min argmax argmin '
  + 'arg lim sup inf ker dim relu ReLU sigmoid softmax softplus logdet kron infty').split(' ')) put(name, { does: 'name', text: name })
put('Tr', { does: 'name', text: 'tr' })

put(', ; : > quad qquad enspace thinspace space medspace thickspace', { does: 'space' })
put('! negthinspace', { does: 'nothing' })
put('displaystyle textstyle scriptstyle limits nolimits nonumber notag hfill mathstrut', { does: 'drop' })
put('rm bf it sf tt cal', { does: 'switch' })
put('label tag hspace vspace phantom hphantom vphantom', { does: 'drop', takes: true })
put('mathbf boldsymbol bm pmb textbf symbf mathbb mathcal mathfrak mathscr underline ensuremath', { does: 'style' })
put('mathrm mathsf mathit mathtt mathnormal text textrm textit textsf textnormal mbox mathop mathbin mathrel mathord symrm', {
  does: 'style', upright: true,
})
put('operatorname', { does: 'operator' })
put('vec', { does: 'vec' })
put('dd differentialD diff', { does: 'differential' })
put('prime', { does: 'prime' })

put('cdot times ast star bullet', { does: 'sign', text: '*' })
put('odot circ', { does: 'sign', text: '.*' })
put('oslash', { does: 'sign', text: './' })
put('otimes', { does: 'sign', text: 'kron' })
put('div', { does: 'sign', text: '/' })
put('ne neq', { does: 'sign', text: '≠' })
put('colon', { does: 'sign', text: ':' })
put('_', { does: 'sign', text: '_' })
put('&', { does: 'sign', text: '&' })
put('lt', { does: 'sign', text: '<' })
put('gt', { does: 'sign', text: '>' })
put('le leq leqslant ge geq geqslant approx equiv sim simeq cong propto in to rightarrow Rightarrow implies mapsto gets leftarrow ll gg iff', {
  does: 'compare', text: '',
})

put('{ lbrace', { does: 'open', group: 'paren', closer: '\\}' })
put('} rbrace', { does: 'close', group: 'paren', closer: '' })
put('lbrack', { does: 'open', group: 'bracket', closer: '\\rbrack' })
put('rbrack', { does: 'close', group: 'bracket', closer: '' })
put('lparen', { does: 'open', group: 'paren', closer: '\\rparen' })
put('rparen', { does: 'close', group: 'paren', closer: '' })
put('langle', { does: 'open', group: 'angle', closer: '\\rangle' })
put('rangle', { does: 'close', group: 'angle', closer: '' })
put('vert mid', { does: 'bar', text: '|' })
put('| Vert parallel', { does: 'bar', text: '‖' })
put('lvert', { does: 'bar', text: '|', facing: 'open' })
put('rvert', { does: 'bar', text: '|', facing: 'close' })
put('lVert', { does: 'bar', text: '‖', facing: 'open' })
put('rVert', { does: 'bar', text: '‖', facing: 'close' })
put('left', { does: 'size', facing: 'open' })
put('right', { does: 'size', facing: 'close' })
put('big Big bigg Bigg middle', { does: 'size' })
put('bigl Bigl biggl Biggl', { does: 'size', facing: 'open' })
put('bigr Bigr biggr Biggr', { does: 'size', facing: 'close' })

put('frac dfrac tfrac cfrac nicefrac sfrac', { does: 'frac' })
put('sqrt', { does: 'root' })
put('sum', { does: 'sum' })
put('begin', { does: 'begin' })
put('end', { does: 'end' })
put('hat widehat bar overline tilde widetilde dot ddot check breve acute grave mathring overrightarrow', { does: 'refuse', id: 'accent' })
put('prod int iint oint nabla bigcup bigcap bigoplus bigotimes pm mp cup cap setminus forall exists neg land lor wedge oplus ominus dagger ddagger',
  { does: 'refuse', id: 'not-in-language' })
put('dots ldots cdots vdots ddots', { does: 'refuse', id: 'dots' })

/** The commands by name, without the backslash. */
export const COMMANDS: ReadonlyMap<string, Command> = table

/** Environments that hold a matrix, by the bars that stand around it. */
export const MATRICES: ReadonlyMap<string, '' | '|' | '‖'> = new Map([
  ['matrix', ''], ['pmatrix', ''], ['bmatrix', ''], ['Bmatrix', ''], ['smallmatrix', ''], ['array', ''], ['vmatrix', '|'], ['Vmatrix', '‖'],
])

/** Environments that only set the formula off from the text. */
export const DISPLAYS: ReadonlySet<string> = new Set([
  'equation', 'equation*', 'displaymath', 'math', 'align', 'align*', 'aligned', 'gather', 'gather*',
])
