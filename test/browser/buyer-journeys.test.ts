import { expect, test } from 'vitest'
import { countOf, enterpriseWith, kindsOn, newestProduct, the } from './catalogue.ts'
import { inBrowser, settled } from './in-browser.ts'
import { resultCount, searchBox, suggestions } from './search-box.ts'

inBrowser('a buyer', world => {
  test('searches by name, opens the product and goes on to its enterprise', async () => {
    const product = await newestProduct(world.app)
    const page = await world.open('/')
    await searchBox(page).fill(product.name)
    await searchBox(page).press('Enter')
    await page.waitForURL(url => url.searchParams.get('q') === product.name)
    await settled(page)
    expect(await page.title()).toContain(product.name)
    expect(await page.locator('main mark').count()).toBeGreaterThan(0)

    await page.locator(`main a[href="/products/${product.id}"]`).click()
    await page.waitForURL(`**/products/${product.id}`)
    expect(await page.locator('main h1').innerText()).toBe(product.name)
    expect(await page.getByRole('heading', { name: '이 구매는 인정되나요?' }).count()).toBe(1)

    await page.getByRole('link', { name: product.enterprise.name, exact: true }).first().click()
    await page.waitForURL(`**/enterprises/${product.enterprise.id}`)
    expect(await page.locator('main h1').innerText()).toBe(product.enterprise.name)
    expect(await page.title()).toBe(`${product.enterprise.name} - 판로`)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  })

  test('narrows the list by the keyboard alone; the focus stays on the box, the count follows', async () => {
    const page = await world.open('/search')
    const box = page.getByRole('checkbox').first()
    const promised = the((await box.locator('xpath=..').locator('.count').innerText()).match(/[\d,]+/)?.[0])
    await box.focus()
    await page.keyboard.press('Space')
    await page.waitForURL(url => url.searchParams.has('cert'))
    await settled(page)
    expect(await resultCount(page).innerText()).toBe(`결과 ${promised}건`)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox')

    await page.getByRole('button', { name: '조건 모두 지우기' }).click()
    await page.waitForURL(url => url.search === '')
  })

  test('keeps the conditions when searching again, and changes the order', async () => {
    const page = await world.open('/search?cred=1')
    await searchBox(page).fill('인쇄')
    await page.getByRole('button', { name: '검색', exact: true }).click()
    await page.waitForURL(url => url.search === `?${new URLSearchParams({ q: '인쇄', cred: '1' })}`)
    await page.getByRole('combobox', { name: '정렬' }).selectOption({ label: '낮은 가격순' })
    await page.waitForURL(url => url.searchParams.get('sort') === 'price_asc')
    await settled(page)
    const prices = await page.locator('main .price strong').allInnerTexts()
    const amounts = prices.map(text => Number(text.replace(/\D/g, '')))
    expect(amounts.length).toBeGreaterThan(1)
    expect(amounts).toEqual(amounts.toSorted((one, other) => one - other))
  })

  test('walks suggestions with the arrows; Esc closes them, Enter searches the chosen one', async () => {
    const page = await world.open('/')
    const box = searchBox(page)
    await box.pressSequentially('인쇄')
    const options = suggestions(page)
    await options.first().waitFor()
    await box.press('Escape')
    expect(await options.first().isVisible()).toBe(false)
    await box.press('ArrowDown')
    const chosen = await options.first().locator('span').first().innerText()
    expect(await options.first().getAttribute('aria-selected')).toBe('true')
    await box.press('Enter')
    await page.waitForURL(url => url.searchParams.get('q') === chosen.trim())
  })

  test('who mistypes is told what was searched instead', async () => {
    const page = await world.open(`/search?q=${encodeURIComponent('인쇠')}`)
    const text = await page.locator('main').innerText()
    expect(text).toContain('‘인쇠’와 맞는 결과가 없습니다. ‘인쇄’로 찾은')
  })

  test('who finds nothing is told which condition to lift, and with what result', async () => {
    const page = await world.open(`/search?q=${encodeURIComponent('인쇄')}&min=9000000000000`)
    const way = page.getByRole('button', { name: /9,000,000,000,000원 이상 빼고 찾기/ })
    await way.waitFor()
    const promised = await countOf(world.app, '인쇄')
    expect(await way.innerText()).toContain(`(${promised.toLocaleString('ko-KR')}건)`)
    expect(
      await page.getByRole('navigation', { name: '품목에서 찾기' }).getByRole('link').count(),
    ).toBeGreaterThan(3)
    await way.click()
    await page.waitForURL(url => !url.searchParams.has('min'))
    await settled(page)
    expect(await page.locator('main article').count()).toBe(20)
  })

  test('sees a lapsed certificate as lapsed, and one judged on the day of the contract', async () => {
    const { id, certifications } = await enterpriseWith(world.app, 'EXPIRED')
    const lapsed = the(certifications.find(one => one.status === 'EXPIRED'))
    const page = await world.open(`/enterprises/${id}`)
    expect(await page.getByRole('table', { name: '인증 이력' }).innerText()).toContain('기간만료')

    const lastDay = the(lapsed.validUntil ?? undefined)
    await page.getByLabel('계약일').fill(lastDay)
    await page.waitForURL(url => url.searchParams.get('date') === lastDay)
    await settled(page)
    const verdict = await page.getByRole('region', { name: '이 구매는 인정되나요?' }).innerText()
    const kinds = await kindsOn(world.app, id, lastDay)
    expect(kinds).toContain(lapsed.kind.name)
    for (const kind of kinds) expect(verdict).toContain(`${kind} 유효`)
    expect(verdict).toContain('검토 필요')
  })

  test.each(['/nowhere', '/products/product_00000000000000000000000000000000', '/enterprises/x'])(
    '%s does not exist, and says so',
    async path => {
      const page = await world.open(path)
      expect(await page.locator('main h1').innerText()).toBe('찾을 수 없는 페이지입니다')
    },
  )

  test('who loses the connection keeps the page, and can try again', async () => {
    const page = await world.open('/', { expectedErrors: /Failed to load resource/ })
    await page.route('**/graphql', route => route.abort())
    await searchBox(page).fill('인쇄')
    await searchBox(page).press('Enter')
    await page.getByRole('alert').getByText('연결이 끊겼습니다').waitFor()
    expect(await searchBox(page).inputValue()).toBe('인쇄')
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: '다시 시도' }).click()
    await page.getByText(`결과 ${(await countOf(world.app, '인쇄')).toLocaleString('ko-KR')}건`).waitFor()
  })
})
