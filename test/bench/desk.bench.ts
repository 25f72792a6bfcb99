/** Figures of the window, in Chromium on the loopback host: what a person waits for, and what is kept in memory. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { ensureBuilt } from '../../src-main/hosts/build.ts'
import { root, startProcess } from '../e2e/fixtures/process.ts'
import { findChromium } from '../runner/chromium.ts'
import { type Figure, quantile } from './figures.ts'

const rounds = 5

/** Opens the app afresh some times, and then walks through two hundred exercises. */
export async function deskBench(): Promise<readonly Figure[]> {
  const found = findChromium(root)
  if ('reason' in found) return [{ name: 'the window', value: `not measured: ${found.reason}` }]
  await ensureBuilt(root, () => {})
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'] })
  try {
    const paints: number[] = []
    const lists: number[] = []
    const editors: number[] = []
    let scripts = 0
    let keys: readonly number[] = []
    let heaps: readonly number[] = []
    for (let round = 0; round < rounds; round++) {
      const folder = mkdtempSync(join(tmpdir(), 'nabla-bench-'))
      const app = await startProcess(folder)
      // The listening process is up; what it still does in the background belongs to starting, not to the page.
      await new Promise((resolve) => setTimeout(resolve, 1500))
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      const page = await context.newPage()
      await page.goto(app.url)
      await page.getByRole('list', { name: 'Exercises' }).waitFor()
      lists.push(await page.evaluate(() => performance.now()))
      paints.push(await firstPaint(page))
      scripts = await scriptBytes(page)
      editors.push(await editorReady(page))
      if (round === rounds - 1) keys = await keystrokes(page)
      if (round === rounds - 1) heaps = await walk(page)
      await context.close()
      await app.end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    }
    const median = (values: number[]) => quantile(values.sort((a, b) => a - b), 0.5)
    return [
      { name: `first paint, median of ${rounds}`, value: `${(median(paints) / 1000).toFixed(2)} s`, budget: '< 0.35 s' },
      { name: `the list of exercises stands there, median of ${rounds}`, value: `${(median(lists) / 1000).toFixed(2)} s` },
      { name: 'scripts before first paint', value: `${(scripts / 1000).toFixed(0)} kB`, budget: '< 300 kB' },
      { name: `opening an exercise until the editor is ready, median of ${rounds}`, value: `${(median(editors) / 1000).toFixed(2)} s`, budget: '< 1.2 s' },
      { name: `keystroke until its reading stands on the page, p50, p95 and p99 of ${keys.length}`, value: [0.5, 0.95, 0.99].map((q) => `${quantile([...keys], q).toFixed(1)} ms`).join(', '), budget: 'p95 < 16 ms, p99 < 33 ms' },
      { name: `heap after ${stops.join(', ')} exercises`, value: heaps.map((bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`).join(', '), budget: 'flat' },
    ]
  } finally {
    await browser.close()
  }
}

/** ms from the request of the page to the first thing seen. */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime)
}

/** Bytes of the scripts that had come when the first thing was seen. */
function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]!.startTime
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    return files.filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= painted).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)
  })
}

/** ms until the editor of an exercise takes keys, from the page being asked for anew at the exercise's own address. */
async function editorReady(page: Page): Promise<number> {
  await page.getByRole('list', { name: 'Exercises' }).getByRole('link').first().click()
  await page.locator('.monaco-editor').waitFor()
  await page.reload()
  await page.waitForFunction(() => performance.getEntriesByName('nabla:editor-ready').length > 0)
  return page.evaluate(() => performance.getEntriesByName('nabla:editor-ready')[0]!.startTime)
}

const readingLine = 'figure [role="group"]'
const typed = '2 (A x - y) x^T + tr(A^T A) A - 1/2 ||A x - y||^2 (A + A) '

/** ms from each key to the typeset reading of the text that it made, for answers as long as the longer ones of the course, in an exercise that has been in use for some keys. */
async function keystrokes(page: Page): Promise<number[]> {
  await page.getByRole('link', { name: 'Library', exact: true }).click()
  await page.getByRole('list', { name: 'Exercises' }).getByRole('link', { name: 'Least squares, by its matrix', exact: true }).click()
  await page.locator('.monaco-editor').waitFor()
  const box = page.getByRole('textbox', { name: 'Answer', exact: true })
  await box.fill('')
  await box.focus()
  // The typeset line itself is watched: other things around it change at a key, long before its reading comes.
  await page.keyboard.type('A')
  await page.locator(`${readingLine} .katex-display`).waitFor()
  await page.evaluate((line) => {
    const times: number[] = []
    let pressed: number | null = null
    Object.assign(globalThis, { times })
    addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true })
    new MutationObserver(() => {
      if (pressed !== null) times.push(performance.now() - pressed)
      pressed = null
    }).observe(document.querySelector(line)!, { childList: true, subtree: true })
  }, readingLine)
  for (let answer = 0; answer < 4; answer++) {
    await box.fill('')
    for (const key of typed) {
      await page.keyboard.type(key)
      await page.waitForTimeout(60)
    }
  }
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times)
  return times.slice(20).sort((a, b) => a - b)
}

/** After how many exercises the heap is looked at. Whatever is loaded once and kept has been loaded by the first. */
const stops = [25, 75, 200]

/** The heap in bytes, cleared of what is let go, at each stop. Half of the exercises are answered and checked on the way. */
async function walk(page: Page): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page)
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize
  }
  const visit = async (index: number) => {
    await page.getByRole('link', { name: 'Library', exact: true }).click()
    const links = page.getByRole('list', { name: 'Exercises' }).getByRole('link')
    await links.first().waitFor()
    await links.nth(index % (await links.count())).click()
    // A question of choices has no editor.
    const desk = page.getByRole('region', { name: 'Answer desk' })
    await desk.locator('.monaco-editor .view-line, input').first().waitFor()
    if (index % 2 === 1 || (await desk.locator('input').count()) > 0) return
    await page.getByRole('textbox', { name: 'Answer', exact: true }).fill(`${index} A`)
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByRole('status', { name: 'Verdict' }).filter({ hasText: /./ }).waitFor()
  }
  const heaps: number[] = []
  for (let index = 1; index <= stops.at(-1)!; index++) {
    await visit(index)
    if (stops.includes(index)) heaps.push(await heap())
  }
  return heaps
}
