import { expect, test } from 'vitest'
import { eventually, read, signIn } from '../kit/ask.ts'
import { ownDesk } from '../kit/desk.ts'
import { pdf } from '../kit/documents.ts'
import { openVetting } from '../kit/vetting.ts'
import { inBrowser } from './in-browser.ts'

inBrowser('an enterprise keeps what it offers', world => {
  test('a certificate with its document, a product, its passport; the product is in the catalogue at once', async () => {
    const page = await world.open('/desk/certificates', {
      token: await signIn(world.app, 'ENTERPRISE'),
      expectedErrors: /400|Failed to load resource/,
    })
    await page.getByRole('button', { name: '인증 추가' }).click()
    await page.getByLabel('인증 종류').selectOption({ label: '마을기업' })
    await page.getByLabel('인증번호').fill('제2026-9호')
    await page.getByLabel('발급기관').fill('행정안전부')
    await page.getByLabel('유효 시작일').fill('2026-01-02')
    await page.getByLabel('유효 종료일').fill('2020-01-02')
    await page.getByRole('button', { name: /^저장.*인증 추가/ }).click()
    await page.getByText('유효 종료일이 시작일보다 앞섭니다.', { exact: true }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: '인증 추가' }).click()
    expect(await page.getByLabel('인증번호').inputValue()).toBe('제2026-9호')
    await page.getByLabel('유효 종료일').fill('2029-01-01')
    await page.getByRole('button', { name: /^저장.*인증 추가/ }).click()
    await page.getByRole('heading', { name: '마을기업 제2026-9호' }).waitFor()

    await page.getByRole('button', { name: /증빙 붙이기.*제2026-9호/ }).click()
    await page.getByLabel('증빙 발급처').fill('행정안전부 장관')
    const choose = page.getByLabel('제2026-9호 증빙 파일')
    const hostile = Buffer.from('MZ this is a program')
    await choose.setInputFiles({ name: '지정서.pdf', mimeType: 'application/pdf', buffer: hostile })
    await page.getByText(/‘지정서.pdf’을\(를\) 받지 않았습니다/).waitFor()
    expect(await page.getByLabel('증빙 발급처').inputValue()).toBe('행정안전부 장관')
    await choose.setInputFiles({ name: '마을기업 지정서.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await page.getByRole('link', { name: '마을기업 지정서.pdf' }).waitFor()
    await page.getByText('확인 전', { exact: true }).first().waitFor()

    await page.keyboard.press('Control+k')
    await page.keyboard.type('상품')
    await page.getByRole('option', { name: /상품/ }).first().click()
    await page.waitForURL('**/desk/products')
    await page.getByRole('button', { name: '상품 추가' }).click()
    await page.getByLabel('상품명').fill('자가점검 안내판')
    await page.getByLabel('대분류').selectOption({ index: 1 })
    await page.getByLabel('단가', { exact: true }).fill('12,000')
    await page.getByLabel('단위 (필수)').fill('개')
    await page.getByLabel('납품 지역').selectOption({ label: '인천광역시' })
    await page.getByRole('button', { name: /^저장.*상품 추가/ }).click()
    await page.getByRole('heading', { name: '자가점검 안내판' }).waitFor()
    const offered = page.getByRole('listitem').filter({ hasText: '자가점검 안내판' })
    await offered.getByRole('button', { name: /증빙 붙이기/ }).click()
    await offered.getByLabel('증빙 발급처').fill('행정안전부 장관')
    await offered
      .getByLabel(/증빙 파일$/)
      .setInputFiles({ name: '상품 시험성적서.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await offered.getByRole('link', { name: '상품 시험성적서.pdf' }).waitFor()
    const { enterprise } = await ownDesk(world.app, await signIn(world.app, 'ENTERPRISE'))
    await eventually(async () => {
      const found = await read<{
        products: { edges: { node: { name: string; enterprise: { id: string } } }[] }
      }>(
        world.app,
        '{ products(first: 5, query: "자가점검 안내판") { edges { node { name enterprise { id } } } } }',
      )
      expect(found.products.edges.map(({ node }) => node)).toContainEqual({
        name: '자가점검 안내판',
        enterprise: { id: enterprise.id },
      })
    }, 5_000)

    await page.getByRole('link', { name: '공급역량 여권' }).click()
    await page.getByRole('button', { name: '납품실적 추가' }).click()
    await page.getByLabel('납품처').fill('서울특별시 종로구')
    await page.getByLabel('납품 품목').fill('안내판 20개')
    await page.getByLabel('계약 금액').fill('240000')
    await page.getByLabel('납품일').fill('2026-02-03')
    await page.getByRole('button', { name: /^저장.*납품실적 추가/ }).click()
    await page.getByRole('list', { name: '공급역량 여권' }).getByText('서울특별시 종로구').first().waitFor()

    await page.getByRole('link', { name: '증빙 파일' }).click()
    await page.getByText('쓰인 곳: 인증 제2026-9호').waitFor()
    expect(await page.getByRole('button', { name: /삭제.*마을기업 지정서/ }).count()).toBe(0)
  })

  test('two at one product: what only one has changed is kept, what both have is shown side by side', async () => {
    const desk = await ownDesk(world.app, await signIn(world.app, 'ENTERPRISE'))
    const staff = await signIn(world.app, 'STAFF')
    const product = (name: string) =>
      `{ name: "${name}", category: "44", unit: "개", price: 700, includesVat: true, deliveryRegions: [] }`
    const { added } = await read<{ added: { id: string } }>(
      world.app,
      `mutation { added: addProduct(enterpriseId: "${desk.id}", product: ${product('둘이 고치는 상자')}) { id } }`,
      { token: staff },
    )
    const rename = (name: string, version: number) =>
      read(
        world.app,
        `mutation { updateProduct(id: "${added.id}", expectedVersion: ${version}, product: ${product(name)}) { id } }`,
        { token: staff },
      )
    const page = await world.open('/desk/products', {
      token: await signIn(world.app, 'ENTERPRISE'),
      expectedErrors: /400|Failed to load resource/,
    })
    const save = page.getByRole('button', { name: /^저장.*수정/ })
    await page.getByRole('button', { name: /^수정.*둘이 고치는 상자/ }).click()
    await page.getByLabel('단가', { exact: true }).fill('900')
    await rename('센터가 고친 상자', 1)
    await save.click()
    await page.getByText('그 사이에 다른 사람이 바꾼 항목도 함께 불러왔습니다.', { exact: false }).waitFor()
    await page.getByRole('listitem').filter({ hasText: '센터가 고친 상자' }).getByText('900원').waitFor()

    await page.getByRole('button', { name: /^수정.*센터가 고친 상자/ }).click()
    await page.getByLabel('상품명').fill('기업이 고친 상자')
    await rename('센터가 또 고친 상자', 3)
    await save.click()
    await page.getByText(/먼저 바꿨습니다. 저장된 값: 센터가 또 고친 상자/).waitFor()
    expect(await page.getByLabel('상품명').inputValue()).toBe('기업이 고친 상자')
    await page.getByRole('button', { name: /저장된 글 쓰기.*상품명/ }).click()
    expect(await page.getByLabel('상품명').inputValue()).toBe('센터가 또 고친 상자')
    await page.getByLabel('상품명').fill('기업이 고친 상자')
    await save.click()
    await page.getByRole('heading', { name: '기업이 고친 상자' }).waitFor()
  })

  test('whoever acts for several enterprises chooses one, on every page', async () => {
    const vetting = await openVetting(world.app)
    try {
      for (const name of ['가나다협동조합', '라마바협동조합']) await vetting.enterprise({ name })
      const page = await world.open('/login')
      await page.context().addCookies([{ name: 'sid', value: vetting.owner.token, url: world.app.url }])
      await page.goto(`${world.app.url}/desk/products`)
      const choice = page.getByRole('main').getByRole('combobox').first()
      await choice.selectOption({ label: '라마바협동조합' })
      const chosen = await choice.inputValue()
      await page.getByRole('link', { name: '공급역량 여권' }).click()
      await page.waitForURL('**/desk/passport')
      expect(await choice.inputValue()).toBe(chosen)
      await page.getByRole('link', { name: '내 기업', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: '라마바협동조합' }).waitFor()
    } finally {
      await vetting.end()
    }
  })

  test('staff look at the papers of what was stated, and only then does it count', async () => {
    const { enterprise } = await ownDesk(world.app, await signIn(world.app, 'ENTERPRISE'))
    const desk = await world.open(`/staff/enterprises/${enterprise.id}`, {
      token: await signIn(world.app, 'STAFF'),
    })
    const stated = desk.getByRole('table', { name: '기업이 적은 인증' })
    await stated.getByRole('link', { name: '마을기업 지정서.pdf' }).waitFor()
    await stated.getByRole('button', { name: '확인', exact: true }).click()
    await desk.getByRole('button', { name: /증빙 원본과 대조했습니다/ }).click()
    await desk.keyboard.press('Control+Enter')
    await stated.getByText('확인함').waitFor()
    await desk
      .getByRole('cell', { name: /제2026-9호/ })
      .nth(1)
      .waitFor()

    await desk.goto(`${world.app.url}/staff/enterprises/${enterprise.id}?tab=passport`)
    const record = desk.getByRole('row').filter({ hasText: '안내판 20개' })
    await record.getByRole('button', { name: '확인', exact: true }).click()
    await desk.getByRole('dialog').getByRole('textbox').fill('발주처에 전화로 확인')
    await desk.getByRole('dialog').getByRole('button', { name: /확인$/ }).click()
    await record.getByText('발주처에 전화로 확인').waitFor()
  })

  test('staff put a certificate right, record how it ended, and take a product off sale, each for a reason', async () => {
    const { enterprise } = await ownDesk(world.app, await signIn(world.app, 'ENTERPRISE'))
    const profile = `/staff/enterprises/${enterprise.id}`
    const desk = await world.open(profile, {
      token: await signIn(world.app, 'STAFF'),
      expectedErrors: /status of 400/,
    })
    const history = desk.getByRole('table', { name: '인증 이력' })
    const certificate = history.getByRole('row').filter({ hasText: '제2026-9' })
    await desk.getByRole('button', { name: /^정정.*제2026-9호/ }).click()
    const reason = desk.getByLabel(/^이유/)
    await desk.getByLabel('인증번호').fill('제2026-90호')
    await desk.getByLabel('유효 종료일').fill('2025-12-31')
    await reason.fill('지정서 원본과 대조했습니다.')
    const save = desk.getByRole('button', { name: /^저장/ })
    await save.click()
    await desk.getByText('유효 종료일이 시작일보다 앞섭니다.', { exact: true }).waitFor()
    expect(await reason.inputValue()).toBe('지정서 원본과 대조했습니다.')
    await desk.getByLabel('유효 종료일').fill('2028-12-31')
    await save.click()
    await certificate.getByText('2028. 12. 31.', { exact: false }).waitFor()

    await desk.getByRole('button', { name: /^취소·반납 기록.*제2026-90호/ }).click()
    await desk.getByLabel(/^끝난 까닭/).selectOption('RETURNED')
    await desk.getByLabel(/^효력이 끝난 날/).fill('2026-03-02')
    await reason.fill('기업이 지정서를 돌려주었습니다.')
    await save.click()
    await certificate.getByText('반납', { exact: false }).first().waitFor()

    await desk.goto(`${world.app.url}${profile}?tab=products`)
    const product = desk.getByRole('row').filter({ hasText: '자가점검 안내판' })
    await product.getByText('판매 중', { exact: true }).waitFor()
    await product.getByRole('link', { name: '상품 시험성적서.pdf' }).waitFor()
    await product.getByRole('button', { name: /^판매 중지/ }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel(/^이유/).fill('짧다')
    await dialog.getByRole('button', { name: /판매 중지$/ }).click()
    await dialog.getByText('10자 이상 적어 주세요. 지금 2자입니다.').waitFor()
    await dialog.getByLabel(/^이유/).fill('인증을 반납해 판매를 멈춥니다.')
    await dialog.getByRole('button', { name: /판매 중지$/ }).click()
    await product.getByText('판매 중지', { exact: true }).first().waitFor()
    await product.getByRole('button', { name: /^판매 시작/ }).waitFor()
  })
})
