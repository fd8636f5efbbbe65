import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser, settled } from './in-browser.ts'

const names = (page: Page) => page.locator('main article h3').allInnerTexts()

/** Goes to the second page of a narrowed, ordered list by hand. */
async function toSecondPage(page: Page) {
  await page.getByRole('checkbox').first().check()
  await page.waitForURL(url => url.searchParams.has('cert'))
  await page.getByRole('combobox', { name: '정렬' }).selectOption({ label: '이름순' })
  await page.waitForURL(url => url.searchParams.get('sort') === 'name')
  await settled(page)
  const first = await names(page)
  await page.getByRole('button', { name: '다음' }).click()
  await page.waitForURL(url => url.searchParams.get('page') === '2')
  await settled(page)
  return first
}

inBrowser('the list', world => {
  test('comes back as it was: by Back, by reload, and from a mailed link', async () => {
    const page = await world.open('/search')
    await toSecondPage(page)
    const address = page.url()
    const second = await names(page)
    expect(second).toHaveLength(20)

    await page.locator('main article h3 a').nth(3).click()
    await page.waitForURL('**/products/*')
    await page.goBack()
    await page.waitForURL(address)
    await settled(page)
    expect(await names(page)).toEqual(second)

    await page.reload()
    await settled(page)
    expect(await names(page)).toEqual(second)
    const mailed = await world.open(new URL(address).pathname + new URL(address).search)
    expect(await names(mailed)).toEqual(second)
  })

  test('an old link with a code that nothing has leads to the list, and says what was left out', async () => {
    const page = await world.open('/search?cat=99&region=11', {
      expectedErrors: /status of 400|BAD_USER_INPUT/,
    })
    await page.waitForURL(url => !url.searchParams.has('cat'))
    await settled(page)
    expect(new URL(page.url()).searchParams.get('region')).toBe('11')
    expect(await names(page)).not.toEqual([])
    await page.getByText('알 수 없는', { exact: false }).first().waitFor()
  })

  test('walks forward and back to the very same first page', async () => {
    const page = await world.open('/search')
    const first = await toSecondPage(page)
    expect(await names(page)).not.toEqual(first)
    await page.getByRole('button', { name: '이전' }).click()
    await page.waitForURL(url => !url.searchParams.has('page'))
    await settled(page)
    expect(await names(page)).toEqual(first)
    expect(await page.getByRole('button', { name: '이전' }).getAttribute('aria-disabled')).toBe('true')
  })

  test('is found again at the place where it was left', async () => {
    const page = await world.open('/search')
    await page.locator('main article').nth(12).scrollIntoViewIfNeeded()
    const top = await page.evaluate(() => scrollY)
    expect(top).toBeGreaterThan(500)
    await page.locator('main article h3 a').nth(12).click()
    await page.waitForURL('**/products/*')
    await settled(page)
    await page.goBack()
    await settled(page)
    expect(Math.abs((await page.evaluate(() => scrollY)) - top)).toBeLessThan(50)
  })

  test('puts a disorderly address in order, and says what it left out', async () => {
    const page = await world.open('/search?sort=magic&min=5000&cert=social_enterprise&cat=1&cert=cooperative')
    expect(new URL(page.url()).search).toBe('?cert=cooperative&cert=social_enterprise&min=5000')
    expect(await page.locator('main').innerText()).toContain('알 수 없는 조건이 있어 빼고 찾았습니다')
  })

  test('shows enterprises under the same words and conditions', async () => {
    const page = await world.open('/search?cred=1')
    await page.getByRole('navigation', { name: '찾을 대상' }).getByRole('link', { name: /기업/ }).click()
    await page.waitForURL(url => url.search === '?scope=enterprises&cred=1')
    await settled(page)
    expect(await page.locator('main article a[href^="/enterprises/"]').count()).toBeGreaterThan(0)
    expect(await page.locator('main article a[href^="/products/"]').count()).toBe(0)
  })
})
