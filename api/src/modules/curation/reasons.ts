import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'

/** 미선정 이유 — in the order of the digits that say them. */
export const notSelectedReasons = {
  required_missing: '필수 요건 부족',
  item_duplicate: '품목 중복',
  record_unverified: '실적 미확인',
  full: '정원 초과',
  other: '직접 쓰기',
} as const

export type NotSelectedReason = keyof typeof notSelectedReasons

export interface Reason {
  code: NotSelectedReason
  /** As the letter says it. */
  words: string
}

/** What the participant is going to read; words of one's own stand beside a reason, or are all of it. */
export function reasonOf(
  code: NotSelectedReason | null | undefined,
  text: string | null | undefined,
): Reason {
  if (code == null)
    throw new Refusal('BAD_USER_INPUT', 'Say why it is not selected: give `reasonCode`.', 'reasonCode')
  if (code === 'other') return { code, words: lineOfText(text ?? '', 'reason', 500) }
  const more = lineOrNothing(text, 'reason', 500)
  return { code, words: more ? `${notSelectedReasons[code]}: ${more}` : notSelectedReasons[code] }
}
