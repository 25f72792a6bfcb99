import { availableParallelism } from 'node:os'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The renderer's state is written in Svelte's runes, also where it is tested without a window.
  plugins: [svelte({ configFile: false })],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    // Left to itself, Vitest keeps one processor free, and of two uses one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
