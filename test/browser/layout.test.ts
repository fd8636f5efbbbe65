import { gzipSync } from 'node:zlib'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { enterpriseWith, listed, newestProduct, publicEvent } from './catalogue.ts'
import { expectFitting, shifted } from './fitting.ts'
import { inBrowser, settled } from './in-browser.ts'
import { resultCount, searchBox, suggestions } from './search-box.ts'

inBrowser('the layout', world => {
  const routes: [string, () => Promise<string> | string][] = [
    ['the list', () => `/search?q=${encodeURIComponent('인쇄')}&cred=1`],
    ['nothing found', () => '/search?min=9000000000000'],
    ['a product', async () => `/products/${(await newestProduct(world.app)).id}`],
    ['an enterprise', async () => `/enterprises/${(await enterpriseWith(world.app, 'EXPIRED')).id}`],
    ['an empty comparison', () => '/compare'],
    [
      'a comparison',
      async () => `/compare?ids=${(await listed(world.app, 'products', 4)).map(({ id }) => id).join(',')}`,
    ],
    ['a public event', async () => `/events/${(await publicEvent(world.app)).id}`],
    ['joining', () => '/join'],
    ['an invitation', () => '/invitation#code'],
    ['outcomes without a link', () => '/m'],
    ['a survey that is not there', () => '/s/nothing'],
    ['not found', () => '/nowhere'],
  ]
  test('the tray and the recent searches fit, too', async () => {
    const page = await world.open('/search')
    const toggles = page.locator('main article').getByRole('button', { name: /^비교/ })
    for (const at of [0, 1, 2, 3, 4]) await toggles.nth(at).click()
    await searchBox(page).fill('사회적 가치를 함께 만드는 사무실 집기와 복사용지 그리고 현수막과 명함')
    await searchBox(page).press('Enter')
    await page.waitForURL(url => url.searchParams.has('q'))
    await page.getByRole('button', { name: '검색어 전체 삭제' }).click()
    await suggestions(page).first().waitFor()
    await expectFitting(page)
  })

  // On a wide screen: accessibility.test.ts, which loads these pages there, and looks whether all of them fit.
  test('nothing jumps while a page comes in at 360 px', async () => {
    for (const [name, pathOf] of routes)
      expect(await shifted(await world.open(await pathOf(), { width: 360 })), name).toBeLessThanOrEqual(0.02)
  })

  test('on a phone the words of the header stand in lines, and its panel lies within the window', async () => {
    for (const display of ['light medium', 'high-contrast xlarge']) {
      const page = await world.open('/search', { width: 360, display })
      const entries = page.locator('header').getByRole('link')
      expect(await entries.count()).toBeGreaterThanOrEqual(4)
      for (const entry of await entries.all())
        expect(await isOneLine(entry), await entry.innerText()).toBe(true)
      await page.getByText('화면 설정').click()
      const panel = await page.getByLabel('화면 모드').locator('xpath=ancestor::details/div').boundingBox()
      expect(panel?.x).toBeGreaterThanOrEqual(0)
      expect((panel?.x ?? 0) + (panel?.width ?? 360)).toBeLessThanOrEqual(360)
    }
  })

  test('the first page loads at most 80 kB of script and 10 files beside its pictures', async () => {
    const page = await world.open('/')
    const entries = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(entry => entry.name),
    )
    // A file fetched ahead is listed once more when it is used.
    const files = [...new Set(entries)]
    const scripts = await Promise.all(
      files.filter(file => file.endsWith('.js')).map(async file => (await fetch(file)).arrayBuffer()),
    )
    const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
    expect(scripts.length).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(80_000)
    expect(files.filter(file => !file.includes('/img/')).length).toBeLessThanOrEqual(10)
  })

  test('on a phone the conditions fill the screen, count as they are chosen, and give the focus back', async () => {
    const page = await world.open('/search', { width: 360 })
    // Not drawn a second time where nobody sees it.
    expect(await page.locator('main aside input').count()).toBe(0)
    const opener = page.getByRole('button', { name: /^조건 \(/ })
    await opener.click()
    const sheet = page.getByRole('dialog', { name: '조건' })
    expect(await sheet.boundingBox()).toMatchObject({ x: 0, y: 0, width: 360, height: 900 })
    await sheet.getByRole('checkbox').first().check()
    await page.waitForURL(url => url.searchParams.has('cert'))
    await settled(page)
    const count = (await resultCount(page).innerText()).replace(/\D/g, '')
    const done = await sheet.getByRole('button', { name: /건 보기/ }).innerText()
    expect(done.replace(/\D/g, '')).toBe(count)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    expect(await opener.evaluate(element => element === document.activeElement)).toBe(true)
  })

  test('what is pressed with a finger is at least 44 px high', async () => {
    const page = await world.open('/search?cred=1', { width: 360 })
    const small = await page
      .locator('button:visible, select:visible, summary:visible, nav a:visible')
      .evaluateAll(all =>
        all
          .filter(element => element.getBoundingClientRect().height < 44)
          .map(element => element.outerHTML.slice(0, 120)),
      )
    expect(small).toEqual([])
  })
})

/** Whether its words stand on one line; those of another size beside them may reach a little lower. */
const isOneLine = (element: Locator) =>
  element.evaluate(node => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const feet = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ bottom }) => bottom)
    return Math.max(...feet) - Math.min(...feet) < 12
  })
