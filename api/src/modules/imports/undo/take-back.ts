import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { dayInSeoul } from '../../../platform/day.ts'
import { insertRows } from '../../../platform/insert-rows.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import type { ImportRun } from '../import-run.entity.ts'
import type { Fields, Noun } from '../line-changes.ts'
import { idsOf, type DoneChange } from './done-changes.ts'

/** Columns that an import may have changed, by the field that says so. */
const columns: Record<Noun, Record<string, string>> = {
  enterprise: {
    ...{
      name: 'name',
      regionCode: 'region_code',
      address: 'address',
      homepage: 'homepage',
      summary: 'summary',
    },
  },
  certification: {
    ...{ number: 'number', purposeType: 'purpose_type', issuer: 'issuer', issuedOn: 'issued_on' },
    ...{ validFrom: 'valid_from', validUntil: 'valid_until', hasUnknownDates: 'has_unknown_dates' },
    ...{ supersededBy: 'superseded_by_id' },
  },
  product: { name: 'name', price: 'price', spec: 'spec' },
  category: { name: 'name', nameEn: 'name_en' },
  // A list of plans changes none, and one of participants is not taken back.
  planned_purchase: {},
  participation: {},
}

/** Puts back what was changed and removes what was made, with a ledger row for each. */
export async function takeBack(ctx: Context, run: ImportRun, changes: readonly DoneChange[]): Promise<void> {
  const holders = await readHolders(ctx.em, changes)
  for (const noun of ['certification', 'enterprise', 'product', 'category'] as const) {
    await putBack(ctx, noun, changes)
  }
  await forgetFormerNames(ctx.em, run, changes)
  for (const noun of ['planned_purchase', 'product', 'certification', 'enterprise', 'category'] as const) {
    await removeMade(ctx.em, noun, changes)
  }
  await insertRows(
    ctx.em,
    'ledger',
    changes.flatMap(change => ledgerRow(ctx, run.id, holders, change)),
  )
}

async function putBack({ em, now }: Context, noun: Noun, changes: readonly DoneChange[]): Promise<void> {
  const rows = changes.flatMap(({ noun: of, id, before }) =>
    of === noun && before !== null ? [{ id, before: inColumns(noun, before) }] : [],
  )
  if (rows.length === 0) return
  const names = Object.values(columns[noun])
  const stamp = noun === 'category' ? '' : ', version = t.version + 1, updated_at = $2::timestamptz'
  const key = noun === 'category' ? 't.code' : 't.id::text'
  await em.getKysely().executeQuery(
    CompiledQuery.raw(
      `update ${noun} t set (${names.join(', ')}) =
         (select ${names.map(name => `b.${name}`).join(', ')} from jsonb_populate_record(t, c.before) b)${stamp}
       from json_to_recordset($1::json) c(id text, before jsonb) where ${key} = c.id`,
      [JSON.stringify(rows), ...(stamp === '' ? [] : [now])],
    ),
  )
}

const inColumns = (noun: Noun, fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => {
      const column = columns[noun][field]
      return column === undefined ? [] : [[column, value]]
    }),
  )

/** A name that was given back was never a former one. */
async function forgetFormerNames(em: EntityManager, run: ImportRun, changes: readonly DoneChange[]) {
  const names = changes.flatMap(({ noun, id, before }) =>
    noun === 'enterprise' && before?.name !== undefined ? [{ id, name: before.name }] : [],
  )
  if (names.length === 0 || run.appliedAt == null) return
  await em.getKysely().executeQuery(
    CompiledQuery.raw(
      `delete from enterprise_name n using json_to_recordset($1::json) c(id uuid, name text)
       where n.enterprise_id = c.id and n.name = c.name and n.valid_until = $2::date`,
      [JSON.stringify(names), dayInSeoul(run.appliedAt)],
    ),
  )
}

async function removeMade(em: EntityManager, noun: Noun, changes: readonly DoneChange[]): Promise<void> {
  const ids = idsOf(changes, noun, true)
  if (ids.length === 0) return
  const where = noun === 'category' ? 'code = any($1)' : 'id = any($1::uuid[])'
  await em.getKysely().executeQuery(CompiledQuery.raw(`delete from ${noun} where ${where}`, [ids]))
}

/** Whose certificates they are: the ledger speaks of the enterprise. */
async function readHolders(em: EntityManager, changes: readonly DoneChange[]): Promise<Map<string, string>> {
  const rows = await readInside<[string, string][]>(
    em,
    `select coalesce(json_agg(json_build_array(id, enterprise_id)), '[]')::text as json
     from certification where id = any($1::uuid[])`,
    [changes.flatMap(({ noun, id }) => (noun === 'certification' ? [id] : []))],
  )
  return new Map(rows)
}

function ledgerRow(
  { actor, now }: Context,
  runId: string,
  holders: ReadonlyMap<string, string>,
  { noun, id, before, after }: DoneChange,
): object[] {
  // Categories have no uuid to be named by; the row of the import speaks for them.
  if (noun === 'category') return []
  const isCertification = noun === 'certification'
  const changes = Object.fromEntries(
    Object.entries(before ?? after).map(([field, to]) => [
      field,
      before === null ? { from: to, to: null } : { from: after[field] ?? null, to },
    ]),
  )
  return [
    {
      ...{ at: now, actor_id: actor.personId, actor_role: actor.role, reason: null },
      name: `${noun === 'planned_purchase' ? 'plan' : noun}.${before === null ? 'removed' : 'changed'}`,
      subject_type: isCertification ? 'enterprise' : noun,
      subject_id: isCertification ? holders.get(id) : id,
      detail: { ...(isCertification ? { certification: id } : {}), undoes: runId, changes },
    },
  ]
}
