import { demoPassword } from '@panro/api/seeds/demo/persons.ts'
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from '../kit/ask.ts'
import { openSql } from '../kit/sql.ts'
import { inBrowser, settled, type World } from './in-browser.ts'
import { signInAs } from './sign-in.ts'

const password = '아무도 모를 긴 문장'

async function open(world: World, path: string, expectedErrors?: RegExp): Promise<Page> {
  const page = await world.open(path, expectedErrors ? { expectedErrors } : {})
  return page
}

async function signIn(page: Page, email: string, word: string) {
  await page.getByLabel('아이디(이메일)').fill(email)
  await page.getByLabel('비밀번호', { exact: true }).fill(word)
  await page.keyboard.press('Enter')
}

async function renewCodes(page: Page, code: string) {
  await page.getByLabel(/^인증 앱 6자리/).fill(code)
  await page.getByRole('button', { name: '복구 코드 새로 받기' }).click()
}

/** By the palette: Ctrl+K, what one types, Enter. */
async function go(page: Page, words: string, path: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '명령 찾기' }).fill(words)
  await page.keyboard.press('Enter')
  await page.waitForURL(url => url.pathname === path)
  await settled(page)
}

inBrowser('accounts, joining and notices', world => {
  test('somebody asks to act for an enterprise; staff approve; the notice comes in the centre’s own words', async () => {
    const sql = await openSql(world.app.databaseUrl)
    const [known] = await sql.run<{ number: string; name: string }>(
      `select business_number as number, name from enterprise where state = 'published' and branch = '0000'
       and center_id = (select center_id from person where email = 'staff@demo.example.kr') order by id limit 1`,
    )
    await sql.end()

    const joining = await open(world, '/login')
    await joining.getByRole('link', { name: '기업 가입 신청' }).click()
    const number = joining.getByLabel('사업자등록번호')
    await number.fill('000-00-00000')
    await joining.getByRole('button', { name: '번호 확인' }).click()
    await joining.getByText('0000000000은 ‘없음’을 뜻하는 번호라').waitFor()
    await number.fill(known?.number ?? '')
    await joining.getByRole('button', { name: '번호 확인' }).click()
    await joining.getByText(`등록된 사업자입니다: ${known?.name}`, { exact: false }).waitFor()
    await joining.getByLabel('담당자 이름').fill('나새봄')
    await joining.getByLabel('이메일').fill('na@joining.example.kr')
    await joining.getByLabel('비밀번호', { exact: true }).fill('12345678')
    await joining.getByRole('button', { name: '가입 신청' }).click()
    await joining.getByText('쓸 수 없는 비밀번호입니다.', { exact: false }).waitFor()
    await joining.getByLabel('비밀번호', { exact: true }).fill(password)
    await joining.getByRole('button', { name: '가입 신청' }).click()
    await joining.getByRole('heading', { name: '가입 신청을 받았습니다' }).waitFor()
    await joining.getByText('맡은 지원센터가 담당자인지 확인합니다.', { exact: false }).waitFor()

    const staff = await open(world, '/login')
    await signInAs(staff, 'STAFF', '/staff/reviews')
    await go(staff, 'ㅇㄹㅌ', '/staff/notice-templates')
    await staff.getByRole('link', { name: '기업 담당자 승인' }).click()
    const body = staff.getByLabel('본문')
    await body.fill('{기업}의 담당자가 되셨습니다. {link}')
    await staff.getByText('이 알림에 없는 변수입니다: {기업}', { exact: false }).waitFor()
    await staff.getByLabel('제목').fill('{enterprise}의 새 담당자가 되셨습니다')
    await body.fill('{name}님, 반갑습니다.\n\n{link}')
    await staff.getByText('[가온 사회적경제지원센터] 새봄 협동조합의 새 담당자가 되셨습니다').waitFor()
    await staff.keyboard.press('Control+s')
    await staff.getByText('문구를 저장했습니다.', { exact: false }).waitFor()

    await go(staff, '소속', '/staff/members')
    const row = staff.getByRole('row').filter({ hasText: '나새봄' })
    await row.getByRole('button', { name: /^승인/ }).click()
    await staff.getByText('나새봄님을 담당자로 승인했습니다.').waitFor()
    await row.waitFor({ state: 'detached' })

    await joining.getByRole('main').getByRole('link', { name: '로그인', exact: true }).click()
    await signIn(joining, 'na@joining.example.kr', password)
    const bell = joining.getByRole('banner').getByRole('link', { name: /^알림/ })
    await joining.waitForURL(url => url.pathname === '/desk')
    // The letter may still be on its way; the pages ask again every minute, which is too long for a test.
    await eventually(async () => {
      await joining.reload()
      await settled(joining)
      expect(await bell.innerText()).toContain('1')
    })
    await bell.click()
    await joining.getByText('나새봄님, 반갑습니다.').waitFor()
    await joining.getByRole('link', { name: new RegExp(`${known?.name}의 새 담당자가 되셨습니다`) }).click()
    await joining.waitForURL(url => url.pathname === '/desk')
    await bell.getByText('1', { exact: true }).waitFor({ state: 'detached' })
  })

  test('a lead invites somebody; they take a second factor, see where they are signed in, and end the other', async () => {
    const lead = await open(world, '/login')
    await signInAs(lead, 'LEAD', '/staff/reviews')
    await go(lead, 'ㅅㅌㅅㅈ', '/staff/settings')
    await lead.getByRole('button', { name: /^필수로 바꾸기/ }).click()
    await lead.getByText('센터 규칙을 바꾸었습니다.').waitFor()
    await lead.getByLabel('이름').fill('새 직원')
    await lead.getByLabel('이메일').fill('new@centre.example.kr')
    await lead.getByRole('button', { name: '직원 초대' }).click()
    const link = await lead.getByText(/\/invitation#/).innerText()
    await lead.getByRole('row').filter({ hasText: '새 직원' }).getByText('초대 중').waitFor()

    const { pathname, hash } = new URL(link)
    const here = await open(world, pathname + hash, /status of 400/)
    expect(here.url()).toBe(`${world.app.url}/invitation`)
    await here.getByLabel('비밀번호', { exact: true }).fill(password)
    await here.getByRole('button', { name: '비밀번호 정하고 시작하기' }).click()
    const secret = await here.locator('form code').innerText()
    await here.getByLabel(/^인증 앱 6자리/).fill(await generate({ secret }))
    await here.getByRole('button', { name: '2단계 확인' }).click()
    await here.locator('li code').first().waitFor()
    const [recovery = '', another = ''] = await here.locator('li code').allInnerTexts()
    await here.getByRole('button', { name: '계속하기' }).click()
    await here.getByRole('link', { name: '내 계정 새 직원' }).waitFor()

    const there = await open(world, '/login')
    await signIn(there, 'new@centre.example.kr', password)
    await there.getByLabel(/^인증 앱 6자리/).fill(recovery)
    await there.keyboard.press('Enter')
    await there.getByRole('link', { name: '내 계정 새 직원' }).click()
    await there.getByText('센터 규칙으로 꼭 써야 해서 해제할 수 없습니다.').waitFor()

    await here.getByRole('link', { name: '내 계정 새 직원' }).click()
    await here.getByText('지금 이 화면').waitFor()
    await here.getByRole('button', { name: /^로그인 끊기/ }).click()
    await here.getByText('로그인을 끊었습니다.').waitFor()
    await here.getByText('쓰지 않은 복구 코드가 9개 있습니다.', { exact: false }).waitFor()
    await renewCodes(here, '000000')
    await here.getByText('코드가 맞지 않습니다.', { exact: false }).waitFor()
    await renewCodes(here, another)
    await here.getByText('새 복구 코드입니다.', { exact: false }).waitFor()
    await here.getByText('쓰지 않은 복구 코드가 10개 있습니다.', { exact: false }).waitFor()
    expect(await here.locator('li code').allInnerTexts()).toHaveLength(10)

    const arrived = here.getByLabel('심사 신청 도착')
    await arrived.uncheck()
    await here.getByText('심사 신청 도착: 이제 메일로는 받지 않습니다.').waitFor()
    await here.reload()
    await settled(here)
    expect(await arrived.isChecked()).toBe(false)
    // What was shown once is not shown again.
    expect(await here.locator('li code').count()).toBe(0)
    await there.reload()
    await there.getByText('로그인하면 볼 수 있는 쪽입니다.').waitFor()

    await here.getByRole('button', { name: '로그아웃' }).click()
    await here.getByRole('link', { name: '로그인', exact: true }).waitFor()
    expect(await here.evaluate(() => Object.keys(localStorage))).toEqual(['panro.display'])
    await lead.getByRole('button', { name: /^필수 해제하기/ }).click()
    await lead.getByText('필수 아님').waitFor()
  })

  test('a name and a password are changed; a wrong password is said beside its field', async () => {
    const page = await open(world, '/login')
    await signIn(page, 'buyer@demo.example.kr', demoPassword)
    await page.getByRole('link', { name: /^내 계정/ }).click()
    await page.getByLabel('이름', { exact: true }).fill('구나래')
    await page.getByRole('button', { name: '이름 저장' }).click()
    await page.getByRole('link', { name: '내 계정 구나래' }).waitFor()
    await page.getByLabel('지금 비밀번호').fill('아닌 것')
    await page.getByLabel('새 비밀번호').fill(password)
    await page.getByRole('button', { name: /^비밀번호 바꾸기/ }).click()
    await page.getByText('지금 비밀번호가 맞지 않습니다.').waitFor()
    expect(await page.getByLabel('새 비밀번호').inputValue()).toBe(password)
    await page.getByLabel('지금 비밀번호').fill(demoPassword)
    await page.getByRole('button', { name: /^비밀번호 바꾸기/ }).click()
    await page.getByText('비밀번호를 바꾸었습니다.', { exact: false }).waitFor()
    const bell = page.getByRole('banner').getByRole('link', { name: /^알림/ })
    await bell.click()
    await page.getByRole('link', { name: /비밀번호가 바뀌었습니다/ }).waitFor({ timeout: 15_000 })
  })
})
