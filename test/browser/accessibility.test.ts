import { expect, test } from 'vitest'
import { enterpriseWith, listed, newestProduct, publicEvent } from './catalogue.ts'
import { expectNoFault, expectNoViolation, violations } from './faultless.ts'
import { shifted } from './fitting.ts'
import { inBrowser } from './in-browser.ts'
import { searchBox, suggestions } from './search-box.ts'

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
    ['a survey that is not there', () => '/s/nothing'],
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
