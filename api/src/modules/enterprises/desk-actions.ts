import type { Actor } from '../../platform/context.ts'
import type { EnterpriseState } from './enterprise.states.ts'
import { enterpriseSteps } from './enterprise.states.ts'

/** 작업 — what can be done at a desk, to the enterprise and to what belongs to it. */
export const deskActions = [
  'update',
  'rename',
  'publish',
  'withdraw',
  'keep_contacts',
  'reveal_contact',
  'state_workforce',
  'add_certification',
  'add_product',
  'add_claim',
  'correct',
  'verify',
  'end',
] as const
export type DeskAction = (typeof deskActions)[number]

/** Whether something may be done now: by whom, or why not, in words for people. */
export interface Verdict {
  action: DeskAction
  /** null: it may be done. */
  reason: string | null
}

export interface EnterpriseStanding {
  state: EnterpriseState
  /** Whether some centre keeps it. */
  hasCenter: boolean
}

export const onlyStaff = (isMember: boolean) => (isMember ? '센터 담당자가 하는 일입니다.' : null)

/** The rules of the operations on an enterprise, told beforehand; the operations themselves still refuse. */
export function enterpriseVerdicts({ role }: Actor, { state, hasCenter }: EnterpriseStanding): Verdict[] {
  const isMember = role === 'enterprise'
  const staffStep = (step: keyof typeof enterpriseSteps) =>
    onlyStaff(isMember) ?? (enterpriseSteps[step].from.some(from => from === state) ? null : notFrom[state])
  const contacts = isMember || hasCenter ? null : '관할 센터가 정해진 기업만 연락처를 다룰 수 있습니다.'
  return [
    { action: 'update', reason: null },
    {
      action: 'rename',
      reason: isMember ? '상호는 센터 담당자가 바꿉니다. 정정을 요청해 주세요.' : null,
    },
    { action: 'publish', reason: staffStep('publish') },
    { action: 'withdraw', reason: staffStep('withdraw') },
    { action: 'keep_contacts', reason: contacts },
    { action: 'reveal_contact', reason: contacts },
    { action: 'state_workforce', reason: null },
    { action: 'add_certification', reason: null },
    { action: 'add_product', reason: null },
    { action: 'add_claim', reason: null },
  ]
}

const notFrom: Record<EnterpriseState, string> = {
  draft: '아직 공개되지 않았습니다.',
  published: '이미 공개되어 있습니다.',
  withdrawn: '이미 공개가 중지되어 있습니다.',
}
