import { keep, kept } from '../../device-storage.ts'
import type { FragmentOf } from '../../api/graphql.ts'
import { readFragment } from '../../api/graphql.ts'
import { EntryMeetingFields } from '../../parts/outcome/outcome.documents.ts'

const tokenKey = 'panro.entry.token'
const seenKey = 'panro.entry.seen'

export type EntryMeeting = ReturnType<typeof meetingOf>
const meetingOf = (fields: FragmentOf<typeof EntryMeetingFields>) => readFragment(EntryMeetingFields, fields)

/** What the link opened when there was a network, so that the page opens without one, too. */
export interface Seen {
  eventTitle: string
  name: string
  side: 'ENTERPRISE' | 'DEPARTMENT'
  validUntil: string
  meetings: EntryMeeting[]
}

/**
 * The token of the link. It leaves the address at once, so that no history, no screenshot and no log keeps it, and
 * stays on this device: what was typed without a network is sent by it later.
 */
export function tokenOfLink(inPath: string, inHash: string): string | null {
  const token = inHash || inPath
  if (token === '') return kept(tokenKey)
  if (token !== kept(tokenKey)) keep(seenKey, null)
  keep(tokenKey, token)
  return token
}

export const keepSeen = (seen: Seen) => keep(seenKey, JSON.stringify(seen))

export function seenBefore(): Seen | null {
  const text = kept(seenKey)
  if (text === null) return null
  try {
    const seen: unknown = JSON.parse(text)
    return isSeen(seen) ? seen : null
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}

const isSeen = (seen: unknown): seen is Seen =>
  typeof seen === 'object' && seen !== null && 'meetings' in seen && Array.isArray(seen.meetings)

/** 이 기기에서 지우기. */
export function forgetLink(): void {
  keep(tokenKey, null)
  keep(seenKey, null)
}
