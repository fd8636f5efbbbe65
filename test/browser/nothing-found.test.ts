import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { read, signIn } from '../kit/ask.ts'
import { countOf } from './catalogue.ts'
import { inBrowser, settled } from './in-browser.ts'
import { resultCount, searchBox } from './search-box.ts'

const search = (words: string, more = '') => `/search?q=${encodeURIComponent(words)}${more}`
const saveButton = (page: Page) =>
  page.getByRole('button', { name: '이 검색을 저장하고 새 결과를 알림 받기' })

inBrowser('who finds nothing, or only something alike,', world => {
  test('is offered each word to leave out, with what that finds', async () => {
    const page = await world.open(search('인쇄 우주선'))
    const way = page.getByRole('button', { name: /검색어 ‘우주선’ 빼고 찾기/ })
    await way.waitFor()
    const promised = (await countOf(world.app, '인쇄')).toLocaleString('ko-KR')
    expect(await way.innerText()).toContain(`(${promised}건)`)
    await way.click()
    await page.waitForURL(url => url.searchParams.get('q') === '인쇄')
    await settled(page)
    expect(await resultCount(page).innerText()).toBe(`결과 ${promised}건`)
  })

  test('is shown categories that begin like the words', async () => {
    const page = await world.open(search('인쇄 우주선'))
    const near = page.getByRole('navigation', { name: '비슷한 품목' }).getByRole('link')
    await near.first().waitFor()
    expect(await near.first().innerText()).toMatch(/^인쇄/)
    const name = await near.first().innerText()
    await near.first().click()
    await page.waitForURL(url => url.searchParams.get('q') === name)
    await settled(page)
    expect(await page.locator('main article').count()).toBeGreaterThan(0)
  })

  test('as a visitor sees no button that could not work', async () => {
    const page = await world.open(search('우주선'))
    await page.getByText('‘우주선’과 맞는 결과가 없습니다').waitFor()
    expect(await saveButton(page).count()).toBe(0)
  })

  test('signed in keeps the search, to be told of what comes', async () => {
    const page = await world.open(`/login?next=${encodeURIComponent(search('우주선', '&region=11'))}`)
    await page.getByRole('button', { name: '구매담당자' }).click()
    await page.waitForURL(url => url.searchParams.get('q') === '우주선')
    await saveButton(page).click()
    await page.getByText('검색을 저장했습니다').waitFor()
    const { viewer } = await read<{ viewer: { savedSearches: unknown[] } }>(
      world.app,
      '{ viewer { savedSearches { scope query filter { regions } } } }',
      { token: await signIn(world.app, 'BUYER') },
    )
    expect(viewer.savedSearches[0]).toEqual({
      scope: 'PRODUCT',
      query: '우주선',
      filter: { regions: ['11'] },
    })
  })

  test('can look for the very letters, and come back', async () => {
    const page = await world.open(search('인쇠'))
    await page.getByRole('button', { name: '입력한 그대로 찾기' }).click()
    await page.waitForURL(url => url.searchParams.get('exactly') === '1')
    await settled(page)
    expect(await resultCount(page).innerText()).toBe('결과 0건')
    await page.getByRole('button', { name: /^입력한 그대로 빼고 찾기/ }).click()
    await page.waitForURL(url => !url.searchParams.has('exactly'))
    await settled(page)
    expect(await page.locator('main').innerText()).toContain('‘인쇄’로 찾은')
  })

  test('the very letters are for one search: other words are searched as ever', async () => {
    const page = await world.open(search('인쇄', '&exactly=1'))
    expect(await page.locator('main article').count()).toBeGreaterThan(0)
    await searchBox(page).fill('명함')
    await searchBox(page).press('Enter')
    await page.waitForURL(url => url.search === `?${new URLSearchParams({ q: '명함' })}`)
  })

  test.each([
    ['인쇠', '오타 보정', '인쇄'],
    ['dlstho', '영타를 한글로 바꿈', '인쇄'],
    ['ㅎㅅㅁ', '초성이 같음', '현수막'],
    ['현수막에서', '조사를 뺌', '현수막'],
  ])('%s finds something, and each result says why (%s) and marks %s', async (typed, reason, marked) => {
    const page = await world.open(search(typed))
    const reasons = await page.locator('main article .note').allInnerTexts()
    expect(reasons).toContain(`찾은 이유: ${reason}`)
    const marks = await page.locator('main article mark').allInnerTexts()
    expect(marks).toContain(marked)
  })
})
