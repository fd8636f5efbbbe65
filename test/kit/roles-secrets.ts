import type { Sql } from './sql.ts'

interface Parties {
  meeting: string
  event: string
  enterpriseIn: string
  departmentIn: string
  enterprise: string
  department: string
}

/** Whose words they are. Nothing else in the demo reads like any of them, so wherever one turns up, it was shown. */
export const secrets = {
  contactName: '갉뛟훑',
  contactPhone: '010-9182-7364',
  contactEmail: 'zq-contact@leak.example.kr',
  officerName: '뷁샗쥅',
  officerPhone: '02-9182-7365',
  officerEmail: 'zq-officer@leak.example.kr',
  staffName: '꿻쀍뺣',
  staffEmail: 'zq-person@leak.example.kr',
  enterpriseWish: '쬲기업의 희망',
  departmentWish: '쬲부서의 희망',
  enterpriseOutcome: '쬲기업의 결과',
  departmentOutcome: '쬲부서의 결과',
  staffOutcome: '쬲센터의 결과',
  enterpriseNextStep: '쬲기업의 후속 조치',
  enterpriseStatement: '쬲기업의 참여 이유',
  departmentStatement: '쬲부서의 참여 이유',
  decisionBeforeItsLetter: '쬲아직 알리지 않은 사유',
  planOfDepartment: '쬲부서만 보는 계획',
  wonOfDepartment: '987650001',
  planOfCenter: '쬲센터까지 보는 계획',
  wonOfCenter: '987650002',
  planOfParticipants: '쬲참여자까지 보는 계획',
  planOfAll: '쬲모두가 보는 계획',
} as const

/** Writes them where they belong. */
export async function plantSecrets(sql: Sql, parties: Parties) {
  await nameEverybody(sql)
  await sayWishes(sql, parties)
  await writeOutcomes(sql, parties)
  await applyWithReasons(sql, parties)
  await planPurchases(sql, parties)
}

async function nameEverybody(sql: Sql) {
  await sql.run('update enterprise_contact set name = $1, phone = $2, email = $3', [
    secrets.contactName,
    secrets.contactPhone,
    secrets.contactEmail,
  ])
  await sql.run('update officer set name = $1, phone = $2, email = $3', [
    secrets.officerName,
    secrets.officerPhone,
    secrets.officerEmail,
  ])
  // Who verifies, decides and changes things.
  await sql.run(`update person set name = $1 || role, email = id || $2 where role in ('staff', 'lead')`, [
    secrets.staffName,
    secrets.staffEmail,
  ])
}

async function sayWishes(sql: Sql, { event, enterpriseIn, departmentIn }: Parties) {
  const said = [
    [enterpriseIn, departmentIn, secrets.enterpriseWish],
    [departmentIn, enterpriseIn, secrets.departmentWish],
  ]
  for (const [from, to, note] of said)
    await sql.run(
      `insert into wish (from_id, to_id, event_id, choice, note, said_at) values ($1, $2, $3, 'must', $4, now())
       on conflict (from_id, to_id) do update set choice = 'must', note = $4`,
      [from, to, event, note],
    )
}

async function writeOutcomes(sql: Sql, { meeting, event }: Parties) {
  const said = {
    enterprise: secrets.enterpriseOutcome,
    department: secrets.departmentOutcome,
    staff: secrets.staffOutcome,
  }
  for (const [side, note] of Object.entries(said))
    await sql.run(
      `insert into outcome (id, meeting_id, side, result, won, item, category_code, next_step, due_on, note, entry_key,
         created_at, updated_at)
       values (gen_random_uuid(), $1, $2, 'quotation', 1234000, '현수막', '44', '견적', '2027-01-31', $3,
         gen_random_uuid(), now(), now())
       on conflict (meeting_id, side) do update set note = $3, next_step = '견적', due_on = '2027-01-31',
         category_code = '44'`,
      [meeting, side, note],
    )
  await sql.run(
    `insert into follow_up (id, event_id, meeting_id, outcome_id, kind, what, due_on, created_at, updated_at)
     select gen_random_uuid(), $1, $2, o.id, 'step', $3, '2020-01-31', now(), now() from outcome o
     where o.meeting_id = $2 and o.side = 'enterprise'`,
    [event, meeting, secrets.enterpriseNextStep],
  )
}

async function applyWithReasons(sql: Sql, { enterpriseIn, departmentIn }: Parties) {
  const said = [
    [enterpriseIn, secrets.enterpriseStatement],
    [departmentIn, secrets.departmentStatement],
  ]
  for (const [participation, statement] of said)
    await sql.run(
      `update participation set statement = $2, reason = $3, reason_code = 'full', told_state = 'confirmed',
         meetings_most = 9, reply_until = '2027-01-31' where id = $1`,
      [participation, statement, secrets.decisionBeforeItsLetter],
    )
}

async function planPurchases(sql: Sql, { department }: Parties) {
  const plans = [
    ['department', secrets.planOfDepartment, secrets.wonOfDepartment],
    ['center', secrets.planOfCenter, secrets.wonOfCenter],
    ['participants', secrets.planOfParticipants, '987650003'],
    ['public', secrets.planOfAll, '987650004'],
  ]
  for (const [visibility, item, won] of plans)
    await sql.run(
      `insert into planned_purchase (id, center_id, department_id, year, month, item, won, category_code, confidence,
         budget_line, visibility, source, import_row, state, created_at, updated_at)
       select gen_random_uuid(), d.center_id, d.id, 2025, 3, $2, $3, '44', 0.5, '사무관리비', $4, 'staff', 7, 'planned',
         now(), now() from department d where d.id = $1`,
      [department, item, won, visibility],
    )
}
