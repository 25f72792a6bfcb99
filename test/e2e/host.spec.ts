/** What holds whichever screen is open: who may come in, what the page may load, and that the app comes back. */
import { request } from 'node:http'
import { expect, test } from './fixtures/app.ts'
import { startProcess } from './fixtures/process.ts'

const exercises = { name: 'Exercises' }

test('the app opens and shows its exercises', async ({ page }) => {
  await expect(page.getByRole('list', exercises).getByRole('link').first()).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
})

test('the page cannot reach another server, run inline script or build markup from text', async ({ page, errors }) => {
  await expect(page.getByRole('list', exercises)).toBeVisible()
  const outcome = await page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const reached = await fetch('http://127.0.0.1:9/').then(() => true, () => false)
    const script = document.createElement('script')
    let inline = true
    try {
      script.textContent = 'globalThis.inlineRan = true'
      document.head.append(script)
      inline = 'inlineRan' in globalThis
    } catch {
      inline = false
    }
    let markup = true
    try {
      document.createElement('div').innerHTML = '<b>x</b>'
    } catch {
      markup = false
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { reached, inline, markup, violations: [...new Set(violations)].sort() }
  })
  expect(outcome).toEqual({ reached: false, inline: false, markup: false, violations: ['connect-src', 'require-trusted-types-for'] })
  // These violations were provoked; any other still fails the test.
  expect(errors.length).toBeGreaterThan(0)
  errors.length = 0
})

test('the app comes back after an orderly end and after a crash', async ({ page, app }) => {
  await expect(page.getByRole('list', exercises)).toBeVisible()
  for (const how of ['quit', 'kill'] as const) {
    const again = await app.restart(how)
    await expect(again.getByRole('list', exercises)).toBeVisible()
  }
})

test.describe('in a browser', () => {
  test.skip(({ host }) => host !== 'browser', 'Electron has no address.')

  test('a reload and a second tab go on; another browser with the same address is turned away', async ({ page, context, browser, dataDir: _ }) => {
    await expect(page.getByRole('list', exercises)).toBeVisible()
    await page.reload()
    await expect(page.getByRole('list', exercises)).toBeVisible()
    const tab = await context.newPage()
    await tab.goto(page.url())
    await expect(tab.getByRole('list', exercises)).toBeVisible()

    const stranger = await (await browser.newContext()).newPage()
    const response = await stranger.goto(page.url())
    expect(response?.status()).toBe(403)
    await expect(stranger.getByRole('heading')).toHaveText('This address does not open Nabla')
    await stranger.context().close()
  })

  test('the printed address works for the first browser only', async ({ browser, dataDir }, testInfo) => {
    const { url, end } = await startProcess(testInfo.outputPath('data'))
    expect(dataDir).not.toBe('')
    const first = await browser.newContext()
    const second = await browser.newContext()
    const page = await first.newPage()
    await page.goto(url)
    await expect(page.getByRole('list', exercises)).toBeVisible()
    const late = await second.newPage()
    expect((await late.goto(url))?.status()).toBe(403)
    expect((await page.goto(url))?.status()).toBe(200)
    await expect(page.getByRole('list', exercises)).toBeVisible()
    await Promise.all([first.close(), second.close()])
    expect(await end('SIGTERM')).toBe(0)
  })

  test('a link from another site opens the app', async ({ browser }, testInfo) => {
    const { url, end } = await startProcess(testInfo.outputPath('data'))
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.route('http://elsewhere.example/', (route) => route.fulfill({ contentType: 'text/html', body: `<a href="${url}">Nabla</a>` }))
    await page.goto('http://elsewhere.example/')
    await page.getByRole('link').click()
    await expect(page.getByRole('list', exercises)).toBeVisible()
    await context.close()
    await end('SIGTERM')
  })

  test('it ends within two seconds of SIGTERM with status 0, a page open or not', async ({ browser }, testInfo) => {
    const { url, end } = await startProcess(testInfo.outputPath('data'))
    const page = await browser.newPage()
    await page.goto(url)
    await expect(page.getByRole('list', exercises)).toBeVisible()
    const began = performance.now()
    expect(await end('SIGTERM')).toBe(0)
    expect(performance.now() - began).toBeLessThan(2000)
    await page.close()
  })

  test('a second copy on the same data says who has it, and the first goes on', async ({ page, dataDir }) => {
    const address = new URL(page.url()).origin
    await expect(startProcess(dataDir)).rejects.toThrow(new RegExp(`^status 1: [^]*is using the data folder ${dataDir}\\. It answers at ${address}/`))
    await page.reload()
    await expect(page.getByRole('list', exercises)).toBeVisible()
  })

  test('a name that leads to this machine but is not ours gets nothing', async ({ page }) => {
    const { port } = new URL(page.url())
    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, headers: { Host: `evil.example:${port}` } }, (response) => resolve(response.resume().statusCode)).on('error', reject).end()
    })
    expect(status).toBe(403)
  })
})
