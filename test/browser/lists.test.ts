import { afterAll, expect, test } from 'vitest'
import { openVetting, type Vetting } from '../kit/vetting.ts'
import { inBrowser } from './in-browser.ts'

inBrowser('the lists of the staff', world => {
  let vetting: Vetting | undefined
  afterAll(() => vetting?.end())

  async function deskOf(names: string[], path: string) {
    const desk = (vetting ??= await openVetting(world.app))
    const made = []
    for (const name of names) made.push(await desk.enterprise({ name }))
    const page = await world.open(path, { token: desk.staff.token })
    return { page, desk, made }
  }

  test('a list is narrowed, kept as a view, and what its filter finds is published and taken back', async () => {
    const names = ['여울빛가온', '여울빛나루', '여울빛다솜']
    const { page, desk } = await deskOf([...names, '해오름가온'], '/staff/enterprises')
    const statesOf = async () =>
      (
        await desk.sql.run<{ state: string }>(
          `select state from enterprise where name like '여울빛%' order by name`,
        )
      ).map(({ state }) => state)

    await page.getByLabel('기업 찾기').pressSequentially('여울빛')
    await page.waitForURL(url => url.searchParams.get('q') === '여울빛')
    await page.getByText('모두 3곳').waitFor()
    await page.getByText(/^열 /).click()
    await page.getByRole('checkbox', { name: '관할' }).click()
    await page.getByRole('columnheader', { name: '관할' }).waitFor()
    await page.getByRole('button', { name: '보기 저장' }).click()
    await page.getByLabel('보기 이름').fill('여울빛 모음')
    await page.getByRole('dialog').getByRole('button', { name: '저장', exact: true }).click()
    await page.getByRole('button', { name: '여울빛 모음', pressed: true }).waitFor()

    await page.getByRole('button', { name: '조건 지우기' }).click()
    await page.getByText('모두 3곳').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '여울빛 모음' }).click()
    await page.getByText('모두 3곳').waitFor()
    await page.getByRole('columnheader', { name: '관할' }).waitFor()

    await page.getByRole('link', { name: '여울빛가온' }).click()
    await page.getByRole('heading', { level: 1, name: '여울빛가온' }).waitFor()
    await page.goBack()
    await page.getByText('모두 3곳').waitFor()

    await page.getByRole('button', { name: '조건에 맞는 3건 모두' }).click()
    await page
      .getByRole('group', { name: '고른 줄' })
      .getByRole('button', { name: '공개', exact: true })
      .click()
    await page.getByRole('dialog').getByText('3건 중 3건이 바뀌고 0건은 안 됩니다.').waitFor()
    expect(await statesOf()).toEqual(['draft', 'draft', 'draft'])
    await page.getByRole('button', { name: '3건에 적용' }).click()
    await page.getByRole('dialog').getByText('3건 중 3건을 바꿨고').waitFor()
    expect(await statesOf()).toEqual(['published', 'published', 'published'])
    await page.getByRole('dialog').getByRole('button', { name: '되돌리기' }).click()
    await page.getByRole('dialog').getByText('3건 중 3건을 되돌렸고').waitFor()
    expect(await statesOf()).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
    const others = await desk.sql.run(
      `select 1 from enterprise where name = '해오름가온' and state <> 'draft'`,
    )
    expect(others).toEqual([])
  })

  test('an enterprise is published from its profile, with a reason that its timeline tells', async () => {
    const { page, desk, made } = await deskOf(['아라솔협동조합'], '/staff/enterprises')
    await page.goto(`${world.app.url}/staff/enterprises/${made[0]?.id}`)
    await page.getByRole('button', { name: '공개', exact: true }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('현장 확인을 마쳐 공개합니다.')
    await page.getByRole('dialog').getByRole('button', { name: '공개', exact: true }).click()
    await page.getByRole('tab', { name: '기록' }).click()
    await page.getByText('현장 확인을 마쳐 공개합니다.').waitFor()
    await page.getByRole('list', { name: '기록' }).getByText('이담당').first().waitFor()
    // A button that cannot be pressed says why.
    await page.getByRole('button', { name: /이미 공개되어 있습니다/ }).waitFor()

    const { token } = await desk.neighbour()
    await page.context().addCookies([{ name: 'sid', value: token, url: world.app.url }])
    await page.reload()
    await page.getByRole('heading', { level: 1, name: /찾을 수 없/ }).waitFor()
  })

  test('chosen cases of the queue are assigned together', async () => {
    const { page, desk, made } = await deskOf(['미리내가온', '미리내나루'], '/login')
    const set = await desk.requirementSet()
    for (const { id } of made) {
      let application = await desk.owner.start(id, set.id)
      application = await desk.owner.attest(application, 1)
      await desk.owner.submit(await desk.owner.attach(application, 2, id))
    }
    await page.goto(`${world.app.url}/staff/reviews?view=unassigned`)
    for (const { 0: name } of [['미리내가온'], ['미리내나루']])
      await page.getByRole('checkbox', { name: `고르기: ${name}` }).click()
    await page.getByRole('group', { name: '고른 줄' }).getByRole('button', { name: '배정' }).click()
    await page.getByRole('dialog').getByLabel('담당').selectOption({ label: '박동료' })
    await page.getByRole('dialog').getByRole('button', { name: '미리 보기' }).click()
    await page.getByRole('button', { name: '2건에 적용' }).click()
    await page.getByRole('dialog').getByText('2건 중 2건을 바꿨고').waitFor()
    const held = await desk.sql.run<{ assignee_id: string }>(
      `select r.assignee_id from review r join enterprise e on e.id = r.enterprise_id where e.name like '미리내%'`,
    )
    expect(held.map(row => row.assignee_id)).toEqual([desk.colleague.id, desk.colleague.id])
  })
})
