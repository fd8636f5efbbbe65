/** What can stand in the words of a notice between braces. */
export interface Variable {
  meaning: string
  /** Fictional, for previews. */
  example: string
}

interface Kind {
  /** Korean, as the settings name it. */
  label: string
  meaning: string
  variables: Record<string, Variable>
  /** 꼭 메일로 — a decision, a deadline, or word of one's own account: nobody goes without it. */
  isAlwaysMailed?: true
}

/** In every notice. */
export const usualVariables = {
  name: { meaning: '받는 사람 이름', example: '김하늘' },
  center: { meaning: '지원센터 이름', example: '가온 사회적경제지원센터' },
  link: { meaning: '여는 주소 (꼭 한 번)', example: 'https://panro.example.kr/…' },
} satisfies Record<string, Variable>

const enterprise = { meaning: '기업 이름', example: '새봄 협동조합' }
const caseTitle = { meaning: '신청한 기준', example: '판로 등록 신청' }
const dueAt = { meaning: '기한', example: '2026. 11. 27.(금)' }
const reason = { meaning: '이유', example: '현장 확인이 더 필요합니다.' }
const review = { enterprise, case: caseTitle }
const meetings = { meaning: '상담 시간과 자리', example: '- 2. 10. (수) 09:30 T1\n- 2. 10. (수) 10:20 T1' }
const certification = {
  enterprise,
  certKind: { meaning: '인증 종류', example: '사회적기업' },
  number: { meaning: '인증번호', example: '제2024-001호' },
}

const participation = {
  participant: { meaning: '참가 기업·부서 이름', example: '새봄 협동조합' },
  event: { meaning: '행사 이름', example: '2027 공공구매 상담회' },
  on: { meaning: '행사 첫날', example: '2027. 2. 10.(수)' },
}
const replyBy = { meaning: '회신 기한', example: '2027. 1. 15.(금) 23:59' }

/** 알림 종류 — every notice there is, with what its words may say. */
export const noticeKinds = {
  'vetting.arrived': {
    label: '심사 신청 도착',
    meaning: 'To the staff: an enterprise has submitted.',
    variables: { ...review, dueAt },
  },
  'vetting.assigned': {
    label: '심사 배정',
    meaning: 'To a member of staff: a case is theirs now.',
    variables: { ...review, dueAt },
  },
  'vetting.submitted': {
    label: '신청 접수',
    meaning: 'To the enterprise: its application has come.',
    variables: { ...review, dueAt },
  },
  'vetting.returned': {
    label: '보완 요청',
    meaning: 'To the enterprise: what to put right, and by when.',
    variables: {
      ...review,
      dueAt,
      count: { meaning: '보완할 건수', example: '2' },
      notes: {
        meaning: '보완 내용',
        example: '- 사업자등록증을 다시 올려 주세요.\n- 최근 납품실적을 적어 주세요.',
      },
    },
    isAlwaysMailed: true,
  },
  'vetting.approved': {
    label: '심사 승인',
    meaning: 'To the enterprise: approved.',
    variables: review,
    isAlwaysMailed: true,
  },
  'vetting.rejected': {
    label: '심사 불승인',
    meaning: 'To the enterprise: not approved, and why.',
    variables: { ...review, reason },
    isAlwaysMailed: true,
  },
  'vetting.suspended': {
    label: '승인 정지',
    meaning: 'To the enterprise: out of the catalogue, and why.',
    variables: { ...review, reason },
    isAlwaysMailed: true,
  },
  'cert.expiring': {
    label: '인증 만료 임박',
    meaning: 'To the enterprise: a certificate ends in 60, 30 or 7 days.',
    variables: {
      ...certification,
      days: { meaning: '남은 날', example: '30' },
      until: { meaning: '마지막 날', example: '2026. 12. 21.(월)' },
    },
  },
  'cert.changed': {
    label: '인증 상태 변경',
    meaning: 'To the enterprise: a certificate was recorded as cancelled or returned.',
    variables: { ...certification, on: { meaning: '효력이 끝난 날', example: '2026. 11. 20.(금)' }, reason },
  },
  'event.invited': {
    label: '행사 초청',
    meaning: 'To who is invited to an event: accept or decline, and by when.',
    variables: { ...participation, replyBy },
    isAlwaysMailed: true,
  },
  'event.expired': {
    label: '초청 기한 지남',
    meaning: 'To who was invited to an event and did not answer in time: the invitation has ended.',
    variables: { ...participation, replyBy },
  },
  'event.confirmed': {
    label: '참가 확정',
    meaning: 'To who applied to an event: takes part.',
    variables: participation,
    isAlwaysMailed: true,
  },
  'event.waitlisted': {
    label: '참가 대기',
    meaning: 'To who applied to an event: waits, and for what.',
    variables: participation,
    isAlwaysMailed: true,
  },
  'event.declined': {
    label: '참가 미선정',
    meaning: 'To who applied to an event: not this time, and why.',
    variables: { ...participation, reason },
    isAlwaysMailed: true,
  },
  'event.promoted': {
    label: '대기에서 확정',
    meaning: 'To who waited: a place has fallen free, and until when it can be declined.',
    variables: { ...participation, replyBy },
    isAlwaysMailed: true,
  },
  'schedule.published': {
    label: '상담 일정 확정',
    meaning: 'To who takes part: when and where their meetings are.',
    variables: { ...participation, after: meetings },
  },
  'schedule.changed': {
    label: '상담 일정 변경',
    meaning: 'To those whose meetings have changed, and to nobody else: what was, what is, and why.',
    variables: { ...participation, before: meetings, after: meetings, reason },
    isAlwaysMailed: true,
  },
  'membership.asked': {
    label: '기업 담당자 신청',
    meaning: 'To the staff: somebody asks to act for an enterprise.',
    variables: { enterprise },
  },
  'membership.approved': {
    label: '기업 담당자 승인',
    meaning: 'To who asked: they act for the enterprise now.',
    variables: { enterprise },
    isAlwaysMailed: true,
  },
  'membership.refused': {
    label: '기업 담당자 거절',
    meaning: 'To who asked: they do not, and why.',
    variables: { enterprise, reason },
    isAlwaysMailed: true,
  },
  'account.invite': {
    label: '초대',
    meaning: 'To who was invited: how to choose a password, and until when.',
    variables: { until: { meaning: '초대가 끝나는 때', example: '2026. 11. 28.(토) 14:05' } },
    isAlwaysMailed: true,
  },
  'account.password_changed': {
    label: '비밀번호 변경',
    meaning: 'To the person: the password is another one now.',
    variables: { at: { meaning: '바뀐 때', example: '2026. 11. 21.(토) 14:05' } },
    isAlwaysMailed: true,
  },
  'account.registered_again': {
    label: '가입 재신청',
    meaning: 'To the person: somebody asked to join with this address, which signs in already.',
    variables: { at: { meaning: '신청한 때', example: '2026. 11. 21.(토) 14:05' } },
    isAlwaysMailed: true,
  },
  'account.second_factor_changed': {
    label: '2단계 인증 변경',
    meaning: 'To the person: the second factor was set up or reset.',
    variables: { at: { meaning: '바뀐 때', example: '2026. 11. 21.(토) 14:05' } },
    isAlwaysMailed: true,
  },
} as const satisfies Record<string, Kind>

export type NoticeKind = keyof typeof noticeKinds

/** Everything that the words of a kind may say. */
export const variablesOf = (kind: NoticeKind): Record<string, Variable> => ({
  ...usualVariables,
  ...noticeKinds[kind].variables,
})

/** Whether a person can go without it by mail; in the app it is told all the same. */
export const isAlwaysMailed = (kind: NoticeKind): boolean => 'isAlwaysMailed' in noticeKinds[kind]

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(noticeKinds, kind)
