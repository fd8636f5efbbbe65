import { addDays, type Day } from '../../../src/platform/day.ts'
import { givenNames, surnames } from '../vocabulary/names.ts'
import { madeAt, type Stage } from './stage.ts'

export type InstitutionKind =
  | 'head_office'
  | 'district'
  | 'invested'
  | 'education_office'
  | 'school'
  | 'public_enterprise'
  | 'police_fire'
  | 'other'

interface Body {
  kind: InstitutionKind
  name: string
  region: string
  on: Day
  parentId?: string | null
  validFrom?: Day
  validUntil?: Day
}

export interface Department {
  id: string
  name: string
  institutionId: string
  officerIds: string[]
}

/** 기관 — an invented public body. */
export function addInstitution(stage: Stage, { kind, name, region, on, ...others }: Body): string {
  const row = {
    ...madeAt(stage, on),
    center_id: stage.centerId,
    kind,
    name,
    region_code: region,
    parent_id: others.parentId ?? null,
    valid_from: others.validFrom ?? null,
    valid_until: others.validUntil ?? null,
  }
  stage.rows.institution.push(row)
  return row.id
}

/** 부서 with as many officers; people's names are invented, their numbers lead nowhere. */
export function addDepartment(
  stage: Stage,
  { institutionId, name, on, officers }: { institutionId: string; name: string; on: Day; officers: number },
): Department {
  const row = {
    ...madeAt(stage, on),
    center_id: stage.centerId,
    institution_id: institutionId,
    name,
    valid_from: null,
    valid_until: null,
  }
  stage.rows.department.push(row)
  const officerIds = Array.from({ length: officers }, () => addOfficer(stage, row.id, on))
  return { id: row.id, name, institutionId, officerIds }
}

function addOfficer(stage: Stage, departmentId: string, on: Day): string {
  const { random, rows } = stage
  const row = {
    ...madeAt(stage, on),
    center_id: stage.centerId,
    department_id: departmentId,
    person_id: null,
    name: random.pick(surnames) + random.pick(givenNames),
    title: random.pick(['주무관', '주무관', '팀장', '과장']),
    phone: `02-0000-${String(random.between(0, 9999)).padStart(4, '0')}`,
    email: null,
    purpose: '구매상담회 참석과 일정 연락',
    keep_until: addDays(on, 5 * 365),
  }
  rows.officer.push(row)
  return row.id
}
