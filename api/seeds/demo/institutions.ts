import type { Context } from '../../src/platform/context.ts'
import { addDays, type Day } from '../../src/platform/day.ts'
import { readInside } from '../../src/platform/read/read-inside.ts'
import type { institutionKinds } from '../../src/modules/institutions/institution.entity.ts'
import { inventedInstitutions } from './vocabulary/institutions.ts'
import { plannedItems } from './vocabulary/planned-items.ts'
import { givenNames, surnames } from './vocabulary/names.ts'
import { Random } from './random.ts'
import { idAt } from './world.ts'

/** Whose institutions they are, and who signs in as the officer of the first department. */
export interface InstitutionDemo {
  centerId: string
  buyerId: string
}

type Now = Pick<Context, 'now' | 'today'>

/** The columns that rows of institutions, departments, officers and plans begin with. */
export function madeDaysAgo(random: Random, { now }: Now, days: number) {
  const at = now.getTime() - days * 86_400_000 - random.between(0, 8 * 3600_000)
  const instant = new Date(at).toISOString()
  return { id: idAt(random, at), version: 1, created_at: instant, updated_at: instant }
}

interface InstitutionGiven {
  centerId: string
  kind: (typeof institutionKinds)[number]
  name: string
  region?: string | null
  parentId?: string | null
  from?: Day | null
  until?: Day | null
}

/** 기관 — a row as its table holds it. */
export const institutionRow = (random: Random, now: Now, given: InstitutionGiven) => ({
  ...madeDaysAgo(random, now, 300),
  center_id: given.centerId,
  kind: given.kind,
  name: given.name,
  region_code: given.region ?? null,
  parent_id: given.parentId ?? null,
  valid_from: given.from ?? null,
  valid_until: given.until ?? null,
})
type InstitutionRow = ReturnType<typeof institutionRow>

/** 부서 — lives as long as its body. */
export const departmentRow = (random: Random, now: Now, institution: InstitutionRow, name: string) => ({
  ...madeDaysAgo(random, now, 290),
  center_id: institution.center_id,
  institution_id: institution.id,
  name,
  valid_from: institution.valid_from,
  valid_until: institution.valid_until,
})
type DepartmentRow = ReturnType<typeof departmentRow>

/** 담당자 — an invented person, a number that is not given out and a domain of nobody's. */
export const officerRow = (
  random: Random,
  now: Now,
  department: DepartmentRow,
  person?: { id: string; email: string; name: string },
) => ({
  ...madeDaysAgo(random, now, 280),
  center_id: department.center_id,
  department_id: department.id,
  person_id: person?.id ?? null,
  name: person?.name ?? random.pick(surnames) + random.pick(givenNames),
  title: random.pick(['주무관', '팀장', '계약담당']),
  phone: `02-000-${String(random.between(0, 9999)).padStart(4, '0')}`,
  email: person?.email ?? `officer.${random.between(1000, 9999)}@example.kr`,
  purpose: '구매상담회 안내와 상담 일정 연락',
  keep_until: addDays(now.today, 2 * 365),
})

export interface InstitutionRows {
  institution: InstitutionRow[]
  institution_succession: { from_id: string; to_id: string; effective_on: Day }[]
  department: DepartmentRow[]
  officer: ReturnType<typeof officerRow>[]
  department_member: { person_id: string; department_id: string }[]
  planned_purchase: object[]
  ledger: object[]
}

const seed = 20_261_123

/** 시연 기관 — bodies of the first centre, the same for the same moment and the same people. */
export function makeInstitutions(now: Now, { centerId, buyerId }: InstitutionDemo): InstitutionRows {
  const random = new Random(seed)
  const rows: InstitutionRows = {
    ...{ institution: [], institution_succession: [], department: [], officer: [] },
    ...{ department_member: [], planned_purchase: [], ledger: [] },
  }
  addBodies(rows, random, now, centerId)
  const [first] = rows.department
  if (!first) throw new Error('The demo has no department.')
  const buyer = { id: buyerId, email: 'buyer@demo.example.kr', name: '시연 구매담당' }
  rows.officer.push(
    ...rows.department.map((row, at) => officerRow(random, now, row, at === 0 ? buyer : undefined)),
  )
  rows.department_member.push({ person_id: buyerId, department_id: first.id })
  addPlans(rows, random, now)
  rows.ledger.push(
    ...rows.institution.map(({ id, name }) => told(now, 'institution.added', 'institution', id, { name })),
    ...rows.department.map(row =>
      told(now, 'institution.department_added', 'institution', row.institution_id, {
        department: row.id,
        name: row.name,
      }),
    ),
  )
  return rows
}

function addBodies(rows: InstitutionRows, random: Random, now: Now, centerId: string) {
  const idOf = (name: string | undefined) => rows.institution.find(row => row.name === name)?.id ?? null
  for (const { name, kind, region, parent, departments, becomes } of inventedInstitutions) {
    const from = inventedInstitutions.find(other => other.becomes?.names.includes(name))?.becomes?.on
    const until = becomes && addDays(becomes.on, -1)
    const given = { centerId, kind, name, region, parentId: idOf(parent) }
    const row = institutionRow(random, now, { ...given, from: from ?? null, until: until ?? null })
    rows.institution.push(row)
    rows.department.push(...departments.map(department => departmentRow(random, now, row, department)))
  }
  for (const { name, becomes } of inventedInstitutions)
    for (const successor of becomes?.names ?? []) {
      const [fromId, toId] = [idOf(name), idOf(successor)]
      if (!fromId || !toId || !becomes) throw new Error(`${name} becomes nobody.`)
      rows.institution_succession.push({ from_id: fromId, to_id: toId, effective_on: becomes.on })
    }
}

/** For the year that comes: budgets are spent in the one that runs. */
function addPlans(rows: InstitutionRows, random: Random, now: Now) {
  const year = Number(now.today.slice(0, 4)) + 1
  for (const planned of plannedItems) {
    const body = rows.institution.find(row => row.name === planned.institution)
    const department = rows.department.find(
      row => row.institution_id === body?.id && row.name === planned.department,
    )
    if (!department) throw new Error(`${planned.institution} has no ${planned.department}.`)
    const row = {
      ...madeDaysAgo(random, now, random.between(2, 40)),
      center_id: department.center_id,
      department_id: department.id,
      year,
      month: planned.month,
      item: planned.item,
      category_code: planned.categoryCode,
      confidence: null,
      is_category_confirmed: planned.categoryCode !== null,
      won: planned.thousandWon === null ? null : planned.thousandWon * 1000,
      budget_line: planned.budgetLine,
      visibility: planned.visibility,
      source: 'staff',
      state: 'planned',
    }
    rows.planned_purchase.push(row)
    rows.ledger.push(told(now, 'plan.added', 'planned_purchase', row.id, { item: planned.item }))
  }
}

const told = ({ now }: Now, name: string, type: string, id: string, detail: Record<string, string>) => ({
  ...{ at: now, actor_id: null, actor_role: 'system', name, subject_type: type, subject_id: id },
  detail: { ...detail, source: 'seed' },
})

/** The first centre, and the demo person of the buyers. */
export const institutionPeople = ({ em }: Context): Promise<InstitutionDemo> =>
  readInside<InstitutionDemo>(
    em,
    `select json_build_object(
       'centerId', (select center_id from person where email = 'staff@demo.example.kr'),
       'buyerId', (select id from person where email = 'buyer@demo.example.kr'))::text as json`,
  )
