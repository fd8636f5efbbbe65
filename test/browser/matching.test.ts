import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMatching, publicId, type Matching } from '../kit/matching.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'
import { inBrowser, settled } from './in-browser.ts'
import { printed } from './printed.ts'
import { diffOf, publish, replan } from './timetable-page.ts'

/** As in the event of 2021: 57 enterprises and 28 departments, 192 pairs that both sides wish for. */
const seoul = { enterprises: 57, departments: 28, slots: 26, tables: 8 }
const meetings = 192

inBrowser(
  'whom to meet, and when',
  world => {
    let desk: Vetting
    beforeAll(async () => void (desk = await openVetting(world.app)))
    afterAll(() => desk?.end())

    const at = (made: Matching, page: string) =>
      world.open(`/staff/events/${made.event.id}/${page}`, { token: desk.staff.token })

    test(
      '서울 2021, one round: proposed, locked, timed, published, and changed for those only who must move',
      { timeout: 180_000 },
      async () => {
        const made = await openMatching(world.app, desk, seoul)
        await wishForEachOther(desk, made)
        const gone = made.enterprises[0]
        const bystander = made.enterprises[30]
        if (!gone || !bystander) throw new Error('There are 57 enterprises')
        const [goneToken, bystanderToken] = await Promise.all(
          [gone, bystander].map(({ key }) => made.tokenOf('enterprise', key)),
        )

        const matches = await at(made, 'matches')
        await matches.getByRole('button', { name: '매칭 제안', exact: true }).click()
        await matches.getByText(`매칭을 제안했습니다. 상담 ${meetings}건, 제외 0건.`).waitFor()
        const rows = matches.locator('main tbody tr')
        expect(await rows.first().innerText()).toContain('상호 희망(꼭 만나고 싶음)')
        await matches
          .getByText(`제안할 까닭이 없는 짝 ${(57 * 28 - meetings).toLocaleString('ko')}개`)
          .click()
        await matches.getByText('어느 쪽도 고르지 않았고').waitFor()
        await lockByKeyboard(matches)

        const page = await at(made, 'timetable')
        await page.getByLabel('시간 한도').selectOption({ label: '120초' })
        await page.getByRole('button', { name: '시간표 짜기', exact: true }).click()
        // With 8 rooms nobody proves within two minutes that somebody has to wait: whoever has seen enough stops it.
        await page.getByText(/^하한 0 · 지금 \d+ · \d+초$/).waitFor({ timeout: 50_000 })
        await page.getByRole('button', { name: '멈추고 이대로 쓰기', exact: true }).click()
        await page.getByText(/^차이 \d+ \(지금 \d+, 하한 0\)$/).waitFor()
        await page.getByText(new RegExp(`^상담 ${meetings}건 · 기다림 \\d+회`)).waitFor()
        await walkTheGrid(page)
        await publish(page, 1)
        await printForAll(page)

        const off = meetingsOf(0)
        await replan(page, '참여자가 아예 오지 못함', { 누가: { label: '기업 01' } })
        expect(await diffOf(page)).toEqual({ moved: 0, added: 0, off, same: meetings - off, notify: off + 1 })
        await publish(page, 2)
        const slot = await firstSlotOf(desk, made, 1)
        await replan(page, '참여자가 한 시간에 오지 못함', {
          누가: { label: '기업 02' },
          시간: { value: slot },
        })
        const late = await diffOf(page)
        expect(late.moved).toBeGreaterThan(0)
        expect(late.moved).toBeLessThanOrEqual(meetings * 0.05)
        await publish(page, 3)

        const told = await world.open('/notices', { token: goneToken ?? '' })
        await told
          .getByText(/상담 시간이 바뀌었습니다/)
          .first()
          .waitFor()
        const changed = await desk.sql.run<{ name: string; n: number }>(
          `select name, count(*)::int as n from ledger where detail->>'round' = $1 and name = 'schedule.changed' group by 1`,
          [made.event.round],
        )
        expect(changed).toEqual([{ name: 'schedule.changed', n: off + 1 + late.notify }])
        const quiet = await world.open('/notices', { token: bystanderToken ?? '' })
        await quiet
          .getByText(/상담 일정이 정해졌습니다/)
          .first()
          .waitFor()
        expect(await quiet.getByText(/상담 시간이 바뀌었습니다/).count()).toBe(0)
      },
    )

    test(
      '시흥 2022: items are shared first, both sides choose, and the video room is for the two of them',
      { timeout: 120_000 },
      async () => {
        const made = await openMatching(world.app, desk, {
          enterprises: 2,
          departments: 1,
          slots: 3,
          tables: 1,
        })
        const [one, other] = made.enterprises
        const [department] = made.departments
        if (!one || !other || !department) throw new Error('There are three participants')
        await online(desk, made, department.key)
        const [ours, others, theirs] = await Promise.all([
          made.tokenOf('enterprise', one.key),
          made.tokenOf('enterprise', other.key),
          made.tokenOf('department', department.key),
        ])
        const wishes = await world.open('/wishes', { token: ours })
        await wishes.getByText('공유한 품목이 없습니다.').waitFor()
        const setup = await at(made, 'setup?section=public')
        await setup.getByRole('button', { name: '참가기업에 공유', exact: true }).click()
        await setup.getByText(/부터 공유하고 있습니다/).waitFor()
        await wishes.reload()
        await wishes.getByText(/홍보물 인쇄/).waitFor()
        await wishes.getByRole('combobox').selectOption({ label: '꼭 만나고 싶음' })
        await settled(wishes)
        await awayAtFirst(wishes)
        const back = await world.open('/wishes', { token: theirs })
        await back.getByLabel('기업 01 희망').selectOption({ label: '만나고 싶음' })
        await back.getByLabel('기업 02 희망').selectOption({ label: '만나지 않음' })
        await settled(back)
        const refused = await world.open('/wishes', { token: others })
        await refused.getByRole('combobox').selectOption({ label: '만나고 싶음' })
        await settled(refused)

        const matches = await at(made, 'matches')
        await matches.getByRole('button', { name: '매칭 제안', exact: true }).click()
        await matches.getByText('매칭을 제안했습니다. 상담 1건, 제외 1건.').waitFor()
        await leaveOutAndTakeBack(matches)
        const page = await at(made, 'timetable')
        await page.getByRole('button', { name: '시간표 짜기', exact: true }).click()
        await page.getByText('최적 증명됨', { exact: true }).waitFor()
        await dragTheMeeting(page)
        await publish(page, 1)

        const room = { name: /^화상 상담실 들어가기/ }
        const met = await world.open('/own/events', { token: ours })
        expect(await met.getByRole('link', room).getAttribute('href')).toBe('https://video.example.kr/secret')
        await wishes.reload()
        await wishes.getByText('상담이 정해졌습니다.').waitFor()
        const officer = await world.open('/office', { token: theirs })
        await officer.getByRole('link', room).waitFor()
        for (const path of ['/own/events', '/wishes']) {
          const elsewhere = await world.open(path, { token: others })
          expect(await elsewhere.content()).not.toContain('video.example.kr')
          expect(await elsewhere.getByText(/만나지 않/).count()).toBeLessThanOrEqual(2)
        }
        await refused.reload()
        await refused.getByText('이번 시간표에는 함께 넣지 못했습니다.').waitFor()
      },
    )
  },
  { template: 'bare' },
)

/** Enterprise k meets departments in turn: 192 pairs, no pair twice. */
const pairs = Array.from({ length: meetings }, (_, number) => ({
  enterprise: number % seoul.enterprises,
  department: (number * 5 + Math.floor(number / seoul.enterprises)) % seoul.departments,
}))
const meetingsOf = (enterprise: number) => pairs.filter(pair => pair.enterprise === enterprise).length

async function wishForEachOther({ sql }: Vetting, { event, enterprises, departments }: Matching) {
  const both = pairs.map(({ enterprise, department }) => [
    enterprises[enterprise]?.participation,
    departments[department]?.participation,
  ])
  await sql.run(
    `insert into wish (from_id, to_id, event_id, choice, said_at)
     select from_id, to_id, $1, 'must', now() from (
       select (p->>0)::uuid as from_id, (p->>1)::uuid as to_id from jsonb_array_elements($2) p
       union select (p->>1)::uuid, (p->>0)::uuid from jsonb_array_elements($2) p) w`,
    [event.key, JSON.stringify(both)],
  )
}

/** The slot of an enterprise's first meeting. */
async function firstSlotOf({ sql }: Vetting, { enterprises }: Matching, enterprise: number) {
  const [first] = await sql.run<{ id: string }>(
    `select s.id from meeting m join event_slot s on s.id = m.slot_id
     where m.enterprise_id = $1 and m.state = 'planned' order by s.starts_at limit 1`,
    [enterprises[enterprise]?.participation],
  )
  return publicId('slot', first?.id ?? '')
}

/** A video room instead of tables, and something that the department will buy. */
async function online({ sql, center }: Vetting, { event }: Matching, department: string) {
  await sql.run(
    `update event_place set kind = 'video', link = 'https://video.example.kr/secret' where event_id = $1`,
    [event.key],
  )
  await sql.run('update event_round set is_online = true where event_id = $1', [event.key])
  await sql.run(
    `insert into planned_purchase (id, center_id, department_id, year, item, won, visibility, source, state, created_at, updated_at)
     values (gen_random_uuid(), $1, $2, 2027, '홍보물 인쇄', 42000000, 'participants', 'staff', 'planned', now(), now())`,
    [center, department],
  )
}

/** J goes to the first pair, M locks it and lets it go again. */
async function lockByKeyboard(page: Page) {
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.getByRole('button', { name: /고정 풀기/ }).waitFor()
  await settled(page)
  await page.keyboard.press('m')
  await page.getByRole('button', { name: /고정 풀기/ }).waitFor({ state: 'detached' })
  await settled(page)
}

/** Arrows, a lock by P, a meeting picked up by Space and put back by Esc; B says who waits. */
async function walkTheGrid(page: Page) {
  const focused = page.locator('td:focus')
  await page
    .locator('main td')
    .filter({ has: page.locator('strong') })
    .first()
    .focus()
  const whom = await focused.locator('strong').first().innerText()
  await page.keyboard.press('p')
  await focused.getByText('고정 풀기').waitFor({ state: 'attached' })
  await settled(page)
  await page.keyboard.press('p')
  await focused.getByText('고정 풀기').waitFor({ state: 'detached' })
  await settled(page)
  await page.keyboard.press('Space')
  await page.getByText(new RegExp(`^${whom} × .* 상담을 들었습니다`)).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  expect(await page.getByText(/상담을 들었습니다/).count()).toBe(0)
  await page.keyboard.press('b')
  await page.getByText(/상담 뒤 \d\d:\d\d까지 기다립니다\.$/).waitFor()
}

/** The enterprise cannot come at half past nine. */
async function awayAtFirst(page: Page) {
  await page.getByRole('button', { name: /^상담 가능 시간 고치기/ }).click()
  const dialog = page.getByRole('dialog', { name: /상담 가능 시간$/ })
  await dialog.getByLabel('동시에 할 수 있는 상담 수').fill('0')
  await dialog.getByText('1에서 20 사이의 수를 적어 주세요.').waitFor()
  await dialog.getByLabel('동시에 할 수 있는 상담 수').fill('1')
  await dialog.getByLabel('09:30–09:50').check()
  await dialog.getByRole('button', { name: '저장', exact: true }).click()
  await page.getByText('상담 가능 시간을 저장했습니다.').waitFor()
}

/** A pair is left out for a reason that is told with it, and chosen again. */
async function leaveOutAndTakeBack(page: Page) {
  const pair = page.getByRole('row').filter({ hasText: '기업 01' })
  await pair.getByRole('button', { name: /^제외/ }).click()
  const dialog = page.getByRole('dialog', { name: '이 상담을 뺄까요?' })
  await dialog.getByLabel(/^이유/).fill('지난달에 따로 만났습니다.')
  await dialog.getByRole('button', { name: '이 상담을 뺄까요?' }).click()
  await pair.getByText('지난달에 따로 만났습니다.', { exact: false }).waitFor()
  await pair.getByRole('button', { name: /^다시 넣기/ }).click()
  await pair.getByRole('button', { name: /^제외/ }).waitFor()
  await settled(page)
}

/** By mouse to where it may not go, then to where it may: said before it is let go, and again once it is saved. */
async function dragTheMeeting(page: Page) {
  const grid = page.getByRole('grid')
  const cells = grid.locator('tbody td')
  const meeting = grid.locator('.meeting')
  const times = ['09:30', '09:55', '10:20']
  const texts = await cells.allInnerTexts()
  const from = texts.findIndex(text => text.includes('기업 01'))
  const to = from === 1 ? 2 : 1
  expect(from).toBeGreaterThan(0)
  await meeting.dragTo(cells.nth(0))
  await page.getByText('옮기지 않았습니다. 기업 01: 이 시간에 없습니다.').waitFor()
  expect(await cells.nth(from).innerText()).toContain('기업 01')

  await meeting.hover()
  await page.mouse.down()
  await cells.nth(to).hover()
  await cells.nth(to).hover({ position: { x: 20, y: 20 } })
  const change = `기업 01 × .*부서 01: ${times[from]} T1 → ${times[to]} T1`
  await page.getByText(new RegExp(`^${change}에 놓기$`)).waitFor()
  await page.mouse.up()
  await page.getByText(new RegExp(`^옮겼습니다\\. ${change}$`)).waitFor()
  await cells.nth(to).getByText('기업 01', { exact: true }).waitFor()
  await cells.nth(to).getByText('고정', { exact: true }).first().waitFor()
}

/** An index first, then a sheet for each participant; every page says which of how many it is. */
async function printForAll(page: Page) {
  const print = async (kind: string) => {
    await page.getByRole('button', { name: '인쇄', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '무엇을 인쇄할까요?' })
    await dialog.getByLabel('종류').selectOption({ label: kind })
    await dialog.getByRole('button', { name: '인쇄', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    return printed(page)
  }
  // To stand on a table, a day has to be one page, however long it is.
  expect(await print('자리별 일정')).toHaveLength(seoul.tables)
  const sheets = await print('참여자별 일정')
  expect(sheets.map(sheet => /쪽 \d+ \/ \d+/.exec(sheet)?.[0])).toEqual(
    sheets.map((_, index) => `쪽 ${index + 1} / ${sheets.length}`),
  )
  const [index = '', ...others] = sheets
  const parties = seoul.enterprises + seoul.departments
  expect(index).toContain(`참여자 차례 ${parties}곳, 이름순.`)
  expect(index).toMatch(/57 기업 57 상담 \d+건/)
  // One sheet each, two of the short ones on a page.
  expect(others.join(' ').split('올 수 없게 되면')).toHaveLength(parties + 1)
  expect(others.length).toBeLessThan(parties)
}
