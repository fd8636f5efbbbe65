/** The forms of the codes that may stand in an address. Whether such a code exists is the server's to say. */

/** Code of a certification kind, e.g. `social_enterprise`. */
export const isKindCode = (text: string) => /^[a-z_]{2,40}$/.test(text)

/** 물품분류번호 or its beginning: 2, 4, 6, 8 or 10 digits. */
export const isCategoryPrefix = (text: string) => /^(\d{2}){1,5}$/.test(text)

/** Region code prefix: 2 digits 시도, 5 시군구, or all 10. */
export const isRegionPrefix = (text: string) => /^(\d{2}|\d{5}|\d{10})$/.test(text)

/** The place where a page begins, as the server gave it. */
export const isCursor = (text: string) => /^[\w+/=.~-]{1,600}$/.test(text)

/** A day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
