import { CompiledQuery } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/insert-rows.ts'
import { newId } from '../../../platform/id.ts'
import type { Day } from '../../../platform/day.ts'
import type { Change, Plan } from '../plan/plan.ts'
import { ledgerRows } from './plan-ledger.ts'
import { categoryRow, certificationRow, enterpriseRow, productRow } from './table-rows.ts'
import { updateRows } from './update-rows.ts'

export interface PlanSource {
  /** The kind of the list. */
  kind: string
  /** The day that the list as a whole speaks of. */
  asOf: Day | null
}

/** Writes a plan in the transaction of `ctx.em`, with a ledger row for each enterprise and product it touches. */
export async function writePlan(ctx: Context, plan: Plan, source: PlanSource): Promise<void> {
  await writeCategories(ctx, plan)
  await writeEnterprises(ctx, plan, source)
  await writeCertifications(ctx, plan, source)
  await writeProducts(ctx, plan, source)
  await insertRows(ctx.em, 'ledger', ledgerRows(ctx, plan, source.kind))
}

const stampsOf = ({ now }: Context, { kind }: PlanSource) => ({
  source: kind,
  version: 1,
  created_at: now,
  updated_at: now,
})

/** What an official list names is public already. */
const published = { branch: '0000', state: 'published' }
/** The lists state neither unit nor VAT; "1식" on quotation is what officers ask a quotation for. */
const asOffered = { unit: '식', includes_vat: true, minimum_order: 1, delivery_regions: [], state: 'on_sale' }

const afterOf = <T>({ after }: Change<T>) => after

async function writeCategories(ctx: Context, { categories: { created, changed } }: Plan) {
  await insertRows(ctx.em, 'category', created.map(categoryRow))
  await updateRows(ctx, 'category', changed.map(afterOf).map(categoryRow))
}

async function writeEnterprises(ctx: Context, plan: Plan, source: PlanSource) {
  const { created, changed } = plan.enterprises
  const stamps = stampsOf(ctx, source)
  await insertRows(
    ctx.em,
    'enterprise',
    created.map(row => ({ ...enterpriseRow(row), ...published, ...stamps })),
  )
  await keepFormerNames(ctx, plan)
  await updateRows(ctx, 'enterprise', changed.map(afterOf).map(enterpriseRow))
}

async function writeCertifications(ctx: Context, plan: Plan, source: PlanSource) {
  const { created, changed } = plan.certifications
  const stamps = { source_as_of: source.asOf, ...stampsOf(ctx, source) }
  await insertRows(
    ctx.em,
    'certification',
    created.map(row => ({ ...certificationRow(row), ...stamps })),
  )
  await updateRows(ctx, 'certification', changed.map(afterOf).map(certificationRow))
  await supersede(ctx, plan)
}

async function writeProducts(ctx: Context, plan: Plan, source: PlanSource) {
  const { created, changed } = plan.products
  const stamps = { ...asOffered, ...stampsOf(ctx, source) }
  await insertRows(
    ctx.em,
    'product',
    created.map(row => ({ ...productRow(row), ...stamps })),
  )
  await updateRows(ctx, 'product', changed.map(afterOf).map(productRow))
}

const keepFormerNames = ({ em, today }: Context, { enterprises }: Plan) =>
  insertRows(
    em,
    'enterprise_name',
    enterprises.changed
      .filter(({ before, after }) => before.name !== after.name)
      .map(({ before }) => ({
        id: newId(),
        enterprise_id: before.id,
        name: before.name,
        valid_until: today,
      })),
    // Renamed twice in a day: it is on record already.
    { onConflict: 'on conflict (enterprise_id, name, valid_until) do nothing' },
  )

const supersede = ({ em, now }: Context, { superseded }: Plan) =>
  em.getKysely().executeQuery(
    CompiledQuery.raw(
      `update certification c set superseded_by_id = s."byId", version = c.version + 1, updated_at = $2
       from json_to_recordset($1::json) s(id uuid, "byId" uuid) where c.id = s.id and c.superseded_by_id is null`,
      [JSON.stringify(superseded), now],
    ),
  )
