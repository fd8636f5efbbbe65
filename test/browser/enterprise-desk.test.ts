import { expect, test } from 'vitest'
import { read, signIn } from '../kit/ask.ts'
import { ownDesk } from '../kit/desk.ts'
import { inBrowser, settled } from './in-browser.ts'

inBrowser('an enterprise at its desk', world => {
  test('it keeps its profile, and sees what somebody else has changed before writing over it', async () => {
    const page = await world.open('/', { token: await signIn(world.app, 'ENTERPRISE') })
    await page.getByRole('link', { name: '업무' }).click()
    await page.getByRole('heading', { name: /^프로필 \d+%$/ }).waitFor()

    const summary = page.getByLabel('소개')
    await summary.fill('안내판을 만듭니다.')
    await page.keyboard.press('Control+s')
    await page.getByText(/^저장됨/).waitFor()

    const staff = await signIn(world.app, 'STAFF')
    const change = async (changes: string) => {
      const { id, version } = await ownDesk(world.app, await signIn(world.app, 'ENTERPRISE'))
      await read(
        world.app,
        `mutation { updateEnterpriseProfile(id: "${id}", expectedVersion: ${version}, changes: ${changes}) { id } }`,
        { token: staff },
      )
    }
    await change('{ homepage: "https://panro.kr" }')
    await summary.fill('안내판과 현수막을 만듭니다.')
    await page.keyboard.press('Control+s')
    await page.getByText('그 사이에 다른 사람이 바꾼 항목도 함께', { exact: false }).waitFor()
    expect(await page.getByLabel('홈페이지').inputValue()).toBe('https://panro.kr')

    await change('{ summary: "센터가 고친 소개" }')
    await summary.fill('기업이 고친 소개')
    await page.keyboard.press('Control+s')
    await page.getByText('저장된 값: 센터가 고친 소개', { exact: false }).waitFor()
    await page.reload()
    await settled(page)
    expect(await summary.inputValue()).toBe('기업이 고친 소개')
    await page.getByRole('button', { name: /^저장.*기본정보/ }).click()
    await page.getByText(/^저장됨/).waitFor()
    const { enterprise: known } = await ownDesk(world.app, await signIn(world.app, 'ENTERPRISE'))
    const { node } = await read<{ node: { summary: string } }>(
      world.app,
      `{ node(id: "${known.id}") { ... on Enterprise { summary } } }`,
    )
    expect(node.summary).toBe('기업이 고친 소개')
  })

  test('it states how many people it employs, and corrects it', async () => {
    const page = await world.open('/desk', { token: await signIn(world.app, 'ENTERPRISE') })
    expect(await page.getByLabel('지역(시·도)').inputValue()).toMatch(/^\d{2}0{8}$/)
    expect(await page.getByLabel('지역(시·군·구)').inputValue()).toMatch(/^\d{10}$/)
    await page.getByRole('tab', { name: '연도별 인원' }).click()
    const save = page.getByRole('button', { name: /^저장.*연도별 인원/ })
    const state = async (employees: string, vulnerable: string) => {
      await page.getByLabel('연도', { exact: true }).fill('2019')
      await page.getByLabel('고용 인원').fill(employees)
      await page.getByLabel('취약계층 인원').fill(vulnerable)
      await save.click()
    }
    await state('3', '12')
    await page.getByText('취약계층 인원은 고용 인원보다 많을 수 없습니다.', { exact: false }).waitFor()
    expect(await page.getByLabel('취약계층 인원').inputValue()).toBe('12')
    await state('12', '3')
    const row = page.getByRole('row').filter({ hasText: '2019' })
    await row.getByText('12명').waitFor()
    await state('14', '5')
    await row.getByText('14명').waitFor()
  })

  test('a contact is masked, read for a reason, and removed', async () => {
    const page = await world.open('/desk', { token: await signIn(world.app, 'ENTERPRISE') })
    await page.getByRole('tab', { name: '연락처(비공개)' }).click()
    await page.getByLabel('이름').fill('한바다')
    await page.getByLabel('전화번호').fill('010-2468-1357')
    await page.getByLabel('수집 목적').fill('상담 일정 안내')
    await page.getByLabel('보유 기한').fill('2028-01-31')
    await page.getByRole('button', { name: '연락처 추가' }).click()
    await page.getByText('연락처를 추가했습니다.').waitFor()
    const row = page.getByRole('row').filter({ hasText: '한*다' })
    await row.getByText('010-****-1357').waitFor()
    expect(await page.getByText('한바다').count()).toBe(0)

    await row.getByRole('button', { name: /^열람/ }).click()
    const dialog = page.getByRole('dialog')
    const reveal = dialog.getByRole('button', { name: /^열람/ })
    await dialog.getByLabel('열람 목적').fill('일정')
    expect(await reveal.getAttribute('aria-disabled')).toBe('true')
    await dialog.getByLabel('열람 목적').fill('상담 일정을 전화로 알립니다.')
    await reveal.click()
    await dialog.getByText('010-2468-1357').waitFor()
    await dialog.getByRole('button', { name: '닫기' }).last().click()
    await page.getByText('010-2468-1357').waitFor({ state: 'detached' })

    await row.getByRole('button', { name: /^삭제/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '연락처 삭제' }).click()
    await page.getByText('연락처를 삭제했습니다.').waitFor()
    await row.waitFor({ state: 'detached' })
  })
})
