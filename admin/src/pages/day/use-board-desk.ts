import { computed, type Ref } from 'vue'
import { t } from '../../locales/meetings-text.ts'
import { secondsSince, type Entry, type Fate } from '../../outbox.ts'
import { clock } from '../../parts/format/moment.ts'
import { client } from '../../api/client.ts'
import { say } from '../../shell/toasts.ts'
import { useBoardOutbox, type BoardAnswer, type BoardEntry } from './board-outbox.ts'
import { UndoCheckIn } from './day.documents.ts'
import type { BoardMeeting } from './use-day-board.ts'
import { nameOf, useMeetingSteps } from './use-meeting-steps.ts'
import { whyNot } from './why-not.ts'

interface Desk {
  meetings: Readonly<Ref<readonly BoardMeeting[]>>
  /** Of a participant. */
  partyName: (participationId: string) => string
  reload: () => void
}

/** What is done at the desk: sent at once, or kept on the device until there is a network; told when it has arrived. */
export function useBoardDesk({ meetings, partyName, reload }: Desk) {
  const steps = useMeetingSteps(reload)
  const { put, drop, entries, isLost } = useBoardOutbox((answer, entry) => {
    reload()
    if (secondsSince(entry) > momentSeconds) tellLater()
    else if (answer.checkIn) tellCheckIn(answer.checkIn)
    else tellStep(answer, entry)
  })

  /** One word for all that was kept: the screen is for what goes on. */
  let later = 0
  function tellLater() {
    later++
    if (entries.value.some(({ refused }) => refused === null)) return
    say(t('waiting.sent', { count: later }))
    later = 0
  }

  function tellStep({ version }: BoardAnswer, entry: Entry<BoardEntry>) {
    const name = aboutWhat(entry)
    if (entry.what === 'walkIn') return say(t('walkIn.booked'))
    if (entry.what === 'checkIn') return
    const { what, meetingId: id } = entry
    const undo = {
      label: t('dayBoard.undo'),
      act: () => void steps.undo({ id, version: version ?? 0 }, name),
    }
    say(t(didWords[what], { name }), version === undefined ? {} : { undo })
  }

  function tellCheckIn({ id, isNew, at, participationId, meetings: [first] }: CheckedIn) {
    const next = first?.slot
      ? t('checkIn.first', { time: clock(new Date(first.slot.startsAt)), place: first.place?.name ?? '' })
      : t('checkIn.noMeeting')
    const values = { name: partyName(participationId), time: clock(new Date(at)), next }
    const text = t(isNew ? 'checkIn.done' : 'checkIn.before', values).trim()
    say(text, isNew ? { undo: { label: t('dayBoard.undo'), act: () => void undoCheckIn(id) } } : {})
  }

  async function undoCheckIn(id: string) {
    const { error } = await client.mutation(UndoCheckIn, { id })
    if (error) say(whyNot(error), { tone: 'bad' })
    reload()
  }

  /** Who or what an entry is about, as far as this page knows them. */
  function aboutWhat(entry: BoardEntry): string {
    if (entry.what === 'checkIn') return partyName(entry.participationId ?? '') || t('waiting.code')
    if (entry.what === 'walkIn') return entry.visitorDepartment ?? partyName(entry.departmentId ?? '')
    const meeting = meetings.value.find(({ id }) => id === entry.meetingId)
    return meeting ? nameOf(meeting) : t('waiting.meeting')
  }

  return {
    isLost,
    entries: computed(() => entries.value.map(entry => ({ ...entry, about: aboutWhat(entry) }))),
    drop,
    undo: (meeting: BoardMeeting) => void steps.undo(meeting, nameOf(meeting)),
    move: steps.move,
    /** What is refused at once is told at once and not kept: whoever did it stands before it. */
    async act(entry: BoardEntry): Promise<Fate> {
      const fate = await put(entry)
      if (fate.is === 'refused') drop(fate.entryKey)
      return fate
    },
    stepWaiting: (meetingId: string) =>
      entries.value.find(entry => 'expectedVersion' in entry && entry.meetingId === meetingId)?.what,
    outcomeWaiting: (meetingId: string) =>
      entries.value.flatMap(entry =>
        entry.what === 'outcome' && entry.meetingId === meetingId ? [entry.outcome] : [],
      )[0],
  }
}

/** What takes longer has waited. */
const momentSeconds = 5

type CheckedIn = NonNullable<BoardAnswer['checkIn']>

const didWords = {
  start: 'dayBoard.didStart',
  finish: 'dayBoard.didFinish',
  cancel: 'dayBoard.didCancel',
  noShow: 'dayBoard.didMiss',
  outcome: 'outcome.didRecord',
} as const

/** What an entry does, in a word. */
export const entryWords = {
  checkIn: 'checkIn.act',
  walkIn: 'walkIn.title',
  start: 'dayBoard.start',
  finish: 'dayBoard.finish',
  cancel: 'dayBoard.cancel',
  noShow: 'dayBoard.noShow',
  outcome: 'outcome.result',
} as const satisfies Record<BoardEntry['what'], string>
