import type { Context } from '../../src/platform/context.ts'
import type { Catalogue } from './rows.ts'

interface LedgerRow {
  at: Date
  actor_id: string | null
  actor_role: string
  name: string
  subject_type: string
  subject_id: string
  detail: Record<string, string>
}

/** What happened, and to whose standing it belongs. */
interface Event {
  enterpriseId: string
  name: string
  subjectType: 'enterprise' | 'product'
  subjectId: string
  detail: Record<string, string>
}

/**
 * One entry for each thing that was written, as if somebody had entered it, enterprise by enterprise: whoever reads
 * the ledger in stretches then meets everything about one enterprise at once. Never a personal datum.
 */
export function ledgerOf({ actor, now }: Context, catalogue: Catalogue): LedgerRow[] {
  const byEnterprise = Map.groupBy(eventsOf(catalogue), event => event.enterpriseId)
  return [...byEnterprise.values()].flat().map(({ name, subjectType, subjectId, detail }) => ({
    at: now,
    actor_id: actor.personId,
    actor_role: actor.role,
    name,
    subject_type: subjectType,
    subject_id: subjectId,
    detail,
  }))
}

function eventsOf(catalogue: Catalogue): Event[] {
  const owners = new Map(catalogue.credential.map(credential => [credential.id, credential]))
  return [
    ...catalogue.enterprise.flatMap(({ id, state }) =>
      enterpriseSteps[state].map(step => aboutEnterprise(id, `enterprise.${step}`, { source: 'seed' })),
    ),
    ...catalogue.certification.map(({ id, enterprise_id, kind_code }) =>
      aboutEnterprise(enterprise_id, 'certification.recorded', { certification: id, kind: kind_code }),
    ),
    ...catalogue.credential.map(({ id, enterprise_id, kind }) =>
      aboutEnterprise(enterprise_id, 'credential.stated', { credential: id, kind }),
    ),
    ...catalogue.verification.flatMap(({ credential_id, result }) => {
      const owner = owners.get(credential_id)
      if (!owner) return []
      return [
        aboutEnterprise(owner.enterprise_id, 'credential.verified', { credential: credential_id, result }),
      ]
    }),
    ...catalogue.product.flatMap(({ id, enterprise_id, state }) =>
      productSteps[state].map(step => aboutProduct(enterprise_id, id, `product.${step}`)),
    ),
  ]
}

/** How something came into its state; an import writes the same names. */
const enterpriseSteps = {
  draft: ['registered'],
  published: ['registered'],
  withdrawn: ['registered', 'withdrawn'],
}
const productSteps = {
  draft: ['registered'],
  on_sale: ['published'],
  withdrawn: ['published', 'withdrawn'],
}

function aboutEnterprise(id: string, name: string, detail: Record<string, string>): Event {
  return { enterpriseId: id, name, subjectType: 'enterprise', subjectId: id, detail }
}

function aboutProduct(enterpriseId: string, id: string, name: string): Event {
  return { enterpriseId, name, subjectType: 'product', subjectId: id, detail: { source: 'seed' } }
}
