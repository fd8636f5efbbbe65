import type { CombinedError } from '@urql/core'
import { client } from '../../api/client.ts'
import { secondsSince, useOutbox, type Entry } from '../../outbox.ts'
import type { OutcomeInput } from '../../parts/outcome/outcome-form.ts'
import { RecordOutcome } from '../../parts/outcome/outcome.documents.ts'
import {
  BookWalkIn,
  CancelMeeting,
  CheckIn,
  FinishMeeting,
  MarkNoShow,
  StartMeeting,
} from './day.documents.ts'
import type { ResultOf, VariablesOf } from '../../api/graphql.ts'

type Kept<Document, Sent extends string> = Omit<VariablesOf<Document>, 'entryKey' | 'secondsAgo' | Sent>

interface Step {
  meetingId: string
  expectedVersion: number
}

/** What is done at the desk and outlives a lost network: ids only, and what was typed about a meeting. */
export type BoardEntry =
  | ({ what: 'checkIn' } & Kept<typeof CheckIn, never>)
  | ({ what: 'walkIn' } & Kept<typeof BookWalkIn, never>)
  | ({ what: 'start' | 'finish' | 'cancel' } & Step)
  | ({ what: 'noShow'; side: VariablesOf<typeof MarkNoShow>['side'] } & Step)
  | { what: 'outcome'; meetingId: string; outcome: OutcomeInput }

export interface BoardAnswer {
  /** Of the meeting, for taking the step back. */
  version?: number | undefined
  checkIn?: ResultOf<typeof CheckIn>['checkIn'] | undefined
}

export const useBoardOutbox = (arrived: (answer: BoardAnswer, entry: Entry<BoardEntry>) => void) =>
  useOutbox<BoardEntry, BoardAnswer>({
    key: 'panro.day.outbox',
    isBody: (stored): stored is BoardEntry => 'what' in stored,
    send,
    arrived,
    corrects: (later, earlier) =>
      later.what === 'outcome' && earlier.what === 'outcome' && later.meetingId === earlier.meetingId,
  })

type Sent = Promise<{ data?: BoardAnswer | undefined; error?: CombinedError | undefined }>

async function send(entry: Entry<BoardEntry>): Sent {
  const { entryKey } = entry
  const secondsAgo = secondsSince(entry)
  if (entry.what === 'checkIn') {
    const { eventId, token, participationId, attendeeId } = entry
    const who = { eventId, token, participationId, attendeeId, secondsAgo }
    const { data, error } = await client.mutation(CheckIn, who)
    return { data: data && { checkIn: data.checkIn }, error }
  }
  if (entry.what === 'walkIn') {
    const { placeId, slotId, enterpriseId, departmentId, visitorDepartment } = entry
    const sides = { enterpriseId, departmentId, visitorDepartment }
    const { data, error } = await client.mutation(BookWalkIn, {
      placeId,
      slotId,
      ...sides,
      entryKey,
      secondsAgo,
    })
    return { data: data && {}, error }
  }
  if (entry.what === 'outcome') {
    const { meetingId, outcome } = entry
    const { data, error } = await client.mutation(RecordOutcome, { meetingId, outcome, entryKey })
    return { data: data && {}, error }
  }
  return sendStep(entry, secondsAgo)
}

async function sendStep(entry: Extract<Entry<BoardEntry>, Step>, secondsAgo: number): Sent {
  const { meetingId: id, expectedVersion, entryKey } = entry
  const step = { id, expectedVersion, entryKey, secondsAgo }
  if (entry.what === 'noShow') {
    const { data, error } = await client.mutation(MarkNoShow, { ...step, side: entry.side })
    return { data: data?.markNoShow, error }
  }
  if (entry.what === 'start') {
    const { data, error } = await client.mutation(StartMeeting, step)
    return { data: data?.startMeeting, error }
  }
  if (entry.what === 'finish') {
    const { data, error } = await client.mutation(FinishMeeting, step)
    return { data: data?.finishMeeting, error }
  }
  const { data, error } = await client.mutation(CancelMeeting, step)
  return { data: data?.cancelMeeting, error }
}
