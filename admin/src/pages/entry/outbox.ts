import { computed } from 'vue'
import { client } from '../../api/client.ts'
import { readFragment } from '../../api/graphql.ts'
import { useOutbox, type Entry } from '../../outbox.ts'
import type { OutcomeInput } from '../../parts/outcome/outcome-form.ts'
import { EntryMeetingFields, RecordOutcome } from '../../parts/outcome/outcome.documents.ts'
import type { EntryMeeting } from './entry-device.ts'

/** An outcome that was typed by way of a link. */
interface Typed {
  meetingId: string
  token: string
  outcome: OutcomeInput
}

export function useEntryOutbox(arrived: (meeting: EntryMeeting) => void) {
  const { entries, ...box } = useOutbox({
    key: 'panro.entry.outbox',
    isBody: (stored): stored is Typed => 'meetingId' in stored && 'token' in stored && 'outcome' in stored,
    send: ({ entryKey, meetingId, token, outcome }: Entry<Typed>) =>
      client.mutation(RecordOutcome, { entryKey, meetingId, token, outcome }).toPromise(),
    arrived: data => arrived(readFragment(EntryMeetingFields, data.recordOutcome)),
    corrects: (later, earlier) => later.meetingId === earlier.meetingId,
  })
  return {
    ...box,
    waitingCount: computed(() => entries.value.length),
    /** The last that was typed about a meeting and has not arrived. */
    entryOf: (meetingId: string) => entries.value.findLast(entry => entry.meetingId === meetingId),
  }
}
