import { readFile } from 'node:fs/promises'
import { uploadLimits } from '@panro/api/src/modules/imports/table/limits.ts'
import { unpackRow } from '@panro/api/src/modules/imports/table/xlsx/packed-row.ts'
import { readSheets } from '@panro/api/src/modules/imports/table/xlsx/read-sheets.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, read, signIn } from '../kit/ask.ts'
import { publicId } from '../kit/event-day.ts'
import { openSql, type Sql } from '../kit/sql.ts'
import { wishedAnew } from '../kit/whole-event/wished-anew.ts'
import { inBrowser, settled } from './in-browser.ts'
import { diffOf, publish, replan } from './timetable-page.ts'

let now = new Date('2025-02-10T10:05:00+09:00')

inBrowser(
  'events that took place, as the demo tells them',
  world => {
    let sql: Sql
    beforeAll(async () => {
      sql = await openSql(world.app.databaseUrl)
    })
    afterAll(() => sql.end())

    /** Signed in for as long as the clock of the browser goes on, too: it does not believe in the day of the event. */
    async function staff(): Promise<string> {
      const token = await signIn(world.app, 'STAFF')
      await sql.run(`update session set seen_at = '2099-01-01', expires_at = '2099-01-01'`)
      return token
    }
    const keyOf = async (title: string) => {
      const [event] = await sql.run<{ id: string }>('select id from event where title = $1', [title])
      return event?.id ?? ''
    }

    test('인천 서구 2025: two days, 24 enterprises; who comes, who sits down, who walks in, what came of it', async () => {
      const event = await keyOf('2025 한빛구 사회적경제 매칭데이')
      const first = await windBack(sql, event)
      const token = await staff()
      const page = await world.open(`/staff/events/${publicId('event', event)}/setup`, { token })
      await page.getByRole('link', { name: '당일', exact: true }).click()
      await page.getByText('체크인 기업 0/24 · 기관 0/41').waitFor()
      const days = await page.getByLabel('행사일').locator('option').allTextContents()
      expect(days.map(day => day.replaceAll(/\s/g, ' '))).toEqual([
        '2025. 2. 10. 매칭데이',
        '2025. 2. 11. 매칭데이',
      ])

      const field = page.getByLabel('체크인', { exact: true })
      await field.fill(first.enterprise)
      await field.press('Enter')
      await page.getByText('체크인 기업 1/24').waitFor()
      // Thirteen come for this department; one of them stands here.
      await field.fill(first.department)
      await field.press('Enter')
      await page
        .getByRole('list', { name: '찾은 참여자' })
        .getByRole('button', { name: /^체크인/ })
        .first()
        .click()
      await page.getByText('기관 1/41').waitFor()
      await page
        .getByRole('button', { name: `시작 ${first.enterprise}`, exact: false })
        .first()
        .click()
      await page.getByText('상담 중 1').waitFor()

      await page.keyboard.press('F4')
      await page.getByLabel('찾아온 부서').fill('도로관리과')
      await page.getByRole('button', { name: '현장 상담 잡기' }).click()
      await page.getByText('현장 상담 1 ·').waitFor()

      const { issuePasses } = await read<{ issuePasses: { token: string }[] }>(
        world.app,
        `mutation { issuePasses(eventId: "${publicId('event', event)}", kind: ENTRY,
           participationIds: ["${publicId('participation', first.participation)}"]) { token } }`,
        { token },
      )
      const phone = await world.open(`/m/${issuePasses[0]?.token}`, {
        width: 360,
        expectedErrors: /ERR_INTERNET_DISCONNECTED/,
      })
      await phone.getByRole('heading', { level: 2, name: first.department }).waitFor()
      await phone.context().setOffline(true)
      await phone.getByText('견적 요청').click()
      await phone.getByLabel('상담액').fill('4200')
      await phone.getByRole('button', { name: /^저장/ }).click()
      await phone.getByText('대기 1').waitFor()
      await phone.context().setOffline(false)
      await phone.getByText('대기 0').waitFor()
      // Another try of the same device changes nothing.
      await phone.reload()
      await page.getByText('기업: 견적 요청 · 42,000,000원').waitFor()
      await eventually(async () =>
        expect(
          await sql.run(
            `select count(*)::int as times from ledger where name in ('outcome.recorded', 'outcome.changed')
               and subject_id = $1 and detail ? 'entryKey'`,
            [first.meeting],
          ),
        ).toEqual([{ times: 1 }]),
      )
    })

    test('관악구 2024: 11 of 18 by three parts of the passport, a programme, a survey with n, a report that adds up', async () => {
      now = new Date('2024-05-20T10:00:00+09:00')
      const event = publicId('event', await keyOf('2024 새솔구 사회적경제기업 공공구매 설명회'))
      const visitor = await world.open(`/events/${event}`, { width: 360 })
      for (const item of ['사회적경제기업 우선구매 교육', '인식 조사', '기업 부스 상담'])
        await visitor.getByRole('cell', { name: item }).waitFor()
      await visitor.getByRole('heading', { name: '참여 기업 11곳' }).waitFor()

      const token = await staff()
      const page = await world.open(`/staff/events/${event}/curation`, { token })
      const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') })
      await rows.filter({ hasText: '미선정' }).first().waitFor()
      expect(await rows.filter({ hasText: '미선정' }).count()).toBe(7)
      expect(await rows.filter({ hasText: '확정' }).count()).toBe(11)
      const why = /공급역량·납품실적·납품조건 (가운데 [0-2]가지만 확인|세 가지가 모두 확인되었으나 자리)/
      expect(await rows.filter({ hasText: '미선정' }).filter({ hasText: why }).count()).toBe(7)

      await page.goto(`${world.app.url}/staff/events/${event}/surveys`)
      await page.getByText('응답 160건(n=160)').waitFor()
      await page.getByRole('button', { name: /^다시 열기/ }).click()
      await page.getByText('받는 중').waitFor()
      await page.getByRole('button', { name: /^응답 링크 만들기/ }).click()
      const link = await page.getByRole('link', { name: /\/s\// }).textContent()
      await visitor.goto(link ?? '')
      await visitor.getByLabel('아주 잘').check()
      await visitor.getByLabel('전담 창구가 없음').check()
      await visitor.getByRole('button', { name: '보내기' }).click()
      await visitor.getByText('응답을 받았습니다.').waitFor()
      await page.reload()
      await page.getByText('응답 161건(n=161)').waitFor()
      const table = page.getByRole('table', { name: '1. 사회적경제기업 우선구매를 알고 있습니까 (n=161)' })
      await table.waitFor()
      const cells = await table
        .getByRole('row')
        .evaluateAll(all =>
          all
            .slice(1)
            .map(row => [...row.querySelectorAll('.value')].map(cell => cell.textContent?.trim() ?? '')),
        )
      expect(cells.map(([option, count]) => `${option} ${count}`)).toContain('아주 잘 18')
      for (const [, count, percent] of cells)
        expect(percent).toBe(`${(Math.round((Number(count) * 1000) / 161) / 10).toFixed(1)} %`)

      await page.goto(`${world.app.url}/staff/events/${event}/report`)
      const figures = await figuresOf(event, token)
      await page.getByRole('heading', { name: '발표 수치 검산' }).waitFor()
      const printed = await page
        .getByRole('row')
        .evaluateAll(all =>
          all.map(row => [...row.querySelectorAll('.value')].map(cell => cell.textContent?.trim()).join(' ')),
        )
      for (const { label, value, unit } of figures)
        expect(
          printed.some(row => row.startsWith(`${label} ${value.toLocaleString('ko-KR')}${unit} `)),
          label,
        ).toBe(true)
      const value = (key: string) => figures.find(figure => figure.key === key)?.value
      expect([value('enterprises'), value('not_selected'), value('applicants')]).toEqual([11, 7, 18])

      await page.getByRole('button', { name: '발표 수치 적기' }).click()
      await page.getByLabel('무엇을 말하는 수치').selectOption({ label: '전회 대비 비율(%)' })
      await page.getByLabel('이름').fill('참여기관 전년 대비')
      await page.getByLabel('발표한 비율').fill('127.5')
      await page.getByLabel('비율의 대상이 된 수').fill('참여기관 85')
      await page.getByLabel('출처').fill('결과 보도자료 1쪽')
      await page.getByRole('button', { name: '적기', exact: true }).click()
      const claim = page.getByRole('row').filter({ hasText: '참여기관 전년 대비' })
      await claim.getByText('나올 수 없음').waitFor()
      await claim.getByText('85 ÷ 66 = 128.8 %').waitFor()

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'xlsx 받기' }).click(),
      ])
      const lines = await linesOf(await readFile(await download.path()))
      for (const { label, value: counted, unit } of figures)
        expect(
          lines.some(line => line.join(' ').includes(`${label} ${counted} ${unit}`)),
          label,
        ).toBe(true)
      expect(lines.find(([label]) => label === '참여기관 전년 대비')?.join(' ')).toContain('85 ÷ 66')
    })

    test(
      '서울 2021: 576 meetings of three rounds, matched, timed, published and changed by the pages alone',
      { timeout: 180_000 },
      async () => {
        const event = await wishedAnew(sql, '2021 가온시 온라인 구매상담회')
        const token = await staff()
        const at = (page: string) =>
          world.open(`/staff/events/${publicId('event', event)}/${page}`, { token })
        const matches = await at('matches')
        await matches.getByRole('button', { name: '매칭 제안', exact: true }).click()
        await matches.getByText('매칭을 제안했습니다. 상담 576건, 제외 0건.').waitFor()

        const page = await at('timetable')
        const rounds = await page.getByLabel('회차').locator('option').allTextContents()
        expect(rounds).toHaveLength(3)
        for (const label of rounds) {
          await page.getByLabel('회차').selectOption({ label })
          await settled(page)
          await page.getByLabel('시간 한도').selectOption({ index: 0 })
          await page.getByRole('button', { name: '시간표 짜기', exact: true }).click()
          await page.getByText(/^상담 192건 · 기다림 \d+회/).waitFor({ timeout: 30_000 })
          await publish(page, 1)
          await replan(page, '이 상담 취소', {})
          const { moved, off, same } = await diffOf(page)
          expect({ off, kept: moved + same }).toEqual({ off: 1, kept: 191 })
          expect(moved).toBeLessThanOrEqual(192 * 0.05)
          await publish(page, 2)
        }
        const published = await sql.run<{ n: number }>(
          `select count(*)::int as n from meeting where event_id = $1 and state = 'planned' group by round_id`,
          [event],
        )
        expect(published.map(({ n }) => n)).toEqual([191, 191, 191])
      },
    )

    async function figuresOf(eventId: string, token: string) {
      const { eventReport } = await read<{
        eventReport: { figures: { key: string; label: string; value: number; unit: string }[] }
      }>(world.app, `{ eventReport(eventId: "${eventId}") { figures { key label value unit } } }`, { token })
      return eventReport.figures
    }
  },
  { clock: () => now },
)

/** Five past ten on the first day: the meetings of the first slot are still to come, and nobody has arrived. */
async function windBack(sql: Sql, event: string) {
  await sql.run(`update event set state = 'confirmed' where id = $1`, [event])
  await sql.run('delete from check_in where event_id = $1', [event])
  const slot = `(select s.id from event_slot s where s.event_id = $1 order by s.starts_at limit 1)`
  await sql.run(`delete from outcome where meeting_id in (select id from meeting where slot_id = ${slot})`, [
    event,
  ])
  const [first] = await sql.run<{
    meeting: string
    participation: string
    enterprise: string
    department: string
  }>(
    `with planned as (update meeting set state = 'planned', started_at = null, ended_at = null
       where slot_id = ${slot} and state = 'held' returning id, place_id, enterprise_id, department_id)
     select m.id as meeting, m.enterprise_id as participation, e.name as enterprise, i.name || ' ' || d.name as department
     from planned m join event_place p on p.id = m.place_id
     join participation a on a.id = m.enterprise_id join enterprise e on e.id = a.enterprise_id
     join participation b on b.id = m.department_id join department d on d.id = b.department_id
     join institution i on i.id = d.institution_id
     order by p.position limit 1`,
    [event],
  )
  if (!first) throw new Error('The demo has no meeting in the first slot')
  return first
}

/** Every row of a workbook, as texts. */
async function linesOf(bytes: Buffer): Promise<string[][]> {
  const lines: string[][] = []
  await readSheets(bytes, uploadLimits, async piece => {
    if (piece.type === 'rows')
      lines.push(...piece.rows.map(row => unpackRow(row).cells.map(({ text }) => text)))
    return 'go on'
  })
  return lines
}
