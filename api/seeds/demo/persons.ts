import { CompiledQuery } from 'kysely'
import type { Context, Role } from '../../src/platform/context.ts'
import { newId } from '../../src/platform/id.ts'
import { hashPassword } from '../../src/modules/accounts/password-hash.ts'
import { insertRows } from '../../src/platform/insert-rows.ts'

/** 시연 센터 — the first keeps most of the demo; the second is the neighbour who must not see into it. */
const demoCenters = [
  { name: '가온 사회적경제지원센터', regions: null },
  { name: '나래 사회적경제지원센터', regions: ['48'] },
]

interface DemoPerson {
  role: Role
  name: string
  email: string
  /** Place of the centre in the list above. */
  center?: number
}

/** 시연 사용자 — people to sign in as, in a demo only; the first of a role is who a role alone means. */
const demoPersons: DemoPerson[] = [
  { role: 'buyer', name: '시연 구매담당', email: 'buyer@demo.example.kr' },
  { role: 'enterprise', name: '시연 기업담당', email: 'enterprise@demo.example.kr' },
  { role: 'staff', name: '시연 센터직원', email: 'staff@demo.example.kr', center: 0 },
  { role: 'lead', name: '시연 센터팀장', email: 'lead@demo.example.kr', center: 0 },
  { role: 'staff', name: '시연 동료직원', email: 'colleague@demo.example.kr', center: 0 },
  { role: 'staff', name: '시연 이웃센터직원', email: 'staff.narae@demo.example.kr', center: 1 },
  { role: 'lead', name: '시연 이웃센터팀장', email: 'lead.narae@demo.example.kr', center: 1 },
]

/** Of every demo person, and in README.md: a demo hides nothing. */
export const demoPassword = 'panro-demo-2026'

export interface DemoCenter {
  id: string
  /** Region codes it keeps begin with one of these; null: those that no other centre keeps. */
  regions: string[] | null
}

export async function addDemoCenters({ em, now }: Context): Promise<DemoCenter[]> {
  const centers = demoCenters.map(({ name, regions }) => ({ id: newId(), name, regions }))
  await insertRows(
    em,
    'center',
    centers.map(({ id, name }) => ({ id, name, region_code: null, created_at: now })),
  )
  return centers
}

/** Adds them and returns who verifies claims: the first member of staff. */
export async function addDemoPersons({ em, now }: Context, centers: readonly DemoCenter[]): Promise<string> {
  const passwordHash = await hashPassword(demoPassword)
  const rows = demoPersons.map(({ role, name, email, center }) => ({
    id: newId(),
    email,
    name,
    role,
    center_id: center === undefined ? null : centers[center]?.id,
    is_demo: true,
    password_hash: passwordHash,
    created_at: now,
  }))
  await insertRows(em, 'person', rows)
  const staff = rows.find(({ role }) => role === 'staff')
  if (staff === undefined) throw new Error('The demo has nobody of the staff.')
  return staff.id
}

/** The demo person of the enterprises acts for the first one that can be seen. */
export async function addDemoMembers({ em }: Context): Promise<void> {
  await em.getKysely().executeQuery(
    CompiledQuery.raw(`
      insert into enterprise_member (person_id, enterprise_id)
      select p.id, e.id from person p, lateral (
        select id from enterprise where state = 'published' order by created_at, id limit 1
      ) e where p.role = 'enterprise' and p.is_demo`),
  )
}
