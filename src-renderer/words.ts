/**
 * Every word that the window says to a person, under a stable key. Messages about an answer come from the main process, which has
 * a catalogue of its own; here stand labels, states, headings and the window's own troubles.
 */
const english = {
  'app.name': 'Nabla',
  'app.skip': 'Skip to content',
  'app.loading': 'Opening …',
  'app.commands': 'Commands',
  'app.settings': 'Appearance',
  'app.missing': 'There is no such page.',

  'library.title': 'Exercises',
  'library.link': 'Library',
  'library.search': 'Search exercises',
  'library.none': 'No exercise matches “{query}”.',
  'library.empty': 'No exercises were found. The data folder is {folder}.',
  'library.continue': 'Continue',
  'library.start': 'Start',
  'library.continueWith': '{title}',
  'library.allDone': 'Every exercise is done.',
  'library.outcomes': 'Outcomes',
  'library.outcomeCount': '{right} of {parts} right',
  'library.outcomeTried': '{tried} tried',
  'library.state.new': 'new',
  'library.state.begun': '{right} of {parts} parts right',
  'library.state.done': 'done',
  'library.parts.one': '1 part',
  'library.parts.many': '{parts} parts',
  'library.problems': 'What could not be loaded',
  'library.version': 'Version {version}',
  'library.folder': 'Your work is kept in {folder}',

  'history.title': 'Attempts',
  'history.empty': 'No attempt yet. Answers that you check are kept here.',
  'history.none': 'No attempt on this part yet.',
  'history.here': 'Earlier attempts',
  'history.open': 'Show this attempt',
  'history.count': '{count}',

  'sheet.label': 'Question',
  'sheet.part': 'Part {number} of {count}',
  'sheet.givens': 'Given',
  'sheet.symbol': 'Symbol',
  'sheet.shape': 'Shape',
  'sheet.properties': 'Property',
  'sheet.hints': 'Hints',
  'sheet.hint': 'Hint {number}',
  'sheet.solution': 'Solution',

  'desk.label': 'Answer desk',
  'desk.parts': 'Parts',
  'desk.part.new': 'not tried',
  'desk.part.tried': 'tried',
  'desk.part.right': 'right',
  'desk.answer': 'Answer',
  'desk.placeholder': 'Type your answer, in any notation',
  'desk.placeholder.shape': 'Type a shape, for example  2 x 3',
  'desk.placeholder.derivation': 'One line for each step',
  'desk.placeholder.number': 'Type a number',
  'desk.choice.many': 'Choose all that hold',
  'desk.choice.one': 'Choose one',
  'desk.keys.one': 'Enter checks',
  'desk.keys.many': 'Enter: new line. {key} checks',
  'desk.check': 'Check',
  'desk.checking': 'Checking …',
  'desk.next': 'Next',
  'desk.next.part': 'Next part: {title}',
  'desk.next.exercise': 'Next exercise: {title}',
  'desk.next.library': 'Back to the library',
  'desk.hint': 'Hint',
  'desk.hints.left.one': '1 left',
  'desk.hints.left.many': '{count} left',
  'desk.hints.left.none': 'none left',
  'desk.solution': 'Show solution',
  'desk.draft.saving': 'Draft not saved yet',
  'desk.draft.saved': 'Draft saved',

  'state.unchecked': 'Not checked yet',
  'state.reading': 'Not readable so far',
  'state.unreadable': 'Could not be read',
  'state.checked': 'Checked',
  'state.undecided': 'Not decided',
  'state.edited': 'For your answer before the last change',
  'state.attempt': 'An earlier attempt, of {when}',

  'reading.label': 'Read as',
  'reading.waiting': 'Your answer appears here in typeset mathematics while you type.',
  'reading.nothing': 'Nothing that could be typeset yet.',
  'reading.long': 'Too long to be typeset while you type.',
  'reading.shape': 'shape {shape}',
  'reading.caret': 'At the caret',
  'reading.mend': 'Replace by',
  'reading.mend.short': 'Replace',
  'reading.mend.remove': 'Remove it',
  'reading.mend.insert': 'Insert',
  'reading.more.one': 'and 1 more',
  'reading.more.many': 'and {count} more',
  'reading.scalar': 'a scalar',

  'verdict.label': 'Verdict',
  'verdict.details': 'How it was judged',
  'verdict.repeated': 'Equal to your last answer, so it does not count again.',
  'verdict.show': 'Show it in the answer',
  'verdict.algebra': 'Algebra',
  'verdict.numbers': 'Numbers',
  'verdict.algebra.symbolic': 'same normal form: a proof',
  'verdict.algebra.exact': 'equal in exact arithmetic',
  'verdict.algebra.numeric': 'no normal form reached',
  'verdict.algebra.counterexample': 'not the same',
  'verdict.algebra.none': 'not decided',
  'verdict.numeric.exact': 'agrees at {points}, to the last digit',
  'verdict.numeric.equal': 'agrees at {points}, within {error}',
  'verdict.numeric.different': 'differs by up to {error} at {points}',
  'verdict.points.one': '1 point',
  'verdict.points.many': '{count} points',
  'verdict.numeric.none': 'not compared',
  'verdict.tabs': 'Evidence',
  'verdict.proof': 'Proof',
  'verdict.numbersTab': 'Numbers',
  'verdict.yours': 'Yours',
  'verdict.truth': 'Reference',
  'verdict.normalForms': 'Both sides in normal form, term by term',
  'verdict.normalForms.none': 'Neither side has a normal form that could be shown; the judgement rests on numbers.',
  'verdict.same': 'same',
  'verdict.differs': 'differs',
  'verdict.normalForms.partly': 'Your answer in normal form. Of the reference only those terms are shown that you have as well: the others would give it away.',
  'verdict.notInReference': 'not a term of the reference',
  'verdict.noTerm': 'no such term',
  'verdict.exact': 'Equal at {draws} random points in exact arithmetic. The chance of a wrong yes is below {chance}.',
  'verdict.example.none': 'There is no small example for this question.',
  'verdict.example.sizes': 'A small example with {sizes}',
  'verdict.example.single': 'A small example',
  'verdict.example.turned': 'The same numbers stand in another arrangement.',
  'verdict.example.equal': 'All entries agree.',
  'verdict.example.differ.one': '1 entry differs.',
  'verdict.example.differ.many': '{count} entries differ.',
  'verdict.grid.nested': 'Each block is one entry of the target ({outer}); inside it, the input ({inner}).',
  'verdict.grid.block': 'target {index}',
  'verdict.noValue': 'no value',

  'math.label': 'Formula',

  'trouble.retry': 'Try again',
  'trouble.dismiss': 'Dismiss',
  'trouble.library': 'The exercises could not be loaded.',
  'trouble.screen': 'This page could not be loaded.',
  'trouble.exercise': 'This exercise could not be opened.',
  'trouble.history': 'Your attempts could not be loaded.',
  'trouble.read': 'Your answer could not be read just now.',
  'trouble.submit': 'Your answer could not be checked. It is still here.',
  'trouble.notSaved': 'Not written down yet.',
  'trouble.lost': 'The connection is lost.',
  'trouble.lost.more': 'It is being sought again. What you type stays here and is saved as soon as it is back.',
  'trouble.draft': 'Your draft could not be saved. It is still here.',
  'trouble.hint': 'The hint could not be fetched.',
  'trouble.solution': 'The solution could not be fetched.',
  'trouble.editor': 'The editor could not be loaded. This plain box does the same work.',

  'palette.label': 'Commands',
  'palette.search': 'Type a command',
  'palette.notNow': '(not now)',
  'palette.none': 'No command matches.',
  'action.palette': 'Show all commands',
  'action.library': 'Go to the library',
  'action.history': 'Show attempts',
  'action.continue': 'Continue',
  'action.answer': 'Go to the answer',
  'action.check': 'Check the answer',
  'action.next': 'Next part or exercise',
  'action.previous': 'Previous part',
  'action.hint': 'Hint',
  'action.solution': 'Show solution',
  'action.mend': 'Apply the mend offered',
  'action.proof': 'Show the proof',
  'action.numbers': 'Show the numbers',
  'action.complete': 'Complete a name',
  'action.leave': 'Leave the answer box',
  'action.theme.light': 'Light colours',
  'action.theme.dark': 'Dark colours',
  'action.theme.system': 'Colours as the system has them',
  'action.contrast': 'High contrast on or off',
  'action.larger': 'Larger text',
  'action.smaller': 'Smaller text',

  'settings.theme': 'Colours',
  'settings.theme.system': 'System',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.contrast': 'High contrast',
  'settings.motion': 'Reduce motion',
  'settings.size': 'Text size',
  'settings.close': 'Close',
} as const

/** A key of the catalogue. */
export type WordKey = keyof typeof english

/** The words under `key`, with each `{slot}` replaced by its value. A slot without a value is a bug and throws. */
export function say(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  return english[key].replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = values[slot]
    if (value === undefined) throw new Error(`no value for {${slot}} in ${key}`)
    return String(value)
  })
}

/** `key.one` or `key.many`, by the count. */
export function sayCount(key: 'library.parts' | 'desk.hints.left' | 'reading.more' | 'verdict.points' | 'verdict.example.differ', count: number): string {
  if (key === 'desk.hints.left' && count === 0) return say('desk.hints.left.none')
  return count === 1 ? say(`${key}.one`) : say(`${key}.many`, { count, parts: count })
}

/** A shape as people write it: `M × (M × N)`. */
export function shapeText(shape: string): string {
  return shape.replace(/\s+x\s+/g, ' × ')
}

/** A moment in the reader's own way of writing dates. */
export function when(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
