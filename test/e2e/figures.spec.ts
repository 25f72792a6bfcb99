/** What is drawn: shapes beside the symbols that have them, a product side by side, and the pictures of a pack. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/standing.ts'
import { button, open } from './fixtures/desk.ts'
import { sound, watchShifts } from './fixtures/look.ts'
import { packFile } from './fixtures/packs.ts'

const drawn = (page: Page, symbol: string) => page.getByRole('table', { name: 'Given' }).getByRole('row', { name: new RegExp(`^${symbol} `) }).getByRole('img')
const box = async (page: Page, symbol: string) => (await drawn(page, symbol).locator('rect').first().boundingBox())!

test('each symbol has its shape drawn and said, and sizes of one name are equally long', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  await expect(drawn(page, 'A')).toHaveAccessibleName('M rows and N columns')
  await expect(drawn(page, 'x')).toHaveAccessibleName('a column of N entries')
  const [matrix, input, target] = [await box(page, 'A'), await box(page, 'x'), await box(page, 'y')]
  expect(Math.abs(matrix.width - input.height)).toBeLessThan(1)
  expect(Math.abs(matrix.height - target.height)).toBeLessThan(1)
  expect(Math.abs(matrix.width - matrix.height)).toBeGreaterThan(4)
})

test('a product stands side by side, its matching sizes equally long, with what comes of it', async ({ page }) => {
  await open(page, 'Least squares, by its matrix')
  const figure = page.getByRole('figure', { name: 'Drawn: M × N times N gives M' })
  const boxes = await Promise.all((await figure.locator('rect').all()).map(each => each.boundingBox()))
  expect(boxes).toHaveLength(3)
  const [matrix, input, output] = boxes.map(each => each!)
  expect(Math.abs(matrix!.width - input!.height)).toBeLessThan(1)
  expect(Math.abs(matrix!.height - output!.height)).toBeLessThan(1)
  expect(matrix!.x + matrix!.width).toBeLessThan(input!.x)
  // Side by side: their middles are on one line.
  for (const each of [input!, output!]) expect(Math.abs(each.y + each.height / 2 - matrix!.y - matrix!.height / 2)).toBeLessThan(1)
  await figure.scrollIntoViewIfNeeded()
  await sound(page, 'drawn shapes')
})

test('where shapes are asked, the given ones are drawn as blocks of blocks, and no product gives them away', async ({ page }) => {
  await open(page, 'As many axes as you like')
  await expect(drawn(page, 'x')).toHaveAccessibleName('K blocks, each of L rows and M columns')
  await expect(drawn(page, 'f')).toHaveAccessibleName('P × Q blocks, each of R rows and S columns')
  await expect(drawn(page, 'f').locator('rect')).toHaveCount(4)
  await expect(page.getByRole('figure', { name: /^Drawn/ })).toHaveCount(0)
})

test('a picture of a pack is painted with its words, and moves nothing', async ({ page }) => {
  await page.goto(page.url().split('#')[0] + '#/packs')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Open a pack …').click()])
  await chooser.setFiles(packFile())
  await button(page, 'Install').click()
  await page.getByRole('link', { name: 'To its exercises' }).click()
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible()
  const moved = await watchShifts(page, '[aria-label="Question"]')
  await open(page, 'The length of a vector')
  const picture = page.getByRole('img', { name: 'a blue square beside a white one' })
  await expect(picture).toBeVisible()
  const pixels = await picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const at = (x: number) => [...canvas.getContext('2d')!.getImageData(x, 40, 1, 1).data]
    return { size: [canvas.width, canvas.height], left: at(10), right: at(230) }
  })
  expect(pixels).toEqual({ size: [240, 80], left: [0, 0, 255, 255], right: [255, 255, 255, 255] })
  await page.waitForTimeout(300)
  expect(await moved()).toEqual([])
  await sound(page, 'a picture')
})
