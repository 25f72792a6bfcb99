/** What drawn shapes and pictures say in place of being seen; and shapes that are words. */
export const figures = {
  'shape.scalar': 'scalar',
  'shape.entrywise': 'entry by entry',
  'figure.column': 'a column of {rows} entries',
  'figure.row': 'a row of {columns} entries',
  'figure.matrix': '{rows} rows and {columns} columns',
  'figure.blocks': '{outer} blocks, each of {rows} rows and {columns} columns',
  'figure.product': 'Drawn: {factors} gives {shape}',
  'figure.times': ' times ',
  'figure.scalar': 'a number',
  'picture.trouble': 'This picture could not be shown.',
} as const
