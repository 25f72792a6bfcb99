/** The heavy parts of the window, fetched once each: when a screen needs them, or ahead of need once the first screen is painted. */
export const loadExerciseScreen = once(() => import('../exercise/ExerciseScreen.svelte'))
export const loadReviewScreen = once(() => import('../review/ReviewScreen.svelte'))
export const loadAttemptScreen = once(() => import('../review/AttemptScreen.svelte'))
export const loadReportScreen = once(() => import('../review/ReportScreen.svelte'))
export const loadLearnersScreen = once(() => import('../learners/LearnersScreen.svelte'))
export const loadDataScreen = once(() => import('../learners/DataScreen.svelte'))
export const loadPracticeScreen = once(() => import('../practice/PracticeScreen.svelte'))
export const loadPacksScreen = once(() => import('../packs/PacksScreen.svelte'))
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
