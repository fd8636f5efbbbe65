import type { Context } from '../../../platform/context.ts'
import type { Change, Plan } from '../plan/plan.ts'

/** The ledger rows of a plan, as columns; a change says from what to what, field by field. */
export function ledgerRows(ctx: Context, plan: Plan, source: string): object[] {
  const row = rowOf(ctx, source)
  const { enterprises, certifications, products, superseded } = plan
  const holders = new Map(certifications.created.map(({ id, enterpriseId }) => [id, enterpriseId]))
  return [
    ...enterprises.created.map(({ id }) => row('enterprise.registered', 'enterprise', id)),
    ...enterprises.changed.map(change =>
      row('enterprise.changed', 'enterprise', change.after.id, { changes: changesOf(change) }),
    ),
    ...certifications.created.map(({ id, enterpriseId, kind }) =>
      row('certification.recorded', 'enterprise', enterpriseId, { certification: id, kind }),
    ),
    ...certifications.changed.map(change => {
      const { id: certification, enterpriseId, kind } = change.after
      const detail = { certification, kind, changes: changesOf(change) }
      return row('certification.changed', 'enterprise', enterpriseId, detail)
    }),
    ...superseded.flatMap(({ id, byId }) => {
      const enterpriseId = holders.get(byId)
      const changes = { supersededById: { from: null, to: byId } }
      return enterpriseId === undefined
        ? []
        : [row('certification.superseded', 'enterprise', enterpriseId, { certification: id, changes })]
    }),
    ...products.created.map(({ id }) => row('product.published', 'product', id)),
    ...products.changed.map(change =>
      row('product.changed', 'product', change.after.id, { changes: changesOf(change) }),
    ),
  ]
}

const rowOf =
  ({ actor, now }: Context, source: string) =>
  (name: string, subject_type: string, subject_id: string, detail: object = {}) => ({
    at: now,
    actor_id: actor.personId,
    actor_role: actor.role,
    name,
    subject_type,
    subject_id,
    detail: { source, ...detail },
    reason: null,
  })

/** `{ name: { from: '가', to: '나' } }`: the fields in which two states of a thing differ. */
export function changesOf<T extends object>({ before, after }: Change<T>) {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, to]) => old.get(field) !== to)
      .map(([field, to]) => [field, { from: old.get(field) ?? null, to }]),
  )
}
