/** Ways of drawing a point. */
import type { Style } from './realpoint.ts'

/** In which order ways of drawing are tried: plain ones first, then those that please logs, roots and inverses of differences. */
export const styles: readonly Style[] = [
  { sign: 'both', scale: 1, identity: false },
  { sign: 'plus', scale: 1, identity: false },
  { sign: 'both', scale: 0.15, identity: true },
  { sign: 'plus', scale: 0.15, identity: true },
  { sign: 'mixed', scale: 1, identity: false },
  { sign: 'minus', scale: 1, identity: false },
  { sign: 'mixed', scale: 0.5, identity: true },
  { sign: 'both', scale: 0.1, identity: false },
]
/** Further ways, for reaching the other side of a kink or the border of a domain. */
export const farStyles: readonly Style[] = [
  ...styles,
  { sign: 'both', scale: 12, identity: false },
  { sign: 'both', scale: 150, identity: false },
  { sign: 'plus', scale: 2000, identity: false },
  { sign: 'minus', scale: 2000, identity: false },
]
