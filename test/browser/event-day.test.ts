import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { eventually, read } from '../kit/ask.ts'
import { at, openEventDay, publicId, type EventDay } from '../kit/event-day.ts'
import { inBrowser, settled, type World } from './in-browser.ts'
import { printed } from './printed.ts'

const now = at('10:00')

let opened: EventDay | undefined
/** One day for both journeys; ended with the application. */
const theDay = async (world: World) => (opened ??= await openEventDay(world.app, { booths: 1 }))

async function issue(world: World, day: EventDay, kind: 'CHECK_IN' | 'ENTRY') {
  const { issuePasses } = await read<{ issuePasses: { participationId: string; token: string }[] }>(
    world.app,
    `mutation { issuePasses(eventId: "${day.event.id}", kind: ${kind}) { participationId token } }`,
    day.staff.question,
  )
  const first = publicId('participation', day.enterprises[0]?.participation ?? '')
  return issuePasses.find(({ participationId }) => participationId === first)?.token ?? ''
}

/** Until the page has laid by what it needs to open without a network. */
const laidBy = (page: Page, scope: string) =>
  eventually(async () => {
    const isThere = await page.evaluate(async path => {
      const shell = await caches.open(`panro.shell ${path}`)
      const [worker] = await navigator.serviceWorker.getRegistrations()
      return (await shell.match(path)) !== undefined && worker?.active?.state === 'activated'
    }, scope)
    expect(isThere).toBe(true)
  })

const whatIsKept = (page: Page) =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ])

inBrowser(
  'the day of an event',
  world => {
    afterAll(() => opened?.end())

    test('outcomes are typed on a telephone without a network, and sent once there is one', async () => {
      const day = await theDay(world)
      await day.meeting(0, 0, 0, 0)
      await day.meeting(0, 1, 1, 1)
      const token = await issue(world, day, 'ENTRY')
      const page = await world.open(`/m/${token}`, {
        width: 360,
        expectedErrors: /ERR_INTERNET_DISCONNECTED/,
      })
      expect(page.url()).not.toContain(token)
      await page.getByText('1/2').waitFor()

      await page.context().setOffline(true)
      await page.getByText('견적 요청').click()
      await page.getByLabel('상담액').fill('4200')
      await page.getByText('4,200만원').waitFor()
      await page.getByLabel('다음 할 일').selectOption('견적 보내기')
      await page.getByLabel('언제까지').fill('2027-02-17')
      await page.getByRole('button', { name: '저장하고 다음' }).click()
      await page.getByText('2/2').waitFor()
      await page.getByText('대기 1').waitFor()
      // Typed and not yet saved: it stays while one looks at the other meeting.
      await page.getByLabel('메모').fill('견본을 보고 싶어 함')
      await page.getByRole('button', { name: '이전' }).click()
      expect(await page.getByLabel('상담액').inputValue()).toBe('4200')
      await page.getByRole('button', { name: '다음', exact: true }).click()
      expect(await page.getByLabel('메모').inputValue()).toBe('견본을 보고 싶어 함')

      await page.context().setOffline(false)
      await page.getByText('대기 0').waitFor()
      await eventually(async () =>
        expect(await day.sql.run('select result, won::int as won from outcome')).toEqual([
          { result: 'quotation', won: 42_000_000 },
        ]),
      )
      // The link is known to this device: the page opens again by its short address.
      await page.goto(`${world.app.url}/m`)
      await page.getByText('1/2').waitFor()
      await page.getByText('진행함').waitFor()
      await laidBy(page, '/m')
      await page.context().setOffline(true)
      await page.reload()
      await page.getByText('1/2').waitFor()
      expect(await page.getByLabel('상담액').inputValue()).toBe('4200')
    })

    test('the board is worked by keyboard, and shows within two seconds what others do', async () => {
      const day = await theDay(world)
      await day.sql.run('delete from meeting')
      const meeting = await day.meeting(0, 0, 1, 0)
      const later = await day.meeting(1, 1, 2, 1)
      const token = await issue(world, day, 'CHECK_IN')
      const path = `/staff/events/${day.event.id}/day`
      const page = await world.open(path, {
        token: day.staff.token,
        expectedErrors: /ERR_INTERNET_DISCONNECTED/,
      })
      await page.getByText('체크인 기업 0/3').waitFor()
      await page.getByRole('heading', { name: '걸린 문제 2' }).waitFor()

      // The field has the focus: a scanner types the code and presses Enter.
      await page.keyboard.type(token)
      await page.keyboard.press('Enter')
      await page.getByText('체크인 기업 1/3').waitFor()
      await page.keyboard.type('구매1과')
      await page.keyboard.press('Enter')
      await page.getByText('기관 1/3').waitFor()
      await page.getByRole('heading', { name: '걸린 문제 1' }).waitFor()

      // Somebody else at another desk begins the meeting.
      const board = await day.board(day.staff.token)
      const version = board.meetings.find(({ id }) => id === meeting)?.version
      await read(
        world.app,
        `mutation { startMeeting(id: "${meeting}", expectedVersion: ${version}) { id } }`,
        day.lead.question,
      )
      const begun = performance.now()
      await page.getByText('상담 중 1').waitFor()
      expect(performance.now() - begun).toBeLessThan(4_000)
      await page.getByRole('button', { name: /^끝/ }).click()
      await page.getByText('진행함 1').waitFor()

      await page.keyboard.press('F9')
      await page.getByRole('button', { name: /^기관:/ }).click()
      await page.getByText('불참 1').waitFor()
      expect((await day.board(day.staff.token)).meetings.find(({ id }) => id === later)?.state).toBe(
        'NO_SHOW',
      )

      await page.keyboard.press('F4')
      await page.getByLabel('찾아온 부서').fill('도로관리과')
      await page.getByRole('button', { name: '현장 상담 잡기' }).click()
      await page.getByText('현장 상담 1 ·').waitFor()

      // Without a network all goes on; it is sent once there is one, and once only.
      await day.meeting(2, 2, 1, 2)
      const start = page.getByRole('button', { name: /^시작 가온기업3/ }).first()
      await start.waitFor()
      await page.context().setOffline(true)
      await start.click()
      await page.getByRole('heading', { name: '보내기 대기 1' }).waitFor()
      await page.getByLabel('체크인', { exact: true }).fill('가온기업2')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '보내기 대기 2' }).waitFor()
      await page
        .getByRole('button', { name: /^결과 적기 가온기업3/ })
        .first()
        .click()
      await page.getByText('견적 요청').click()
      await page.getByLabel('상담액').fill('1500')
      await page.getByRole('button', { name: '저장' }).click()
      await page.getByRole('heading', { name: '보내기 대기 3' }).waitFor()
      await page.context().setOffline(false)
      await page.getByRole('heading', { name: /^보내기 대기/ }).waitFor({ state: 'detached' })
      await page.getByText('체크인 기업 2/3').waitFor()
      await page.getByText('센터: 견적 요청 · 15,000,000원').waitFor()
      expect(
        await day.sql.run(
          `select name, count(*)::int as rows from ledger where detail ? 'entryKey' and subject_type = 'meeting'
             and name in ('meeting.started', 'outcome.recorded') and detail->>'pass' is null group by name order by name`,
        ),
      ).toEqual([
        { name: 'meeting.started', rows: 1 },
        { name: 'outcome.recorded', rows: 1 },
      ])

      await page.setViewportSize({ width: 360, height: 900 })
      await page.getByRole('tab', { name: '지금' }).click()
      await page.getByText('가온기업3').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

      await page.setViewportSize({ width: 1280, height: 900 })
      await page.getByRole('link', { name: '이름표와 기록 링크' }).click()
      await page.getByRole('button', { name: '체크인 이름표 발급' }).click()
      await page.getByRole('img', { name: /코드$/ }).nth(5).waitFor()

      // What is reported of the day goes up on paper.
      await page.goto(`${world.app.url}/staff/events/${day.event.id}/report`)
      await settled(page)
      const sheets = await printed(page)
      expect(sheets.map(sheet => /쪽 \d+ \/ \d+/.exec(sheet)?.[0])).toEqual(
        sheets.map((_, index) => `쪽 ${index + 1} / ${sheets.length}`),
      )
      expect(sheets[0]).toMatch(/담당 팀장 센터장/)

      await day.meeting(1, 1, 1, 1)
      await page.goto(world.app.url + path)
      const begin = page.getByRole('button', { name: /^시작 가온기업2/ }).first()
      await begin.waitFor()
      await laidBy(page, path)
      await page.context().setOffline(true)
      await page.reload()
      await page.getByText('연결이 끊겼습니다. 마지막으로 읽은 상황입니다.', { exact: false }).waitFor()
      await page.getByText('체크인 기업 2/3').waitFor()
      await begin.click()
      await page.getByRole('heading', { name: '보내기 대기 1' }).waitFor()
      await page.context().setOffline(false)
      await page.getByRole('heading', { name: /^보내기 대기/ }).waitFor({ state: 'detached' })
      await page.getByText('상담 중 1').waitFor()
      await page.getByRole('button', { name: '로그아웃' }).click()
      await page.getByRole('link', { name: '로그인', exact: true }).waitFor()
      expect(await whatIsKept(page)).toEqual(['panro.display'])
    })
  },
  { template: 'bare', clock: () => now },
)
