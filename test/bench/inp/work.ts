import type { CDPSession, Page } from 'playwright-core'

export interface Work {
  what: string
  /** Milliseconds of the processor: all that the page did for it, and how much of that was style and layout. */
  all: number
  layout: number
}

const rounds = 7

const button = (words: RegExp) =>
  `[...document.querySelectorAll('button')].find(each => ${words}.test(each.textContent.trim())).click()`
const column = `[...document.querySelectorAll('details label')].find(each => /관할/.test(each.textContent)).querySelector('input').click()`

/** In pairs that lead back to where they began. */
const acts: readonly [string, string][] = [
  ['ticking a row', `document.querySelectorAll('tbody input')[3].click()`],
  ['the whole page', `document.querySelector('thead input').click()`],
  ['all that the filter finds', button(/모두$/)],
  ['choosing none', button(/고르기 취소/)],
  ['a column more', column],
  ['a column less', column],
  ['another order', `document.querySelectorAll('thead button')[1].click()`],
  ['the order before', `document.querySelectorAll('thead button')[0].click()`],
  ['opening the palette', `document.querySelector('nav button').click()`],
  ['closing it', `document.querySelector('dialog[open]').close()`],
]

/**
 * What the page works for each, by the clock of its own thread: others on the same machine make a hand wait longer, and
 * this hardly. What follows after the first frame is counted as well.
 */
export async function measureWork(page: Page): Promise<Work[]> {
  await page.goto(new URL('/staff/enterprises', page.url()).href)
  await page.locator('tbody tr').nth(49).waitFor({ timeout: 30_000 })
  const meter = await page.context().newCDPSession(page)
  await meter.send('Performance.enable', { timeDomain: 'threadTicks' })
  const found = new Map<string, Spent[]>()
  for (let round = 0; round < rounds; round++)
    for (const [what, act] of acts) {
      const before = await spentBy(meter)
      await page.evaluate(act)
      await page.waitForTimeout(500)
      const { all, layout } = await spentBy(meter)
      const spent = { all: all - before.all, layout: layout - before.layout }
      found.set(what, [...(found.get(what) ?? []), spent])
    }
  return [...found].map(([what, times]) => ({ what, ...median(times) }))
}

type Spent = Omit<Work, 'what'>

async function spentBy(meter: CDPSession): Promise<Spent> {
  const { metrics } = await meter.send('Performance.getMetrics')
  const of = (name: string) => (metrics.find(metric => metric.name === name)?.value ?? 0) * 1_000
  return { all: of('TaskDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') }
}

const median = (times: readonly Spent[]): Spent =>
  times.toSorted((a, b) => a.all - b.all)[times.length >> 1] ?? { all: 0, layout: 0 }
