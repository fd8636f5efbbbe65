import { demoPassword } from '@panro/api/seeds/demo/persons.ts'
import { expect, test } from 'vitest'
import { inBrowser, settled } from './in-browser.ts'

inBrowser('signing in', world => {
  test('by keyboard alone, back to the page one came from; the cookie is not for scripts', async () => {
    const page = await world.open('/search?q=%EC%9D%B8%EC%87%84')
    await page.getByRole('link', { name: '로그인', exact: true }).click()
    await page.getByLabel('아이디(이메일)').fill('staff@demo.example.kr')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a wrong one')
    await page.keyboard.press('Enter')
    await page.getByText('아이디 또는 비밀번호가 맞지 않습니다.').waitFor()
    await page.getByLabel('비밀번호', { exact: true }).fill(demoPassword)
    await page.keyboard.press('Enter')
    await page.getByText('시연 센터직원').first().waitFor()
    await settled(page)
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/search?q=%EC%9D%B8%EC%87%84')
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await page.getByRole('button', { name: '로그아웃' }).click()
    await page.getByRole('link', { name: '로그인', exact: true }).waitFor()
  })

  test('an address elsewhere is not gone on to', async () => {
    const page = await world.open('/login?next=%2F%2Fevil.example.kr%2F')
    await page.getByRole('button', { name: '구매담당자', exact: true }).click()
    await page.getByText('시연 구매담당').first().waitFor()
    expect(page.url()).toBe(`${world.app.url}/`)
  })

  test('a minute before the end one is asked, and can extend; after it one signs in over the open page', async () => {
    const page = await world.open('/login')
    await page.getByRole('button', { name: '구매담당자', exact: true }).click()
    await page.getByText('시연 구매담당').first().waitFor()
    await settled(page)
    const wait = (minutes: number) =>
      page.evaluate(ms => {
        const real = Date.now
        Date.now = () => real() + ms
      }, minutes * 60_000)
    await wait(29.2)
    await page.getByText('1분 뒤 로그아웃됩니다.').waitFor()
    await page.getByRole('button', { name: '연장' }).click()
    await page.getByText('1분 뒤 로그아웃됩니다.').waitFor({ state: 'hidden' })
    await wait(31)
    const dialog = page.getByRole('dialog', { name: '다시 로그인' })
    await dialog.getByLabel('아이디(이메일)').fill('buyer@demo.example.kr')
    await dialog.getByLabel('비밀번호', { exact: true }).fill(demoPassword)
    await dialog.getByRole('button', { name: '로그인', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('시연 구매담당').first().waitFor()
  })
})
