import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../kit/ask.ts'
import { openCuration, type CurationWorld } from '../kit/curation.ts'
import { inBrowser, settled, show } from './in-browser.ts'

inBrowser('choosing who takes part', world => {
  let curation: CurationWorld
  beforeAll(async () => {
    curation = await openCuration(world.app)
  })
  afterAll(() => curation.end())

  const openAs = async (token: string, path: string, width = 1280): Promise<Page> => {
    const page = await world.open('/login', { width })
    await page.context().addCookies([{ name: 'sid', value: token, url: world.app.url }])
    await page.goto(`${world.app.url}${path}`)
    await settled(page)
    return page
  }

  const line = (page: Page, name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
  const isAt = (page: Page, name: string) =>
    page.locator('tr[aria-current=true]', { hasText: name }).waitFor()

  test('an enterprise applies, the desk decides by keyboard and sends, the enterprise declines', async () => {
    const event = await curation.event({ title: '가을 상담회', wanted: 1 })
    const [first, second] = [await curation.applicant('가온누리'), await curation.applicant('나래울')]
    await curation.apply(first, event)
    const own = await openAs(second.person.token, '/own/events', 360)
    const offer = own.getByRole('article').filter({ hasText: '가을 상담회' })
    await offer.getByRole('button', { name: /참가 신청/ }).click()
    await offer.getByLabel('센터에 하실 말').fill('현장에서 바로 견본을 보여 드립니다.')
    await offer.getByRole('button', { name: '신청하기' }).click()
    await own.getByText('신청했습니다. 결과는 알림으로').first().waitFor()
    await curation.setState(event, 'curating')

    const page = await openAs(curation.staff.token, `/staff/events/${event.id}/curation`)
    await isAt(page, '가온누리')
    await page.keyboard.press('KeyY')
    await isAt(page, '나래울')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: '자세히' }).getByText('견본을 보여 드립니다').waitFor()
    await page.keyboard.press('KeyN')
    await page.keyboard.press('Digit4')
    await line(page, '나래울').getByText('미선정').waitFor()
    await page.getByRole('button', { name: /되돌리기: 나래울 미선정 → 신청/ }).waitFor()
    await page.keyboard.press('KeyU')
    await line(page, '나래울').getByText('신청', { exact: true }).waitFor()
    await page.keyboard.press('KeyW')
    await line(page, '나래울').getByText('대기 1번').waitFor()

    await page.getByRole('button', { name: '명단 확정 · 보낼 결과 2' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '2건 보내기' }).click()
    await page.getByText('결과 2건을 보냈습니다.').first().waitFor()

    const mine = await openAs(first.person.token, '/own/events', 360)
    await mine.getByRole('button', { name: /참가 사양/ }).click()
    await mine.getByRole('dialog').getByRole('button', { name: '참가 사양' }).click()
    await mine.getByText('참가를 사양했습니다.').first().waitFor()
    await line(page, '나래울').getByText('확정', { exact: true }).waitFor({ timeout: 4_000 })
  })

  test('two people at once see each other, and the slower one chooses which decision stands', async () => {
    const event = await curation.event({ title: '겨울 상담회' })
    const who = await Promise.all(['다솜터', '라온길'].map(name => curation.applicant(name)))
    const rows = []
    for (const each of who) rows.push(await curation.apply(each, event))
    await curation.setState(event, 'curating')
    const page = await openAs(curation.staff.token, `/staff/events/${event.id}/curation`)
    await isAt(page, '다솜터')
    const [first, second] = rows
    if (!first || !second) throw new Error('Two have applied')
    await curation.decide(curation.colleague.token, second, 'WAIT')
    const begun = performance.now()
    await line(page, '라온길').getByText('박동료 · 방금').waitFor({ timeout: 4_000 })
    expect(performance.now() - begun).toBeLessThan(4_000)

    // Before the next look: the server knows already what this page does not.
    await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }))
    await curation.decide(curation.colleague.token, first, 'WAIT')
    await page.keyboard.press('KeyY')
    const alert = page.getByRole('alert').filter({ hasText: '박동료 담당자가 방금 다르게 정했습니다' })
    await alert.waitFor()
    await alert.getByRole('button', { name: /내 결정/ }).click()
    await line(page, '다솜터').getByText('확정', { exact: true }).waitFor()
    await eventually(async () =>
      expect((await curation.figures(curation.staff.token, event)).enterprises.confirmed).toBe(1),
    )
  })

  test('on a phone one at a time, with buttons for a thumb', async () => {
    const event = await curation.event({ title: '봄 상담회' })
    for (const name of ['마루터', '바람길']) await curation.apply(await curation.applicant(name), event)
    await curation.setState(event, 'curating')
    const page = await openAs(curation.staff.token, `/staff/events/${event.id}/curation`, 360)
    const card = page.getByRole('article')
    await card.getByRole('heading', { name: '마루터' }).waitFor()
    const confirm = card.getByRole('button', { name: /^확정/ })
    expect((await confirm.boundingBox())?.height).toBeGreaterThanOrEqual(56)
    await confirm.click()
    await card.getByRole('heading', { name: '바람길' }).waitFor()
    await card.getByRole('button', { name: /^미선정/ }).click()
    await card.getByRole('button', { name: /정원/ }).click()
    await eventually(async () =>
      expect((await curation.figures(curation.staff.token, event)).enterprises).toMatchObject({
        confirmed: 1,
        applied: 0,
      }),
    )
    await show(page, 360, 'light')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
