import type { Context } from '../../platform/context.ts'
import { lineOrNothing } from '../../platform/line-of-text.ts'
import type { NoShowSide } from './meeting.states.ts'
import { momentOf } from './sent-later.ts'
import { changeState, takeMeetingStep, type Seen } from './take-meeting-step.ts'

/** 시작. */
export const startMeeting = (ctx: Context, seen: Seen) =>
  takeMeetingStep(ctx, 'start', seen, (ctx, meeting) => {
    meeting.startedAt = momentOf(ctx, seen)
    return changeState(ctx, meeting, 'started', 'meeting.started', keyOf(seen))
  })

/** 끝. */
export const finishMeeting = (ctx: Context, seen: Seen) =>
  takeMeetingStep(ctx, 'finish', seen, (ctx, meeting) => {
    meeting.endedAt = momentOf(ctx, seen)
    return changeState(ctx, meeting, 'held', 'meeting.held', keyOf(seen))
  })

/** 불참 — asks only who; the reason may come later, and the seats are free at once. */
export const markNoShow = (ctx: Context, seen: Seen, side: NoShowSide, reason?: string | null) =>
  takeMeetingStep(ctx, 'noShow', seen, (ctx, meeting) => {
    const why = lineOrNothing(reason, 'reason') ?? null
    meeting.noShowSide = side
    meeting.reason = why
    return changeState(ctx, meeting, 'no_show', 'meeting.missed', { side, reason: why, ...keyOf(seen) })
  })

/** 취소. */
export const cancelMeeting = (ctx: Context, seen: Seen, reason?: string | null) =>
  takeMeetingStep(ctx, 'cancel', seen, (ctx, meeting) => {
    const why = lineOrNothing(reason, 'reason') ?? null
    meeting.noShowSide = null
    meeting.reason = why
    return changeState(ctx, meeting, 'cancelled', 'meeting.cancelled', { reason: why, ...keyOf(seen) })
  })

/** As the ledger keeps it: by this a step that is sent twice is known. */
const keyOf = ({ entryKey }: Seen) => (entryKey == null ? {} : { entryKey })
