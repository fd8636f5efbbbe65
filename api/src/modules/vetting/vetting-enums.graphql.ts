import { registerEnumType } from 'type-graphql'
import { requirementKinds, purposes } from './requirement-set.entity.ts'
import { blockCodes } from './standing.ts'
import { causes, reviewStates, reviewSteps, verdicts } from './vetting.states.ts'

/** `{ IN_REVIEW: 'in_review', SEND_BACK: 'sendBack', … }`, as a GraphQL enum wants it. */
const enumOf = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map(value => [constantCase(value), value]))

const constantCase = (value: string) => value.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()

const described = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([name, description]) => [name, { description }]))

export const ReviewStateEnum = enumOf(reviewStates)
registerEnumType(ReviewStateEnum, {
  name: 'ReviewState',
  description: '심사 상태. Where a case stands.',
  valuesConfig: described({
    DRAFT: '작성 중. The enterprise is still writing; the centre does not see it.',
    SUBMITTED: '제출. Waits for the centre.',
    IN_REVIEW: '심사 중. Somebody judges it.',
    RETURNED: '보완 요청. The enterprise is asked to correct.',
    APPROVED: '승인. Approved.',
    REJECTED: '불승인. Rejected, with a reason.',
    SUSPENDED: '정지. Out of the catalogue until it is reinstated.',
    LAPSED: '효력 만료. A certification it rested on has ended.',
    RE_REVIEW: '재심사. To be looked at again.',
  }),
})

export const ReviewCauseEnum = enumOf(causes)
registerEnumType(ReviewCauseEnum, {
  name: 'ReviewCause',
  description: '심사 사유. Why there is a case.',
  valuesConfig: described({
    APPLICATION: '신청. The enterprise has applied.',
    EXPIRY: '만료. A certification is about to end.',
    LIST_CHANGE: '명단 변경. An official list says something else than before.',
    REPORT: '신고. Somebody has reported something.',
  }),
})

export const ReviewActionEnum = enumOf(Object.keys(reviewSteps).filter(step => step !== 'lapse'))
registerEnumType(ReviewActionEnum, {
  name: 'ReviewAction',
  description: '심사 단계. What can be done with a case.',
  valuesConfig: described({
    ANSWER: '답하기. The enterprise answers, attaches and replies.',
    SUBMIT: '제출. The enterprise hands it in.',
    ASSIGN: '배정. To a colleague or oneself.',
    BEGIN: '심사 시작. From then on it is judged.',
    JUDGE: '판정. Verdicts and notes, item by item.',
    SEND_BACK: '보완 요청. With the notes.',
    APPROVE: '승인. Into the catalogue.',
    REJECT: '불승인. With a reason.',
    UNDO: '되돌리기. Until the notice leaves.',
    SUSPEND: '정지. By the lead, with a reason.',
    REINSTATE: '정지 해제. By the lead, with a reason.',
    REOPEN: '재심사. With a reason.',
  }),
})

export const VerdictEnum = enumOf(verdicts)
registerEnumType(VerdictEnum, {
  name: 'ReviewVerdict',
  description: '판정. What became of one item.',
  valuesConfig: described({
    MET: '충족. Met.',
    UNMET: '부족. Not met.',
    UNCLEAR: '확인 불가. Cannot be told.',
    WAIVED: '면제. Not asked of this enterprise; by the lead, with a reason.',
    OVERRIDDEN: '예외 인정. Accepted against the records; by the lead, with a reason.',
  }),
})

export const BlockCodeEnum = enumOf(blockCodes)
registerEnumType(BlockCodeEnum, {
  name: 'BlockCode',
  description: '막힌 이유. What stands in the way of a step.',
  valuesConfig: described({
    CONFLICT_OF_INTEREST: '이해충돌. Who asks has ties to the enterprise.',
    NOT_ASSIGNED: '담당 아님. The case is not assigned to who asks.',
    ITEMS_LACKING: '필수 항목 미충족. Required items are not met; `items` names them.',
    SECOND_PERSON_PENDING: '두 번째 승인 대기. A second person has to approve.',
    NO_NOTES: '메모 없음. There is no note to send.',
    NOTES_UNANSWERED: '보완 미처리. Notes are not answered; `items` names them.',
    ITEMS_UNFILLED: '미작성. Required items are not filled in; `items` names them.',
    APPLICATIONS_CLOSED: '신청 마감. The last day for applications has passed.',
    NOTICE_SENT: '통지 완료. The notice has left.',
    NOT_DECIDER: '결정자 아님. Somebody else has decided.',
  }),
})

export const PurposeEnum = enumOf(purposes)
registerEnumType(PurposeEnum, {
  name: 'RequirementPurpose',
  description: '기준의 쓰임. What enterprises are vetted for.',
  valuesConfig: described({
    CATALOGUE: '목록 등록. For the catalogue.',
    CERTIFICATION: '인증 종류. For one kind of certification.',
    EVENT: '행사. For an event.',
  }),
})

export const RequirementSetStateEnum = { DRAFT: 'draft', PUBLISHED: 'published' } as const
registerEnumType(RequirementSetStateEnum, {
  name: 'RequirementSetState',
  description: '기준 상태. Whether a version is still being written.',
  valuesConfig: described({
    DRAFT: '작성 중. Being written.',
    PUBLISHED: '확정. Never changes any more; in force from `effectiveFrom` on.',
  }),
})

export const RequirementKindEnum = enumOf(requirementKinds)
registerEnumType(RequirementKindEnum, {
  name: 'RequirementKind',
  description: '요건 종류. How a requirement is shown to be met.',
  valuesConfig: described({
    DOCUMENT: '서류. A file; somebody looks at it.',
    ATTESTATION: '확약. The enterprise declares it.',
    VALID_CERTIFICATION: '유효 인증. Certified through a day.',
    SUPPLY_CAPACITY: '공급역량. Stated in the passport.',
    DELIVERY_RECORDS: '납품실적. So many within so many years.',
    DELIVERY_TERMS: '납품조건. Stated in the passport.',
    STAFF_CHECK: '담당자 확인. Somebody of the centre checks it.',
    MINIMUM_PRODUCTS: '상품 수. So many on sale.',
  }),
})
