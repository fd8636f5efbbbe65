import { expect, test } from 'vitest'
import { eventually, signIn } from '../kit/ask.ts'
import { inBrowser, settled } from './in-browser.ts'
import { signInAs } from './sign-in.ts'

inBrowser('what words mean', world => {
  test('staff say what a word means, buyers find by it at once, and it can be taken back', async () => {
    const page = await world.open('/', { token: await signIn(world.app, 'STAFF') })
    await page.getByRole('link', { name: '업무' }).click()
    await page.getByRole('link', { name: '검색어', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '검색어' }).waitFor()

    const add = page.getByRole('button', { name: '검색어 추가' })
    expect(await add.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('찾는 말').fill('뚫갉뷁')
    const segment = page.getByLabel('대분류')
    await segment.selectOption({ index: 1 })
    await add.click()
    await page.getByText('‘뚫갉뷁’을(를) 저장했습니다.').waitFor()
    expect(await page.getByLabel('찾는 말').inputValue()).toBe('')

    const finds = async () => {
      await page.goto(`${world.app.url}/search?q=${encodeURIComponent('뚫갉뷁')}`)
      await settled(page)
      return page.locator('article').count()
    }
    await eventually(async () => expect(await finds()).toBeGreaterThan(0))

    await page.goto(`${world.app.url}/staff/words`)
    await page.getByRole('button', { name: /지우기.*뚫갉뷁/ }).click()
    await page.getByText('‘뚫갉뷁’을(를) 지웠습니다.').waitFor()
    await eventually(async () => expect(await finds()).toBe(0))
  })

  test('Ctrl+K finds a page by its initials, G and a letter go there, and typing is left alone', async () => {
    const page = await world.open('/staff/words', { token: await signIn(world.app, 'STAFF') })
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('combobox', { name: '명령 찾기' })
    await palette.fill('rjator')
    const options = page.getByRole('dialog').getByRole('option')
    expect(await options.allInnerTexts()).toEqual([
      expect.stringContaining('검색어 추가'),
      expect.stringContaining('/staff/words'),
    ])
    await palette.fill('ㄱㅅㅇㅊㄱ')
    expect(await options.count()).toBe(1)
    await page.keyboard.press('Enter')
    await palette.waitFor({ state: 'hidden' })
    expect(await page.getByLabel('찾는 말').evaluate(box => box === document.activeElement)).toBe(true)

    await page.getByLabel('찾는 말').fill('')
    await page.getByLabel('찾는 말').pressSequentially('gw')
    expect(await page.getByLabel('찾는 말').inputValue()).toBe('gw')
  })

  test('the desk is not there for a buyer, and asks a visitor to sign in', async () => {
    const page = await world.open('/staff/words')
    await page.getByText('로그인하면 볼 수 있는 쪽입니다.').waitFor()
    await signInAs(page, 'BUYER', '/staff/words')
    await page.getByRole('heading', { level: 1, name: /찾을 수 없/ }).waitFor()
  })
})
