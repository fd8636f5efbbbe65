import type { Actor } from '../../platform/context.ts'

/** A field that its member may not write, and why. */
export interface LockedField {
  field: string
  reason: string
}

const byOfficialList = '공식 명단에서 가져온 값입니다. 정정이 필요하면 센터에 요청해 주세요.'
const byRegistration = '사업자등록증의 값입니다. 센터 담당자가 바꿉니다.'

/** Written by us or by whoever registered it; any other source is a list. */
const ownSources = ['seed', 'staff', 'enterprise']

/** 읽기 전용 — what the registration or an official list says is corrected by staff, never by the enterprise itself. */
export function lockedFields({ role }: Actor, source: string): LockedField[] {
  if (role !== 'enterprise') return []
  const fromList = ownSources.includes(source) ? [] : ['organisationForm', 'regionCode', 'address']
  return [
    ...['name', 'businessNumber'].map(field => ({ field, reason: byRegistration })),
    ...fromList.map(field => ({ field, reason: byOfficialList })),
  ]
}
