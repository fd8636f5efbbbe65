import type { CombinedError } from '@urql/core'
import { client } from '../../api/client.ts'
import { t } from '../../locales/meetings-text.ts'
import { say } from '../../shell/toasts.ts'
import { MoveMeeting, UndoMeetingStep } from './day.documents.ts'
import type { BoardMeeting } from './use-day-board.ts'
import { whyNot } from './why-not.ts'

export type NoShowSide = 'ENTERPRISE' | 'DEPARTMENT' | 'BOTH'

export const nameOf = ({ enterpriseName, departmentName }: BoardMeeting): string =>
  `${enterpriseName} × ${departmentName ?? t('entry.unknown')}`

/** What needs an answer at once: where a meeting goes to, and what is taken back, is seen on the spot or not at all. */
export function useMeetingSteps(reload: () => void) {
  const seen = ({ id, version }: Pick<BoardMeeting, 'id' | 'version'>) => ({ id, expectedVersion: version })

  function done(text: string, error: CombinedError | undefined) {
    reload()
    say(error ? whyNot(error) : text, { tone: error ? 'bad' : 'good' })
    return !error
  }

  return {
    async undo(meeting: Pick<BoardMeeting, 'id' | 'version'>, name: string): Promise<boolean> {
      const { error } = await client.mutation(UndoMeetingStep, seen(meeting))
      return done(t('dayBoard.undone', { name }), error)
    },
    /** Says whether it has moved; the dialog stays open otherwise. */
    async move(meeting: BoardMeeting, to: { slotId: string; placeId: string }): Promise<boolean> {
      const { error } = await client.mutation(MoveMeeting, { ...seen(meeting), ...to })
      return done(t('dayBoard.didMove', { name: nameOf(meeting) }), error)
    },
  }
}
