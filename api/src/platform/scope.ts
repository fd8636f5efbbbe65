import type { PoolClient } from 'pg'
import type { Actor, Context } from './context.ts'

/**
 * Tells the transaction who acts, so that the row-level policies of the database (`scope_person()`,
 * `scope_center()`, `scope_enterprises()`, `scope_departments()`) show what that actor may see. Without it they show nothing.
 */
const setScope = `select set_config('panro.person', $1, true), set_config('panro.center', $2, true),
  set_config('panro.enterprises', $3, true), set_config('panro.departments', $4, true)`

const settingsOf = ({ personId, centerId, enterpriseIds, departmentIds }: Actor): string[] => [
  personId ?? '',
  centerId ?? '',
  `{${enterpriseIds.join(',')}}`,
  `{${departmentIds.join(',')}}`,
]

/** Whether there is anything in the database that only this actor, or few, may see. */
export const hasScope = ({ personId, enterpriseIds, departmentIds }: Actor): boolean =>
  personId !== null || enterpriseIds.length > 0 || departmentIds.length > 0

/**
 * One transaction in which the database shows what the actor may see. Every operation on rows that
 * belong to a centre or an enterprise goes through here, reading included.
 */
export function inScope<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  return ctx.em.transactional(async em => {
    await em.execute(setScope.replaceAll(/\$\d/g, '?'), settingsOf(ctx.actor))
    return work({ ...ctx, em })
  })
}

/** The same for statements that go by the driver alone. */
export async function inScopeOf<T>(client: PoolClient, actor: Actor, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query(setScope, settingsOf(actor))
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
