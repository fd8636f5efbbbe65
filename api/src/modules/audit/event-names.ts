/**
 * 사건 — everything the ledger can tell, with the verb a timeline shows. A change names its event from this
 * table, so what is not in it is a type error. `field` is what `from` and `to` of a plain step are values of.
 */
export const eventNames = {
  'bulk.finished': { verb: '일괄 작업을 마침' },
  'bulk.planned': { verb: '일괄 작업을 미리 봄' },
  'bulk.started': { verb: '일괄 작업을 시작함' },
  'bulk.stopped': { verb: '일괄 작업을 멈춤' },
  'bulk.undone': { verb: '일괄 작업을 되돌리기 시작함' },

  'category_alias.added': { verb: '검색어 뜻을 추가함' },
  'category_alias.removed': { verb: '검색어 뜻을 삭제함' },

  'center_rule.set': { verb: '센터 규칙을 바꿈' },

  'certification.added': { verb: '인증을 적음' },
  'certification.cancelled': { verb: '인증 취소를 기록함' },
  'certification.changed': { verb: '명단에 따라 인증을 고침' },
  'certification.confirmed': { verb: '인증을 확인함' },
  'certification.corrected': { verb: '적은 인증을 고침' },
  'certification.evidence_added': { verb: '인증에 증빙을 붙임' },
  'certification.evidence_removed': { verb: '인증에서 증빙을 뗌' },
  'certification.expiring': { verb: '인증 만료를 예고함' },
  'certification.recorded': { verb: '인증을 등록함' },
  'certification.refused': { verb: '인증을 확인하지 못함' },
  'certification.returned': { verb: '인증 반납을 기록함' },
  'certification.claim_withdrawn': { verb: '적은 인증을 거둠' },
  'certification.superseded': { verb: '갱신된 인증으로 이음' },
  'conflict_of_interest.declared': { verb: '이해충돌을 신고함' },

  'credential.evidence_added': { verb: '공급역량에 증빙을 붙임' },
  'credential.evidence_removed': { verb: '공급역량에서 증빙을 뗌' },
  'credential.stated': { verb: '공급역량을 적음' },
  'credential.updated': { verb: '공급역량을 고침' },
  'credential.verified': { verb: '공급역량을 확인함', field: 'result' },
  'credential.withdrawn': { verb: '공급역량을 내림' },

  'enterprise.changed': { verb: '명단에 따라 기업정보를 고침' },
  'enterprise.contact_added': { verb: '연락처를 추가함' },
  'enterprise.contact_changed': { verb: '연락처를 고침' },
  'enterprise.contact_removed': { verb: '연락처를 삭제함' },
  'enterprise.contact_revealed': { verb: '연락처를 열람함' },
  'enterprise.profile_updated': { verb: '기업정보를 고침' },
  'enterprise.published': { verb: '공개함', field: 'state' },
  'enterprise.registered': { verb: '기업을 등록함' },
  'enterprise.renamed': { verb: '상호를 바꿈', field: 'name' },
  'enterprise.withdrawn': { verb: '공개를 중지함', field: 'state' },
  'enterprise.workforce_stated': { verb: '연도별 인원을 적음' },

  'favourite.added': { verb: '관심에 담음' },
  'favourite.removed': { verb: '관심에서 뺌' },

  'file.read': { verb: '증빙 파일을 열람함' },
  'file.reason_stated': { verb: '열람 이유를 적음' },
  'file.removed': { verb: '증빙 파일을 삭제함' },
  'file.uploaded': { verb: '증빙 파일을 올림' },

  'import.applied': { verb: '명단을 가져옴' },
  'import.apply_started': { verb: '가져오기를 시작함' },
  'import.cancellation_found': { verb: '명단에서 취소를 발견함' },
  'import.cancelled': { verb: '가져오기를 취소함' },
  'import.check_started': { verb: '명단 검사를 시작함' },
  'import.errors_taken': { verb: '오류 목록을 내려받음' },
  'import.expired': { verb: '가져오기 기한이 지남' },
  'import.failed': { verb: '가져오기에 실패함' },
  'import.interrupted': { verb: '가져오기가 중단됨' },
  'import.mapped': { verb: '열을 맞춤' },
  'import.moved': { verb: '그사이 바뀌어 다시 검사함' },
  'import.previewed': { verb: '명단을 미리 봄' },
  'import.taken_back': { verb: '가져온 것을 되돌림' },
  'import.undone': { verb: '가져오기를 되돌림' },
  'import.uploaded': { verb: '명단을 올림' },

  'notice.given_up': { verb: '알림을 보내지 못함' },
  'notice.read': { verb: '알림을 읽음' },
  'notice.sent': { verb: '알림을 보냄' },
  'notice.withdrawn': { verb: '알림을 거둠' },

  'notice_template.changed': { verb: '알림 틀을 고침' },
  'notice_template.reset': { verb: '알림 틀을 기본값으로 되돌림' },

  'membership.approved': { verb: '소속 요청을 승인함' },
  'membership.asked': { verb: '소속을 요청함' },
  'membership.refused': { verb: '소속 요청을 거절함' },
  'password.changed': { verb: '비밀번호를 바꿈' },

  'person.disabled': { verb: '계정을 정지함' },
  'person.enabled': { verb: '계정 정지를 풂' },
  'person.invited': { verb: '담당자를 초대함' },
  'person.registered': { verb: '계정을 만듦' },
  'person.registered_again': { verb: '이미 있는 계정으로 가입을 신청함' },
  'person.renamed': { verb: '이름을 바꿈' },
  'person.role_changed': { verb: '역할을 바꿈' },

  'product.added': { verb: '상품을 추가함' },
  'product.changed': { verb: '명단에 따라 상품을 고침' },
  'product.published': { verb: '판매를 시작함', field: 'state' },
  'product.registered': { verb: '상품을 등록함' },
  'product.repriced': { verb: '단가를 바꿈', field: 'price' },
  'product.updated': { verb: '상품을 고침' },
  'product.withdrawn': { verb: '판매를 중지함', field: 'state' },

  'requirement_set.changed': { verb: '심사 기준을 고침' },
  'requirement_set.created': { verb: '심사 기준을 만듦' },
  'requirement_set.discarded': { verb: '심사 기준 초안을 버림' },
  'requirement_set.drafted': { verb: '심사 기준의 새 판을 시작함' },
  'requirement_set.published': { verb: '심사 기준을 시행함' },

  'review.answered': { verb: '심사 항목에 답함' },
  'review.approved': { verb: '승인함', field: 'state' },
  'review.assigned': { verb: '심사 담당을 정함' },
  'review.begun': { verb: '심사를 시작함', field: 'state' },
  'review.evidence_attached': { verb: '증빙을 붙임' },
  'review.evidence_detached': { verb: '증빙을 뗌' },
  'review.item_overridden': { verb: '심사 항목의 판정을 뒤집음' },
  'review.item_waived': { verb: '심사 항목을 면제함' },
  'review.judged': { verb: '심사 항목을 판단함' },
  'review.lapsed': { verb: '효력이 만료됨', field: 'state' },
  'review.noted': { verb: '심사 항목에 메모를 적음' },
  'review.opened': { verb: '신청을 시작함' },
  'review.reinstated': { verb: '정지를 풂', field: 'state' },
  'review.rejected': { verb: '불승인함', field: 'state' },
  'review.reopened': { verb: '다시 심사함', field: 'state' },
  'review.returned': { verb: '보완을 요청함', field: 'state' },
  'review.seconded': { verb: '두 사람 가운데 먼저 승인함' },
  'review.submitted': { verb: '제출함', field: 'state' },
  'review.suspended': { verb: '정지함', field: 'state' },
  'review.undone': { verb: '결정을 되돌림', field: 'state' },

  'saved_search.removed': { verb: '저장한 검색을 삭제함' },
  'saved_search.saved': { verb: '검색을 저장함' },
  'saved_search.seen': { verb: '새 결과를 확인함' },

  'second-factor.begun': { verb: '2단계 인증 등록을 시작함' },
  'second-factor.confirmed': { verb: '2단계 인증을 등록함' },
  'second-factor.removed': { verb: '2단계 인증을 해제함' },
  'second-factor.reset': { verb: '2단계 인증을 초기화함' },

  'session.began': { verb: '로그인함' },
  'session.ended': { verb: '로그아웃함' },
  'session.extended': { verb: '로그인을 연장함' },
  'session.others_revoked': { verb: '다른 로그인을 모두 끊음' },
  'session.refused': { verb: '로그인을 거절함' },
  'session.revoked': { verb: '다른 로그인을 끊음' },

  'view.changed': { verb: '보기를 고침' },
  'view.removed': { verb: '보기를 삭제함' },
  'view.saved': { verb: '보기를 저장함' },
  'view.shared': { verb: '보기를 함께 쓰기 시작함' },
  'view.unshared': { verb: '보기를 나만 쓰게 함' },
} as const satisfies Record<`${string}.${string}`, { verb: string; field?: string }>

export type EventName = keyof typeof eventNames

/** How an event reads; one of an older version of the house keeps its name. */
export const verbOf = (name: string): string => (isEventName(name) ? eventNames[name].verb : name)

export const isEventName = (name: string): name is EventName => name in eventNames
