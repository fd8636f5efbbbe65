import { CompiledQuery } from 'kysely'
import type { Context } from '../../src/platform/context.ts'
import { insertRows } from '../../src/platform/insert-rows.ts'
import { ledgerOf } from './ledger.ts'
import { institutionPeople, makeInstitutions } from './institutions.ts'
import { addDemoCenters, addDemoMembers, addDemoPersons, type DemoCenter } from './persons.ts'
import { peopleOf, type Desk } from './desks.ts'
import type { Catalogue, EnterpriseRow } from './rows.ts'
import { makeVetting } from './vetting.ts'

/** Any number, the same in every process: two that find the database empty must not both fill it. */
const seedLock = 7_010_213

/** Fills an empty database with the catalogue and its ledger in one transaction; false when it is not empty. */
export function writeIfEmpty(
  ctx: Context,
  make: () => Catalogue,
  more: (ctx: Context, desks: Desk[]) => Promise<void> = async () => {},
): Promise<boolean> {
  return ctx.em.transactional(async em => {
    const within = { ...ctx, em }
    await em.getKysely().executeQuery(CompiledQuery.raw('select pg_advisory_xact_lock($1)', [seedLock]))
    if (!(await isEmpty(within))) return false
    await more(within, await write(within, make()))
    return true
  })
}

/** Nobody has registered an enterprise yet. */
export async function isEmpty({ em }: Context): Promise<boolean> {
  const found = await em.getKysely().executeQuery(CompiledQuery.raw('select 1 from enterprise limit 1'))
  return found.rows.length === 0
}

/** Table by table, in the order in which they refer to each other. */
async function write(ctx: Context, catalogue: Catalogue): Promise<Desk[]> {
  const centers = await addDemoCenters(ctx)
  const verifierId = await addDemoPersons(ctx, centers)
  for (const enterprise of catalogue.enterprise) enterprise.center_id = keeperOf(enterprise, centers)
  for (const verification of catalogue.verification) verification.by_id = verifierId
  for (const [table, rows] of Object.entries<object[]>(catalogue)) await insertRows(ctx.em, table, rows)
  await addDemoMembers(ctx)
  await insertRows(ctx.em, 'ledger', ledgerOf(ctx, catalogue))
  const people = await peopleOf(ctx, catalogue)
  const vetting = makeVetting(ctx, people)
  for (const [table, rows] of Object.entries<object[]>({ ...vetting })) await insertRows(ctx.em, table, rows)
  const institutions = makeInstitutions(ctx, await institutionPeople(ctx))
  for (const [table, rows] of Object.entries<object[]>({ ...institutions }))
    await insertRows(ctx.em, table, rows)
  return people.desks
}

function keeperOf(enterprise: EnterpriseRow, centers: readonly DemoCenter[]): string | null {
  const ofRegion = centers.find(({ regions }) =>
    regions?.some(code => enterprise.region_code.startsWith(code)),
  )
  return (ofRegion ?? centers.find(({ regions }) => regions === null))?.id ?? null
}
