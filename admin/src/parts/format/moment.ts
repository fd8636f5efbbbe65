import { day, dayInSeoul } from './day.ts'

/** An instant as Korean papers print it, `2026. 11. 21. 14:02`, by the clock in Seoul. */
export function moment(instant: string): string {
  const at = new Date(instant)
  return `${day(dayInSeoul(at))}\u00a0${clock(at)}`
}

let seoul: Intl.DateTimeFormat | undefined

export function clock(at: Date): string {
  seoul ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', hour: '2-digit', minute: '2-digit' })
  return seoul.format(at)
}
