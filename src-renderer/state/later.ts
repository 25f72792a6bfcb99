/** The heavy parts of the window, fetched once each: when a screen needs them, or ahead of need once the first screen is painted. */
export const loadExerciseScreen = once(() => import('../exercise/ExerciseScreen.svelte'))
export const loadHistoryScreen = once(() => import('../library/HistoryScreen.svelte'))
export const loadEditor = once(() => import('../answer/editor.ts'))

/** Fetches the heavy parts while the reader looks at the first screen. A failure shows where the part is needed. */
export function warmUp(): void {
  afterPaint(async () => {
    try {
      await Promise.all([loadExerciseScreen(), loadEditor()])
    } catch {
      // The screen that needs it tries again and tells.
    }
  })
}

/** Calls back once the frame now being made is on the screen. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then, 0))
}

/** Remembers a success; a failure is tried again at the next call. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => (kept ??= load().catch((error: unknown) => {
    kept = undefined
    throw error
  }))
}
