/** The editor's colours, taken from the tokens of the page, so that each colour is written down once. */
import { editor } from 'monaco-editor/editor'

/** The value of a colour token as `#rrggbb`. */
function token(name: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  document.body.append(probe)
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? []
  probe.remove()
  return '#' + parts.slice(0, 3).map(part => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')
}

/** Gives every editor of the page the colours that show now. */
export function applyTheme(shown: 'light' | 'dark'): void {
  const [sheet, ink, soft, accent, wash, edge, well] = ['--sheet', '--ink', '--ink-soft', '--accent', '--accent-wash', '--edge', '--well'].map(token) as [string, string, string, string, string, string, string]
  editor.defineTheme('nabla', {
    base: shown === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: ink },
      { token: 'function', foreground: accent },
      { token: 'index', foreground: soft },
    ],
    colors: {
      'editor.background': sheet,
      'editor.foreground': ink,
      'editorCursor.foreground': ink,
      'editor.selectionBackground': wash,
      'editor.inactiveSelectionBackground': wash,
      'editorBracketMatch.background': wash,
      'editorBracketMatch.border': edge,
      // Brackets in the colour of the text: which pair they are is told at the caret.
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map(level => [`editorBracketHighlight.foreground${level}`, ink])),
      'editorLineNumber.foreground': soft,
      'editorLineNumber.activeForeground': ink,
      'editor.placeholder.foreground': soft,
      'editorSuggestWidget.background': sheet,
      'editorSuggestWidget.border': edge,
      'editorSuggestWidget.foreground': ink,
      'editorSuggestWidget.selectedBackground': wash,
      'editorSuggestWidget.selectedForeground': ink,
      'editorSuggestWidget.highlightForeground': accent,
      'editorSuggestWidget.focusHighlightForeground': accent,
      'scrollbarSlider.background': `${edge}66`,
      'scrollbarSlider.hoverBackground': `${edge}99`,
      'editorWidget.background': sheet,
      'editorWidget.border': edge,
      'list.hoverBackground': well,
      'focusBorder': accent,
    },
  })
  editor.setTheme('nabla')
}
