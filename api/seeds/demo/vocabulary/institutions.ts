import type { institutionKinds } from '../../../src/modules/institutions/institution.entity.ts'

export interface InventedInstitution {
  name: string
  kind: (typeof institutionKinds)[number]
  /** Ten digits; none of it says where the body, which does not exist, would be. */
  region: string
  /** Name of the body above it. */
  parent?: string
  departments: string[]
  /** Bodies that it was split into, and the first day of theirs. */
  becomes?: { names: string[]; on: string }
}

/** 기관 — public bodies that do not exist, with their departments. The body of the demo buyer stands first. */
export const inventedInstitutions: InventedInstitution[] = [
  {
    name: '누리시청',
    kind: 'head_office',
    region: '1100000000',
    departments: ['홍보담당관', '회계과', '문화예술과', '사회적경제과'],
  },
  {
    name: '나루구청',
    kind: 'district',
    region: '2800000000',
    departments: ['총무과', '재무과', '복지정책과'],
    becomes: { names: ['새나루구청', '한나루구청'], on: '2026-07-01' },
  },
  { name: '새나루구청', kind: 'district', region: '2800000000', departments: ['재무과', '복지정책과'] },
  { name: '한나루구청', kind: 'district', region: '2800000000', departments: ['재무과', '보건소'] },
  {
    name: '누리문화재단',
    kind: 'invested',
    region: '1100000000',
    parent: '누리시청',
    departments: ['경영지원팀', '축제사업팀'],
  },
  { name: '누리교육지원청', kind: 'education_office', region: '1100000000', departments: ['재정지원과'] },
  {
    name: '누리초등학교',
    kind: 'school',
    region: '1100000000',
    parent: '누리교육지원청',
    departments: ['행정실'],
  },
  { name: '누리시설관리공단', kind: 'public_enterprise', region: '1100000000', departments: ['구매계약팀'] },
]
