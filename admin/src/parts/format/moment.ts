import { day, dayInSeoul } from './day.ts'

/** An instant as Korean papers print it, `2026. 11. 21. 14:02`, by the clock in Seoul. */
export function moment(instant: string): string {
  const at = new Date(instant)
  return `${day(dayInSeoul(at))}\u00a0${clock(at)}`
}

export const clock = (at: Date): string =>
  at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Seoul', hour: '2-digit', minute: '2-digit' })
