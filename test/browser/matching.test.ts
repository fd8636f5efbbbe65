import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMatching, type Matching } from '../kit/matching.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'
import { inBrowser, settled } from './in-browser.ts'

inBrowser(
  'whom to meet, and when',
  world => {
    let desk: Vetting
    beforeAll(async () => void (desk = await openVetting(world.app)))
    afterAll(() => desk?.end())

    const at = (made: Matching, page: string) =>
      world.open(`/staff/events/${made.event.id}/${page}`, { token: desk.staff.token })

    test(
      '시흥 2022: items are shared first, both sides choose, and the video room is for the two of them',
      { timeout: 120_000 },
      async () => {
        const made = await openMatching(world.app, desk, {
          enterprises: 2,
          departments: 1,
          slots: 2,
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
        const page = await at(made, 'timetable')
        await page.getByRole('button', { name: '시간표 짜기', exact: true }).click()
        await page.getByText('최적 증명됨', { exact: true }).waitFor()
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

async function publish(page: Page, number: number) {
  await page.getByRole('button', { name: '게시', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `${number}판을 게시할까요?` })
  await dialog.getByRole('button', { name: '게시', exact: true }).click()
  await page.getByText(`${number}판을 게시했습니다.`).waitFor()
  await settled(page)
}
