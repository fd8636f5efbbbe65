import { addDays, type Day } from '../../src/platform/day.ts'
import { practices, purposeTypes, type KindCode } from './certification-kinds.ts'
import type { Term } from './certification-terms.ts'
import type { CertificationRow, EvidenceRow } from './rows.ts'
import { edited, newId, type World } from './world.ts'

/** A kind and the dates of its certificates, before the enterprise they belong to is made. */
export interface Plan {
  kind: KindCode
  terms: Term[]
}

/** 창업기업 are at most seven years old, so nothing about them may be older. */
export function planCertifications(world: World, kinds: KindCode[]): Plan[] {
  const isYoung = kinds.includes('startup')
  return kinds.map(kind => ({ kind, terms: practices[kind].terms(world, isYoung && kind !== 'startup') }))
}

/** A day before any of its certificates, as it must be. */
export function foundingBefore({ random, today }: World, plans: Plan[]): Day {
  const begun = plans.flatMap(plan => plan.terms).flatMap(term => term.from ?? [])
  const earliest = [...begun, addDays(today, -400)].sort()[0] ?? today
  const isYoung = plans.some(plan => plan.kind === 'startup')
  return addDays(earliest, -random.between(60, isYoung ? 240 : 2200))
}

/** The newest of a kind first, so that each can name the renewal that took its place. */
export function makeCertifications(world: World, enterpriseId: string, plans: Plan[]): CertificationRow[] {
  return plans.flatMap(({ kind, terms }) => {
    const rows: CertificationRow[] = []
    for (const term of terms.toReversed())
      rows.push(makeCertification(world, { enterpriseId, kind, term, renewalId: rows.at(-1)?.id ?? null }))
    return rows
  })
}

interface Certificate {
  enterpriseId: string
  kind: KindCode
  term: Term
  renewalId: string | null
}

function makeCertification(
  world: World,
  { enterpriseId, kind, term, renewalId }: Certificate,
): CertificationRow {
  const { random, today } = world
  const { issuer } = practices[kind]
  return {
    // Recorded after its enterprise, which is a month old at least.
    ...edited(world, random.between(1, 29)),
    enterprise_id: enterpriseId,
    kind_code: kind,
    number: term.from === null ? null : numberOf(world, kind, term.from),
    purpose_type: kind === 'social_enterprise' ? random.pick(purposeTypes) : null,
    issuer,
    issued_on: term.from === null || term.from > today ? null : term.from,
    valid_from: term.from,
    valid_until: term.until,
    cancelled_on: term.cancelledOn ?? null,
    returned_on: term.returnedOn ?? null,
    has_unknown_dates: term.from === null,
    source: '시연 자료',
    source_as_of: addDays(today, -7),
    superseded_by_id: renewalId,
  }
}

function numberOf({ random }: World, kind: KindCode, from: Day): string | null {
  const { number } = practices[kind]
  if (number === null) return null
  return number.replace('Y', from.slice(0, 4)).replace('#', String(random.between(1, 9999)).padStart(4, '0'))
}

/** A copy of the certificate lies with about half of those that have a number. */
export function makeCertificateCopies(world: World, certifications: CertificationRow[]): EvidenceRow[] {
  return certifications.flatMap(({ id, number, issuer, issued_on }) =>
    number !== null && issuer !== null && issued_on !== null && world.random.isLucky(0.5)
      ? [{ id: newId(world), credential_id: null, certification_id: id, issuer, number, issued_on }]
      : [],
  )
}
