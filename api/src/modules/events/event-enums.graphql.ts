import { registerEnumType } from 'type-graphql'
import { sessions } from './event-day.entity.ts'
import { placeKinds } from './event-place.entity.ts'
import { eventKinds, quotaSorts } from './event.entity.ts'
import { eventStates, eventSteps } from './event.states.ts'

/** `{ MATCHING_DAY: 'matching_day', … }`, as a GraphQL enum wants it. */
const enumOf = <Value extends string>(values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(values.map(value => [value.toUpperCase(), value]))

const described = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([name, description]) => [name, { description }]))

export const EventKindEnum = enumOf(eventKinds)
registerEnumType(EventKindEnum, {
  name: 'EventKind',
  description: '행사 종류. What sort of event it is.',
  valuesConfig: described({
    BRIEFING: '설명회. Enterprises present themselves at booths; no appointments.',
    CONSULTATION: '상담회. One-to-one meetings by appointment.',
    MATCHING_DAY: '매칭데이. Meetings by appointment, beside booths that take walk-ins.',
  }),
})

export const EventStateEnum = enumOf(eventStates)
registerEnumType(EventStateEnum, {
  name: 'EventState',
  description: '행사 상태. Where an event stands.',
  valuesConfig: described({
    DRAFT: '준비 중. Only the centre sees it.',
    OPEN: '신청 받음. Takes applications.',
    CURATING: '참여 선정 중. Participants are being chosen.',
    CONFIRMED: '확정. Participants are known; meetings are timed and held.',
    HELD: '마침. It has taken place.',
    CANCELLED: '취소. It does not take place.',
  }),
})

export const EventStepEnum = enumOf(
  Object.keys(eventSteps).filter((step): step is keyof typeof eventSteps => step in eventSteps),
)
registerEnumType(EventStepEnum, {
  name: 'EventStep',
  description: '행사 단계. What can be done with an event.',
  valuesConfig: described({
    OPEN: '신청 열기. Takes applications from now on.',
    CLOSE: '신청 닫기. Takes no more; participants are chosen.',
    REOPEN: '신청 다시 열기. Takes applications again.',
    CONFIRM: '참여 확정. The participants stand.',
    UNCONFIRM: '확정 취소. Back to choosing; with a reason.',
    FINISH: '행사 마치기. It has taken place.',
    CANCEL: '행사 취소. It does not take place; with a reason.',
  }),
})

export const SessionEnum = enumOf(sessions)
registerEnumType(SessionEnum, {
  name: 'EventSession',
  description: '시간대. Half of a day that a participant can be there for.',
  valuesConfig: described({
    MORNING: '오전. Before lunch.',
    AFTERNOON: '오후. After lunch.',
  }),
})

export const PlaceKindEnum = enumOf(placeKinds)
registerEnumType(PlaceKindEnum, {
  name: 'EventPlaceKind',
  description: '자리 종류. Where people meet.',
  valuesConfig: described({
    TABLE: '상담 테이블. A table.',
    BOOTH: '부스. An enterprise’s own stand.',
    VIDEO: '화상방. A room on the net.',
  }),
})

export const QuotaSortEnum = enumOf(quotaSorts)
registerEnumType(QuotaSortEnum, {
  name: 'EventQuotaSort',
  description: '정원 구분. What sort of participant a quota counts.',
  valuesConfig: described({
    SECTOR: '품목. By a code of `categories`, and all within it.',
    KIND: '인증 종류. By a code of `certificationKinds`.',
    REGION: '지역. By a code of `regions`, and all within it.',
    GROUP: '참여그룹. By the id of a group of the event.',
    RETURNING: '지난 참여. Was in an earlier edition.',
    NEW: '처음 참여. Was in no earlier edition.',
  }),
})
