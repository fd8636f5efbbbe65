import { grouped } from './number.ts'

/** `18,000원` */
export const won = (amount: number): string => `${grouped(amount)}원`

const units = ['', '만', '억', '조', '경']

/** An amount as people say it: 123,456,000 → 1억 2,345만 6,000원. */
export function wonReading(amount: number): string {
  const groups: string[] = []
  for (let rest = amount, unit = 0; rest > 0; rest = Math.floor(rest / 10_000), unit++) {
    const group = rest % 10_000
    if (group > 0) groups.unshift(`${grouped(group)}${units[unit]}`)
  }
  return `${groups.join(' ') || '0'}원`
}

/** The digits of what was typed into a box for an amount; null for an empty box. */
export function typedWon(text: string): number | null | 'unreadable' {
  const digits = text.normalize('NFKC').replace(/[,\s원]/g, '')
  if (digits === '') return null
  return /^\d{1,13}$/.test(digits) ? Number(digits) : 'unreadable'
}
