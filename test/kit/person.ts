import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from './sql.ts'

interface Wanted {
  role: 'buyer' | 'enterprise' | 'staff' | 'lead'
  centerId?: string | null
  /** Enterprises the person acts for. */
  enterpriseIds?: readonly string[]
  /** Departments the person is an officer of. */
  departmentIds?: readonly string[]
  name?: string
}

export interface TestPerson {
  id: string
  email: string
  token: string
}

/** Somebody of the test's own, signed in, by way of the tables. */
export async function newPerson(
  sql: Sql,
  { role, centerId = null, enterpriseIds = [], departmentIds = [], name = '시험인' }: Wanted,
): Promise<TestPerson> {
  const id = randomUUID()
  const email = `${id}@people.example.kr`
  await sql.run(
    'insert into person (id, email, name, role, center_id, created_at) values ($1, $2, $3, $4, $5, now())',
    [id, email, name, role, centerId],
  )
  for (const enterprise of enterpriseIds)
    await sql.run('insert into enterprise_member (person_id, enterprise_id) values ($1, $2)', [
      id,
      enterprise,
    ])
  for (const department of departmentIds)
    await sql.run('insert into department_member (person_id, department_id) values ($1, $2)', [
      id,
      department,
    ])
  return { id, email, token: await openSession(sql, id) }
}

async function openSession(sql: Sql, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql.run(
    `insert into session (id, token_hash, person_id, created_at, seen_at, expires_at, stage, method)
     values ($1, $2, $3, now(), now(), now() + interval '1 year', 'open', 'password')`,
    [randomUUID(), createHash('sha256').update(token).digest('hex'), personId],
  )
  return token
}
