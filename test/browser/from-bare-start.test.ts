import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { eventually, read } from '../kit/ask.ts'
import { readablePdf } from '../kit/documents.ts'
import { sendFile } from '../kit/files.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'
import { inBrowser, settled } from './in-browser.ts'

const name = '첫걸음인쇄협동조합'
const account = { email: 'first@joining.example.kr', password: '아무도 모를 긴 문장' }
/** The certificate counts through this day in Seoul, where midnight is 15:00 in UTC. */
const lastDay = '2027-03-31'
const lastSecond = Date.parse('2027-03-31T14:59:58Z')
const midnight = Date.parse('2027-03-31T15:00:00Z')

let ahead = 0
const clock = () => new Date(Date.now() + ahead)
const moveTo = (moment: number) => void (ahead = moment - Date.now())

inBrowser(
  'from a bare start',
  world => {
    let desk: Vetting
    afterAll(() => desk?.end())

    test(
      'an enterprise signs up, applies, corrects, is approved, and counts until midnight in Seoul',
      { timeout: 90_000 },
      async () => {
        desk = await openVetting(world.app)
        const title = '목록 등록 기준'
        await desk.requirementSet({
          title,
          requirements: [
            { kind: 'ATTESTATION', text: '사실과 같음을 확약합니다.' },
            { kind: 'DOCUMENT', text: '검수조서 1건 이상' },
            { kind: 'VALID_CERTIFICATION', text: '유효한 인증' },
          ],
        })
        await signUp()

        const enterprise = await world.open('/login')
        await signInWithPassword(enterprise)
        await enterprise.goto(`${world.app.url}/desk/applications`)
        await enterprise.getByRole('button', { name: new RegExp(`신청 시작.*${title}`) }).click()
        await enterprise.getByRole('heading', { level: 1, name: title }).waitFor()
        const application = new URL(enterprise.url()).pathname.split('/').at(-1) ?? ''
        await enterprise.getByLabel('위 내용을 확약합니다').check()
        await enterprise.getByText('1번 항목을 저장했습니다.').waitFor()
        await handIn(application, '검수조서 2024.pdf')
        await enterprise.reload()
        await settled(enterprise)
        await enterprise.getByRole('button', { name: /^제출/ }).click()
        await enterprise.getByText('제출했습니다.', { exact: false }).waitFor()

        const staff = await at('/staff/reviews', desk.staff.token)
        await staff.getByRole('link', { name }).click()
        await staff.getByText('검수조서 2024.pdf').first().waitFor()
        await staff.keyboard.press('Digit1')
        await staff.getByRole('heading', { level: 2, name: /^2\. / }).waitFor()
        await staff.keyboard.press('Digit2')
        const note = staff.getByLabel('보완 메모')
        await eventually(async () =>
          expect(await note.evaluate(box => box === document.activeElement)).toBe(true),
        )
        await staff.keyboard.type('2025년 검수조서를 내 주세요.')
        await staff.keyboard.press('Control+Enter')
        await staff.getByRole('button', { name: /메모 저장/, disabled: true }).waitFor()
        await staff.getByRole('heading', { level: 1 }).click()
        await staff.keyboard.press('KeyR')
        await staff.getByRole('dialog').getByRole('button', { name: '보완 요청' }).click()
        await staff.getByText('보완을 요청했습니다.').first().waitFor()
        expect(await isPublic()).toBe(false)

        await enterprise.reload()
        await settled(enterprise)
        await enterprise.getByRole('heading', { name: '보완 요청 1건' }).waitFor()
        await enterprise.getByText('2025년 검수조서를 내 주세요.').first().waitFor()
        await handIn(application, '검수조서 2025.pdf')
        await enterprise.reload()
        await settled(enterprise)
        await enterprise.getByLabel('처리 설명').fill('2025년 검수조서를 올렸습니다.')
        await enterprise.keyboard.press('Control+Enter')
        await enterprise.getByText('처리 1/1').waitFor()
        await enterprise.getByRole('button', { name: /^보완해서 다시 제출/ }).click()
        await enterprise.getByRole('button', { name: /^보완해서 다시 제출/ }).waitFor({ state: 'detached' })

        await staff.goto(`${world.app.url}/staff/reviews`)
        await settled(staff)
        await staff.getByRole('link', { name }).click()
        await staff.getByRole('heading', { level: 2, name: /^\d\. / }).waitFor()
        await staff.getByRole('button', { name: /^2\. / }).click()
        await staff.getByRole('button', { name: /검수조서 2025\.pdf/ }).click()
        await staff.getByText('2025년 검수조서를 올렸습니다.').first().waitFor()
        await staff.getByRole('heading', { level: 1 }).click()
        await staff.keyboard.press('Digit1')
        await staff.getByRole('heading', { level: 2, name: /^3\. / }).waitFor()
        await staff.keyboard.press('Digit1')
        await eventually(async () =>
          expect(await staff.getByRole('button', { name: '승인 Y' }).getAttribute('aria-disabled')).toBe(
            'false',
          ),
        )
        const review = reviewPathOf(staff)
        const begun = performance.now()
        await staff.keyboard.press('KeyY')
        await eventually(async () => expect(await isPublic()).toBe(true), 2_000)
        const shownMs = Math.round(performance.now() - begun)
        console.info(`In the public catalogue ${shownMs} ms after the key.`)
        expect(shownMs).toBeLessThan(2_000)

        const buyer = await world.open(`/search?scope=enterprises&cert=social_enterprise`)
        await buyer.getByRole('link', { name }).waitFor()
        moveTo(lastSecond)
        await buyer.reload()
        await settled(buyer)
        expect(await buyer.getByRole('link', { name }).count()).toBe(1)
        moveTo(midnight)
        await buyer.reload()
        await settled(buyer)
        expect(await buyer.getByRole('link', { name }).count()).toBe(0)

        // What rested on the certificate has lapsed with it; the timeline tells all of it, the latest first.
        const lead = await at(review, desk.lead.token)
        await eventually(async () => expect(await verbs(lead)).toEqual(story))
      },
    )

    const story = ['효력이 만료됨', '승인함', '제출함', '보완을 요청함', '제출함']

    async function verbs(page: Page): Promise<string[]> {
      await page.goto(`${world.app.url}${reviewPathOf(page)}`)
      await settled(page)
      const lines = await page.getByRole('list', { name: '기록' }).getByRole('listitem').allInnerTexts()
      return lines.flatMap(line => story.filter(verb => line.includes(verb)).slice(0, 1))
    }

    const reviewPathOf = (page: Page) => new URL(page.url()).pathname

    /** By the door of the API: there is no page for it yet. The certificate is one of an official list. */
    async function signUp() {
      const { centers } = await read<{ centers: { id: string; name: string }[] }>(
        world.app,
        '{ centers { id name } }',
      )
      const input = {
        ...account,
        name,
        businessNumber: '124-81-00998',
        personName: '김첫걸음',
        centerId: centers.find(each => each.name === '가온 센터')?.id,
      }
      await read(
        world.app,
        'mutation ($input: RegistrationInput!) { registerEnterprise(input: $input) { isRequest } }',
        { variables: { input } },
      )
      await desk.sql.run(
        `insert into certification (id, enterprise_id, kind_code, valid_from, valid_until, source, created_at, updated_at)
         select gen_random_uuid(), id, 'social_enterprise', '2024-04-01', $2, 'test', now(), now()
         from enterprise where name = $1`,
        [name, lastDay],
      )
    }

    async function signInWithPassword(page: Page) {
      await page.getByLabel('아이디(이메일)').fill(account.email)
      await page.getByLabel('비밀번호', { exact: true }).fill(account.password)
      await page.keyboard.press('Enter')
      await page.waitForURL(url => url.pathname !== '/login')
    }

    async function at(path: string, token: string): Promise<Page> {
      const page = await world.open('/')
      await page.context().addCookies([{ name: 'sid', value: token, url: world.app.url }])
      await page.goto(world.app.url + path)
      await settled(page)
      return page
    }

    /** A document for the second item, as the enterprise's own program sends it. */
    async function handIn(application: string, fileName: string) {
      const { signIn } = await read<{ signIn: { token: string } }>(
        world.app,
        'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
        { variables: account },
      )
      const { token } = signIn
      const { id } = await sendFile(world.app, token, fileName, readablePdf([fileName.replace(/\D/g, '')]))
      const { application: seen } = await read<{ application: { version: number } }>(
        world.app,
        `{ application(id: "${application}") { version } }`,
        { token },
      )
      await read(
        world.app,
        `mutation { attachEvidence(id: "${application}", number: 2, fileId: "${id}", expectedVersion: ${seen.version}) { id } }`,
        { token },
      )
    }

    async function isPublic(): Promise<boolean> {
      const { enterprises } = await read<{ enterprises: { totalCount: number } }>(
        world.app,
        'query ($name: String) { enterprises(first: 1, query: $name, exactly: true) { totalCount } }',
        { variables: { name } },
      )
      return enterprises.totalCount === 1
    }
  },
  { template: 'bare', clock },
)
