import { Field, ObjectType, registerEnumType } from 'type-graphql'
import type { DeskAction } from './desk-actions.ts'

export const DeskActionEnum = {
  UPDATE: 'update',
  RENAME: 'rename',
  PUBLISH: 'publish',
  WITHDRAW: 'withdraw',
  KEEP_CONTACTS: 'keep_contacts',
  REVEAL_CONTACT: 'reveal_contact',
  STATE_WORKFORCE: 'state_workforce',
  ADD_CERTIFICATION: 'add_certification',
  ADD_PRODUCT: 'add_product',
  ADD_CLAIM: 'add_claim',
  CORRECT: 'correct',
  VERIFY: 'verify',
  END: 'end',
} as const satisfies Record<string, DeskAction>
registerEnumType(DeskActionEnum, {
  name: 'DeskAction',
  description: '작업. What can be done at a desk.',
  valuesConfig: {
    UPDATE: { description: '수정. Change what it says.' },
    RENAME: { description: '상호 변경. `renameEnterprise`.' },
    PUBLISH: { description: '공개·판매 시작. `takeEnterpriseStep`, `takeProductStep`.' },
    WITHDRAW: { description: '공개·판매 중지, 내리기. Take it out.' },
    KEEP_CONTACTS: { description: '연락처 관리. Add, change and remove contacts.' },
    REVEAL_CONTACT: { description: '연락처 열람. `revealContact`.' },
    STATE_WORKFORCE: { description: '인원 작성. `stateWorkforce`.' },
    ADD_CERTIFICATION: { description: '인증 추가. `addCertification`.' },
    ADD_PRODUCT: { description: '상품 추가. `addProduct`.' },
    ADD_CLAIM: { description: '공급역량 추가. Any claim of the passport, `stateClaim`.' },
    CORRECT: {
      description: '정정. Correct what is said, `correctCertification`, or on record, `amendCertification`.',
    },
    VERIFY: { description: '확인. `verifyCertification`, `verifyClaim`.' },
    END: { description: '취소·반납 기록. `endCertification`.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '막힌 작업. What may not be done now, and why.' })
export class BlockedDeskAction {
  @Field(() => DeskActionEnum, { description: '작업. What.' })
  action!: DeskAction

  @Field(() => String, { description: '이유. Why not, in Korean.' })
  reason!: string
}
