import { chromium, type Page } from 'playwright-core'
import type { Desk } from './desk.ts'
import { measureWork, type Work } from './work.ts'

export interface Figures {
  figures: Figure[]
  work: Work[]
}

interface Figure {
  what: string
  times: number
  /** Milliseconds of each, the fastest first. */
  all: number[]
  p50: number
  max: number
}

const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Does what staff do all day, so many times each, and asks the browser how long each interaction took. */
export async function measureHand({ url, token }: Desk, times: number): Promise<Figures> {
  const browser = await chromium.launch({
    executablePath: program,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ko-KR' })
    await context.addCookies([{ name: 'sid', value: token, url }])
    await context.addInitScript(listen)
    const page = await context.newPage()
    await page.goto(`${url}/staff/enterprises`)
    await page.locator('tbody tr').nth(49).waitFor({ timeout: 30_000 })
    const figures: Figure[] = []
    for (const [what, act] of acts(page)) figures.push(await measure(page, what, times, act))
    return { figures, work: await measureWork(page) }
  } finally {
    await browser.close()
  }
}

type Act = (time: number) => Promise<void>

const acts = (page: Page): [string, Act][] => [
  ['ticking a row', time => page.locator('tbody input[type=checkbox]').nth(time).click()],
  ['the whole page', () => page.locator('thead input[type=checkbox]').click()],
  [
    'all that the filter finds',
    async () => {
      await page.getByRole('button', { name: /조건에 맞는 .*건 모두/ }).click()
      await page.getByRole('button', { name: '고르기 취소' }).click()
    },
  ],
  [
    'moving with J',
    () =>
      page
        .locator('tbody tr')
        .first()
        .focus()
        .then(() => page.keyboard.press('KeyJ')),
  ],
  [
    'changing columns',
    async time => {
      if (time === 0) await page.locator('summary', { hasText: /^열 / }).click()
      await page.getByRole('checkbox', { name: '관할' }).click()
    },
  ],
  [
    'sorting',
    async time => {
      await page
        .locator('thead button')
        .nth(time % 2)
        .click()
      await rest(page)
    },
  ],
  [
    'the next page',
    async () => {
      await page.getByRole('button', { name: '다음', exact: true }).click()
      await rest(page)
    },
  ],
  [
    'opening the palette',
    async () => {
      await page.keyboard.press('Control+KeyK')
      await rest(page)
      await page.keyboard.press('Escape')
    },
  ],
  [
    'typing in the palette',
    async time => {
      if (time === 0) await page.keyboard.press('Control+KeyK')
      await page.keyboard.press(time % 4 === 3 ? 'Backspace' : `Digit${(time % 4) + 1}`)
    },
  ],
  [
    'typing in the filter',
    async time => {
      const box = page.getByLabel('기업 찾기')
      if (time === 0) {
        await page.keyboard.press('Escape')
        await box.click()
      }
      await page.keyboard.press(time % 4 === 3 ? 'Backspace' : `Digit${(time % 4) + 1}`)
    },
  ],
]

async function measure(page: Page, what: string, times: number, act: Act): Promise<Figure> {
  await page.evaluate(() => Reflect.get(window, 'interactions').clear())
  for (let time = 0; time < times; time++) {
    await act(time)
    await rest(page)
  }
  const found: number[] = await page.evaluate(() => [...Reflect.get(window, 'interactions').values()])
  if (found.length === 0) throw new Error(`The browser has seen no interaction: ${what}`)
  const sorted = found.toSorted((a, b) => a - b)
  return {
    what,
    times: found.length,
    all: sorted,
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    max: sorted.at(-1) ?? 0,
  }
}

/** As long as nothing is asked for and nothing drawn. */
async function rest(page: Page) {
  await page.waitForTimeout(350)
  await page.locator('main [aria-busy=true]').waitFor({ state: 'detached', timeout: 10_000 })
}

/** Keeps the longest event of each interaction, in milliseconds; the browser rounds to 8 and tells from 16 on. */
function listen() {
  const interactions = new Map<number, number>()
  Reflect.set(window, 'interactions', interactions)
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (!('interactionId' in entry) || !entry.interactionId) continue
      const id = Number(entry.interactionId)
      interactions.set(id, Math.max(interactions.get(id) ?? 0, entry.duration))
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}
