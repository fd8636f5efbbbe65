import type { Page } from 'playwright-core'

export interface Tally {
  decisions: number
  keys: number
  thoughts: number
}
type What = 'confirmed' | 'waitlisted' | 'not selected' | 'taken back'

/** Of ten, five come, two wait, three do not; one in fifty was a slip of the finger. */
const decisionFor = (index: number): Exclude<What, 'taken back'> => {
  if (index % 10 < 5) return 'confirmed'
  return index % 10 < 7 ? 'waitlisted' : 'not selected'
}

const stateOf = { confirmed: '확정', waitlisted: '대기', 'not selected': '미선정' } as const

/** From the first row of the board to the last, by keys alone. */
export async function decideAll(page: Page, address: string, rows: number): Promise<Record<What, Tally>> {
  const none = (): Tally => ({ decisions: 0, keys: 0, thoughts: 0 })
  const tally = { confirmed: none(), waitlisted: none(), 'not selected': none(), 'taken back': none() }
  await page.goto(address)
  await page.locator('tr[aria-current=true]').waitFor()
  for (let index = 0; index < rows; index++) {
    const line = await current(page)
    if (index % 50 === 49) await slip(page, tally['taken back'], line)
    const what = decisionFor(index)
    const one = tally[what]
    await decide(page, what, one)
    one.decisions++
    one.thoughts++
    await page.locator(`#${line} .badge`, { hasText: stateOf[what] }).waitFor()
  }
  await page.getByText('자동 저장').waitFor({ timeout: 120_000 })
  return tally
}

/** The wrong key, noticed on the next row, and taken back. */
async function slip(page: Page, tally: Tally, line: string) {
  await press(page, tally, 'KeyW')
  await page.locator(`#${line} .badge`, { hasText: '대기' }).waitFor()
  await press(page, tally, 'KeyU')
  await page.locator(`#${line}[aria-current=true] .badge`, { hasText: '신청' }).waitFor({ timeout: 60_000 })
  tally.decisions++
  tally.thoughts++
}

async function decide(page: Page, what: Exclude<What, 'taken back'>, tally: Tally) {
  if (what === 'confirmed') return press(page, tally, 'KeyY')
  if (what === 'waitlisted') return press(page, tally, 'KeyW')
  await press(page, tally, 'KeyN')
  return press(page, tally, 'Digit2')
}

const current = (page: Page) =>
  page
    .locator('tr[aria-current=true]')
    .getAttribute('id')
    .then(id => id ?? '')

async function press(page: Page, tally: Tally, key: string) {
  tally.keys += 1
  await page.keyboard.press(key)
}
