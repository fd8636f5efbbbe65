import type { CombinedError } from '@urql/core'
import { client } from '../../api/client.ts'
import { explain } from '../../api/refusals.ts'
import { t } from '../../locales/meetings-text.ts'
import { say } from '../../shell/toasts.ts'
import {
  CancelMeeting,
  FinishMeeting,
  MarkNoShow,
  MoveMeeting,
  StartMeeting,
  UndoMeetingStep,
} from './day.documents.ts'
import type { BoardMeeting } from './use-day-board.ts'

export type NoShowSide = 'ENTERPRISE' | 'DEPARTMENT' | 'BOTH'

export const nameOf = ({ enterpriseName, departmentName }: BoardMeeting): string =>
  `${enterpriseName} × ${departmentName ?? t('entry.unknown')}`

/** What is done to a meeting at the desk; each can be taken back for as long as its message stands, and after. */
export function useMeetingSteps(reload: () => void) {
  const seen = ({ id, version }: BoardMeeting) => ({ id, expectedVersion: version })

  function done(meeting: BoardMeeting, text: string, error: CombinedError | undefined, version?: number) {
    reload()
    if (error) return say(whyNot(error), { tone: 'bad' })
    const undo = {
      label: t('dayBoard.undo'),
      act: () => void undoStep({ ...meeting, version: version ?? 0 }),
    }
    say(text, version === undefined ? {} : { undo })
  }

  async function undoStep(meeting: BoardMeeting) {
    const { error } = await client.mutation(UndoMeetingStep, seen(meeting))
    done(meeting, t('dayBoard.undone', { name: nameOf(meeting) }), error)
  }

  return {
    async start(meeting: BoardMeeting) {
      const { data, error } = await client.mutation(StartMeeting, seen(meeting))
      done(meeting, t('dayBoard.didStart', { name: nameOf(meeting) }), error, data?.startMeeting.version)
    },
    async finish(meeting: BoardMeeting) {
      const { data, error } = await client.mutation(FinishMeeting, seen(meeting))
      done(meeting, t('dayBoard.didFinish', { name: nameOf(meeting) }), error, data?.finishMeeting.version)
    },
    async cancel(meeting: BoardMeeting) {
      const { data, error } = await client.mutation(CancelMeeting, seen(meeting))
      done(meeting, t('dayBoard.didCancel', { name: nameOf(meeting) }), error, data?.cancelMeeting.version)
    },
    async noShow(meeting: BoardMeeting, side: NoShowSide) {
      const { data, error } = await client.mutation(MarkNoShow, { ...seen(meeting), side })
      done(meeting, t('dayBoard.didMiss', { name: nameOf(meeting) }), error, data?.markNoShow.version)
    },
    /** Says whether it has moved; the dialog stays open otherwise. */
    async move(meeting: BoardMeeting, to: { slotId: string; placeId: string }): Promise<boolean> {
      const { error } = await client.mutation(MoveMeeting, { ...seen(meeting), ...to })
      reload()
      say(error ? whyNot(error) : t('dayBoard.didMove', { name: nameOf(meeting) }), {
        tone: error ? 'bad' : 'good',
      })
      return !error
    },
    undo: undoStep,
  }
}

/** Why the server says no, in words of the day: who sits there, or who was faster. */
export function whyNot(error: CombinedError): string {
  const extensions = error.graphQLErrors[0]?.extensions
  const holders: unknown = extensions?.['holders']
  if (Array.isArray(holders)) {
    const who = holders.filter(isHolder).map(({ name, place, time }) => `${time} ${place} ${name}`)
    return who.length > 0 ? t('dayBoard.taken', { who: who.join(', ') }) : t('dayBoard.closed')
  }
  if (extensions?.['field'] === 'expectedVersion') return t('dayBoard.faster')
  if (extensions?.['code'] === 'WRONG_STATE') return t('dayBoard.notNow')
  return t(explain(error).key)
}

const isHolder = (holder: unknown): holder is { name: string; place: string; time: string } =>
  typeof holder === 'object' && holder !== null && 'name' in holder && 'place' in holder && 'time' in holder
