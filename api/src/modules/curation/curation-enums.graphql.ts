import { registerEnumType } from 'type-graphql'
import type { DecisionStep } from './decide.ts'
import { participationSorts } from './narrow.ts'
import { participationStates, participationSteps, sides } from './participation.states.ts'
import { notSelectedReasons } from './reasons.ts'

const constantCase = (value: string) => value.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()

/** `{ NOT_SELECT: 'notSelect', … }`, as a GraphQL enum wants it. */
const enumOf = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map(value => [constantCase(value), value]))

const described = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([name, description]) => [name, { description }]))

export const ParticipationSideEnum = enumOf(sides)
registerEnumType(ParticipationSideEnum, {
  name: 'ParticipationSide',
  description: '참여 쪽. Who meets whom at an event.',
  valuesConfig: described({ ENTERPRISE: '기업. Sells.', DEPARTMENT: '부서. Buys.' }),
})

export const ParticipationStateEnum = enumOf(participationStates)
registerEnumType(ParticipationStateEnum, {
  name: 'ParticipationState',
  description: '참여 상태. Where a participation stands; to the participant, as far as it was told.',
  valuesConfig: described({
    INVITED: '초청. Asked by the centre; has not answered.',
    APPLIED: '신청. Not decided yet.',
    CONFIRMED: '확정. Takes part.',
    WAITLISTED: '대기. Moves up when somebody declines.',
    NOT_SELECTED: '미선정. Not this time, with a reason.',
    DECLINED: '참가 사양. By the participant, or an invitation that nobody answered in time.',
  }),
})

export const ParticipationActionEnum = enumOf(
  Object.entries(participationSteps).flatMap(([step, { by }]) =>
    by.some(who => who !== 'system') ? step : [],
  ),
)
registerEnumType(ParticipationActionEnum, {
  name: 'ParticipationAction',
  description: '참여 단계. What can be done with a participation.',
  valuesConfig: described({
    CONFIRM: '확정. By the desk.',
    WAIT: '대기. By the desk, behind everybody who waits.',
    NOT_SELECT: '미선정. By the desk, with a reason.',
    APPLY: '다시 신청. After it was taken back.',
    ACCEPT: '수락. By whoever was invited.',
    DECLINE: '참가 사양. By the participant, or the desk in their name.',
  }),
})

export const CurationDecisionEnum = {
  CONFIRM: 'confirm',
  WAIT: 'wait',
  NOT_SELECT: 'notSelect',
} as const satisfies Record<string, DecisionStep>
registerEnumType(CurationDecisionEnum, {
  name: 'CurationDecision',
  description: '선정 결정. Told to nobody before `sendLetters`.',
  valuesConfig: described({
    CONFIRM: '확정. Takes part.',
    WAIT: '대기. Behind everybody who waits.',
    NOT_SELECT: '미선정. Needs `reasonCode`.',
  }),
})

export const NotSelectedReasonEnum = enumOf(Object.keys(notSelectedReasons))
registerEnumType(NotSelectedReasonEnum, {
  name: 'NotSelectedReason',
  description: '미선정 이유. In the order of the digits that say them.',
  valuesConfig: described({
    REQUIRED_MISSING: '필수 요건 부족. Something required is missing.',
    ITEM_DUPLICATE: '품목 중복. Enough others supply the same.',
    RECORD_UNVERIFIED: '실적 미확인. Delivery records could not be confirmed.',
    FULL: '정원 초과. There are no places left.',
    OTHER: '직접 쓰기. As `reason` says.',
  }),
})

export const ParticipationSortEnum = enumOf(participationSorts)
registerEnumType(ParticipationSortEnum, {
  name: 'ParticipationSort',
  description: '정렬. In which order.',
  valuesConfig: described({
    RANK: '순위. The most points first.',
    NAME: '이름. By name.',
    NEWEST: '최근 신청. The latest first.',
    DECIDED: '최근 결정. The latest decided first.',
  }),
})
