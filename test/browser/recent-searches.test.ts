import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { HangulKeyboard } from './hangul-typing.ts'
import { inBrowser, settled } from './in-browser.ts'
import { searchBox, suggestions } from './search-box.ts'

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('panro.recents'))
const recent = (page: Page) => suggestions(page).filter({ hasText: '최근' })

inBrowser('recent searches', world => {
  async function afterSearching(...words: string[]) {
    const page = await world.open('/search')
    for (const word of words) {
      await searchBox(page).fill(word)
      await searchBox(page).press('Enter')
      await page.waitForURL(url => url.searchParams.get('q') === word)
    }
    await settled(page)
    await page.goto(`${world.app.url}/search`)
    await settled(page)
    return page
  }
  const texts = async (page: Page) =>
    (await recent(page).locator('span:first-child').allInnerTexts()).map(text => text.trim())

  test('an empty box shows them, the newest first; Esc closes them, the arrows choose one', async () => {
    const page = await afterSearching('현수막', '명함', '현수막')
    expect(await suggestions(page).first().isVisible()).toBe(false)
    await searchBox(page).focus()
    await recent(page).first().waitFor()
    expect(await texts(page)).toEqual(['현수막', '명함'])
    await searchBox(page).press('Escape')
    expect(await recent(page).first().isVisible()).toBe(false)
    expect(await searchBox(page).evaluate(box => box === document.activeElement)).toBe(true)

    await searchBox(page).press('ArrowDown')
    await searchBox(page).press('ArrowDown')
    await searchBox(page).press('Enter')
    await page.waitForURL(url => url.searchParams.get('q') === '명함')
  })

  test('they mix with the suggestions while a syllable is being composed, and never leave the device', async () => {
    const page = await afterSearching('현수막 설치')
    const sent: string[] = []
    page.on('request', request => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await searchBox(page).focus()
    await recent(page).first().waitFor()
    const keyboard = await HangulKeyboard.on(page, 0)
    await keyboard.typeUnfinished('현수')
    await suggestions(page).filter({ hasNotText: '최근' }).first().waitFor()
    expect(await texts(page)).toEqual(['현수막 설치'])
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.filter(request => /설치|recent/.test(decodeURIComponent(request)))).toEqual([])

    await keyboard.commit('수')
    await page.keyboard.press('Enter')
    await page.waitForURL(url => url.searchParams.get('q') === '현수')
  })

  test('one is taken off by the keyboard, then all; the focus stays in the box', async () => {
    const page = await afterSearching('현수막', '명함', '도시락')
    await searchBox(page).focus()
    await page.getByRole('button', { name: '최근 검색어 ‘명함’ 지우기' }).press('Enter')
    expect(await texts(page)).toEqual(['도시락', '현수막'])
    expect(await kept(page)).toBe('도시락\n현수막')
    expect(await searchBox(page).evaluate(box => box === document.activeElement)).toBe(true)

    await page.getByRole('button', { name: '모두 지우기', exact: true }).press('Enter')
    expect(await kept(page)).toBeNull()
    expect(await recent(page).count()).toBe(0)
  })

  test('switched off, nothing is kept any more, until they are switched on', async () => {
    const page = await afterSearching('현수막')
    await searchBox(page).focus()
    await page.getByRole('button', { name: '지우고 끄기' }).click()
    await page.getByText('최근 검색어 기능이 꺼져 있습니다').waitFor()
    await searchBox(page).fill('명함')
    await searchBox(page).press('Enter')
    await page.waitForURL(url => url.searchParams.get('q') === '명함')
    expect(await kept(page)).toBeNull()

    await page.getByRole('button', { name: '검색어 전체 삭제' }).click()
    await page.getByRole('button', { name: '켜기' }).click()
    await searchBox(page).fill('도시락')
    await searchBox(page).press('Enter')
    await page.waitForURL(url => url.searchParams.get('q') === '도시락')
    expect(await kept(page)).toBe('도시락')
  })
})
