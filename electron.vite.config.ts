import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import { calls } from './src-main/app/contract.ts'

export default defineConfig({
  // The app's own code is bundled, its dependencies stay where npm put them. The threads are files of their own.
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: { index: 'src-main/hosts/electron/main.ts', loopback: 'src-main/hosts/loopback/main.ts', thread: 'src-main/checking/worker/thread.ts', examine: 'src-main/packs/library/thread.ts' },
      },
    },
  },
  // A sandboxed preload is one CommonJS file. It gets the names of the calls, not the contract with its schema library.
  preload: {
    define: { __NABLA_CALLS__: JSON.stringify(Object.keys(calls)) },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: { input: { index: 'src-main/hosts/electron/preload.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [svelte({ configFile: false })],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      // An inlined font or picture would be a `data:` address, which the content security policy refuses.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: 'src-renderer/index.html' } },
    },
  },
})
