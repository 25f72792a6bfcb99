/**
 * Reading an answer where it is typed: the one piece of the main process that the window also carries, since a reading must stand on the page
 * before the next key comes. It is pure, knows no reference, and judges nothing.
 */
export { readerOf, type ReadingScope } from '../checking/reader.ts'
export { speak } from '../calculus/index.ts'
