import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectFit } from './fitting.ts'
import { show } from './in-browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** KWCAG 2.2 goes back to WCAG; the last rule is experimental in axe and required by KWCAG 6.5.3. */
const options: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'label-content-name-mismatch': { enabled: true } },
  resultTypes: ['violations'],
}

/** What differs between the two modes: colours, and nothing else. */
const colours: axe.RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
}

const widths = [360, 768, 1280]

/** One look at a page that has been brought there: it fits, also with larger letters, and everybody can use it. */
export async function expectNoFault(page: Page) {
  await expectFit(page, 360, 'light', 1.5)
  for (const width of widths) {
    if (width < 1280) await expectFit(page, width, 'light', 1)
    await expectNoViolationAt(page, width)
  }
  await expectFit(page, 1280, 'high-contrast', 1.5)
}

/** Looks at a page at every width in both modes. */
export async function expectNoViolation(page: Page) {
  for (const width of widths) await expectNoViolationAt(page, width)
}

async function expectNoViolationAt(page: Page, width: number) {
  await show(page, width, 'light')
  expect(await violations(page), `${width} px, light`).toEqual([])
  await show(page, width, 'high-contrast')
  expect(await violations(page, colours), `${width} px, high contrast`).toEqual([])
}

export async function violations(page: Page, asked = options): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const found = await page.evaluate(async given => {
    const { axe: engine } = window as unknown as { axe: typeof axe }
    return (await engine.run(document, given)).violations
  }, asked)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}
