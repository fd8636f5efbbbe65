import { CompiledQuery } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/insert-rows.ts'
import { newId } from '../../../platform/id.ts'
import type { Day } from '../../../platform/day.ts'
import type { Plan } from './plan.ts'
import type { StandingCertification, StandingEnterprise, StandingProduct } from './standing.ts'

/** Writes a plan in the transaction of `ctx.em`, with a ledger row for each enterprise and product it touches. */
export async function writePlan(ctx: Context, plan: Plan, source: string, asOf: Day | null): Promise<void> {
  const stamps = { source, version: 1, created_at: ctx.now, updated_at: ctx.now }
  const { em } = ctx
  await insertRows(em, 'category', plan.categories.created.map(categoryRow))
  await updateRows(
    ctx,
    'category',
    'code',
    plan.categories.changed.map(({ after }) => categoryRow(after)),
  )
  await insertRows(
    em,
    'enterprise',
    plan.enterprises.created.map(row => ({ ...enterpriseRow(row), ...published, ...stamps })),
  )
  await keepFormerNames(ctx, plan)
  await updateRows(
    ctx,
    'enterprise',
    'id',
    plan.enterprises.changed.map(({ after }) => enterpriseRow(after)),
  )
  const certificates = plan.certifications
  await insertRows(
    em,
    'certification',
    certificates.created.map(row => ({ ...certificationRow(row), source_as_of: asOf, ...stamps })),
  )
  await updateRows(
    ctx,
    'certification',
    'id',
    certificates.changed.map(({ after }) => certificationRow(after)),
  )
  await supersede(ctx, plan)
  await insertRows(
    em,
    'product',
    plan.products.created.map(row => ({ ...productRow(row), ...asOffered, ...stamps })),
  )
  await updateRows(
    ctx,
    'product',
    'id',
    plan.products.changed.map(({ after }) => productRow(after)),
  )
  await insertRows(em, 'ledger', ledgerRows(ctx, plan, source))
}

/** What an official list names is public already. */
const published = { branch: '0000', state: 'published' }
/** The lists state neither unit nor VAT; "1식" on quotation is what officers ask a quotation for. */
const asOffered = { unit: '식', includes_vat: true, minimum_order: 1, delivery_regions: [], state: 'on_sale' }

const categoryRow = ({ code, name, nameEn }: { code: string; name: string; nameEn: string | null }) => ({
  code,
  name,
  name_en: nameEn,
  is_active: true,
})

const enterpriseRow = (enterprise: StandingEnterprise) => ({
  id: enterprise.id,
  business_number: enterprise.businessNumber,
  name: enterprise.name,
  region_code: enterprise.regionCode,
  address: enterprise.address,
  homepage: enterprise.homepage,
  summary: enterprise.summary,
})

const certificationRow = (certification: StandingCertification) => ({
  id: certification.id,
  enterprise_id: certification.enterpriseId,
  kind_code: certification.kind,
  number: certification.number,
  purpose_type: certification.purposeType,
  issuer: certification.issuer,
  issued_on: certification.issuedOn,
  valid_from: certification.validFrom,
  valid_until: certification.validUntil,
  cancelled_on: certification.cancelledOn,
  returned_on: certification.returnedOn,
  has_unknown_dates: certification.hasUnknownDates,
})

const productRow = (product: StandingProduct & { spec: string | null }) => ({
  id: product.id,
  enterprise_id: product.enterpriseId,
  external_id: product.externalId,
  name: product.name,
  price: product.price,
  spec: product.spec,
})

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

const supersede = ({ em }: Context, { superseded }: Plan) =>
  em.getKysely().executeQuery(
    CompiledQuery.raw(
      `update certification c set superseded_by_id = s."byId"
       from json_to_recordset($1::json) s(id uuid, "byId" uuid) where c.id = s.id and c.superseded_by_id is null`,
      [JSON.stringify(superseded)],
    ),
  )

/** Sets every given column of the rows that a key names. */
async function updateRows({ em, now }: Context, table: string, key: string, rows: Record<string, unknown>[]) {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).filter(column => column !== key)
  const isVersioned = table !== 'category'
  const assignments = columns.map(column => `${column} = n.${column}`)
  if (isVersioned) assignments.push('version = t.version + 1', 'updated_at = $2')
  await em
    .getKysely()
    .executeQuery(
      CompiledQuery.raw(
        `update ${table} t set ${assignments.join(', ')} from json_populate_recordset(null::${table}, $1::json) n where t.${key} = n.${key}`,
        [JSON.stringify(rows), ...(isVersioned ? [now] : [])],
      ),
    )
}

function ledgerRows({ actor, now }: Context, plan: Plan, source: string) {
  const row = (name: string, subject_type: string, subject_id: string, detail: object = {}) => ({
    at: now,
    actor_id: actor.personId,
    actor_role: actor.role,
    name,
    subject_type,
    subject_id,
    detail: { source, ...detail },
    reason: null,
  })
  const { enterprises, certifications, products } = plan
  return [
    ...enterprises.created.map(({ id }) => row('enterprise.registered', 'enterprise', id)),
    ...enterprises.changed.map(({ after }) => row('enterprise.changed', 'enterprise', after.id)),
    ...certifications.created.map(({ id, enterpriseId, kind }) =>
      row('certification.recorded', 'enterprise', enterpriseId, { certification: id, kind }),
    ),
    ...certifications.changed.map(({ after: { id, enterpriseId, kind } }) =>
      row('certification.changed', 'enterprise', enterpriseId, { certification: id, kind }),
    ),
    ...products.created.map(({ id }) => row('product.published', 'product', id)),
    ...products.changed.map(({ after }) => row('product.changed', 'product', after.id)),
  ]
}
