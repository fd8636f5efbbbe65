import type { Page } from 'playwright-core'
import { settled } from './in-browser.ts'

/** 게시 — what is on the page is published as edition `number`. */
export async function publish(page: Page, number: number) {
  await page.getByRole('button', { name: '게시', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `${number}판을 게시할까요?` })
  await dialog.getByRole('button', { name: '게시', exact: true }).click()
  await page.getByText(`${number}판을 게시했습니다.`).waitFor()
  await settled(page)
}

/** 다시 짜기 — what has changed is said in its dialog, and the draft that comes of it is on the page. */
export async function replan(
  page: Page,
  what: string,
  which: Record<string, { label: string } | { value: string }>,
) {
  await page.getByRole('button', { name: '바뀐 사정 반영', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '바뀐 사정을 반영해 다시 짜기' })
  await dialog.getByLabel('무엇이 바뀌었습니까').selectOption({ label: what })
  for (const [label, option] of Object.entries(which))
    await dialog.getByLabel(label, { exact: true }).selectOption(option)
  await dialog.getByLabel('이유', { exact: true }).fill('급한 사정이 생겼습니다')
  const before = page.url()
  await dialog.getByRole('button', { name: '초안 만들기', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  // What was published last shows what had changed then until the new draft has come.
  await page.waitForURL(url => url.href !== before)
  await page.getByRole('button', { name: '초안 버리기', exact: true }).waitFor()
  await settled(page)
  await page.getByText(/^바뀐 것:/).waitFor()
}

/** What a draft changes, as the page says it. */
export async function diffOf(page: Page) {
  const text = await page.getByText(/^바뀐 것:/).innerText()
  const number = (word: string) => Number(new RegExp(`${word} (\\d+)`).exec(text)?.[1])
  return {
    moved: number('옮김'),
    added: number('새 상담'),
    off: number('빠짐'),
    same: number('그대로'),
    notify: number('알릴 참여자'),
  }
}
