import { expect, test } from 'vitest'
import { endedKinds, unknownKinds } from './lapses.ts'

type Facts = Parameters<typeof endedKinds>[0]
type Certification = Facts['certifications'][number]

const social = { code: 'social_enterprise', name: '사회적기업' }
const women = { code: 'women_enterprise', name: '여성기업' }

const certification = (changes: Partial<Certification>): Certification => ({
  id: 'certification_1',
  kind: social,
  status: 'ACTIVE',
  validity: 'VALID',
  validUntil: null,
  cancelledOn: null,
  returnedOn: null,
  ...changes,
})
const facts = (certifications: Certification[], valid: { code: string; name: string }[] = []): Facts => ({
  certifications,
  countsAs: valid.map(kind => ({
    ...kind,
    legalBasis: '',
    validityRule: '',
    checkUrl: null,
    source: '',
    asOf: '2026-11-21',
  })),
})

test('a kind that has lapsed is named with the day on which its last certificate ended', () => {
  const ended = endedKinds(
    facts([
      certification({ kind: women, status: 'EXPIRED', validity: 'INVALID', validUntil: '2023-03-24' }),
      certification({
        kind: women,
        status: 'CANCELLED',
        validity: 'INVALID',
        validUntil: '2026-03-24',
        cancelledOn: '2025-09-01',
      }),
    ]),
  )
  expect(ended).toEqual([{ ...women, endedOn: '2025-09-01' }])
})

test('a renewed kind has not ended', () => {
  const certifications = [
    certification({ status: 'EXPIRED', validity: 'INVALID', validUntil: '2023-03-24' }),
    certification({ status: 'ACTIVE' }),
  ]
  expect(endedKinds(facts(certifications, [social]))).toEqual([])
})

test('a kind without dates is to be checked: neither valid nor ended', () => {
  const given = facts([certification({ status: 'DATE_UNKNOWN', validity: 'UNKNOWN' })])
  expect(unknownKinds(given)).toEqual([social])
  expect(endedKinds(given)).toEqual([])
})
