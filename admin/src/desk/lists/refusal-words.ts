import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'

type DeskKey = Parameters<typeof t>[0]

/** Why rows are refused, said of many at once: without the numbers of single items. */
const blocks = {
  CONFLICT_OF_INTEREST: 'review.blockConflict',
  NOT_ASSIGNED: 'lists.blockNotAssigned',
  ITEMS_LACKING: 'lists.blockLacking',
  SECOND_PERSON_PENDING: 'review.blockSecond',
  NO_NOTES: 'lists.blockNoNotes',
  NOTES_UNANSWERED: 'lists.blockUnanswered',
  ITEMS_UNFILLED: 'lists.blockUnfilled',
  APPLICATIONS_CLOSED: 'lists.blockClosed',
  NOTICE_SENT: 'lists.blockNoticeSent',
  NOT_DECIDER: 'review.blockNotDecider',
} as const satisfies Record<EnumOf<'BlockCode'>, DeskKey>

const codes: Record<string, DeskKey> = {
  WRONG_STATE: 'lists.refusedState',
  CONFLICT: 'lists.refusedMoved',
  NOT_FOUND: 'lists.refusedGone',
  FORBIDDEN: 'lists.refusedForbidden',
}

export const refusalText = ({ code, block }: { code: string; block: EnumOf<'BlockCode'> | null }): string =>
  t(block === null ? (codes[code] ?? 'lists.refusedOther') : blocks[block])
