import { CompiledQuery } from 'kysely'
import type { Context, Role } from '../../src/platform/context.ts'
import { newId } from '../../src/platform/id.ts'
import { insertRows } from '../../src/platform/insert-rows.ts'

/** 시연 사용자 — one person of each role to sign in as, in a demo only. */
const demoPersons: { role: Role; name: string; email: string }[] = [
  { role: 'buyer', name: '시연 구매담당', email: 'buyer@demo.example.kr' },
  { role: 'enterprise', name: '시연 기업담당', email: 'enterprise@demo.example.kr' },
  { role: 'staff', name: '시연 센터직원', email: 'staff@demo.example.kr' },
  { role: 'lead', name: '시연 센터팀장', email: 'lead@demo.example.kr' },
]

/** Adds those that are missing and returns who verifies claims: the member of staff. */
export async function addDemoPersons({ em, now }: Context): Promise<string> {
  const rows = demoPersons.map(({ role, name, email }) => ({
    id: newId(),
    email,
    name,
    role,
    is_demo: true,
    created_at: now,
  }))
  await insertRows(em, 'person', rows, { onConflict: 'on conflict (email) do nothing' })
  const staff = await em
    .getKysely()
    .executeQuery<{ id: string }>(
      CompiledQuery.raw(`select id from person where email = $1`, ['staff@demo.example.kr']),
    )
  const [found] = staff.rows
  if (found === undefined) throw new Error('The demo person of the staff is missing.')
  return found.id
}
