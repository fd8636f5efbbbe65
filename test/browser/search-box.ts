import type { Page } from 'playwright-core'

export const searchBox = (page: Page) => page.getByRole('combobox', { name: '검색어' })

export const suggestions = (page: Page) =>
  page.getByRole('listbox', { name: '검색어 제안' }).getByRole('option')

/** 결과 n건, as it is announced. */
export const resultCount = (page: Page) => page.locator('.count[aria-live=polite]')
