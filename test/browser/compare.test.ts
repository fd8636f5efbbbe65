import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listed, productsOfOne, the } from './catalogue.ts'
import { inBrowser, settled } from './in-browser.ts'

const toggles = (page: Page) => page.locator('main article').getByRole('button', { name: /^비교/ })
const bar = (page: Page) => page.getByRole('complementary', { name: '비교함' })
const table = (page: Page) => page.getByRole('table', { name: '비교표' })
const heads = (page: Page) => table(page).locator('thead th').allInnerTexts()

inBrowser('comparing', world => {
  const idsOf = async (kind: 'products' | 'enterprises', count: number) =>
    (await listed(world.app, kind, count)).map(({ id }) => id)

  test('four products go into the tray, a fifth is refused in words, and the table has a column for each', async () => {
    const page = await world.open('/search')
    const names = await page.locator('main article h3').allInnerTexts()
    for (const at of [0, 1, 2, 3]) await toggles(page).nth(at).click()
    await settled(page)
    expect(await bar(page).innerText()).toContain('비교함 4/4')

    await toggles(page).nth(4).click()
    await page.getByText('비교함에는 4개까지 담을 수 있습니다').waitFor()
    expect(await toggles(page).nth(4).getAttribute('aria-pressed')).toBe('false')
    expect(await bar(page).innerText()).toContain('비교함 4/4')

    await bar(page).getByRole('button', { name: '비교하기' }).click()
    await page.waitForURL('**/compare?ids=*')
    await settled(page)
    const shown = await heads(page)
    expect(shown).toHaveLength(5)
    for (const [at, name] of names.slice(0, 4).entries()) expect(shown[at + 1]).toContain(name)
    expect(await table(page).locator('tbody th[scope=row]').count()).toBeGreaterThan(10)
  })

  test('the tray outlives the page, and is emptied one by one or at once', async () => {
    const page = await world.open('/search')
    for (const at of [0, 1]) await toggles(page).nth(at).click()
    await page.reload()
    await settled(page)
    expect(await bar(page).innerText()).toContain('비교함 2/4')
    const kept = await page.evaluate(() => localStorage.getItem('panro.compare'))
    expect(kept).toMatch(/^products( product_\w+){2}$/)

    await bar(page)
      .getByRole('button', { name: /비교함에서 빼기$/ })
      .first()
      .click()
    expect(await bar(page).innerText()).toContain('하나 더 담으면 비교할 수 있습니다')
    await bar(page).getByRole('button', { name: '비우기' }).click()
    await bar(page).waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => localStorage.getItem('panro.compare'))).toBeNull()
  })

  test('C puts in what the focus is on, with the keyboard in either language, and nothing from elsewhere', async () => {
    const page = await world.open('/search')
    await page.locator('main h1').click()
    await page.keyboard.press('KeyC')
    expect(await bar(page).count()).toBe(0)
    await page.locator('main article h3 a').nth(1).focus()
    await page.keyboard.press('KeyC')
    expect(await toggles(page).nth(1).getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('KeyC')
    expect(await toggles(page).nth(1).getAttribute('aria-pressed')).toBe('false')
  })

  test('products and enterprises do not mix; who wants to begins anew, and keeps the focus', async () => {
    const page = await world.open('/search')
    await toggles(page).first().click()
    await page.getByRole('navigation', { name: '찾을 대상' }).getByRole('link', { name: /기업/ }).click()
    await page.waitForURL(url => url.searchParams.get('scope') === 'enterprises')
    await settled(page)
    await toggles(page).first().click()
    await page.getByText('한 번에 한 종류만 비교할 수 있습니다').waitFor()
    await page.getByRole('button', { name: '비우고 새로 담기' }).press('Enter')
    expect(await toggles(page).first().getAttribute('aria-pressed')).toBe('true')
    expect(
      await toggles(page)
        .first()
        .evaluate(button => button === document.activeElement),
    ).toBe(true)
    expect(await bar(page).innerText()).toContain('비교함 1/4')
  })

  test.each(['products', 'enterprises'] as const)(
    'a mailed link shows the same %s, and only what differs',
    async kind => {
      const ids = kind === 'products' ? await productsOfOne(world.app) : await idsOf(kind, 3)
      const page = await world.open(`/compare?ids=${ids.join(',')}`)
      const all = await table(page).locator('tbody tr').count()
      const marked = await table(page).locator('tbody th', { hasText: '다름' }).count()
      expect(marked).toBeGreaterThan(0)
      expect(marked).toBeLessThan(all)

      await page.getByRole('checkbox', { name: '차이만 보기' }).check()
      await page.waitForURL(url => url.searchParams.get('diff') === '1')
      expect(await table(page).locator('tbody tr').count()).toBe(marked)
      const mailed = await world.open(new URL(page.url()).pathname + new URL(page.url()).search)
      expect(await heads(mailed)).toEqual(await heads(page))
      expect(await table(mailed).locator('tbody tr').count()).toBe(marked)
    },
  )

  test('what exists no more keeps a column that says so; another kind, too; a column can be taken out', async () => {
    const [product] = await idsOf('products', 1)
    const [enterprise] = await idsOf('enterprises', 1)
    const ids = [the(product), 'product_00000000000000000000000000000000', the(enterprise)]
    const page = await world.open(`/compare?ids=${ids.join(',')}`)
    const [, , absent, mixed] = await heads(page)
    expect(absent).toContain('찾을 수 없는 항목입니다')
    expect(mixed).toContain('종류가 달라 함께 비교할 수 없습니다')

    await table(page).getByRole('button', { name: /^빼기/ }).last().click()
    await page.waitForURL(url => url.searchParams.get('ids') === ids.slice(0, 2).join(','))
    await settled(page)
    expect(await heads(page)).toHaveLength(3)
  })

  test('an address with too much in it is cut, and says so; an empty one says what to do', async () => {
    const page = await world.open(`/compare?ids=${(await idsOf('products', 5)).join(',')}`)
    expect(await page.locator('main').innerText()).toContain('4개를 넘는 것은 뺐습니다')
    expect(await heads(page)).toHaveLength(5)
    const empty = await world.open('/compare')
    expect(await empty.locator('main').innerText()).toContain('비교함이 비어 있습니다')
  })

  test.each(['light', 'high-contrast'])('four print on one sheet, black on white: %s', async mode => {
    const ids = await idsOf('enterprises', 4)
    const page = await world.open(`/compare?ids=${ids.join(',')}`, { display: `${mode} medium` })
    const sheet = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const text = sheet.toString('latin1')
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    const [width, height] = the(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? undefined).slice(1)
    expect(Number(width)).toBeGreaterThan(Number(height))
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
  })

  test('on a phone the table is pushed sideways by the keyboard, and the names of its rows stay', async () => {
    const page = await world.open(`/compare?ids=${(await idsOf('products', 4)).join(',')}`, { width: 360 })
    const frame = page.getByRole('region', { name: '비교표' })
    await frame.focus()
    for (let presses = 0; presses < 10; presses++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => frame.evaluate(element => element.scrollLeft)).toBeGreaterThan(100)
    const name = await table(page).locator('tbody th').first().boundingBox()
    expect(name?.x).toBeLessThan(20)
  })
})
