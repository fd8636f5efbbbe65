/** A calendar day in Asia/Seoul as `YYYY-MM-DD`. Compares as text. What law calls a date is this, never an instant. */
export type Day = string

const seoul = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Seoul',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Seoul at an instant, whatever zone this process runs in. */
export const dayInSeoul = (instant: Date): Day => seoul.format(instant)

/** The day so many days later; negative counts back. */
export function addDays(day: Day, days: number): Day {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** Days outside are slips of the pen (0207 for 2027), whatever the calendar says. */
export const earliestDay: Day = '1900-01-01'
export const latestDay: Day = '2999-12-31'

export const isWithinRange = (day: Day): boolean => earliestDay <= day && day <= latestDay

/** Whether the text is a day that exists; 2026-02-30 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}
