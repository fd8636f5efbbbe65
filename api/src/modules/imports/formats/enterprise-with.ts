import type { CertificationFacts, EnterpriseFacts, ImportRecord } from '../records.ts'

/** The records of a row that names an enterprise by its number and what it is certified as. */
export function enterpriseWith(
  enterprise: EnterpriseFacts & { businessNumber: string },
  certifications: readonly CertificationFacts[],
): ImportRecord[] {
  const { businessNumber } = enterprise
  return [
    { type: 'enterprise', branch: '0000', ...enterprise },
    ...certifications.map(facts => ({ type: 'certification' as const, businessNumber, ...facts })),
  ]
}
