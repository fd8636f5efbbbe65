import type { CertifiedPeriod } from '../documents.ts'

/** The kinds that count on the day, each once. Days are `YYYY-MM-DD`, which sorts as it reads. */
export function kindsValidOn(periods: readonly CertifiedPeriod[], day: string): string[] {
  const valid = periods.filter(
    ({ from, until }) => (from === null || from <= day) && (until === null || day <= until),
  )
  return [...new Set(valid.map(period => period.kind))]
}
