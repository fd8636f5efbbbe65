import type { TestApp } from './app.ts'
import { signIn } from './ask.ts'
import type { Sql } from './sql.ts'

/** Signs in as one demo person of several who share a role: for a moment nobody else of the role is one. */
export async function signInAs(
  app: Pick<TestApp, 'url'>,
  sql: Sql,
  role: 'BUYER' | 'ENTERPRISE' | 'STAFF' | 'LEAD',
  email: string,
): Promise<string> {
  await sql.run('update person set is_demo = (email = $2) where role = $1', [role.toLowerCase(), email])
  const token = await signIn(app, role)
  await sql.run('update person set is_demo = true where role = $1', [role.toLowerCase()])
  return token
}
