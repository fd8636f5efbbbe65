import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { eventually, read } from '../kit/ask.ts'
import { hwp, png, readablePdf } from '../kit/documents.ts'
import { sendFile } from '../kit/files.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'
import { inBrowser, show } from './in-browser.ts'

/** Whether anything but paper is to be seen. */
const isPainted = (canvas: SVGElement | HTMLElement) =>
  canvas instanceof HTMLCanvasElement &&
  canvas
    .getContext('2d')
    ?.getImageData(0, 0, canvas.width, canvas.height)
    .data.some(value => value < 100) === true

/** Whether it is what one sees, and would press, in its place. */
const isOnTop = (what: Locator) =>
  what.evaluate(element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const seen = document.elementFromPoint(x + width / 2, y + height / 2)
    return seen !== null && (element.contains(seen) || seen.contains(element))
  })

/** How often a file was read, by the ledger. */
async function readings(desk: Vetting, fileId: string) {
  const [row] = await desk.sql.run<{ n: number }>(
    `select count(*)::int as n from ledger where name = 'file.read' and subject_id = $1::uuid`,
    [fileId.replace('file_', '')],
  )
  return row?.n
}

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
    const page = await world.open('/staff/reviews', { token: desk.staff.token })
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

  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

  const said = (page: Page, text: string | RegExp) =>
    page.getByRole('status').getByText(text).first().waitFor()

  test('a case is opened, sent back with a note and undone, judged and approved without a mouse', async () => {
    const { page, desk } = await queueOf(['새솔빛인쇄협동조합', '새솔빛둘째협동조합', '새솔빛셋째협동조합'])
    await page.keyboard.press('KeyJ')
    await page.keyboard.press('KeyK')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /새솔빛/ }).waitFor()
    const name = await page.getByRole('heading', { level: 1 }).innerText()

    // The first verdict begins the case.
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
    await page.keyboard.press('Enter')
    await said(page, '보완을 요청했습니다.')
    // The next case is in view already; the way back leads to the one before.
    await eventually(async () => expect(await heading(page)).not.toBe(name))
    await page.keyboard.press('KeyU')
    await said(page, '되돌렸습니다.')
    await eventually(async () => expect(await heading(page)).toBe(name))

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
    await said(page, '승인했습니다.')
    await eventually(async () => expect(await isPublic(name)).toBe(true), 2_000)

    // Looked through, all in order, approved: typed faster than the line is.
    await eventually(async () => expect(await heading(page)).not.toBe(name))
    const second = await heading(page)
    await page.getByRole('heading', { level: 2, name: /^1\. / }).waitFor()
    await page.keyboard.press('Digit0')
    await page.keyboard.press('KeyY')
    await eventually(async () => expect(await isPublic(second)).toBe(true), 4_000)

    // All of that in one key, and each item still has its verdict on the record.
    await eventually(async () => expect(await heading(page)).not.toBe(second))
    const third = await heading(page)
    await page.getByRole('button', { name: '남은 3건 모두 충족, 승인 M' }).waitFor()
    await page.keyboard.press('KeyM')
    await eventually(async () => expect(await isPublic(third)).toBe(true), 4_000)
    const [judged] = await desk.sql.run<{ n: number }>(
      `select count(*)::int as n from ledger join review r on r.id = ledger.subject_id
       join enterprise e on e.id = r.enterprise_id where e.name = $1 and ledger.name = 'review.judged'`,
      [third],
    )
    expect(judged?.n).toBe(3)
  })

  test('whoever comes second is told what has changed, and by whom', async () => {
    const { page, desk } = await queueOf(['달여울돌봄협동조합'])
    await page.getByRole('link', { name: '달여울돌봄협동조합' }).click()
    const begin = page.getByRole('button', { name: /심사 시작/ })
    await begin.click()
    await begin.waitFor({ state: 'detached' })
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

  test('a refusal is read in the dialog that asked, and what was typed there stays', async () => {
    const { page, desk } = await queueOf(['산그늘목공협동조합'])
    await page.getByRole('link', { name: '산그늘목공협동조합' }).click()
    const begin = page.getByRole('button', { name: /심사 시작/ })
    await begin.click()
    await begin.waitFor({ state: 'detached' })
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    await page.keyboard.press('KeyN')
    const dialog = page.getByRole('dialog')
    const reason = dialog.getByRole('textbox')
    await reason.fill('공고한 자격과 다른 업종입니다.')
    await desk.colleague.act(await desk.colleague.read(id), 'assignReview')
    await reason.press('Control+Enter')
    const refusal = dialog.getByText('그사이 다른 사람이 바꾸었습니다.', { exact: false })
    await refusal.waitFor()
    expect(await isOnTop(refusal)).toBe(true)
    expect(await reason.inputValue()).toBe('공고한 자격과 다른 업종입니다.')
    // What has been said outlives the dialog, until it is put away.
    await dialog.getByRole('button', { name: '그만두기' }).first().click()
    await dialog.waitFor({ state: 'hidden' })
    const left = page.getByRole('status').getByText('그사이 다른 사람이 바꾸었습니다.', { exact: false })
    expect(await isOnTop(left)).toBe(true)
  })

  test('what the enterprise has handed in lies beside the item; personal data open with a reason', async () => {
    const { page, desk } = await queueOf([])
    const set = await desk.requirementSet()
    const enterprise = await desk.enterprise({ name: '물푸레인쇄협동조합' })
    const send = async (name: string, content: Buffer, personal = false) =>
      (await sendFile(world.app, desk.owner.token, name, content, { enterprise: enterprise.id, personal })).id
    let application = await desk.owner.attest(await desk.owner.start(enterprise.id, set.id), 1)
    const report = await send('검수조서 2025.pdf', readablePdf(['Inspection 1', 'Inspection 2']))
    const pay = await send('임금 대장.png', png({ width: 40, height: 30 }), true)
    for (const id of [report, pay, await send('사업 소개.hwp', hwp())])
      application = await desk.owner.attachFile(application, 2, id)
    await desk.owner.submit(application)

    await page.reload()
    await page.getByRole('link', { name: '물푸레인쇄협동조합' }).click()
    const documents = page.getByRole('region', { name: '문서' })
    // What is painted cannot be read off; what is written there is said beside it.
    await documents.getByText('Inspection 1').waitFor({ state: 'attached' })
    await page.keyboard.press('BracketRight')
    await documents.getByText('Inspection 2').waitFor({ state: 'attached' })
    await documents.getByText('2/2쪽').waitFor()
    expect(await documents.locator('canvas').evaluate(isPainted)).toBe(true)
    expect(await readings(desk, report)).toBe(1)

    await page.keyboard.press('KeyD')
    await documents.getByText('개인정보가 들어 있습니다').waitFor()
    expect(await documents.getByRole('link', { name: '내려받기' }).count()).toBe(0)
    await page.keyboard.press('KeyO')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '이 항목의 요건을 충족하는지 확인합니다.' }).click()
    await page.keyboard.press('Tab')
    await dialog.getByLabel('이유').press('Control+Enter')
    const picture = documents.getByRole('img', { name: '임금 대장.png' })
    await eventually(async () =>
      expect(await picture.evaluate(img => img instanceof HTMLImageElement && img.naturalWidth)).toBe(40),
    )
    expect(await readings(desk, pay)).toBe(1)

    await page.keyboard.press('KeyD')
    await documents.getByText('HWP 파일은 여기에서 보여 드릴 수 없습니다', { exact: false }).waitFor()
    const download = page.waitForEvent('download')
    await page.keyboard.press('KeyO')
    expect((await download).suggestedFilename()).toBe('사업 소개.hwp')

    await show(page, 360, 'light')
    await page.getByRole('tab', { name: '문서' }).click()
    await documents.getByText('임금 대장.png', { exact: false }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
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
