import type { Page } from 'playwright-core'
import { settled } from './in-browser.ts'

export const roleNames = {
  BUYER: '구매담당자',
  ENTERPRISE: '기업 담당자',
  STAFF: '지원센터 담당자',
  LEAD: '지원센터 책임자',
} as const

/** By the page for it, as a person does; goes on to the path. */
export async function signInAs(page: Page, role: keyof typeof roleNames, next: string) {
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/login?next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name: roleNames[role], exact: true }).click()
  await page.waitForURL(url => url.pathname !== '/login')
  await settled(page)
}
