/** 42,000,000 → 4,200만원: rounded to 만원, as budgets are spoken of. */
export function wonInWords(won: number): string {
  const tenThousands = Math.round(won / 10_000)
  if (tenThousands < 1) return `${won.toLocaleString('ko-KR')}원`
  const hundredMillions = Math.floor(tenThousands / 10_000)
  const rest = tenThousands % 10_000
  const parts = [
    hundredMillions > 0 ? `${hundredMillions.toLocaleString('ko-KR')}억` : '',
    rest > 0 ? `${rest.toLocaleString('ko-KR')}만` : '',
  ]
  return `${parts.filter(Boolean).join(' ')}원`
}
