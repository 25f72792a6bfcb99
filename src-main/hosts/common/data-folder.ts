/** Where a person's work is kept. */
import { resolve } from 'node:path'
import envPaths from 'env-paths'

/** The full path of the folder asked for, or of the one that the platform keeps for an app's data. Nothing is made or tried here. */
export function dataFolder(asked: string | undefined): string {
  return resolve(asked ?? envPaths('Nabla', { suffix: '' }).data)
}
