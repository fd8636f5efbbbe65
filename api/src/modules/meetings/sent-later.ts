import type { Context } from '../../platform/context.ts'
import { isUuid } from '../../platform/id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'

/** 나중에 보낸 것 — what was done while there was no network, and arrives when there is one; perhaps twice. */
export interface SentLater {
  /** Made on the device, so that what is sent twice is done once. */
  entryKey?: string | null
  /** How long ago it was done: a device may believe in another time of day than we, and still count seconds. */
  secondsAgo?: number | null
}

const longestAgo = 24 * 60 * 60

/** When it was done. */
export function momentOf({ now }: Context, { secondsAgo }: SentLater): Date {
  if (secondsAgo == null) return now
  if (secondsAgo >= 0 && secondsAgo <= longestAgo) return new Date(now.getTime() - secondsAgo * 1000)
  throw new Refusal(
    'BAD_USER_INPUT',
    `\`secondsAgo\` is ${secondsAgo}; expected 0 to ${longestAgo}, a day.`,
    'secondsAgo',
  )
}

/** Whether that entry has arrived before, be it undone meanwhile: the ledger knows every one. */
export const hasArrived = ({ em }: Context, meetingId: string, entryKey: string): Promise<boolean> =>
  readInside<boolean>(
    em,
    `select to_json(exists (select 1 from ledger l where l.subject_type = 'meeting' and l.subject_id = $1
       and l.detail->>'entryKey' = $2))::text as json`,
    [meetingId, entryKey],
  )

export function assertKey(entryKey: string): void {
  if (isUuid(entryKey)) return
  throw new Refusal('BAD_USER_INPUT', '`entryKey` is no UUID; make one where it is typed.', 'entryKey')
}
