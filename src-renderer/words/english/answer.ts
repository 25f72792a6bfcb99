/** How an answer reads while it is typed. */
export const answer = {
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

  'math.label': 'Formula',
} as const
