/** What the window says when something did not work. */
export const trouble = {
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
} as const
