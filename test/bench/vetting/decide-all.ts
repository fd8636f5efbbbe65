import type { Page } from 'playwright-core'

export interface Tally {
  decisions: number
  keys: number
  thoughts: number
}
type What = 'approved' | 'sent back' | 'rejected' | 'to the queue'

/** Of twenty, seventeen are in order, two lack something, one is turned down. */
const decisionFor = (index: number): Exclude<What, 'to the queue'> => {
  if (index % 20 === 19) return 'rejected'
  return index % 10 === 4 ? 'sent back' : 'approved'
}

/** From the queue, until as many are decided. */
export async function decideAll(page: Page, url: string, cases: number): Promise<Record<What, Tally>> {
  const none = (): Tally => ({ decisions: 0, keys: 0, thoughts: 0 })
  const tally = { approved: none(), 'sent back': none(), rejected: none(), 'to the queue': none() }
  await page.goto(`${url}/staff/reviews`)
  let at = ''
  for (let index = 0; index < cases; index++) {
    if (await isInQueue(page)) {
      await page.getByRole('row').nth(1).waitFor()
      await press(page, tally['to the queue'], 'Enter')
      tally['to the queue'].decisions++
    }
    at = await arrived(page, at)
    const what = decisionFor(index)
    const one = tally[what]
    await decide(page, what, one)
    one.decisions++
    one.thoughts += what === 'sent back' ? 2 : 1
    await page.waitForURL(to => !to.pathname.endsWith(at))
  }
  return tally
}

const isInQueue = async (page: Page) => new URL(page.url()).pathname === '/staff/reviews'

/** Until another case is in view, ready for a verdict. */
async function arrived(page: Page, before: string): Promise<string> {
  await page.waitForURL(
    to => /\/reviews\/review_/.test(to.pathname) && !(before && to.pathname.endsWith(before)),
  )
  await page.getByRole('heading', { level: 2, name: /^1\. / }).waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function decide(page: Page, what: Exclude<What, 'to the queue'>, tally: Tally) {
  if (what === 'approved') {
    // All that is left is met, and that is all: the verdicts and the decision are one key.
    await press(page, tally, 'KeyM')
  } else if (what === 'rejected') {
    await press(page, tally, 'Digit0')
    await press(page, tally, 'KeyN')
    await page.getByRole('dialog').waitFor()
    await press(page, tally, 'Digit1')
    await press(page, tally, 'Control+Enter')
  } else {
    await press(page, tally, 'Digit1')
    await page.getByRole('heading', { level: 2, name: /^2\. / }).waitFor()
    await press(page, tally, 'Digit2')
    await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement)
    await press(page, tally, 'Control+Enter')
    await page.waitForFunction(() => document.activeElement instanceof HTMLHeadingElement)
    await press(page, tally, 'KeyR')
    await page.getByRole('dialog').waitFor()
    await press(page, tally, 'Enter')
  }
}

async function press(page: Page, tally: Tally, chord: string) {
  tally.keys += chord.split('+').length
  await page.keyboard.press(chord)
}
