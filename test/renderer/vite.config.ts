/** Builds the window with a host that answers from fixtures, for component tests and for looking at single states. Never shipped. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { contentSecurityPolicy } from '../../src-main/hosts/common/headers.ts'

const here = import.meta.dirname

/** Puts the fixture host in the place of the real one. */
const fixtureHost: Plugin = {
  name: 'fixture-host',
  enforce: 'pre',
  resolveId(source, importer) {
    return source.endsWith('/host.ts') && importer?.includes('src-renderer') === true ? resolve(here, 'fixture-host.ts') : undefined
  },
}

export default defineConfig({
  root: resolve(here, '../../src-renderer'),
  plugins: [fixtureHost, svelte()],
  worker: { format: 'es' },
  logLevel: 'warn',
  build: { outDir: process.env['NABLA_RENDERER_OUT'] ?? resolve(here, '../../out/renderer-fixture'), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  preview: { host: '127.0.0.1', headers: { 'Content-Security-Policy': contentSecurityPolicy("'none'") } },
})
