import { expect, test } from 'vitest'
import { eventually, read, signIn } from '../kit/ask.ts'
import { inBrowser, settled } from './in-browser.ts'
import { roleNames } from './sign-in.ts'

inBrowser('what a buyer keeps', world => {
  test('a visitor who wants to keep something signs in, comes back, keeps it and finds it again', async () => {
    const page = await world.open(`/search?q=${encodeURIComponent('인쇄')}`)
    await page.getByRole('button', { name: '관심' }).first().click()
    await page.getByRole('button', { name: roleNames.BUYER, exact: true }).click()
    await page.waitForURL(/\/search\?q=/)
    await settled(page)

    const card = page.locator('article').first()
    const name = await card.getByRole('heading').innerText()
    await card.getByRole('button', { name: '관심' }).click()
    await eventually(async () =>
      expect(await card.getByRole('button', { name: '관심' }).getAttribute('aria-pressed')).toBe('true'),
    )
    await settled(page)
    await page.getByRole('link', { name: '보관함' }).click()
    // The results show the same name until they are gone.
    await page.waitForURL(url => !url.pathname.startsWith('/search'))
    await page.getByRole('heading', { level: 1, name: '보관함' }).waitFor()
    await page.getByRole('heading', { name }).waitFor()

    await page.getByRole('button', { name: '관심' }).click()
    await page.getByText('관심에 담은 상품이나 기업이 없습니다.').waitFor()
  })

  test('a search that finds nothing is saved, and what comes later is told', async () => {
    const word = '무지개별빛나루'
    const page = await world.open(`/search?scope=enterprises&q=${encodeURIComponent(word)}`)
    await page.getByRole('link', { name: /로그인하고 이 검색을 저장/ }).click()
    await page.getByRole('button', { name: roleNames.BUYER, exact: true }).click()
    await page.waitForURL(/\/search\?/)
    await page.getByRole('button', { name: /이 검색을 저장/ }).click()
    await page.getByText('검색을 저장했습니다.').waitFor()

    const { enterprises } = await read<{ enterprises: { edges: { node: { id: string } }[] } }>(
      world.app,
      '{ enterprises(first: 1, filter: { regions: ["11"] }) { edges { node { id } } } }',
    )
    await read(
      world.app,
      `mutation ($id: ID!) { renameEnterprise(id: $id, name: "${word} 협동조합") { id } }`,
      {
        token: await signIn(world.app, 'STAFF'),
        variables: { id: enterprises.edges[0]?.node.id },
      },
    )
    await eventually(async () => {
      await page.goto(`${world.app.url}/saved?tab=searches`)
      await settled(page)
      expect(await page.getByRole('link', { name: `${word} 협동조합` }).count()).toBe(1)
    })
    expect(await page.getByRole('link', { name: /보관함/ }).innerText()).toContain('1')
    await page.getByRole('button', { name: '모두 봤음' }).click()
    await eventually(async () =>
      expect(await page.getByRole('link', { name: /보관함/ }).innerText()).not.toContain('1'),
    )

    await page.getByRole('button', { name: '지우기' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '지우기' }).click()
    await page.getByText('저장한 검색이 없습니다.').waitFor()
  })

  test('the page of what is kept asks a visitor to sign in, and leads back', async () => {
    const page = await world.open('/saved?tab=searches')
    await page.getByRole('main').getByRole('link', { name: '로그인' }).click()
    await page.getByRole('button', { name: roleNames.BUYER, exact: true }).click()
    await page.waitForURL(url => url.pathname !== '/login')
    expect(new URL(page.url()).pathname).toBe('/saved')
    await page.getByRole('tab', { name: '저장한 검색', selected: true }).waitFor()
  })
})
