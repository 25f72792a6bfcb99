/** What drawn shapes and pictures say in place of being seen, in German; and shapes that are words. */
import type { figures as english } from '../english/figures.ts'
import type { Room } from './room.ts'

export const figures: Room<typeof english> = {
  'shape.scalar': 'Skalar',
  'shape.entrywise': 'elementweise',
  'figure.column': 'eine Spalte mit {rows} Einträgen',
  'figure.row': 'eine Zeile mit {columns} Einträgen',
  'figure.matrix': '{rows} Zeilen und {columns} Spalten',
  'figure.blocks': '{outer} Blöcke mit je {rows} Zeilen und {columns} Spalten',
  'figure.product': 'Gezeichnet: {factors} ergibt {shape}',
  'figure.times': ' mal ',
  'figure.scalar': 'eine Zahl',
  'picture.trouble': 'Dieses Bild ließ sich nicht anzeigen.',
}
