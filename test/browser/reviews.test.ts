import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { eventually, read } from '../kit/ask.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'
import { inBrowser, settled } from './in-browser.ts'

inBrowser('the review desk', world => {
  let vetting: Vetting | undefined
  afterAll(() => vetting?.end())

  /** Cases that have been handed in, and a page on which the staff see them. */
  async function queueOf(names: string[]): Promise<{ page: Page; desk: Vetting }> {
    const desk = (vetting ??= await openVetting(world.app))
    const set = await desk.requirementSet()
    for (const name of names) {
      const enterprise = await desk.enterprise({ name })
      let application = await desk.owner.start(enterprise.id, set.id)
      application = await desk.owner.attest(application, 1)
      application = await desk.owner.attach(application, 2, enterprise.id)
      await desk.owner.submit(application)
    }
    const page = await world.open('/login')
    page.setDefaultTimeout(6_000)
    await page.context().addCookies([{ name: 'sid', value: desk.staff.token, url: world.app.url }])
    await page.goto(`${world.app.url}/staff/reviews`)
    await settled(page)
    return { page, desk }
  }

  const isPublic = async (name: string) => {
    const { enterprises } = await read<{ enterprises: { totalCount: number } }>(
      world.app,
      'query ($name: String) { enterprises(first: 1, query: $name, exactly: true) { totalCount } }',
      { variables: { name } },
    )
    return enterprises.totalCount === 1
  }

  const said = (page: Page, text: string | RegExp) =>
    page.getByRole('status').getByText(text).first().waitFor()

  test('a case is opened, sent back with a note and undone, judged and approved without a mouse', async () => {
    const { page } = await queueOf(['새솔빛인쇄협동조합', '새솔빛둘째협동조합'])
    await page.keyboard.press('KeyJ')
    await page.keyboard.press('KeyK')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /새솔빛/ }).waitFor()
    const name = await page.getByRole('heading', { level: 1 }).innerText()

    await page.keyboard.press('KeyB')
    await page.getByRole('group', { name: '판정' }).waitFor()
    await page.keyboard.press('Digit1')
    await page.getByRole('heading', { level: 2, name: /^2\. 검수조서/ }).waitFor()
    // What is lacking has to be said: the note is in hand at once, and figures typed there are figures.
    await page.keyboard.press('Digit2')
    await eventually(async () =>
      expect(await page.getByLabel('보완 메모').evaluate(box => box === document.activeElement)).toBe(true),
    )
    await page.keyboard.type('2025년 검수조서가 없습니다.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: /메모 저장/, disabled: true }).waitFor()
    await page.getByRole('heading', { level: 1 }).click()

    await page.keyboard.press('KeyR')
    await page.getByRole('dialog').getByText('2025년 검수조서가 없습니다.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '보완 요청' }).click()
    await said(page, '보완을 요청했습니다.')
    await page.getByRole('button', { name: '되돌리기 U' }).waitFor()
    await page.keyboard.press('KeyU')
    await page.getByRole('group', { name: '판정' }).waitFor()

    await page.getByRole('button', { name: /^2\. 검수조서/ }).click()
    await page.keyboard.press('Digit1')
    await page.getByRole('heading', { level: 2, name: /^3\. 현장 확인/ }).waitFor()
    await page.getByText('필수 3번이 충족되지 않았습니다.').first().waitFor()
    await page.keyboard.press('KeyY')
    await said(page, '필수 3번이 충족되지 않았습니다.')
    await page.keyboard.press('Digit1')
    await eventually(async () =>
      expect(await page.getByRole('button', { name: '승인 Y' }).getAttribute('aria-disabled')).toBe('false'),
    )
    await page.keyboard.press('KeyY')
    await page.getByRole('dialog').getByRole('button', { name: '승인' }).click()
    await said(page, '승인했습니다.')
    await eventually(async () => expect(await isPublic(name)).toBe(true), 2_000)

    await page.keyboard.press('KeyJ')
    await eventually(async () =>
      expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe(name),
    )
  })

  test('whoever comes second is told what has changed, and by whom', async () => {
    const { page, desk } = await queueOf(['달여울돌봄협동조합'])
    await page.getByRole('link', { name: '달여울돌봄협동조합' }).click()
    await page.getByRole('button', { name: /심사 시작/ }).click()
    await page.getByRole('group', { name: '판정' }).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await desk.colleague.act(await desk.colleague.read(id), 'assignReview')

    await page.keyboard.press('Digit1')
    await page.getByText('다른 사람이 먼저 바꾸었습니다.', { exact: false }).waitFor()
    await page
      .getByText(/박동료/)
      .first()
      .waitFor()
    await page.getByText('배정받지 않은 건입니다.', { exact: false }).first().waitFor()
  })

  test('another centre finds nothing there', async () => {
    const { page, desk } = await queueOf(['물빛나루협동조합'])
    await page.getByRole('link', { name: '물빛나루협동조합' }).click()
    await page.getByRole('heading', { level: 1, name: '물빛나루협동조합' }).waitFor()
    const { token } = await desk.neighbour()
    await page.context().addCookies([{ name: 'sid', value: token, url: world.app.url }])
    await page.reload()
    await page.getByRole('heading', { level: 1, name: /찾을 수 없/ }).waitFor()
  })
})
