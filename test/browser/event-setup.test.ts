import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signIn } from '../kit/ask.ts'
import { eventDesk } from '../kit/event-desk.ts'
import { inBrowser, settled } from './in-browser.ts'
import { signInAs } from './sign-in.ts'

inBrowser('an event is set up by hand', world => {
  const section = async (page: Page, name: string) => {
    await page.getByRole('tab', { name, exact: true }).click()
    await settled(page)
  }
  const save = async (page: Page, form: string) => {
    await page.getByRole('form', { name: form, exact: true }).getByRole('button', { name: /^저장/ }).click()
    await page.getByRole('status').getByText('저장했습니다.', { exact: true }).last().waitFor()
    await settled(page)
  }
  /** How often somebody has pressed something since the page was opened; moves within the site do not reset it. */
  const countPresses = (page: Page) =>
    page.evaluate(() => {
      const counted = window as unknown as { presses: number }
      counted.presses = 0
      document.addEventListener('click', ({ isTrusted }) => (counted.presses += isTrusted ? 1 : 0), true)
    })
  const presses = (page: Page) => page.evaluate(() => (window as unknown as { presses: number }).presses)

  test('from nothing to taking applications, then copied for the year after', async () => {
    const page = await world.open('/login', { expectedErrors: /status of (400|409)/ })
    await signInAs(page, 'STAFF', '/staff/events')
    await countPresses(page)
    await page.getByLabel('종류', { exact: true }).selectOption({ label: '매칭데이' })
    await page.getByLabel('행사 이름').fill('2031 달무리 매칭데이')
    await page.getByLabel('연도').fill('2031')
    await page.getByRole('button', { name: '새 행사 만들기' }).click()
    await page.getByRole('heading', { level: 1, name: '행사 설정' }).waitFor()
    await page.getByRole('heading', { name: '남은 것 6가지' }).waitFor()
    const open = page.getByRole('button', { name: /^신청 열기/ })
    expect(await open.getAttribute('aria-disabled')).toBe('true')

    await page.getByLabel('장소', { exact: true }).fill('달무리구청 대강당')
    await page.getByLabel('주최', { exact: true }).fill('달무리구')
    await save(page, '개요')
    await section(page, '회차와 날')
    for (const on of ['2031-02-10', '2031-02-11']) {
      await page.getByLabel('날짜', { exact: true }).fill(on)
      await page.getByRole('button', { name: /^시간 칸 만들기/ }).click()
      await page.locator('strong', { hasText: `${on.slice(0, 4)}. 2. ${on.slice(8)}.` }).waitFor()
    }
    expect(await page.getByText('칸 15', { exact: true }).count()).toBe(2)
    await section(page, '장소')
    await page.getByLabel('자리 이름').fill('T1–T14')
    await page.getByRole('button', { name: '자리 추가', exact: true }).click()
    await page.getByRole('heading', { name: '자리 14개' }).waitFor()
    await page.getByLabel('예상 상담 수').fill('192')
    await page.getByText('상담 192건 ÷ 칸 30 = 최소 7 (권장 8–8). 지금 14자리로 충분합니다.').waitFor()
    await section(page, '정원')
    await page.getByLabel('모실 기업').fill('24')
    await save(page, '정원')
    await section(page, '프로그램')
    await page.getByRole('button', { name: '순서 추가' }).click()
    await page.getByLabel('시작', { exact: true }).fill('09:00')
    await page.getByLabel('끝', { exact: true }).fill('09:30')
    await page.getByLabel('내용', { exact: true }).fill('개막식')
    await save(page, '프로그램')
    await section(page, '마감과 공개')
    await page.getByLabel('신청 마감', { exact: true }).fill('2031-01-20T18:00')
    await page.getByLabel('누구나 볼 수 있게 공개').check()
    await save(page, '마감과 공개')
    await page.getByRole('heading', { name: '남은 것 0가지' }).waitFor()
    await open.click()
    await page.getByText('신청 받음', { exact: true }).waitFor()
    const pressed = await presses(page)
    console.info(`an event set up by hand: ${pressed} presses`)
    expect(pressed).toBeLessThanOrEqual(18)

    await page.getByRole('link', { name: '공개 화면 보기' }).click()
    await page.getByRole('heading', { level: 1, name: '2031 달무리 매칭데이' }).waitFor()
    await page.getByText('2031. 1. 20. 18:00 (한국 시각)').waitFor()
    await page.getByRole('cell', { name: '개막식' }).waitFor()

    await page.goto(new URL('/staff/events', page.url()).href)
    await page.getByRole('button', { name: '복사 2031 달무리 매칭데이' }).click()
    await page.getByRole('dialog').getByLabel('새 행사의 첫날').fill('2032-02-10')
    await page.getByRole('dialog').getByRole('button', { name: '복사', exact: true }).click()
    await page.getByText('2032 달무리 매칭데이', { exact: true }).waitFor()
    await page.getByText('2032. 2. 10. ~ 2032. 2. 11.').waitFor()
    await page.getByRole('heading', { name: '남은 것 0가지' }).waitFor()
  }, 120_000)

  test('what is typed outlives a colleague who was faster, and a reload', async () => {
    const desk = eventDesk(world.app, await signIn(world.app, 'LEAD'))
    const event = await desk.act('createEvent', {
      input: { series: '함께', kind: 'CONSULTATION', title: '함께 여는 상담회', year: 2031 },
    })
    const page = await world.open('/login', { expectedErrors: /status of (400|409)/ })
    await signInAs(page, 'STAFF', `/staff/events/${event.id}/setup`)
    await page.getByLabel('장소', { exact: true }).fill('시민회관')
    const { id, version } = event
    await desk.act('changeEvent', {
      id,
      expectedVersion: version,
      changes: { venue: '구청', host: '달무리구' },
    })
    await page.getByRole('form', { name: '개요' }).getByRole('button', { name: /^저장/ }).click()
    const alert = page.getByRole('alert').getByText('먼저 ‘장소’', { exact: false })
    await alert.waitFor()
    expect(await alert.textContent()).toContain('구청')
    expect(await page.getByLabel('장소', { exact: true }).inputValue()).toBe('시민회관')
    await page.getByRole('button', { name: '내 값 쓰기' }).click()
    await alert.waitFor({ state: 'detached' })
    expect(await desk.read(id)).toMatchObject({ venue: '시민회관', host: '달무리구' })

    await page.getByLabel('주최', { exact: true }).fill('가온구')
    await page.reload()
    await settled(page)
    expect(await page.getByLabel('주최', { exact: true }).inputValue()).toBe('가온구')

    const why = '달무리구가 같은 날 행사를 열어 거둡니다.'
    await page.getByRole('button', { name: '행사 취소', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '행사 취소: 이유를 적어 주세요' })
    await dialog.getByLabel(/^이유/).fill(why)
    await desk.act('changeEvent', { id, expectedVersion: version + 2, changes: { venue: '시청' } })
    await dialog.getByRole('button', { name: /^행사 취소/ }).click()
    await dialog.getByText('그 사이에 상태가 바뀌었습니다.', { exact: false }).waitFor()
    expect(await dialog.getByLabel(/^이유/).inputValue()).toBe(why)
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: '행사 취소', exact: true }).click()
    expect(await dialog.getByLabel(/^이유/).inputValue()).toBe(why)
    await dialog.getByRole('button', { name: /^행사 취소/ }).click()
    await page.getByText('‘행사 취소’을(를) 마쳤습니다.').waitFor()
    expect((await desk.read(id))?.state).toBe('CANCELLED')
  })
})
