import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TestApp } from '../kit/app.ts'
import { read, signIn } from '../kit/ask.ts'
import { inBrowser, settled } from './in-browser.ts'
import { signInAs } from './sign-in.ts'

inBrowser('an enterprise applies', world => {
  test('it starts, answers, hands in; is sent back once, corrects, and hands in again', async () => {
    const title = await openSet(world.app)
    const page = await world.open('/login')
    await start(page, title)

    const submit = page.getByRole('button', { name: /^제출/ })
    await page.getByText('아직 제출할 수 없습니다. 1번 필수 항목이 남았습니다.').first().waitFor()
    expect(await submit.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('위 내용을 확약합니다').check()
    await page.getByText('1번 항목을 저장했습니다.').waitFor()
    await answerOf(page).fill('3인 1조로 설치합니다.')
    await page.getByText('아직 저장하지 않은 글이 1건 있습니다.').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^저장됨/).waitFor()
    await submit.click()
    await page.getByText('제출했습니다.', { exact: false }).waitFor()
    expect(await page.getByRole('button', { name: /^제출/ }).count()).toBe(0)

    const id = new URL(page.url()).pathname.split('_')[1] ?? ''
    await sendBack(world.app, `review_${id}`, 2, '설치 인원의 자격을 적어 주세요.')
    await page.reload()
    await settled(page)
    await page.getByRole('heading', { name: '보완 요청 1건' }).waitFor()
    await page.getByText('처리 0/1').waitFor()
    await page.keyboard.press('f')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('item-2')
    const resubmit = page.getByRole('button', { name: /^보완해서 다시 제출/ })
    expect(await resubmit.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('처리 설명').fill('3인 모두 옥외광고사입니다.')
    await page.getByRole('button', { name: /저장.*2번 항목, 처리 설명/ }).click()
    await page.getByText('처리 1/1').waitFor()
    await resubmit.click()
    await page.getByRole('list', { name: '기록' }).getByText('보완 요청').waitFor()
    await page.getByText('3인 모두 옥외광고사입니다.').waitFor()
    expect(await page.getByRole('list', { name: '기록' }).getByText('제출').count()).toBe(2)
  })

  test('what is typed outlives a failed save and a reload, and a faster colleague', async () => {
    const title = await openSet(world.app)
    const page = await world.open('/login', { expectedErrors: /ERR_FAILED|Failed to load resource/ })
    await start(page, title)
    const path = new URL(page.url()).pathname
    const answer = answerOf(page)
    await answer.fill('지워지면 안 되는 글')
    await page.route('**/admin/graphql', route => route.abort())
    await page.keyboard.press('Control+Enter')
    await page.getByText('저장하지 못했습니다. 연결이 끊겼습니다.', { exact: false }).waitFor()
    await page.unroute('**/admin/graphql')
    await page.reload()
    await settled(page)
    expect(await answer.inputValue()).toBe('지워지면 안 되는 글')

    const token = await signIn(world.app, 'ENTERPRISE')
    const id = path.split('/').at(-1) ?? ''
    const say = async (item: number, answers: string) => {
      const { application } = await read<{ application: { version: number } }>(
        world.app,
        `{ application(id: "${id}") { version } }`,
        { token },
      )
      await read(
        world.app,
        `mutation { answerRequirement(id: "${id}", number: ${item}, answer: ${answers}, expectedVersion: ${application.version}) { id } }`,
        { token },
      )
    }
    await say(1, '{ isAttested: true }')
    await page.keyboard.press('Tab')
    await answer.press('Control+Enter')
    await page.getByText('그 사이에 다른 사람이 바꾼 항목도 함께', { exact: false }).waitFor()

    await answer.fill('내 글')
    await say(2, '{ text: "동료의 글" }')
    await answer.press('Control+Enter')
    await page.getByText('다른 사람이 먼저 바꿨습니다', { exact: false }).waitFor()
    await page.getByText('동료의 글').waitFor()
    expect(await answer.inputValue()).toBe('내 글')
    await page.getByRole('button', { name: '내 글 저장' }).click()
    await page.getByText(/^저장됨/).waitFor()
    await page.reload()
    await settled(page)
    expect(await answer.inputValue()).toBe('내 글')
  })
})

/** What the enterprise says to the second requirement. */
const answerOf = (page: Page) =>
  page.getByRole('listitem').filter({ hasText: '2. 설치 방법' }).getByLabel('설명', { exact: true })

async function start(page: Page, title: string) {
  await signInAs(page, 'ENTERPRISE', '/desk/applications')
  await page.getByRole('button', { name: new RegExp(`신청 시작.*${title}`) }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await settled(page)
}

/** Criteria of its own for each story: only one application by the same ones can be under way. */
async function openSet(app: TestApp): Promise<string> {
  const token = await signIn(app, 'STAFF')
  const title = `설치 업체 등록 ${randomUUID().slice(0, 8)}`
  const requirements = [
    { kind: 'ATTESTATION', text: '사실과 같음을 확약합니다.' },
    { kind: 'STAFF_CHECK', text: '설치 방법', isRequired: false },
    { kind: 'MINIMUM_PRODUCTS', text: '판매 중인 상품 1건 이상', isRequired: false },
  ]
  const { createRequirementSet: set } = await read<{ createRequirementSet: { id: string; version: number } }>(
    app,
    'mutation ($input: RequirementSetInput!) { createRequirementSet(input: $input) { id version } }',
    { token, variables: { input: { title, purpose: 'CATALOGUE', requirements } } },
  )
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date())
  await read(
    app,
    `mutation { publishRequirementSet(id: "${set.id}", effectiveFrom: "${day}", expectedVersion: ${set.version}) { id } }`,
    { token },
  )
  return title
}

/** As the staff do: begin, note, send back. */
async function sendBack(app: TestApp, id: string, number: number, note: string) {
  const token = await signIn(app, 'STAFF')
  const act = async (name: string, more = '') => {
    const { review } = await read<{ review: { version: number } }>(
      app,
      `{ review(id: "${id}") { version } }`,
      { token },
    )
    await read(app, `mutation { ${name}(id: "${id}", expectedVersion: ${review.version}${more}) { id } }`, {
      token,
    })
  }
  await act('beginReview')
  await act('noteItem', `, number: ${number}, note: "${note}"`)
  await act('sendBackReview')
}
