import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signIn } from '../kit/ask.ts'
import { enterpriseWith, listed, newestProduct, publicEvent } from './catalogue.ts'
import { details, detailsOf } from './details.ts'
import { expectFitting, shifted } from './fitting.ts'
import { inBrowser, show } from './in-browser.ts'
import { searchBox, suggestions } from './search-box.ts'

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

/** One look at a page that has been brought there: it fits, and everybody can use it. */
async function expectNoFault(page: Page) {
  await expectFitting(page)
  await expectNoViolation(page)
}

/** Looks at a page at every width in both modes. */
async function expectNoViolation(page: Page) {
  for (const width of [360, 768, 1280]) {
    await show(page, width, 'light')
    expect(await violations(page), `${width} px, light`).toEqual([])
    await show(page, width, 'high-contrast')
    expect(await violations(page, colours), `${width} px, high contrast`).toEqual([])
  }
}

async function violations(page: Page, asked = options): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const found = await page.evaluate(async given => {
    const { axe: engine } = window as unknown as { axe: typeof axe }
    return (await engine.run(document, given)).violations
  }, asked)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}

inBrowser('everybody can use it', world => {
  const comparisonOf = async (kind: 'products' | 'enterprises') =>
    `/compare?ids=${(await listed(world.app, kind, 4)).map(({ id }) => id).join(',')}`
  const routes: [string, () => Promise<string> | string][] = [
    ['the start page', () => '/'],
    ['a list with conditions', () => `/search?q=${encodeURIComponent('인쇄')}&cred=1&min=1000`],
    ['a list of enterprises', () => '/search?scope=enterprises'],
    ['a corrected search', () => `/search?q=${encodeURIComponent('인쇠')}&cat=x`],
    ['nothing found', () => `/search?q=${encodeURIComponent('인쇄 우주선')}&exactly=1&min=9000000000000`],
    ['a product', async () => `/products/${(await newestProduct(world.app)).id}`],
    [
      'an enterprise with a lapsed certificate',
      async () => `/enterprises/${(await enterpriseWith(world.app, 'EXPIRED')).id}`,
    ],
    [
      'an enterprise without dates',
      async () => `/enterprises/${(await enterpriseWith(world.app, 'DATE_UNKNOWN')).id}`,
    ],
    ['an empty comparison', () => '/compare'],
    ['a comparison', () => comparisonOf('products')],
    ['a comparison of enterprises', () => comparisonOf('enterprises')],
    ['what is kept, for a visitor', () => '/saved'],
    ['the sign-in', () => '/login'],
    ['the public events', () => '/events'],
    ['a public event', async () => `/events/${(await publicEvent(world.app)).id}`],
    ['joining', () => '/join'],
    ['an invitation', () => '/invitation#code'],
    ['outcomes without a link', () => '/m'],
    ['not found', () => '/nowhere'],
  ]

  test.each(routes)(
    '%s: fits, and no violation, at 360, 768 and 1280 px, in both modes',
    async (_, pathOf) => {
      const page = await world.open(await pathOf())
      expect(await shifted(page), 'nothing jumps while it comes in').toBeLessThanOrEqual(0.02)
      await expectNoFault(page)
    },
  )

  const desks: [string, Parameters<typeof signIn>[1], string][] = [
    ['the words', 'STAFF', '/staff/words'],
    ['the institutions', 'STAFF', '/staff/institutions'],
    ['the planned purchases', 'STAFF', '/staff/plans'],
    ['the own department', 'BUYER', '/office'],
    ['the home of an enterprise', 'ENTERPRISE', '/desk'],
    ['the certificates of an enterprise', 'ENTERPRISE', '/desk/certificates'],
    ['the products of an enterprise', 'ENTERPRISE', '/desk/products'],
    ['the passport of an enterprise', 'ENTERPRISE', '/desk/passport'],
    ['the files of an enterprise', 'ENTERPRISE', '/desk/files'],
    ['what an enterprise has applied for', 'ENTERPRISE', '/desk/applications'],
    ['what an enterprise takes part in', 'ENTERPRISE', '/own/events'],
    ['the review queue', 'STAFF', '/staff/reviews'],
    ['the enterprises of a centre', 'STAFF', '/staff/enterprises'],
    ['the imports', 'STAFF', '/staff/imports'],
    ['the requirement sets', 'STAFF', '/staff/requirements'],
    ['the events of a centre', 'STAFF', '/staff/events'],
    ['what a buyer keeps', 'BUYER', '/saved'],
    ['what a buyer was told', 'BUYER', '/notices'],
    ['the account of a lead', 'LEAD', '/account'],
    ['the settings of a centre', 'LEAD', '/staff/settings'],
    ['who asks to be let in', 'STAFF', '/staff/members'],
    ['the words of notices', 'STAFF', '/staff/notice-templates'],
  ]

  test.each(desks)(
    '%s: fits, and no violation, at 360, 768 and 1280 px, in both modes',
    async (_, role, path) => {
      await expectNoFault(await world.open(path, { token: await signIn(world.app, role) }))
    },
  )

  test.each(details)('%s: fits, and no violation, at 360, 768 and 1280 px, in both modes', async name => {
    const { token, path } = (await detailsOf(world.app))[name]
    await expectNoFault(await world.open(path, { token }))
  })

  // A sheet of samples, wider than a phone.
  test('the parts of the desks: no violation at 360, 768 and 1280 px, in both modes', async () => {
    await expectNoViolation(await world.open('/staff/_ui'))
  })

  test('open menus and sheets: no violation', async () => {
    const page = await world.open('/search')
    await page.getByText('화면 설정').click()
    expect(await violations(page)).toEqual([])
    await searchBox(page).pressSequentially('인쇄')
    await suggestions(page).first().waitFor()
    expect(await violations(page)).toEqual([])

    const phone = await world.open('/search', { width: 360 })
    await phone.getByRole('button', { name: /^조건/ }).click()
    await phone.getByRole('dialog').waitFor()
    expect(await violations(phone)).toEqual([])
  })

  test('a filled tray, a refusal and recent searches: no violation', async () => {
    const page = await world.open('/search?scope=enterprises')
    const toggles = page.locator('main article').getByRole('button', { name: /^비교/ })
    for (const at of [0, 1, 2, 3, 4]) await toggles.nth(at).click()
    await page.getByText('비교함에는 4개까지 담을 수 있습니다').waitFor()
    await searchBox(page).fill('인쇄')
    await searchBox(page).press('Enter')
    await page.waitForURL(url => url.searchParams.has('q'))
    await page.getByRole('button', { name: '검색어 전체 삭제' }).click()
    await suggestions(page).first().waitFor()
    await expectNoViolation(page)
  })

  test('the skip link leads to the content, and the first Tab finds it', async () => {
    const page = await world.open('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('본문 바로가기')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  test('contrast and size of text are chosen once and kept', async () => {
    const page = await world.open('/')
    await page.getByText('화면 설정').click()
    await page.getByLabel('화면 모드').selectOption({ label: '선명하게' })
    await page.getByLabel('글자 크기').selectOption({ label: '가장 크게' })
    const look = () =>
      page.evaluate(() => ({
        mode: document.documentElement.dataset['krdsMode'],
        size: getComputedStyle(document.body).fontSize,
        background: getComputedStyle(document.body).backgroundColor,
      }))
    const chosen = { mode: 'high-contrast', size: '25.5px', background: 'rgb(0, 0, 0)' }
    expect(await look()).toEqual(chosen)
    // The choice put in by the test itself would hide what the page has kept.
    const kept = await page.evaluate(() => localStorage.getItem('panro.display'))
    expect(kept).toBe('high-contrast xxlarge')
  })
})
