import { Refusal } from '../../platform/refusal.ts'

/** A prefix of a category code as a caller gives it; refused unless it has 2, 4, 6, 8 or 10 digits. */
export function categoryPrefix(text: string, field: string): string {
  if (/^(\d{2}){1,5}$/.test(text)) return text
  throw new Refusal(
    'BAD_USER_INPUT',
    `\`${field}\`: a category code has 2, 4, 6, 8 or 10 digits (물품분류번호 8, 세부품명번호 10).`,
    field,
  )
}
