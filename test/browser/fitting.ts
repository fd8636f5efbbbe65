import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { show } from './in-browser.ts'

const looks: [width: number, mode: string, zoom: number][] = [
  [360, 'light', 1],
  [360, 'light', 1.5],
  [768, 'light', 1],
  [1280, 'high-contrast', 1.5],
]

/** At every width, and with larger letters: nothing to scroll sideways, nothing cut off. */
export async function expectFitting(page: Page) {
  for (const look of looks) await expectFit(page, ...look)
}

/** The same, at one width. */
export async function expectFit(page: Page, width: number, mode: string, zoom: number) {
  await show(page, width, mode, zoom)
  const scrolled = await page.evaluate(() => document.documentElement.scrollWidth)
  const past = scrolled > width ? await reachingPast(page, width) : []
  expect(past, `${page.url()} at ${width} px, ${mode}, ${zoom}`).toEqual([])
  expect(await cutOff(page), `${width} px, ${mode}, ${zoom}`).toEqual([])
  expect(await stacked(page), `${page.url()} at ${width} px, ${mode}, ${zoom}`).toEqual([])
}

/** How far things have jumped about while the page came in. */
export const shifted = (page: Page) => page.evaluate(() => Number(Reflect.get(window, 'shifted')))

/** Elements whose text does not fit into them. */
const cutOff = (page: Page) =>
  page.locator('main h1, main h3, main p, main a, main button, main th, main td, main dd').evaluateAll(all =>
    all
      .filter(element => element.clientWidth > 0)
      .filter(
        element =>
          getComputedStyle(element).overflowX === 'visible' && getComputedStyle(element).display !== 'inline',
      )
      .filter(element => element.scrollWidth > element.clientWidth + 1)
      .map(element => element.outerHTML.slice(0, 120)),
  )

/** Words that stand letter under letter, for want of room beside each other. */
const stacked = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const letters = text.textContent?.trim() ?? ''
      if (letters.length < 3) continue
      range.selectNodeContents(text)
      const lines = new Set(
        [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => top),
      )
      if (lines.size > 1 && letters.length / lines.size < 2.5) found.push(letters)
    }
    return found
  })

/** The innermost elements that lie beyond the right edge: what makes a page scroll sideways. */
const reachingPast = (page: Page, width: number) =>
  page.locator('body *').evaluateAll(
    (all, edge) =>
      all
        .filter(element => element.getBoundingClientRect().right > edge + 1)
        .filter(
          element => ![...element.children].some(child => child.getBoundingClientRect().right > edge + 1),
        )
        .map(element => element.outerHTML.slice(0, 200)),
    width,
  )
