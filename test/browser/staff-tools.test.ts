import { readFileSync } from 'node:fs'
import { readTable } from '@panro/api/src/modules/imports/table/read-table.ts'
import { workbook } from '@panro/api/src/modules/imports/testing/workbook.ts'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { eventually, read, signIn } from '../kit/ask.ts'
import { addDepartment } from '../kit/event.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'
import { inBrowser, settled } from './in-browser.ts'

inBrowser('the tools of the staff', world => {
  let vetting: Vetting | undefined
  const theCentre = async () => (vetting ??= await openVetting(world.app))
  afterAll(() => vetting?.end())

  const deskOf = async (path: string) => {
    // A refused file is part of the story.
    const page = await world.open(path, {
      token: await signIn(world.app, 'STAFF'),
      expectedErrors: /status of 400/,
    })
    return page
  }

  const named = async (name: string) => {
    const { enterprises } = await read<{ enterprises: { totalCount: number } }>(
      world.app,
      'query ($name: String) { enterprises(first: 1, query: $name, exactly: true) { totalCount } }',
      { variables: { name } },
    )
    return enterprises.totalCount
  }

  const xlsx = (rows: string[][]) => workbook([{ name: '목록', rows }])

  /** Chooses the file in the one upload in view. */
  const hand = (page: Page, name: string, buffer: Buffer) =>
    page
      .locator('main input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

  test('a list with errors is mapped, looked at, corrected by its workbook, applied and taken back', async () => {
    const page = await deskOf('/staff/imports')
    await page.getByLabel('명단 종류').selectOption({ label: '인증 유효기간 목록' })
    await hand(page, '오래된.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))
    await page.getByRole('alert').getByText(/xlsx/i).waitFor()
    await page.getByRole('button', { name: /^빼기/ }).click()

    const rows = [
      ['내려받은 목록', '', '', '', '', ''],
      ['번호칸', '상호', '종류', '언제부터', '언제까지', '비고'],
      ['2208162517', '달무리늘봄', '여성기업', '2025-01-01', '2027-12-31', ''],
      ['2208162518', '달무리틀림', '여성기업', '2025-01-01', '2027-12-31', ''],
      ['1248100998', '달무리한결', '장애인기업', '2024-01-01', '2026-12-31', ''],
    ]
    await hand(page, '시월 목록.xlsx', xlsx(rows))
    await page.getByRole('heading', { level: 1, name: '인증 유효기간 목록' }).waitFor()
    await page.getByText('꼭 있어야 하는 열이 정해지지 않았습니다', { exact: false }).first().waitFor()
    await page.getByLabel('제목 줄').fill('2')
    await page.getByRole('button', { name: '제목 줄 바꾸기' }).click()
    const mapping: [string, string][] = [
      ['번호칸', '사업자등록번호'],
      ['상호', '기업명'],
      ['종류', '인증종류'],
      ['언제부터', '시작일'],
      ['언제까지', '만료일'],
    ]
    for (const [column, field] of mapping) {
      const select = page.getByLabel(`${column} 열을 맞출 칸`)
      await select.selectOption(
        await select.locator('option', { hasText: `${field} (필수)` }).getAttribute('value'),
      )
      await settled(page)
    }
    // Each choice is kept at once: whoever leaves here goes on here.
    await page.reload()
    await settled(page)
    expect(await page.getByLabel('언제까지 열을 맞출 칸').inputValue()).toBe('validUntil')
    await page.keyboard.press('Control+Enter')
    await page.getByText('1 / 3줄').waitFor()
    await page.getByRole('tab', { name: '새로 2' }).waitFor()
    await page.getByRole('cell', { name: '달무리늘봄 (2208162517)' }).waitFor()
    expect(await named('달무리늘봄')).toBe(0)

    await page.keyboard.press('KeyF')
    await page.waitForURL(/kind=ERRORS/)
    await page.getByText('검증 숫자', { exact: false }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /오류 파일 받기/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('시월 목록 오류.xlsx')
    const told = await rowsIn(readFileSync(await download.path()))
    expect(told[1]?.at(-1)).toBe('오류')
    expect(told[3]?.at(-1)).toContain('검증 숫자')
    const corrected = told.map(row => row.map(text => (text === '2208162518' ? '2208162521' : text)))
    await hand(page, '시월 목록 오류.xlsx', xlsx(corrected))
    // Mapped as before, so that it goes on at the preview.
    await page.getByRole('tab', { name: '새로 3' }).waitFor()
    expect(await page.getByRole('tab', { name: /^오류/ }).count()).toBe(0)

    await page.getByRole('button', { name: '적용', exact: true }).click()
    await page.getByRole('dialog').getByText('새로 3줄, 바뀜 0줄을 적용합니다.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '적용', exact: true }).click()
    await page.getByText(/에 적용했습니다\.$/).waitFor()
    await eventually(async () => expect(await named('달무리틀림')).toBe(1))

    await page.getByRole('button', { name: '되돌리기', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '되돌리기', exact: true }).click()
    await page.getByText('이 가져오기는 되돌렸습니다.').waitFor()
    await eventually(async () => expect(await named('달무리틀림')).toBe(0))
    await page.getByRole('link', { name: '가져오기 목록' }).click()
    await page.getByRole('row').filter({ hasText: '시월 목록 오류.xlsx' }).getByText('되돌림').waitFor()
  })

  test('a new version of a set is written, says who falls out, outlives a colleague, and is published', async () => {
    const desk = await theCentre()
    const set = await desk.requirementSet({ title: '달빛 기준' })
    for (const name of ['달빛승인협동조합', '달빛둘째협동조합']) {
      const { id } = await desk.enterprise({ name })
      const { review } = await desk.inReview(id, set.id)
      let judged = review
      for (const number of [1, 2, 3]) judged = await desk.staff.judge(judged, number, 'MET')
      await desk.staff.act(judged, 'approveReview')
    }
    const page = await world.open('/staff/requirements', {
      token: desk.staff.token,
      expectedErrors: /status of 400/,
    })
    await page.getByRole('link', { name: '달빛 기준' }).click()
    await page.getByRole('button', { name: '다음 판 작성' }).click()
    await page.getByRole('heading', { level: 1, name: '달빛 기준 v2' }).waitFor()
    await page.getByText('승인된 2곳 가운데 탈락하는 곳이 없습니다.', { exact: false }).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    await page.getByLabel('추가할 요건의 종류').selectOption({ label: '상품 수' })
    await page.getByRole('button', { name: '요건 추가' }).click()
    const added = page.getByRole('group', { name: '4. 상품 수' })
    await added.getByLabel('필요한 수').fill('4000')
    await page.keyboard.press('Control+s')
    await added.getByText('1~1,000 사이의 숫자를 적어 주세요.').waitFor()
    await page.reload()
    await settled(page)
    expect(await added.getByLabel('필요한 수').inputValue()).toBe('4000')
    await added.getByLabel('필요한 수').fill('2')
    await page.keyboard.press('Control+s')
    await added.getByText('문장을 1~500자로 적어 주세요.').waitFor()
    await added.getByLabel(/^문장/).fill('판매 중인 상품 2건 이상')
    await added.getByLabel(/^안내/).fill('상품 등록은 내 기업에서 합니다.')

    // A colleague stores something meanwhile: nothing typed here is lost, and the difference is shown.
    const { requirementSet: seen } = await read<{ requirementSet: { version: number } }>(
      world.app,
      `{ requirementSet(id: "${id}") { version } }`,
      desk.colleague.question,
    )
    await read(
      world.app,
      `mutation { changeRequirementSet(id: "${id}", expectedVersion: ${seen.version}, input: {
        title: "달빛 새 기준", purpose: CATALOGUE, requirements: [{ kind: STAFF_CHECK, text: "현장 확인" }] }) { id } }`,
      desk.colleague.question,
    )
    await page.keyboard.press('Control+s')
    await page.getByText(/박동료 담당자가 .* 먼저 저장했습니다/).waitFor()
    await page.getByText('제목: 달빛 새 기준 → 달빛 기준').waitFor()
    await page.getByRole('button', { name: '내 내용으로 저장' }).click()
    await page.getByText('모두 저장되어 있습니다.', { exact: true }).waitFor()

    await page.getByText('이 판으로 바꾸면 승인된 2곳 중 2곳이 탈락합니다.').first().waitFor()
    await page.getByText('4. 판매 중인 상품 2건 이상: 2곳').waitFor()
    await page.getByRole('link', { name: '달빛승인협동조합' }).waitFor()
    await page.getByText('추가 4. 판매 중인 상품 2건 이상').waitFor()

    await page.getByRole('button', { name: '확정', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '확정', exact: true }).click()
    await dialog.getByText('10자 이상 적어 주세요. 지금 0자입니다.').waitFor()
    await dialog.getByLabel(/^이유/).fill('상품이 없는 기업이 많아 기준을 높입니다.')
    await dialog.getByRole('button', { name: '확정', exact: true }).click()
    const version = page.getByRole('row').filter({ hasText: 'v2' })
    await version.getByText('적용 중').waitFor()
    await version.getByText('상품이 없는 기업이 많아 기준을 높입니다.').waitFor()
    expect(await page.getByRole('button', { name: '초안 저장' }).count()).toBe(0)
  })

  test('a plan is changed and withdrawn, and Ctrl+Z takes back one after the other', async () => {
    const { sql, center, staff } = await theCentre()
    const department = await addDepartment(sql, center, '달빛구매과')
    await sql.run(
      `insert into planned_purchase (id, center_id, department_id, year, item, won, visibility, source, state, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, 2027, '홍보물 인쇄', 42000000, 'participants', 'staff', 'planned', now(), now())`,
      [center, department],
    )
    const page = await world.open('/staff/plans?year=2027&vis=PARTICIPANTS', { token: staff.token })
    const row = (item: string) => page.getByRole('row').filter({ hasText: item })
    await row('홍보물 인쇄')
      .getByRole('button', { name: /^고치기/ })
      .click()
    await row('홍보물 인쇄').getByLabel('공개 범위').selectOption('CENTER')
    await row('홍보물 인쇄').getByRole('button', { name: /^저장/ }).click()
    await row('홍보물 인쇄').waitFor({ state: 'detached' })
    await page.locator('h1').click()
    await page.keyboard.press('Control+z')
    await page.getByText('되돌렸습니다: 홍보물 인쇄').waitFor()

    await row('홍보물 인쇄')
      .getByRole('button', { name: /^거두기/ })
      .click()
    await page.getByText('‘홍보물 인쇄’을(를) 거두었습니다.').waitFor()
    await row('홍보물 인쇄').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await row('홍보물 인쇄').waitFor()
    expect(
      await sql.run('select state, visibility from planned_purchase where department_id = $1', [department]),
    ).toEqual([{ state: 'planned', visibility: 'participants' }])
  })
})

async function rowsIn(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = []
  for await (const event of readTable({ name: 'x.xlsx', bytes }).events)
    if (event.type === 'row') rows[event.number - 1] = event.cells.map(({ text }) => text)
  return rows
}
