import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { countOf } from './catalogue.ts'
import { HangulKeyboard } from './hangul-typing.ts'
import { inBrowser, settled } from './in-browser.ts'
import { resultCount, searchBox, suggestions } from './search-box.ts'

const words = [
  '인쇄',
  '청소',
  '복사용지',
  '현수막',
  '도시락',
  '명함',
  '사회적기업',
  '조경',
  '행사',
  '간식',
  '세탁',
  '방역',
]
const pace = { slow: 60, fast: 0 }

/** Every search is one more place to come back to. */
const places = (page: Page) => page.evaluate(() => history.length)

inBrowser('Hangul in the search box', world => {
  async function emptyBox() {
    const page = await world.open('/search')
    await searchBox(page).focus()
    return { page, before: await places(page) }
  }

  async function expectOneSearch(page: Page, before: number, word: string) {
    await page.waitForURL(url => url.searchParams.get('q') === word)
    await settled(page)
    expect(await places(page)).toBe(before + 1)
    const count = (await countOf(world.app, word)).toLocaleString('ko-KR')
    expect(await resultCount(page).innerText()).toBe(`결과 ${count}건`)
  }

  test.each(Object.entries(pace))('typed %s: one search each, for the whole word', async (_, pause) => {
    const { page, before } = await emptyBox()
    const keyboard = await HangulKeyboard.on(page, pause)
    for (const [at, word] of words.entries()) {
      await searchBox(page).fill('')
      await keyboard.type(word)
      await page.keyboard.press('Enter')
      await expectOneSearch(page, before + at, word)
    }
  })

  test('the Enter that ends a syllable does not search; the next one does', async () => {
    const { page, before } = await emptyBox()
    const keyboard = await HangulKeyboard.on(page, 0)
    await keyboard.typeUnfinished('인쇄')
    await keyboard.keyDuringComposition('Enter')
    expect(await places(page)).toBe(before)
    await keyboard.commit('쇄')
    expect(await places(page)).toBe(before)
    await page.keyboard.press('Enter')
    await expectOneSearch(page, before, '인쇄')
  })

  test('suggestions follow a syllable that is still being composed', async () => {
    const { page } = await emptyBox()
    const keyboard = await HangulKeyboard.on(page, 0)
    await keyboard.typeUnfinished('인쇄')
    await suggestions(page).first().waitFor()
    expect(await searchBox(page).inputValue()).toBe('인쇄')
  })

  test('arrows move nothing while a syllable is being composed', async () => {
    const { page, before } = await emptyBox()
    const keyboard = await HangulKeyboard.on(page, 0)
    await keyboard.typeUnfinished('인쇄')
    await suggestions(page).first().waitFor()
    await keyboard.keyDuringComposition('ArrowDown')
    expect(await page.locator('[role=option][aria-selected=true]').count()).toBe(0)
    await keyboard.commit('쇄')
    await page.keyboard.press('Enter')
    await expectOneSearch(page, before, '인쇄')
  })

  test('a syllable taken back letter by letter leaves what is on the screen', async () => {
    const { page, before } = await emptyBox()
    const keyboard = await HangulKeyboard.on(page, 0)
    await keyboard.type('인')
    for (const state of ['ㅅ', '소', '솨', '쇄', '솨', '소', 'ㅅ', '쇄']) await keyboard.compose(state)
    await keyboard.commit('쇄')
    await page.keyboard.press('Enter')
    await expectOneSearch(page, before, '인쇄')
  })

  test('leaving the box in the middle of a syllable keeps it', async () => {
    const { page, before } = await emptyBox()
    const keyboard = await HangulKeyboard.on(page, 0)
    await keyboard.typeUnfinished('인쇄')
    await page.getByRole('button', { name: '검색', exact: true }).click()
    await expectOneSearch(page, before, '인쇄')
  })

  test('pasted decomposed Hangul is searched composed', async () => {
    const { page, before } = await emptyBox()
    await page.keyboard.insertText('인쇄'.normalize('NFD'))
    await page.keyboard.press('Enter')
    await expectOneSearch(page, before, '인쇄')
  })

  test('/ goes to the box, with the keyboard in either language', async () => {
    const page = await world.open('/search')
    await page.locator('main h1').click()
    await page.keyboard.press('Slash')
    expect(await searchBox(page).evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Slash')
    expect(await searchBox(page).inputValue()).toBe('/')
  })

  test('a late answer never replaces the suggestions for newer words', async () => {
    const { page } = await emptyBox()
    await page.route('**/graphql', async route => {
      const isOld = route.request().postData()?.includes('"query":"청"') ?? false
      if (isOld) await new Promise(resume => setTimeout(resume, 1_500))
      // The page may have given the request up meanwhile; that is the point.
      await route.continue().catch(() => undefined)
    })
    await searchBox(page).pressSequentially('청')
    await page.waitForRequest(request => request.postData()?.includes('"query":"청"') ?? false)
    await searchBox(page).fill('인쇄')
    await suggestions(page).first().waitFor()
    await page.waitForTimeout(1_800)
    const shown = await suggestions(page).allInnerTexts()
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter(text => text.includes('청소'))).toEqual([])
  })
})
