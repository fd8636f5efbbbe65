import { isDay } from '../../platform/day.ts'

const day = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Seoul',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})
const weekday = new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', weekday: 'short' })
const time = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Seoul',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A value as the words of a notice say it: 2026. 11. 27.(금), a list line by line, 없음 for nothing. */
export function saidInKorean(value: unknown): string {
  if (value === null || value === undefined || value === '') return '없음'
  if (Array.isArray(value)) return value.map(line => `- ${String(line)}`).join('\n') || '없음'
  if (typeof value === 'number') return value.toLocaleString('ko-KR')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (isDay(text)) return dayOf(new Date(`${text}T00:00:00+09:00`))
  if (/^\d{4}-\d\d-\d\dT[\d:.]+[+Z]/.test(text)) {
    const instant = new Date(text)
    return `${dayOf(instant)} ${time.format(instant)}`
  }
  return text
}

const dayOf = (instant: Date) => `${day.format(instant)}(${weekday.format(instant)})`
