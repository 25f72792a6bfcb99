import { defineConfig } from '@playwright/test'
import { electronReason } from './test/e2e/fixtures/electron.ts'

export interface HostOption {
  /** Which host a spec drives; a fixture reads it. */
  readonly host: 'browser' | 'electron'
}

/** A closed or slow network fails these connections many at a time; none of them belongs to the app. */
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const executablePath = process.env.NABLA_CHROMIUM

export default defineConfig<HostOption>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/fixtures/build.ts',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // A machine that others use too can keep a window waiting beyond any limit; what fails twice more is a fault. Each retry is told at the end.
  retries: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    // A trace of every test costs more than the tests; ask for one with --trace on.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      // Chromium's sandbox does not work for root, which is who tests run as in many containers.
      args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
    },
  },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    ...(electronReason() === undefined ? [{ name: 'electron', use: { host: 'electron' as const } }] : []),
  ],
})
