import { registerEnumType } from 'type-graphql'
import type { MeetingAction, MeetingState, NoShowSide } from './meeting.states.ts'

export const MeetingStateEnum = {
  PLANNED: 'planned',
  STARTED: 'started',
  HELD: 'held',
  NO_SHOW: 'no_show',
  CANCELLED: 'cancelled',
} as const satisfies Record<string, MeetingState>
registerEnumType(MeetingStateEnum, {
  name: 'MeetingState',
  description: '상담 상태. How far a meeting has come.',
  valuesConfig: {
    PLANNED: { description: '예정. Has a slot and a place.' },
    STARTED: { description: '상담 중. They sit together.' },
    HELD: { description: '진행함. They have met.' },
    NO_SHOW: { description: '불참. Somebody did not come.' },
    CANCELLED: { description: '취소. Will not take place.' },
  },
})

export const NoShowSideEnum = {
  ENTERPRISE: 'enterprise',
  DEPARTMENT: 'department',
  BOTH: 'both',
} as const satisfies Record<string, NoShowSide>
registerEnumType(NoShowSideEnum, {
  name: 'NoShowSide',
  description: '불참한 쪽. Who did not come.',
  valuesConfig: {
    ENTERPRISE: { description: '기업. The enterprise.' },
    DEPARTMENT: { description: '기관. The department.' },
    BOTH: { description: '양쪽. Neither came.' },
  },
})

export const MeetingActionEnum = {
  START: 'start',
  FINISH: 'finish',
  NO_SHOW: 'noShow',
  MOVE: 'move',
  CANCEL: 'cancel',
  UNDO: 'undo',
  RECORD: 'record',
} as const satisfies Record<string, MeetingAction>
registerEnumType(MeetingActionEnum, {
  name: 'MeetingAction',
  description: '상담 조치. What can be done to a meeting now.',
  valuesConfig: {
    START: { description: '시작. `startMeeting`.' },
    FINISH: { description: '끝. `finishMeeting`.' },
    NO_SHOW: { description: '불참 처리. `markNoShow`.' },
    MOVE: { description: '옮기기. `moveMeeting`.' },
    CANCEL: { description: '취소. `cancelMeeting`.' },
    UNDO: { description: '되돌리기. `undoMeetingStep`, for ten minutes.' },
    RECORD: { description: '결과 적기. `recordOutcome`.' },
  },
})

const MeetingOriginEnum = { TIMETABLE: 'timetable', WALK_IN: 'walk_in' } as const
registerEnumType(MeetingOriginEnum, {
  name: 'MeetingOrigin',
  description: '상담 종류. How a meeting came about.',
  valuesConfig: {
    TIMETABLE: { description: '시간표 상담. By the timetable.' },
    WALK_IN: { description: '현장 상담. Booked on the spot.' },
  },
})

const PlaceKindEnum = { TABLE: 'table', BOOTH: 'booth', VIDEO: 'video' } as const
registerEnumType(PlaceKindEnum, {
  name: 'MeetingPlaceKind',
  description: '자리 종류. What sort of place.',
  valuesConfig: {
    TABLE: { description: '상담 탁자. A table.' },
    BOOTH: { description: '부스. A booth.' },
    VIDEO: { description: '화상 상담실. A video room.' },
  },
})

export { MeetingOriginEnum, PlaceKindEnum }
