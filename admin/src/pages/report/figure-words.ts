/** 12,345원. */
export const quantity = (value: number, unit: string) => `${value.toLocaleString('ko-KR')}${unit}`

/** Of how many it is a part, in percent to one decimal; nothing of nothing. */
export const shareOf = (value: number, denominator: number | null): string =>
  denominator === null || denominator === 0 || value > denominator
    ? ''
    : `${(Math.round((value * 1000) / denominator) / 10).toFixed(1)} %`

const seoul = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Seoul',
  dateStyle: 'medium',
  timeStyle: 'short',
})

export const moment = (instant: string) => seoul.format(new Date(instant))
